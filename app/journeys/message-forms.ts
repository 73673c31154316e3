import type { TenantKind } from "#app/domain/message.ts";
import { fieldsOf } from "#app/domain/message-fields.ts";
import { unknownFields } from "#app/domain/template.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, text } from "./fields.ts";

const { templates } = staff;

/** Two text messages, and more than anybody reads. */
const MOST = { text: 306, subject: 100, body: 2000 };

/** One part of the words of a kind of message, which may name that kind's fields and no others. */
function part(kind: TenantKind, name: keyof typeof MOST): Field<string> {
  const known = fieldsOf(kind);
  const field = text({ ...templates[name], tooLong: templates.tooLong, max: MOST[name], kind: name === "subject" ? "text" : "textarea" });
  const unknown = (typed: string) => unknownFields(typed, known);
  return {
    ...field,
    schema: field.schema.superRefine((typed, context) => {
      const names = unknown(typed);
      if (names.length > 0) context.addIssue({ code: "custom", message: templates.unknown(names, known) });
    }),
  };
}

/** The words of a kind of message. */
export const templateFields = (kind: TenantKind) => ({
  text: part(kind, "text"),
  subject: part(kind, "subject"),
  body: part(kind, "body"),
});
