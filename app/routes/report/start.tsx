import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { startReport } from "#app/services/start-report.server.ts";

/** Nothing to show here: a report begins on the start page. */
export function loader() {
  return redirect("/");
}

/** Begins a report on this device; a device that has no cookie yet gets one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { site, words, now } = context;
  const known = await context.device.read(request);
  const { device, header } = known ? { device: known, header: undefined } : await context.device.make();
  const draft = await startReport(site.db, { device, language: words.code, now });
  throw redirect(`/report/${draft}/emergency`, { status: 303, ...(header && { headers: { "Set-Cookie": header } }) });
}

/** Never drawn; but a route without a page would answer a fault in plain text, without the ways to reach the landlord. */
export default function Start() {
  return null;
}
