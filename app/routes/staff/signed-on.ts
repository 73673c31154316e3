import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signInElsewhere } from "#app/services/sign-in-elsewhere.server.ts";
import { leftBehind, type SingleSignOn } from "#app/services/single-sign-on.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { returnAddress } from "#app/web/staff.server.ts";

const refused = (reason: string) => redirect(`/staff/sign-in?refused=${reason}`, 303);

/** Where the landlord's own sign-in sends people back to. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { site, staffCookie } = context;
  if (!site.singleSignOn) throw new Response(null, { status: 404 });
  const { data: left } = leftBehind.safeParse(await staffCookie.readLeft(request));
  if (!left) throw refused("refused");
  const url = new URL(returnAddress(request) + new URL(request.url).search);
  const token = await comeIn(context, site.singleSignOn, { url, left, browser: request.headers.get("user-agent") ?? "" });
  throw redirect(left.next, { status: 303, headers: { "Set-Cookie": await staffCookie.give(token) } });
}

type Back = Parameters<SingleSignOn["finish"]>[0] & { browser: string };

/** The token of a new session. Throws the way to the page that says why there is none. */
async function comeIn({ site, now, logFault }: RequestContext, signOn: SingleSignOn, { browser, ...back }: Back): Promise<string> {
  const person = await signOn.finish(back).catch((error) => {
    logFault(error);
    throw refused("unreachable");
  });
  if (!person) throw refused("refused");
  const answer = await signInElsewhere(site.db, { person, roles: signOn.roles, browser, now });
  if (!answer.ok) throw refused(answer.reason);
  return answer.token;
}
