import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { type SoonerAskProps, SoonerPage, type SoonerPageProps } from "#app/features/follow/sooner-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { soonerFields } from "#app/journeys/sooner-forms.ts";
import { askSooner, mayAskSooner, stopSooner } from "#app/services/ask-sooner.server.ts";
import type { OwnRepair } from "#app/services/read-own-repair.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { type Own, requireOwn } from "./own.server.ts";
import { afterAnswer, answerOffer, soonerView, standsIn } from "./sooner-view.server.ts";

/** What is held for them now; that it has gone; or what suits them. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const open = await requireOwn(args);
  const page = await pageOf(open, new URL(args.request.url).searchParams.has("gone"), context);
  if (!page) throw redirect(open.path, 303);
  const { sooner } = context.words;
  const title = page.kind === "ask" ? page.title : sooner[page.kind].title;
  return { ...page, documentTitle: pageTitle(context, title) };
}

async function pageOf({ own, path }: Own, isGone: boolean, context: RequestContext): Promise<SoonerPageProps | undefined> {
  if (isGone) return { kind: "over", repair: path };
  if (!mayAskSooner(own, context.now)) return undefined;
  const { offer, ...asked } = await soonerView(own, context);
  return offer && !context.mistake ? { ...offer, back: path } : { ...askView(own, asked, context), back: path };
}

type Asked = Pick<Awaited<ReturnType<typeof soonerView>>, "wish" | "rules">;

function askView(own: OwnRepair, { wish, rules }: Asked, context: RequestContext): Omit<SoonerAskProps, "back"> {
  const { words } = context;
  const { ask, change } = words.sooner;
  const values = wish && { windows: wish.windows, notice: String(wish.noticeHours) };
  return {
    kind: "ask",
    title: wish ? change.title : ask.title,
    lead: [standsIn(own, words), ask.lead.how, wish ? change.since(instantIn(words, wish.askedAt)) : ask.unanswered],
    fields: fieldViews(soonerFields(words, rules.windows), context, values),
    button: wish ? change.button : ask.button,
    isWaiting: wish !== undefined,
  };
}

/** Answers the offer, stops asking, or keeps what suits. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const form = await readForm(request);
  const open = await requireOwn(args);
  const { own, path } = open;
  const { site, now } = context;
  const answer = await answerOffer(own, form, context);
  if (answer) throw redirect(afterAnswer(answer, open), 303);
  if (form.intent === "stop") {
    await stopSooner(site.db, { repairId: own.repair.id, now });
    throw redirect(`${path}?saved=sooner-stopped`, 303);
  }
  const { windows: worked } = await readRules(site.db, localDate(now));
  const fields = soonerFields(context.words, worked);
  const typed = fieldsOf(form, Object.keys(fields));
  const checked = checkFields(fields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const { windows, notice } = checked.answer;
  const isKept = await askSooner(site.db, { own, windows, noticeHours: Number(notice), now });
  throw redirect(isKept ? `${path}?saved=sooner-asked` : path, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Sooner() {
  return <SoonerPage {...useLoaderData<typeof loader>()} />;
}
