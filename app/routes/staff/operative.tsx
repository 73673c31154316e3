import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { OperativePage } from "#app/features/staff/operatives-page.tsx";
import { operativeFields, operativeValues, readOperativeForm } from "#app/journeys/operative-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { listAccreditations } from "#app/services/read-operative.server.ts";
import { saveOperative } from "#app/services/save-operative.server.ts";
import { fieldsOf, readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse, savedWords } from "../form.server.ts";
import { closureNames } from "./closing.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { requireOperative } from "./operative.server.ts";

export const handle = { roles: MAY.calendar };

/** The operative of the address; undefined for a new one. */
const existingOf = (args: LoaderFunctionArgs) => (args.params.operative === "new" ? undefined : requireOperative(args));

const factsOf = async (context: LoaderFunctionArgs["context"]) => ({
  ...(await closureNames(context)),
  accreditations: await listAccreditations(context.site.db),
});

/** One operative, or a new one. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const found = await existingOf(args);
  const title = found?.operative.name ?? staff.operative.newTitle;
  const values = found ? operativeValues({ ...found, ...found.operative }) : { contractor: staff.operative.ownTeam };
  return {
    title,
    staffView: staffViewOf(who, "/staff/operatives"),
    documentTitle: staffTitle(context, title),
    fields: fieldViews(operativeFields(await factsOf(context)), context, values),
    version: found?.operative.version ?? 0,
    pattern: found && `/staff/operatives/${found.operative.id}/pattern`,
    saved: savedWords(args, { yes: staff.operative.saved }),
    problem: context.mistake?.errors.operative,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const found = await existingOf(args);
  const form = await readForm(args.request);
  const facts = await factsOf(context);
  const typed = fieldsOf(form, Object.keys(operativeFields(facts)));
  const read = readOperativeForm(typed, facts);
  if ("errors" in read) return refuse(context, typed, read.errors);
  const existing = found && { id: found.operative.id, version: versionOf(form.version) };
  const id = await saveOperative(context.site.db, { existing, ...read.details, who: who.id, now: context.now });
  if (id === undefined) return refuse(context, typed, { operative: staff.operative.stale });
  throw redirect(found ? `/staff/operatives/${id}?saved=yes` : `/staff/operatives/${id}/pattern`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Operative() {
  return <OperativePage {...useLoaderData<typeof loader>()} />;
}
