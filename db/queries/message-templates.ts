import { and, desc, eq } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

export type MessageTemplate = Schema["messageTemplates"]["$inferSelect"];

/** The latest version of the landlord's words for a kind of message; undefined where it never had any. */
export async function latestTemplate(
  query: Query,
  { messageTemplates: templates }: Schema,
  { kind, language }: Pick<MessageTemplate, "kind" | "language">,
): Promise<MessageTemplate | undefined> {
  const [found] = await query
    .select()
    .from(templates)
    .where(and(eq(templates.kind, kind), eq(templates.language, language)))
    .orderBy(desc(templates.version))
    .limit(1);
  return found;
}

/** Adds a version of the words for a kind of message; false where that version is there already: somebody was faster. */
export async function addTemplate(tx: Query, { messageTemplates }: Schema, template: MessageTemplate): Promise<boolean> {
  const added = await tx.insert(messageTemplates).values(template).onConflictDoNothing().returning({ version: messageTemplates.version });
  return added.length > 0;
}
