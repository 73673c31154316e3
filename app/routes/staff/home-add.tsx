import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NOT_ALONE } from "#app/domain/household.ts";
import { MAY } from "#app/domain/staff.ts";
import { HomeFormPage } from "#app/features/staff/home-form-page.tsx";
import { readRecord, recordFields } from "#app/journeys/household-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { addHomeRecord } from "#app/services/keep-home-record.server.ts";
import { markHome } from "#app/services/mark-home.server.ts";
import { type Form, readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, newSubmission, refuse } from "../form.server.ts";
import { factsOf, homeFormView, homePath, mayMark, refuseStaleHome, requireHome, requireKind } from "./home.server.ts";

export const handle = { roles: MAY.repairs };

/** A need, a warning or a fact to be added to a home. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const who = await requireStaff(args, handle.roles);
  const kind = requireKind(params.kind);
  const place = await requireHome(args);
  const fields = recordFields(kind, factsOf(kind, context, { withMark: kind === "warning" && mayMark(who) }));
  return {
    ...homeFormView(staff.home.kinds[kind].add, place, { who, context }),
    ...{ why: [], fields: fieldViews(fields, context), end: undefined, button: staff.record.save.add },
    hidden: { submission: String(context.mistake?.typed.submission ?? newSubmission()), version: place.home.version },
  };
}

const submissionOf = ({ submission }: Form) =>
  typeof submission === "string" && /^[0-9a-f-]{36}$/.test(submission) ? submission : newSubmission();

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const kind = requireKind(params.kind);
  const { home } = await requireHome(args);
  const form = await readForm(args.request);
  const read = readRecord(kind, form, factsOf(kind, context, { withMark: kind === "warning" && mayMark(who) }));
  if ("errors" in read) return refuse(context, form, read.errors);
  const { said } = read;
  const by = { uprn: home.uprn, who: who.id, now };
  if (kind === "warning" && said.code === NOT_ALONE) {
    const mark = { version: versionOf(form.version), isMarked: true, why: said.words ?? "", until: said.until };
    const isThere = home.notAloneWhy === mark.why && home.notAloneUntil === mark.until;
    if (!isThere && !(await markHome(site.db, { ...by, ...mark }))) return refuseStaleHome(context, form, home);
  } else await addHomeRecord(site.db, { ...by, id: submissionOf(form), kind, said });
  throw redirect(`${homePath(home)}?saved=yes`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function AddToHome() {
  return <HomeFormPage {...useLoaderData<typeof loader>()} />;
}
