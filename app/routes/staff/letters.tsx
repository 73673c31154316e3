import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addressLines } from "#app/domain/address.ts";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { LettersPage } from "#app/features/staff/letters-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readMessages } from "#app/services/read-messages.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { showing, takeStep } from "./messages.server.ts";
import { isSeen } from "./restricted.server.ts";

export const handle = { roles: MAY.repairs };

const OWN = "/staff/messages/letters";
/** As many as one person folds. */
const MOST_LETTERS = 100;

/** The letters that wait, as they are printed. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const { now, words, site } = context;
  const { shown } = await readMessages(site.db, { list: "letters", most: MOST_LETTERS, now, ...showing(context) });
  return {
    staffView: staffViewOf(who, OWN),
    documentTitle: staffTitle(context, staff.messages.lettersTitle),
    letters: shown.flatMap(({ message: { id }, reference, receiver, home, written }) =>
      written && isSeen(home, context)
        ? {
            ...{ id, reference, name: receiver?.name ?? staff.messages.resident, address: addressLines(home) },
            ...{ date: words.format.date(localDate(now)), subject: written.subject, paragraphs: written.body.split(/\n{2,}/) },
          }
        : [],
    ),
    problem: context.mistake?.errors.message,
  };
}

/** One of them is posted. */
export async function action(args: ActionFunctionArgs) {
  const { refusal } = await takeStep(args, handle.roles);
  if (refusal) return refusal;
  throw redirect(OWN, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Letters() {
  return <LettersPage {...useLoaderData<typeof loader>()} />;
}
