import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { EmergenciesPage } from "#app/features/staff/emergencies-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { acknowledgeEmergency } from "#app/services/acknowledge-emergency.server.ts";
import { dispatchEmergency } from "#app/services/dispatch-emergency.server.ts";
import { makeSafe } from "#app/services/make-safe.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { SignedIn } from "#app/services/staff-session.server.ts";
import { type Form, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { emergenciesView } from "./emergencies.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.day };

const OWN = "/staff/emergencies";

/** Every emergency that is not safe yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  return {
    ...(await emergenciesView(context, OWN)),
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, staff.emergencies.title),
    problem: context.mistake?.errors.closed,
  };
}

/** What is done about one: seen, given to somebody, safe. */
export async function action(args: ActionFunctionArgs) {
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(args.request);
  const { db } = args.context.site;
  const seen = { repairId: String(form.repair ?? ""), by: who.name, who: who.id, channel: "office", now: args.context.now };
  if (form.change === "give") {
    const refusal = await give(args, form, who);
    if (refusal) return refusal;
  } else if (form.change === "acknowledge") await acknowledgeEmergency(db, seen);
  else if (form.change === "safe") await makeSafe(db, seen);
  else return refuse(args.context, form, { closed: staff.emergencies.refused.closed });
  throw redirect(form.page === "/staff/day" ? form.page : OWN, 303);
}

async function give({ context }: ActionFunctionArgs, form: Form, who: SignedIn) {
  const { site, now } = context;
  const { give, refused } = staff.emergencies;
  if (!form.operative) return refuse(context, form, { operative: give.error });
  const [repairId = "", operativeId = "", seen = ""] = [form.repair, form.operative, form.seen].map((typed) => String(typed ?? ""));
  const rules = await readRules(site.db, localDate(now));
  const answer = await dispatchEmergency(site.db, { repairId, operativeId, seen, rules, who: who.id, by: who.name, now });
  if (answer.ok) return undefined;
  return refuse(context, form, { [answer.reason === "closed" ? "closed" : "operative"]: refused[answer.reason] });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function StaffEmergencies() {
  return <EmergenciesPage {...useLoaderData<typeof loader>()} />;
}
