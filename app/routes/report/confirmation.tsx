import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate, localTime } from "#app/domain/local-date.ts";
import { ConfirmationPage } from "#app/features/report/confirmation-page.tsx";
import type { Words } from "#app/languages/en.ts";
import { type Receipt, readReceipt } from "#app/services/read-receipt.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { requireDevice } from "./draft.server.ts";

/** The reference, the appointment and what happens next: as it is on disk, however often it is opened. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const { words, site } = context;
  const draftId = params.draft ?? "";
  const receipt = await readReceipt(site.db, { draftId, device: await requireDevice(args) });
  if (!receipt) throw redirect(`/report/${draftId}/resume`);
  const view = receiptView(receipt, words);
  return { ...view, another: `/report/${draftId}/another`, documentTitle: pageTitle(context, view.title) };
}

function receiptView({ repair, appointment }: Receipt, words: Words) {
  const { confirmation, callBack } = words.report;
  const { format } = words;
  return {
    title: appointment ? confirmation.booked : confirmation.received,
    reference: repair.reference,
    problem: [repair.location, repair.problem, repair.detail].filter((part) => part !== null),
    appointment: appointment && {
      when: format.appointment(appointment.date, appointment.windowName, appointment.starts, appointment.ends),
      isTwoVisits: appointment.slotsNeeded > 1,
    },
    isShared: repair.blockId !== null,
    waitsFor: repair.waitsFor,
    callTime: callBack.options[(repair.callTime ?? "any") as keyof typeof callBack.options],
    due: repair.dueAt ? format.instant(localDate(repair.dueAt), localTime(repair.dueAt)) : format.date(repair.dueOn),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Confirmation() {
  return <ConfirmationPage {...useLoaderData<typeof loader>()} />;
}
