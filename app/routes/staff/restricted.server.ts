import { data } from "@remix-run/node";
import type { Address } from "#app/domain/address.ts";
import { maySee, type Restrictable, rolesFor } from "#app/domain/restricted.ts";
import { roleName } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { type Opened, recordOpening } from "#app/services/record-opening.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

type Asking = Pick<RequestContext, "staff">;

/** The roles that may open a home, in words. */
export const whoMaySee = (home: Restrictable): string => rolesFor(home).map(roleName).join(", ");

/** Whether whoever asks sees a home: all do but staff whom it is closed to. Operatives come by links of their own. */
export const isSeen = (home: Restrictable, { staff: who }: Asking): boolean => who === undefined || maySee(home, who.role);

/** What a browser asks for before anybody has: it opens nothing. */
const isAhead = ({ headers }: Request) => /prefetch|prerender/.test(`${headers.get("Sec-Purpose")} ${headers.get("Purpose")}`);

/**
 * Every page of staff that opens a home or anything of it comes by here: the opening is recorded, and a home that is restricted to others is
 * refused with a 403 that says nothing of it. A form that is posted, or shown again, opens nothing new.
 */
export async function openHome(
  { request, context }: { request: Request; context: RequestContext },
  { home, ...opened }: { home: Restrictable & { uprn: string } } & Omit<Opened, "who" | "uprn">,
): Promise<void> {
  const { staff: who, site, now, mistake } = context;
  if (!who) throw new Error("A home is opened by nobody");
  const may = maySee(home, who.role);
  const isNew = request.method === "GET" && !mistake && !isAhead(request);
  const what = may ? opened.what : "refused";
  if (isNew || !may)
    await recordOpening(site.db, { ...opened, who: who.id, uprn: home.uprn, what, health: may && opened.health === true }, now);
  if (may) return;
  throw data({ title: staff.restricted.title, text: staff.restricted.text(whoMaySee(home)) }, { status: 403 });
}

/** Records that somebody opens a list of what is known of many people, or takes one away as a file. */
export async function openList(
  { request, context }: { request: Request; context: RequestContext },
  opened: Pick<Opened, "what" | "file" | "health">,
): Promise<void> {
  const { staff: who, site, now, mistake } = context;
  if (who && request.method === "GET" && !mistake && !isAhead(request)) await recordOpening(site.db, { who: who.id, ...opened }, now);
}

/** A line of a list that stands for something at a home. */
interface Line {
  home: Restrictable & Address;
  block?: { name: string } | null;
  repair?: object;
  contact?: object | null;
  needs?: unknown;
  visit?: object | null;
}

const NO_PLACE = { line1: staff.restricted.address, line2: null, line3: null, town: null, postcode: "" };
const NOBODY = {
  ...{ name: "", phone: null, email: null, description: "" },
  ...{ visitName: null, visitPhone: null, visitEmail: null },
};
const NOTHING = { location: staff.restricted.problem, problem: staff.restricted.problem, detail: null, hazard: null };

/** A line of a list as whoever asks may see it: at a home that is restricted to others it keeps its place in the list, and says nothing personal. */
export function veiled<Of extends Line>(line: Of, asking: Asking): Of {
  if (isSeen(line.home, asking)) return line;
  return {
    ...line,
    home: { ...line.home, ...NO_PLACE },
    block: null,
    ...(line.repair && { repair: { ...line.repair, ...NOTHING } }),
    ...(line.contact && { contact: { ...line.contact, ...NOBODY } }),
    ...("needs" in line && { needs: null }),
    ...(line.visit && { visit: { ...line.visit, note: null } }),
  };
}
