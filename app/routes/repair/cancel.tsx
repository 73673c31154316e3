import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import { CancelPage } from "#app/features/follow/cancel-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { cancelReasons } from "#app/journeys/own-repair-forms.ts";
import { cancelOwnRepair } from "#app/services/cancel-own-repair.server.ts";
import type { OwnRepair } from "#app/services/read-own-repair.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { requireOwn } from "./own.server.ts";
import { promiseIn } from "./own-view.server.ts";

const NOT_HOME = "not-home";

/** Damp, mould, a leak or safety: an officer looks at it before it is dropped. */
const isCareful = ({ repair, emergency }: OwnRepair) => needsOfficerToClose(repair) || emergency !== null;

/** What a closed repair has to do with this page: nothing. */
async function requireOpen(args: LoaderFunctionArgs) {
  const open = await requireOwn(args);
  if (open.own.repair.status !== "open") throw redirect(open.path, 303);
  return open;
}

/** The reasons there are; or, once one was given, whether they are sure. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { words } = context;
  const { own, path } = await requireOpen(args);
  const fields = cancelReasons(words, own.current !== undefined);
  const asked = new URL(args.request.url).searchParams.get("why") ?? "";
  const why = context.mistake || "errors" in checkFields(fields, { reason: asked }) ? undefined : asked;
  const view = why === undefined ? { title: words.ownVisit.cancel.title, fields: fieldViews(fields, context) } : sureView(own, context);
  return {
    ...view,
    why,
    path,
    problem: context.mistake?.errors.repair,
    visit: own.current && promiseIn(own.current, words),
    documentTitle: pageTitle(context, view.title),
  };
}

function sureView(own: OwnRepair, { words }: RequestContext) {
  const { cancel } = words.ownVisit;
  if (isCareful(own)) return { title: cancel.askTitle, lead: cancel.ask, button: cancel.askButton, fields: [] };
  return { title: cancel.sure, lead: cancel.sureWhat, button: cancel.sureButton, fields: [] };
}

/** Asks to confirm what was chosen, and does it once it was. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, words, now } = context;
  const { own, path } = await requireOpen(args);
  const form = await readForm(args.request);
  const checked = checkFields(cancelReasons(words, own.current !== undefined), form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const { reason } = checked.answer;
  if (reason === NOT_HOME) throw redirect(`${path}/not-in`, 303);
  if (form.sure !== "yes") throw redirect(`${path}/cancel?why=${reason}`, 303);
  const answer = await cancelOwnRepair(site.db, { repair: own.repair, reason, changes: site.landlord.visitChanges, now });
  if (answer === "begun" || answer === "stale") return refuse(context, form, { repair: words.ownVisit.cancel[answer] });
  throw redirect(`${path}?saved=${answer}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Cancel() {
  return <CancelPage {...useLoaderData<typeof loader>()} />;
}
