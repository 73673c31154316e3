import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isNotAlone } from "#app/domain/home.ts";
import { localDate } from "#app/domain/local-date.ts";
import { parseOfferKey } from "#app/domain/offers.ts";
import { MAY, type Role } from "#app/domain/staff.ts";
import { BookRepairPage } from "#app/features/staff/book-repair-page.tsx";
import { secondFields } from "#app/journeys/alone-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { bookRepair, offersForRepair } from "#app/services/book-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { offerDays } from "./offer-times.server.ts";
import type { requireRepairCase } from "./repair.server.ts";
import { openChange, readChange, refuseStale } from "./repair-change.server.ts";
import { askedRows, nobodyFor } from "./wish.server.ts";

export const handle = { roles: MAY.contactCentre };

const { book } = staff.repairChange;
const DAYS_A_PAGE = 4;

type Case = Awaited<ReturnType<typeof requireRepairCase>>;

/** Why nothing can be booked for a repair; undefined where it can. */
function refusalOf({ repair, home }: Case, role: Role): string | undefined {
  if (!repair.trade) return book.noTrade;
  if (isNotAlone(home) && !MAY.changeRepairs.some((each) => each === role)) return staff.caller.notAlone;
  return repair.waitsFor === "identity" && !repair.proven ? book.identity : undefined;
}

/** What an officer must know before they book. */
function warningOf({ home, visits }: Case): string | undefined {
  return [isNotAlone(home) && staff.alone.booking, visits === 2 && book.twoVisits].filter(Boolean).join(" ") || undefined;
}

/** The next times that somebody can come, a few days of them. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { request, context } = args;
  const { who, found, rules, view } = await openChange(args, book.title, handle);
  const refusal = refusalOf(found, who.role);
  const offers = refusal ? [] : await offersForRepair(context.site.db, found, { rules, now: context.now });
  const error = context.mistake?.errors.offer;
  return {
    ...view,
    why: refusal ?? (offers.length > 0 ? book.why : nobodyFor(found, book.none)),
    warning: refusal ? undefined : warningOf(found),
    now: [...view.now, ...askedRows(found)],
    second: isNotAlone(found.home) ? fieldViews(secondFields, context)[0] : undefined,
    ...offerDays(offers, { request, words: context.words, path: `${view.path}/book`, days: DAYS_A_PAGE, late: book.late }),
    field: {
      kind: "radios" as const,
      name: "offer",
      label: book.label,
      value: context.mistake?.typed.offer ?? "",
      ...(error && { error }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { context } = args;
  const { site, now } = context;
  const { who, found, form, seen, path } = await readChange(args, handle.roles);
  const offer = parseOfferKey(String(form.offer ?? ""));
  const isPair = isNotAlone(found.home);
  const checked = isPair ? checkFields(secondFields, form) : { answer: {} };
  const errors = "errors" in checked ? checked.errors : {};
  if (!offer || refusalOf(found, who.role)) return refuse(context, form, { offer: book.error, ...errors });
  if (Object.keys(errors).length > 0) return refuse(context, form, errors);
  const rules = await readRules(site.db, localDate(now));
  const answer = await bookRepair(site.db, { ...seen, offer, rules, visits: found.visits ?? 1, isPair });
  if (answer.ok) throw redirect(path, 303);
  return answer.reason === "stale" ? refuseStale(context, found, form) : refuse(context, form, { offer: book.gone });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function BookRepair() {
  return <BookRepairPage {...useLoaderData<typeof loader>()} />;
}
