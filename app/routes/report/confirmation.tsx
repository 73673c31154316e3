import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate, localTime } from "#app/domain/local-date.ts";
import { ConfirmationPage } from "#app/features/report/confirmation-page.tsx";
import { EmergencySentPage } from "#app/features/report/emergency-sent-page.tsx";
import type { Words } from "#app/languages/en.ts";
import { type Receipt, readReceipt } from "#app/services/read-receipt.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { requireDevice } from "./draft.server.ts";
import { dueIn } from "./view.server.ts";

/** The reference, the appointment and what happens next: as it is on disk, however often it is opened. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const { words, site } = context;
  const draftId = params.draft ?? "";
  const receipt = await readReceipt(site.db, { draftId, device: await requireDevice(args) });
  if (!receipt) throw redirect(`/report/${draftId}/resume`);
  if (receipt.emergency) {
    const view = sentView(receipt, receipt.emergency, context);
    return { ...view, documentTitle: pageTitle(context, view.title) };
  }
  const view = receiptView(receipt, words);
  return { ...view, another: `/report/${draftId}/another`, documentTitle: pageTitle(context, view.title) };
}

function receiptView({ repair, appointment }: Receipt, words: Words) {
  const { confirmation, callBack } = words.report;
  const { format } = words;
  return {
    title: appointment ? confirmation.booked : confirmation.received,
    reference: repair.reference,
    problem: problemOf(repair),
    appointment: appointment && {
      when: format.appointment(appointment.date, appointment.windowName, appointment.starts, appointment.ends),
      isTwoVisits: appointment.slotsNeeded > 1,
    },
    isShared: repair.blockId !== null,
    waitsFor: repair.waitsFor,
    callTime: callBack.options[(repair.callTime ?? "any") as keyof typeof callBack.options],
    due: dueIn(repair, words),
    ways: waysOn(repair.reference, appointment !== null, words),
  };
}

/** Where it goes on from here, on the device that sent it. */
function waysOn(reference: string, hasVisit: boolean, { follow, report }: Words) {
  const own = { href: `/repair/${reference}`, text: report.confirmation.follow };
  return [own, ...(hasVisit ? [{ href: `/repair/${reference}/visit.ics`, text: follow.page.calendar }] : [])];
}

const problemOf = ({ location, problem, detail }: Receipt["repair"]) => [location, problem, detail].filter((part) => part !== null);

/** An emergency, as far as it is known to have come. */
function sentView({ repair }: Receipt, { kind, acknowledgedAt }: NonNullable<Receipt["emergency"]>, { words, now }: RequestContext) {
  const { emergencySent } = words.report;
  const seen = acknowledgedAt && seenAt(acknowledgedAt, now, words);
  return {
    title: seen ? emergencySent.seen(seen) : emergencySent.received,
    reference: repair.reference,
    problem: problemOf(repair),
    emergency: { kind, seen, checked: localTime(now) },
    due: repair.dueAt ? words.format.timeOn(localTime(repair.dueAt), localDate(repair.dueAt)) : words.format.date(repair.dueOn),
  };
}

/** "23:14", and the day where it is not today. */
const seenAt = (at: Date, now: Date, { format }: Words) =>
  localDate(at) === localDate(now) ? localTime(at) : format.timeOn(localTime(at), localDate(at));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Confirmation() {
  const view = useLoaderData<typeof loader>();
  return "emergency" in view ? <EmergencySentPage {...view} /> : <ConfirmationPage {...view} />;
}
