import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TENANT_KINDS } from "#app/domain/message.ts";
import { MAY } from "#app/domain/staff.ts";
import { TemplatesPage } from "#app/features/staff/templates-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readTemplate } from "#app/services/write-message.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { languageOf, previewOf } from "./templates.server.ts";

export const handle = { roles: MAY.accounts };

/** Every kind of message, as its text reads. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const rows: { kind: string; what: string; text: string; words: string }[] = [];
  for (const kind of TENANT_KINDS) {
    const { words, isOwn } = await readTemplate(context.site.db, { kind, language: languageOf(context) });
    const { own, standard } = staff.templates;
    rows.push({ kind, what: staff.messages.kinds[kind], text: previewOf(words, kind, context).text, words: isOwn ? own : standard });
  }
  return {
    staffView: staffViewOf(who, "/staff/messages/templates"),
    documentTitle: staffTitle(context, staff.templates.title),
    rows,
    saved: savedWords(args, staff.templates.saved),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Templates() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />;
}
