import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { channelOf } from "#app/domain/acting.ts";
import { MAY } from "#app/domain/staff.ts";
import { TaskPage } from "#app/features/contact-centre/task-page.tsx";
import { tryFields } from "#app/journeys/call-list-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { handleMessage } from "#app/services/handle-message.server.ts";
import { readTask } from "#app/services/read-call-list.server.ts";
import { giveBackTask, recordTry, takeCallTask } from "#app/services/work-call-list.server.ts";
import { clean, readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, newSubmission, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { showing } from "../staff/messages.server.ts";
import { openHome } from "../staff/restricted.server.ts";
import { evidenceLine, rowsOf, triesView } from "./task.server.ts";

export const handle = { roles: MAY.contactCentre };

const LIST = "/contact-centre/list";
const { task: words, gone } = staff.callList;

/** One to be reached: who, why, and what was tried. Where it is settled the list follows. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const who = await requireStaff(args, handle.roles);
  const { landlord, hidden } = showing(context);
  const read = await readTask(context.site.db, { id: clean(params.task ?? ""), landlord, hidden, now: context.now });
  if (!read) throw new Response(null, { status: 404 });
  const { task, found, text } = read;
  if (found) await openHome(args, { home: found.home, what: "repair", repairId: found.repair.id });
  const isMine = task.taken?.who === who.id;
  return {
    staffView: staffViewOf(who, LIST),
    documentTitle: staffTitle(context, staff.callList.what[task.kind]),
    title: staff.callList.what[task.kind],
    rows: rowsOf(read, isMine, context),
    say: text,
    repair: found ? `/staff/repairs/${found.repair.reference}` : undefined,
    evidence: evidenceLine(read),
    tries: triesView(read, context),
    fields: isMine ? fieldViews(tryFields, context) : [],
    ...{ isMine, mayTake: task.taken === undefined, canResend: isMine && task.kind === "failed" },
    state: isMine ? undefined : task.taken && staff.callList.states.taken(task.taken.name, instantIn(context.words, task.taken.until)),
    submission: newSubmission(),
    problem: context.mistake?.errors.task,
  };
}

type Press = (args: ActionFunctionArgs, own: { id: string; who: string; channel: string; now: Date }) => Promise<string | undefined>;

/** What takes one press, by its name: where it leads, or nothing where it is refused. */
const PRESSES: Readonly<Record<string, Press | undefined>> = Object.assign(Object.create(null), {
  take: async ({ context }, own) => ((await takeCallTask(context.site.db, own)) ? `${LIST}/${own.id}` : undefined),
  back: async ({ context }, own) => {
    await giveBackTask(context.site.db, own);
    return `${LIST}?saved=back`;
  },
  resend: async ({ context: { site } }, { id, ...by }) => {
    const isSent = await handleMessage(site.db, { step: "again", id: id.replace(/^failed-/, ""), ...by });
    site.sendNow?.();
    return isSent ? `${LIST}?saved=resent` : LIST;
  },
} satisfies Record<string, Press>);

/** Takes it, gives it back, sends a failed message again, or keeps a try. */
export async function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(args.request);
  const own = { id: clean(params.task ?? ""), who: who.id, channel: channelOf(who.role), now: context.now };
  const press = PRESSES[String(form.change)];
  if (press) {
    const to = await press(args, own);
    if (to === undefined) return refuse(context, {}, { task: gone });
    throw redirect(to, 303);
  }
  const checked = checkFields(tryFields, form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const isKept = await recordTry(context.site.db, { ...own, ...checked.answer, submission: String(form.submission ?? "") });
  if (!isKept) return refuse(context, form, { task: words.lapsed });
  throw redirect(`${LIST}?saved=tried`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Task() {
  return <TaskPage {...useLoaderData<typeof loader>()} />;
}
