/** Any other address is not there. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export function action() {
  return loader();
}

export default function NotFound() {
  return null;
}
