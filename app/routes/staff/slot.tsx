import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isNotAlone } from "#app/domain/home.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import { changesOf, type SlotChange, slotState } from "#app/domain/slot-state.ts";
import { MAY } from "#app/domain/staff.ts";
import { StaffSlotPage } from "#app/features/staff/slot-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { reasonFields } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { changeSlots } from "#app/services/change-slots.server.ts";
import { giveAppointment, listTakers } from "#app/services/give-appointment.server.ts";
import { readRecords } from "#app/services/read-home.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { readSlot } from "#app/services/read-slot.server.ts";
import type { Site } from "#app/services/site.server.ts";
import type { SignedIn } from "#app/services/staff-session.server.ts";
import { clean, type Form, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { bannerOf } from "./change.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { historyOf } from "./history.server.ts";
import { homePath, tagsOf } from "./home.server.ts";
import { openHome } from "./restricted.server.ts";
import { windowName } from "./rule-words.server.ts";
import { rowsOf, seenOf, staleness, takersField } from "./slot.server.ts";
import { nobodyFor } from "./wish.server.ts";

export const handle = { roles: MAY.calendar };

async function requireSlot(args: LoaderFunctionArgs) {
  const found = await readSlot(args.context.site.db, clean(args.params.slot ?? ""));
  if (!found) throw new Response(null, { status: 404 });
  if (found.visit) await openHome(args, { home: found.visit.home, what: "slot", repairId: found.visit.repair.id });
  return found;
}

/** One slot, the visit in it, and who could take that over. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { site, now, words, mistake } = context;
  const who = await requireStaff(args, handle.roles);
  const found = await requireSlot(args);
  const { slot, operative, visit } = found;
  const rules = await readRules(site.db, localDate(now));
  const isOver = slot.date < localDate(now);
  const isDue = !isOver && visit?.appointment.status === "booked";
  const takers = isDue ? takersField(await othersWhoCan(found, { site, rules, now }), context) : undefined;
  const title = staff.slot.title(operative.name, windowName(rules, slot.window), words.format.date(slot.date));
  const [reason] = fieldViews(reasonFields, context);
  if (!reason) throw new Error("There is no field for a reason");
  return {
    ...{ title, takers, reason, seen: seenOf(slot) },
    banner: mistake ? undefined : await bannerOf(args.request, context),
    move: isDue ? `/staff/slots/${slot.id}/move` : undefined,
    add: isOver ? undefined : `/staff/slots/new?${new URLSearchParams({ operative: operative.id, date: slot.date, window: slot.window })}`,
    staffView: staffViewOf(who, "/staff/calendar"),
    documentTitle: staffTitle(context, title),
    week: `/staff/calendar?from=${slot.date}`,
    rows: rowsOf(found, rules, context),
    home: visit ? homePath(visit.home) : undefined,
    tags: tagsOf(await recordsFor(visit, context), context),
    nobody: nobodyFor({ needs: visit?.needs ?? null }, staff.slot.give.nobody),
    isNotAlone: visit !== null && isNotAlone(visit.home),
    changes: isOver ? [] : changesOf(slotState(slot, now)),
    history: historyOf(found.history, rules, context),
    problem: mistake?.errors.slot,
  };
}

/** What is kept of the home of its visit; of shared areas nothing. */
async function recordsFor(visit: Awaited<ReturnType<typeof requireSlot>>["visit"], { site, now }: LoaderFunctionArgs["context"]) {
  return visit && !visit.block ? readRecords(site.db, { uprns: [visit.home.uprn], today: localDate(now) }) : [];
}

/** Who else could come: the operative who has the visit may have another slot in the window. */
async function othersWhoCan(
  { visit, operative }: Awaited<ReturnType<typeof requireSlot>>,
  { site, ...when }: { site: Site; rules: Rules; now: Date },
) {
  const takers = visit ? await listTakers(site.db, visit.appointment, when) : [];
  return takers.filter(({ id }) => id !== operative.id);
}

const CHANGES: readonly string[] = ["stop", "withdraw", "reopen"] satisfies SlotChange[];
const isChange = (change: unknown): change is SlotChange => CHANGES.includes(String(change));

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const found = await requireSlot(args);
  const form = await readForm(args.request);
  const stale = await staleness(found, form.seen, context);
  if (stale) return refuse(context, form, { slot: stale });
  if (form.change === "give") return give(args, who, found, form);
  if (!isChange(form.change)) return refuse(context, form, { slot: staff.slot.refused });
  const checked = form.change === "reopen" ? { answer: { reason: null } } : checkFields(reasonFields, form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const change = { ids: [found.slot.id], change: form.change, ...checked.answer, who: who.id, now: context.now };
  const { changeId } = await changeSlots(context.site.db, change);
  if (!changeId) return refuse(context, form, { slot: staff.slot.refused });
  throw redirect(`/staff/slots/${found.slot.id}?change=${changeId}`, 303);
}

async function give(args: ActionFunctionArgs, who: SignedIn, { slot, visit }: Awaited<ReturnType<typeof requireSlot>>, form: Form) {
  const { context } = args;
  const { site, now } = context;
  if (!visit) return refuse(context, form, { slot: staff.slot.refused });
  if (!form.operative) return refuse(context, form, { operative: staff.slot.give.error });
  const rules = await readRules(site.db, localDate(now));
  const giving = { appointmentId: visit.appointment.id, operativeId: String(form.operative), rules, who: who.id, now };
  const answer = await giveAppointment(site.db, giving);
  if (answer.ok) throw redirect(`/staff/calendar?from=${slot.date}&change=${answer.changeId}`, 303);
  return refuse(context, form, answer.reason === "taken" ? { operative: staff.slot.give.taken } : { slot: staff.slot.refused });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function StaffSlot() {
  return <StaffSlotPage {...useLoaderData<typeof loader>()} />;
}
