import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { MessagesPage } from "#app/features/staff/messages-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readMessages } from "#app/services/read-messages.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { asList, rowOf, showing, takeStep } from "./messages.server.ts";
import { isSeen } from "./restricted.server.ts";

export const handle = { roles: MAY.repairs };

const OWN = "/staff/messages";
const MESSAGES_A_PAGE = 50;

/** A list of messages in their words. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  const { searchParams } = new URL(request.url);
  const isOpen = context.site.outbox?.isOpen ?? false;
  const list = asList(searchParams.get("list"), isOpen);
  const before = /^[0-9a-z]{26}$/.exec(searchParams.get("before") ?? "")?.[0];
  const asked = { list, before, most: MESSAGES_A_PAGE, now: context.now };
  const { shown, counts, more } = await readMessages(context.site.db, { ...asked, ...showing(context) });
  const { lists, none, why, title, count, saved } = staff.messages;
  const isOver = list === "sent" || list === "failed";
  return {
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, title),
    ...{ list, isOpen, name: lists[list], none: none[list], why: why[list] },
    lists: Object.entries(lists).map(([each, name]) => ({
      ...{ href: `${OWN}?list=${each}`, isCurrent: each === list },
      text: each === "sent" ? name : count(name, counts[asList(each, isOpen)]),
    })),
    rows: shown.filter(({ home }) => isSeen(home, context)).map((each) => rowOf(each, list, context)),
    earlier: more && isOver ? `${OWN}?list=${list}&before=${shown.at(-1)?.message.id}` : undefined,
    first: before && isOver ? `${OWN}?list=${list}` : undefined,
    templates: MAY.accounts.some((role) => role === who.role) ? `${OWN}/templates` : undefined,
    saved: savedWords(args, saved),
    problem: context.mistake?.errors.message,
  };
}

/** What is done about one message, or about all that were given up. */
export async function action(args: ActionFunctionArgs) {
  const { refusal, step, list } = await takeStep(args, handle.roles);
  if (refusal) return refusal;
  throw redirect(`${OWN}?list=${list}&saved=${step}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Messages() {
  return <MessagesPage {...useLoaderData<typeof loader>()} />;
}
