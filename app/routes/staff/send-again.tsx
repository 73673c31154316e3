import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SendAgainPage } from "#app/features/staff/send-again-page.tsx";
import { isSecretField } from "#app/journeys/own-account-forms.ts";
import { roleName } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { type Form, readForm } from "#app/web/forms.server.ts";
import { findStaff, keepNext, nextPath } from "#app/web/staff.server.ts";
import { sendsFiles } from "#app/web/upload.server.ts";
import { staffTitle } from "./form.server.ts";

/** More than every form of ours together: a page holds it twice. */
const MOST_KEPT = 200_000;

/** What was posted to another page when nobody was signed in (any more): this page keeps it, and no row does. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const kept = context.mistake?.typed;
  if (!kept) throw redirect(nextPath(request), 303);
  const who = await findStaff(args);
  const title = who?.verified ? staff.sendAgain.title : staff.sendAgain.outTitle;
  return {
    title,
    documentTitle: staffTitle({ words: context.words, site: context.site }, title),
    who: who?.verified ? staff.signedInAs(who.name, roleName(who.role)) : undefined,
    next: nextPath(request),
    kept,
    words: wordsOf(kept),
    hasFiles: sendsFiles(request),
  };
}

/** What somebody wrote, as against what they chose: ids, versions and dates have no space in them. */
const wordsOf = (kept: Form) => [...new Set(Object.values(kept).flat())].filter((value) => /\s/.test(value.trim()));

/** Keeps everything but secrets. Where nothing is left there is nothing to send again. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const kept = Object.fromEntries(Object.entries(await readForm(request)).filter(([name]) => !isSecretField(name)));
  const size = JSON.stringify(kept).length;
  if (size > MOST_KEPT) throw new Response(null, { status: 422 });
  if (Object.values(kept).flat().join("") === "") throw redirect(keepNext("/staff/sign-in", request), 303);
  context.mistake = { typed: kept, errors: {} };
  return data(null, { status: (await findStaff(args))?.verified ? 200 : 401 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function SendAgain() {
  return <SendAgainPage {...useLoaderData<typeof loader>()} />;
}
