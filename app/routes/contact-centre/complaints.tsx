import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { channelOf } from "#app/domain/acting.ts";
import { addressLine } from "#app/domain/address.ts";
import { complaintState } from "#app/domain/complaint.ts";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { ComplaintsPage } from "#app/features/contact-centre/complaints-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { type ComplaintCase, readComplaints } from "#app/services/read-complaints.server.ts";
import { recordComplaint } from "#app/services/record-complaint.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { newSubmission } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { isSeen } from "../staff/restricted.server.ts";

export const handle = { roles: MAY.contactCentre };

const OWN = "/contact-centre/complaints";
const MOST = 200;
const words = staff.complaints;

/** The complaints that are not answered, or those that are. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const list = new URL(request.url).searchParams.get("list") === "answered" ? "answered" : "open";
  const { cases, unacknowledged } = await readComplaints(context.site.db, { isAnswered: list === "answered", most: MOST });
  return {
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, words.title),
    ...{ caption: words.caption[list], none: words.none[list] },
    lists: Object.entries(words.lists).map(([each, text]) => ({ href: `${OWN}?list=${each}`, text, isCurrent: each === list })),
    waiting: unacknowledged > 0 ? words.waiting(unacknowledged) : undefined,
    rows: cases.map((each) => rowOf(each, context)),
  };
}

function rowOf({ complaint, home, reference }: ComplaintCase, context: RequestContext) {
  const { format, ...own } = context.words;
  const { now } = context;
  const { step, isLate } = complaintState(complaint, localDate(now));
  const due = { acknowledge: complaint.acknowledgeBy, answer: complaint.answerBy };
  return {
    ...{ href: `${OWN}/${complaint.id}`, when: instantIn({ format, ...own }, complaint.at), isLate },
    about:
      [home && (isSeen(home, context) ? addressLine(home) : staff.restricted.address), reference].filter(Boolean).join(", ") ||
      words.nothing,
    step: step === "answered" ? words.steps.answered : words.steps[step](format.date(due[step])),
  };
}

/** Records one by one press. */
export async function action(args: ActionFunctionArgs) {
  const { site, now } = args.context;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(args.request);
  const [reference, uprn] = [String(form.reference ?? ""), String(form.uprn ?? "")];
  const submission = String(form.submission ?? "") || newSubmission();
  const by = { who: who.id, channel: channelOf(who.role), now };
  const id = await recordComplaint(site.db, { reference, uprn, submission, nation: site.landlord.nation, ...by });
  throw redirect(`${OWN}/${id}?saved=recorded`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Complaints() {
  return <ComplaintsPage {...useLoaderData<typeof loader>()} />;
}
