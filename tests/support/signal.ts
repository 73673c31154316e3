/** A promise and the way to keep it: what one part of a test says when the other may go on. */
export function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
