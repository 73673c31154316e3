import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { parseOfferKey } from "#app/domain/offers.ts";
import { MAY } from "#app/domain/staff.ts";
import { ToMovePage } from "#app/features/staff/to-move-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { giveAppointment } from "#app/services/give-appointment.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { giveAllToMove, readToMove } from "#app/services/read-to-move.server.ts";
import { type Form, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse, savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { fieldNames, visitView } from "./to-move.server.ts";

export const handle = { roles: MAY.calendar };

/** Every visit that nobody comes to, with who else could come and the next times. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { site, now, mistake } = context;
  const who = await requireStaff(args, handle.roles);
  const rules = await readRules(site.db, localDate(now));
  const { visits, more } = await readToMove(site.db, { rules, now });
  return {
    staffView: staffViewOf(who, "/staff/to-move"),
    documentTitle: staffTitle(context, staff.toMove.title),
    visits: visits.map((visit) => visitView(visit, context)),
    more,
    saved: savedWords(args, { ...staff.toMove.saved, ...manySaved(args.request) }),
    problem: mistake?.errors.visit,
  };
}

/** How many went and were withdrawn, as the change before said: counts alone, so that the address says nothing of anybody. */
function manySaved(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url);
  const count = (name: string) => Math.min(9999, Number.parseInt(searchParams.get(name) ?? "0", 10) || 0);
  const { closed, givenMany } = staff.toMove;
  return { closed: closed({ slots: count("slots"), given: count("given") }), all: givenMany(count("given")) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(request);
  const rules = await readRules(context.site.db, localDate(context.now));
  const by = { rules, who: who.id, now: context.now };
  if (form.change === "give-all") {
    const given = await giveAllToMove(context.site.db, by);
    throw redirect(`/staff/to-move?saved=all&given=${given}`, 303);
  }
  const refusal = form.change === "give" ? await give(args, form, by) : await move(args, form, by);
  if (refusal) return refuse(context, form, refusal);
  throw redirect(`/staff/to-move?saved=${form.change === "give" ? "given" : "moved"}`, 303);
}

type By = { rules: Awaited<ReturnType<typeof readRules>>; who: string; now: Date };

async function give({ context }: ActionFunctionArgs, form: Form, by: By): Promise<Record<string, string> | undefined> {
  const appointmentId = String(form.appointment);
  const name = fieldNames(appointmentId).operative;
  const operativeId = form[name];
  if (typeof operativeId !== "string" || operativeId === "") return { [name]: staff.toMove.give.error };
  const answer = await giveAppointment(context.site.db, { appointmentId, operativeId, ...by });
  if (answer.ok) return undefined;
  return answer.reason === "taken" ? { [name]: staff.toMove.taken } : { visit: staff.toMove.changed };
}

/** The tenant has agreed on the phone, and the trace says so. */
async function move({ context }: ActionFunctionArgs, form: Form, by: By): Promise<Record<string, string> | undefined> {
  const appointmentId = String(form.appointment);
  const name = fieldNames(appointmentId).offer;
  const offer = parseOfferKey(String(form[name]));
  if (!offer) return { [name]: staff.toMove.offers.error };
  const answer = await moveAppointment(context.site.db, { appointmentId, offer, channel: "office", agreed: "phone", ...by });
  if (answer.ok) return undefined;
  return answer.reason === "slot-gone" ? { [name]: staff.toMove.gone } : { visit: staff.toMove.changed };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function ToMove() {
  return <ToMovePage {...useLoaderData<typeof loader>()} />;
}
