/** Does one thing for each, so many at a time; answers in the order of what was given. */
export async function inTurns<From, To>(all: readonly From[], atOnce: number, work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  let next = 0;
  const worker = async () => {
    while (next < all.length) {
      const at = next++;
      done[at] = await work(all[at] as From);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
  return done;
}
