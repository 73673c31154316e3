import { readForm } from "#app/web/forms.server.ts";

/** What was typed into the search box; the first where it came twice. */
export async function typedIn(request: Request): Promise<string> {
  const { q = "" } = await readForm(request);
  return [q].flat()[0] ?? "";
}
