import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { reportAnother } from "#app/services/report-another.server.ts";
import { requireDevice } from "./draft.server.ts";

/** Nothing to show here: another report begins where one was confirmed. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/report/${params.draft}/confirmation`);
}

/** Begins another report with the contact and the address of one just sent. Whether it is an emergency is asked, and then what is new. */
export async function action(args: ActionFunctionArgs) {
  const { site, words, now } = args.context;
  const asked = { draftId: args.params.draft ?? "", device: await requireDevice(args), language: words.code, now };
  const draft = await reportAnother(site.db, asked);
  if (!draft) throw new Response(null, { status: 404 });
  throw redirect(`/report/${draft}/emergency?change`, 303);
}

/** Never drawn; but a route without a page would answer a fault in plain text, without the ways to reach the landlord. */
export default function Another() {
  return null;
}
