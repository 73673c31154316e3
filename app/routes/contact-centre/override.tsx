import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { BookRepairPage } from "#app/features/staff/book-repair-page.tsx";
import { overrideFields } from "#app/journeys/caller-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { offersBeyond } from "#app/services/move-own-visit.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { openCaller, readCaller } from "./caller.server.ts";
import { chosenOf, moveForCaller, offerIn, timesView, visitOf, whyNot } from "./move.server.ts";

export const handle = { roles: MAY.overrideRules };

const { move, override } = staff.caller;

/** Every time somebody can come, whatever tenants are held to; why must be said. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { site, now } = args.context;
  const opened = await openCaller(args, override.title, handle);
  const { own, rules } = opened;
  const refusal = whyNot(own, visitOf(own), args.context);
  const isClosed = refusal?.code === "closed";
  const offers = isClosed ? [] : await offersBeyond(site.db, own, { rules, now });
  return {
    ...timesView({ opened, offers, below: "override" }, args),
    warning: refusal?.words,
    why: isClosed ? move.refused.closed : offers.length > 0 ? override.why : staff.repairChange.book.none,
    second: fieldViews(overrideFields, args.context)[0],
    button: override.button,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const read = await readCaller(args, handle.roles);
  const { own, form } = read;
  const checked = checkFields(overrideFields, form);
  const errors = { ...(offerIn(form) ? {} : { offer: move.error }), ...("errors" in checked ? checked.errors : {}) };
  if ("errors" in checked || Object.keys(errors).length > 0) return refuse(context, form, errors);
  const rules = await readRules(context.site.db, localDate(context.now));
  const offers = await offersBeyond(context.site.db, own, { rules, now: context.now });
  const chosen = chosenOf(offers, form);
  return moveForCaller(args, { read, rules, offers, override: { ...checked.answer, keptFor: chosen?.keptFor } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Override() {
  return <BookRepairPage {...useLoaderData<typeof loader>()} />;
}
