import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { channelOf } from "#app/domain/acting.ts";
import { addressLine } from "#app/domain/address.ts";
import { complaintState } from "#app/domain/complaint.ts";
import { localDate } from "#app/domain/local-date.ts";
import { MAY, type Role } from "#app/domain/staff.ts";
import { ComplaintPage } from "#app/features/contact-centre/complaint-page.tsx";
import { complaintFields } from "#app/journeys/complaint-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { readComplaint } from "#app/services/read-complaints.server.ts";
import { acknowledgeComplaint, answerComplaint, writeComplaint } from "#app/services/record-complaint.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { clean, readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse, savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { openHome } from "../staff/restricted.server.ts";
import { isOneOf } from "./move.server.ts";

export const handle = { roles: MAY.contactCentre };

const OWN = "/contact-centre/complaints";
const words = staff.complaints;

async function requireComplaint(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const found = await readComplaint(context.site.db, clean(params.complaint ?? ""));
  if (!found) throw new Response(null, { status: 404 });
  if (found.home) await openHome(args, { home: found.home, what: "home" });
  return found;
}

type Found = Awaited<ReturnType<typeof requireComplaint>>;

function rowsOf({ complaint, home, reference, names }: Found, { words: all }: RequestContext) {
  const { rows, by, somebody } = words;
  const { at, heardBy, acknowledgeBy, acknowledgedAt, acknowledgedBy, answerBy, answeredAt, answeredBy } = complaint;
  const said = (when: Date | null, who: string | null) => when && by(instantIn(all, when), names.get(who ?? "") ?? somebody);
  const shown: [string, string | null][] = [
    [rows.recorded, said(at, heardBy)],
    [rows.home, home && addressLine(home)],
    [rows.repair, reference],
    [rows.acknowledgeBy, acknowledgedAt ? null : all.format.date(acknowledgeBy)],
    [rows.acknowledged, said(acknowledgedAt, acknowledgedBy)],
    [rows.answerBy, answeredAt ? null : all.format.date(answerBy)],
    [rows.answered, said(answeredAt, answeredBy)],
  ];
  return shown.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** The one press that comes next, where it is this person's to make: agents acknowledge, and those who decide answer. */
function pressOf({ complaint }: Found, role: Role, now: Date): "acknowledge" | "answer" | undefined {
  const { step } = complaintState(complaint, localDate(now));
  if (step === "acknowledge") return step;
  return step === "answer" && isOneOf(MAY.changeRepairs, role) ? step : undefined;
}

/** A complaint: what was said, and what is done about it by when. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const found = await requireComplaint(args);
  const press = pressOf(found, who.role, context.now);
  const { step, isLate } = complaintState(found.complaint, localDate(context.now));
  return {
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, words.one),
    ...{ rows: rowsOf(found, context), late: isLate ? words.late : undefined, saved: savedWords(args, words.saved) },
    press: press && { name: press, text: words[press].button },
    repair: found.reference === null ? undefined : `/staff/repairs/${found.reference}`,
    fields: step === "answered" ? [] : fieldViews(complaintFields, context, { words: found.words ?? "" }),
    kept: step === "answered" ? (found.words ?? undefined) : undefined,
    problem: context.mistake?.errors.complaint,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const { complaint } = await requireComplaint(args);
  const form = await readForm(args.request);
  const step = { complaintId: complaint.id, who: who.id, channel: channelOf(who.role), now };
  const path = `${OWN}/${complaint.id}`;
  if (form.change === "acknowledge") {
    const isDone = await acknowledgeComplaint(site.db, { ...step, nation: site.landlord.nation });
    if (!isDone) return refuse(context, {}, { complaint: words.acknowledge.gone });
    throw redirect(`${path}?saved=acknowledge`, 303);
  }
  if (form.change === "answer") {
    await requireStaff(args, MAY.changeRepairs);
    if (!(await answerComplaint(site.db, step))) return refuse(context, {}, { complaint: words.answer.gone });
    throw redirect(`${path}?saved=answer`, 303);
  }
  const checked = checkFields(complaintFields, form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  await writeComplaint(site.db, { complaintId: complaint.id, ...checked.answer });
  throw redirect(`${path}?saved=words`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Complaint() {
  return <ComplaintPage {...useLoaderData<typeof loader>()} />;
}
