import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { EndCallPage } from "#app/features/contact-centre/end-call-page.tsx";
import { callEndFields } from "#app/journeys/call-end-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { endCall } from "#app/services/running-call.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { runningCallView } from "./running-call.server.ts";

export const handle = { roles: MAY.contactCentre };

const words = staff.callEnd;

/** Why the call was made that goes on: what was done in it is proposed. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const call = await runningCallView(who.id, context);
  return {
    staffView: staffViewOf(who, "/contact-centre/day"),
    documentTitle: staffTitle(context, words.title),
    call: call && { id: call.id, home: call.home, href: call.href },
    fields: call ? fieldViews(callEndFields, context, { reason: call.reason }) : [],
    problem: context.mistake?.errors.call,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(args.request);
  const checked = checkFields(callEndFields, form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const ending = { callId: String(form.call ?? ""), staffId: who.id, ...checked.answer, now: context.now };
  if (!(await endCall(context.site.db, ending))) return refuse(context, form, { call: words.gone });
  throw redirect("/contact-centre/day?saved=ended", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function EndCall() {
  return <EndCallPage {...useLoaderData<typeof loader>()} />;
}
