import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitFreedom } from "#app/domain/own-visit.ts";
import { FormPage } from "#app/features/follow/form-page.tsx";
import { MoveRefusedPage } from "#app/features/follow/move-page.tsx";
import { giveUpVisit } from "#app/services/give-up-visit.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { requireOwn } from "./own.server.ts";
import { promiseIn } from "./own-view.server.ts";

/** Asks whether nobody will be in. It is never refused before somebody has arrived. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { words, site, now } = context;
  const { own, path } = await requireOwn(args);
  if (!own.current) throw redirect(path, 303);
  const { notIn } = words.ownVisit;
  const visit = promiseIn(own.current, words);
  return {
    back: path,
    visit,
    title: notIn.title,
    lead: [notIn.visit(visit), notIn.what, notIn.next],
    button: notIn.button,
    closed: visitFreedom(own.current, site.landlord.visitChanges, now) === "closed" ? notIn.closed : undefined,
    documentTitle: pageTitle(context, notIn.title),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { site, now } = args.context;
  const { own, path } = await requireOwn(args);
  if (!own.current) throw redirect(path, 303);
  const given = await giveUpVisit(site.db, { appointmentId: own.current.id, changes: site.landlord.visitChanges, now });
  throw redirect(given === "closed" ? `${path}/not-in` : `${path}?saved=dropped`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function NotIn() {
  const { closed, visit, ...page } = useLoaderData<typeof loader>();
  if (closed) return <MoveRefusedPage back={page.back} visit={visit} why={closed} notIn={undefined} />;
  return <FormPage {...page} fields={[]} variant="warning" />;
}
