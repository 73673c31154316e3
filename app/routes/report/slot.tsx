import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Choice, parseOfferKey } from "#app/domain/offers.ts";
import { SlotPage } from "#app/features/report/slot-page.tsx";
import { NONE_SUIT } from "#app/journeys/report-facts.ts";
import { holdOffer } from "#app/services/hold-offer.server.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { ableFor, holdIsFor } from "#app/services/report-outlook.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { isChange, keepAnswer, keepHoldAndTyped, originOf, pageAfter, requirePage, requireReport } from "./draft.server.ts";
import { pickerView } from "./picker.server.ts";
import { pageView } from "./view.server.ts";

const SLUG = "slot";

/** The picker: real slots, earliest first, and the chosen one held. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const open = await requireReport(args, { withOffers: true });
  const page = requirePage(open, SLUG);
  const { searchParams } = new URL(request.url);
  return { ...pageView(open, page, context, isChange(args)), ...pickerView(open, searchParams, context.words) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await readForm(request);
  const open = await requireReport(args, { withOffers: true });
  requirePage(open, SLUG);
  if (form.intent === "keep") return keepHoldAndTyped(args, open, undefined, form);
  const typed = typeof form.offer === "string" ? form.offer : "";
  if (typed === NONE_SUIT) await keepAnswer(args, open, { slug: SLUG, typed: { offer: NONE_SUIT } });
  else {
    const outcome = await choose(args, open, typed);
    if (outcome === "gone") throw redirect(`/report/${open.draft.id}/${SLUG}?gone`, 303);
    if (outcome === "nothing") {
      context.mistake = { typed: {}, errors: { offer: context.words.report.slot.error } };
      return data(null, { status: 422 });
    }
  }
  throw redirect(await pageAfter(args, SLUG), 303);
}

type Wish = Pick<Required<OpenReport>, "job"> & { offer: Choice; open: OpenReport };

/** Keeps what was chosen. Only what is offered can be: a hazard has no offers after its date. */
async function choose(args: ActionFunctionArgs, open: OpenReport, typed: string): Promise<"chosen" | "gone" | "nothing"> {
  const offer = parseOfferKey(typed);
  const { job } = open;
  if (!offer || !job?.problem.trade) return "nothing";
  const hold = await holdChosen(args, { open, job, offer });
  if (hold === "gone") return "gone";
  const unheld = hold === "unheld" && { unheld: "yes" };
  await keepAnswer(args, open, { slug: SLUG, typed: { offer: typed, for: holdIsFor(job), ...unheld } });
  return "chosen";
}

/** Holds what was chosen; where the public hold enough of that date it stays free for whoever sends first. Too many from one place: 429. */
async function holdChosen({ context }: ActionFunctionArgs, { open, job, offer }: Wish): Promise<"held" | "unheld" | "gone"> {
  const isSame = ({ date, window }: Choice) => date === offer.date && window === offer.window;
  if (open.hold && isSame(open.hold)) return "held";
  if (!open.offers?.some(isSame)) return "gone";
  const wanted = {
    offer,
    ...ableFor(job),
    visits: job.problem.visits,
    rules: open.rules,
    from: originOf(context),
    now: context.now,
  };
  const answer = await holdOffer(context.site.db, { draftId: open.draft.id, ...wanted });
  if (answer.ok) return "held";
  if (answer.reason === "too-many") throw new Response(null, { status: 429 });
  return answer.reason === "not-held" ? "unheld" : "gone";
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Slot() {
  return <SlotPage {...useLoaderData<typeof loader>()} />;
}
