import { MAY } from "#app/domain/staff.ts";
import type { StaffView } from "#app/features/staff/staff-layout.tsx";
import { roleName } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { landlordName } from "#app/web/page-title.server.ts";
import type { StaffAtWork } from "#app/web/staff.server.ts";

type Context = Pick<RequestContext, "mistake" | "words" | "site">;

/** The title of the browser's tab. */
export function staffTitle(context: Context, page: string): string {
  const title = context.words.site.title(page, staff.service, landlordName(context));
  return context.mistake ? context.words.site.titleWithError(title) : title;
}

/** Every page of staff that stands in the navigation, and who may open it. */
const PAGES = [
  { href: "/staff", text: staff.pages.start, roles: MAY.day },
  { href: "/contact-centre", text: staff.contactCentre.title, roles: MAY.contactCentre },
  { href: "/staff/emergencies", text: staff.pages.emergencies, roles: MAY.day },
  { href: "/staff/day", text: staff.pages.day, roles: MAY.day },
  { href: "/staff/calendar", text: staff.pages.calendar, roles: MAY.calendar },
  { href: "/staff/repairs", text: staff.pages.repairs, roles: MAY.repairs },
  { href: "/contact-centre/list", text: staff.callList.title, roles: MAY.contactCentre },
  { href: "/contact-centre/complaints", text: staff.complaints.title, roles: MAY.contactCentre },
  { href: "/contact-centre/day", text: staff.callDay.title, roles: MAY.contactCentre },
  { href: "/staff/absences", text: staff.pages.absences, roles: MAY.calendar },
  { href: "/staff/operatives", text: staff.pages.operatives, roles: MAY.calendar },
  { href: "/staff/messages", text: staff.messages.title, roles: MAY.repairs },
  { href: "/staff/shifts", text: staff.pages.shifts, roles: MAY.day },
  { href: "/staff/figures", text: staff.figures.title, roles: MAY.figures },
  { href: "/staff/look-ups", text: staff.lookUps.title, roles: MAY.oversee },
  { href: "/staff/accounts", text: staff.pages.accounts, roles: MAY.accounts },
  { href: "/staff/sessions", text: staff.pages.sessions, roles: MAY.signIn },
] as const;

/** What stands around a page for whoever is signed in. */
export function staffViewOf({ name, role, toMove }: StaffAtWork, current: string): StaffView {
  const own = PAGES.filter(({ roles }) => roles.some((each) => each === role));
  return {
    who: staff.signedInAs(name, roleName(role)),
    toMove: toMove > 0 && current !== "/staff/to-move" ? staff.toMove.banner(toMove) : undefined,
    pages: own.map(({ href, text }) => ({ href, text, isCurrent: href === current })),
  };
}
