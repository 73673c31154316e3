/** What one page's form sent: text as typed, several values where a name is repeated. */
export type Form = Record<string, string | string[]>;

/** Characters no database takes: NUL, and halves of surrogate pairs. */
export const clean = (typed: string) => typed.replaceAll("\0", "").toWellFormed();

/** Reads a posted form. Files count as nothing typed. Throws a 422 Response where the body is not a form. */
export async function readForm(request: Request): Promise<Form> {
  const data = await request.formData().catch(() => {
    throw new Response(null, { status: 422 });
  });
  const values = new Map<string, string[]>();
  for (const [name, value] of data) {
    const typed = typeof value === "string" ? clean(value) : "";
    const before = values.get(name);
    if (before) before.push(typed);
    else values.set(name, [typed]);
  }
  return Object.fromEntries([...values].map(([name, typed]) => [name, typed.length === 1 ? (typed[0] ?? "") : typed]));
}

/** The fields of a form that a page asks for, and no others. */
export function fieldsOf(form: Form, names: readonly string[]): Form {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(form, name) ? [[name, form[name] as string | string[]]] : [])));
}
