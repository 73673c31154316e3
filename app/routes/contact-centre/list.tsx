import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TASK_KINDS } from "#app/domain/call-task.ts";
import { MAY } from "#app/domain/staff.ts";
import { CallListPage } from "#app/features/contact-centre/call-list-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { type ListedTask, readCallList } from "#app/services/read-call-list.server.ts";
import { takeCallTask } from "#app/services/work-call-list.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse, savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";
import { runningCallView } from "./running-call.server.ts";

export const handle = { roles: MAY.contactCentre };

const OWN = "/contact-centre/list";
const MOST = 50;
const words = staff.callList;

/** Whom to reach, in turn: for every reason, or for one. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const asked = new URL(request.url).searchParams.get("kind");
  const kind = TASK_KINDS.find((each) => each === asked);
  const { tasks, counts } = await readCallList(context.site.db, { kinds: kind ? [kind] : TASK_KINDS, most: MOST, now: context.now });
  const all = TASK_KINDS.reduce((sum, each) => sum + counts[each], 0);
  return {
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, words.title),
    kinds: [
      { href: OWN, text: words.count(words.all, all), isCurrent: kind === undefined },
      ...TASK_KINDS.map((each) => {
        return { href: `${OWN}?kind=${each}`, text: words.count(words.kinds[each], counts[each]), isCurrent: each === kind };
      }),
    ],
    rows: tasks.map((task) => rowOf(task, who.id, context)),
    more: (kind ? counts[kind] : all) > tasks.length ? words.more(tasks.length) : undefined,
    saved: savedWords(args, words.saved),
    call: await runningCallView(who.id, context),
    problem: context.mistake?.errors.task,
  };
}

function rowOf({ id, kind, reference, isUrgent, since, nextTryAt, taken }: ListedTask, who: string, { words: all, now }: RequestContext) {
  const { states, what } = words;
  const isMine = taken?.who === who;
  const held = taken && (isMine ? states.mine(instantIn(all, taken.until)) : states.taken(taken.name, instantIn(all, taken.until)));
  const next = nextTryAt && nextTryAt > now ? states.next(instantIn(all, nextTryAt)) : undefined;
  return {
    ...{ id, reference, isUrgent, what: what[kind], about: words.about(what[kind], reference) },
    href: isMine ? `${OWN}/${id}` : undefined,
    mayTake: taken === undefined,
    since: kind === "moving" ? words.today : instantIn(all, since),
    state: held ?? next ?? states.free,
  };
}

/** Takes one, where nobody else has it. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const form = await readForm(args.request);
  const id = String(form.task ?? "");
  const isTaken = await takeCallTask(context.site.db, { id, who: who.id, now: context.now });
  if (!isTaken) return refuse(context, {}, { task: words.gone });
  throw redirect(`${OWN}/${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function CallList() {
  return <CallListPage {...useLoaderData<typeof loader>()} />;
}
