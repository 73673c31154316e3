/** What one page's form sent: text as typed, several values where a name is repeated. */
export type Form = Record<string, string | string[]>;

/** Characters no database takes: NUL, and halves of surrogate pairs. */
export const clean = (typed: string) => typed.replaceAll("\0", "").toWellFormed();

/** Reads a posted form. Files count as nothing typed. Throws a 422 Response where the body is not a form. */
export async function readForm(request: Request): Promise<Form> {
  const data = await request.formData().catch(() => {
    throw new Response(null, { status: 422 });
  });
  return gather([...data].map(([name, value]) => [name, typeof value === "string" ? value : ""]));
}

/** Fields as they were typed, in their order: cleaned, and those of one name together. */
export function gather(typed: Iterable<readonly [string, string]>): Form {
  const values = new Map<string, string[]>();
  for (const [name, value] of typed) {
    const before = values.get(name);
    if (before) before.push(clean(value));
    else values.set(name, [clean(value)]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? "") : all]));
}

/** The fields of a form that a page asks for, and no others. */
export function fieldsOf(form: Form, names: readonly string[]): Form {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(form, name) ? [[name, form[name] as string | string[]]] : [])));
}

/** A version that a form saw, as it was sent; -1, which nothing has, where it is no whole number that a row can have. */
export function versionOf(typed: Form[string] | undefined): number {
  return typeof typed === "string" && /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
}
