import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { BookRepairPage } from "#app/features/staff/book-repair-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { offersToMove } from "#app/services/move-own-visit.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { openCaller, readCaller } from "./caller.server.ts";
import { isOneOf, moveForCaller, timesView, visitOf, whyNot } from "./move.server.ts";

export const handle = { roles: MAY.contactCentre };

const { move } = staff.caller;

/** The times that a tenant could choose themselves; or why they cannot any more, and who can set that aside. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { site, now } = args.context;
  const opened = await openCaller(args, move.title, handle);
  const { own, rules, who } = opened;
  const refusal = whyNot(own, visitOf(own), args.context);
  const offers = refusal ? [] : await offersToMove(site.db, own, { rules, now });
  const instead = isOneOf(MAY.overrideRules, who.role) ? move.aside : move.who;
  const closed = refusal?.code === "closed" ? refusal.words : undefined;
  return {
    ...timesView({ opened, offers, below: "move" }, args),
    why: closed ?? (refusal ? `${refusal.words} ${instead}` : offers.length > 0 ? move.why : move.none),
    second: undefined,
    button: move.button,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { site, now } = args.context;
  const read = await readCaller(args, handle.roles);
  const rules = await readRules(site.db, localDate(now));
  return moveForCaller(args, { read, rules, offers: await offersToMove(site.db, read.own, { rules, now }) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function MoveForCaller() {
  return <BookRepairPage {...useLoaderData<typeof loader>()} />;
}
