import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { ChasePage } from "#app/features/contact-centre/chase-page.tsx";
import { askedFields, askedRule } from "#app/journeys/caller-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { countChase } from "#app/services/count-chase.server.ts";
import { resendMessage } from "#app/services/resend-message.server.ts";
import { tellMore } from "#app/services/tell-more.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, newSubmission, refuse, savedWords } from "../form.server.ts";
import { ownView } from "../repair/own-view.server.ts";
import { callerPath, openCaller, readCaller } from "./caller.server.ts";

export const handle = { roles: MAY.contactCentre };

const { told, saved } = staff.caller;

/** How a repair stands, in the words its tenant reads, and what they are asked then. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { own, rules, view } = await openCaller(args, told.title, { ...handle, mayChange: () => true });
  const { title: state, visit, next } = ownView(own, rules, args.context);
  const isOpen = own.repair.status === "open";
  return {
    ...view,
    ...{ why: told.why, say: [state, visit, ...next].filter((each) => each !== undefined), saved: savedWords(args, saved) },
    fields: isOpen ? fieldViews(askedFields, args.context) : [],
    hidden: { submission: newSubmission() },
  };
}

/** Counts the question by one press, or sends the last message again; then keeps what they say. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { own, form, by, path } = await readCaller(args, handle.roles);
  const submission = String(form.submission ?? "");
  const about = { repairId: own.repair.id, by, submission, now: context.now };
  if (form.change === "chase") {
    await countChase(context.site.db, about);
    throw redirect(`${callerPath(own.repair)}/chase?saved=counted`, 303);
  }
  if (form.change === "again") {
    const isSent = await resendMessage(context.site.db, about);
    context.site.sendNow?.();
    throw redirect(`${path}?saved=${isSent ? "again" : "nothing-again"}`, 303);
  }
  const checked = checkFields(askedFields, form, askedRule);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const { worse, words } = checked.answer;
  if (words !== "") await tellMore(context.site.db, { ...about, words, worse: worse === "yes" });
  throw redirect(`${path}?saved=${worse === "yes" ? "worse" : "told"}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Chase() {
  return <ChasePage {...useLoaderData<typeof loader>()} />;
}
