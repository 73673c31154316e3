import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { nextPath, returnAddress } from "#app/web/staff.server.ts";

/** Sends somebody to the landlord's own sign-in. A link leads here, not a form: a page may post to this site alone. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { site, staffCookie, logFault } = context;
  if (!site.singleSignOn) throw new Response(null, { status: 404 });
  const from = { returnTo: returnAddress(request), next: nextPath(request) };
  const started = await site.singleSignOn.start(from).catch((error) => {
    logFault(error);
    throw redirect("/staff/sign-in?refused=unreachable", 303);
  });
  throw redirect(started.url, { status: 303, headers: { "Set-Cookie": await staffCookie.leave(started.left) } });
}
