import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOperative } from "#app/services/read-operative.server.ts";
import { clean } from "#app/web/forms.server.ts";

/** The operative of the address. Throws a 404 where there is none. */
export async function requireOperative({ params, context: { site, now } }: LoaderFunctionArgs) {
  const found = await readOperative(site.db, { id: clean(params.operative ?? ""), now });
  if (!found) throw new Response(null, { status: 404 });
  return found;
}
