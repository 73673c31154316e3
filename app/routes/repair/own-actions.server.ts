import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { moveRefusal, visitFreedom } from "#app/domain/own-visit.ts";
import { EMERGENCY } from "#app/services/emergency-problem.server.ts";
import { FEEDBACK } from "#app/services/give-feedback.server.ts";
import type { OwnRepair } from "#app/services/read-own-repair.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { type Own, requireOwn } from "./own.server.ts";

type Told = Pick<RequestContext, "now" | "words" | "site">;

/** Whether more can be told of a repair, for whoever comes: until somebody has. */
function mayAdd({ repair, state, current }: OwnRepair, { now, site }: Pick<Told, "now" | "site">): boolean {
  if (repair.status !== "open") return false;
  return state !== "coming" || !current || visitFreedom(current, site.landlord.visitChanges, now) !== "closed";
}

/** An open repair to which more can be added; others lead back to their page. */
export async function requireAddable(args: LoaderFunctionArgs): Promise<Own> {
  const open = await requireOwn(args);
  if (!mayAdd(open.own, args.context)) throw redirect(open.path, 303);
  return open;
}

/** The last visit that was made, while its tenant has said nothing of it; undefined where there is none. */
export function visitToJudge({ visits, events }: OwnRepair): string | undefined {
  const made = visits.find(({ outcome }) => outcome !== null && outcome !== "no-access");
  const isJudged = events.some(({ what, appointmentId }) => what === FEEDBACK && appointmentId === made?.id);
  return isJudged ? undefined : made?.id;
}

/** Whether what is still wrong can be told here: an emergency is for a call, and somebody must be there to reach. */
export function mayContinue({ state, contact, repair }: OwnRepair): boolean {
  return state === "done" && contact !== null && repair.priority !== EMERGENCY;
}

/** What can be done about the visit: the first is what most people come for. */
function visitActions({ state, current, moved }: OwnRepair, { now, words, site }: Told): [string, string][] {
  const { page } = words.follow;
  if (state === "waiting") return [["cancel", page.cancel]];
  const { visitChanges } = site.landlord;
  const freedom = state === "coming" && current ? visitFreedom(current, visitChanges, now) : "closed";
  if (!current || freedom === "closed") return [];
  const mayMove = moveRefusal(current, moved, visitChanges, now) === undefined;
  const first: [string, string] = mayMove ? ["move", page.move] : ["not-in", page.notIn];
  return freedom === "free" ? [first, ["visit.ics", page.calendar], ["cancel", page.cancel]] : [first, ["cancel", page.cancel]];
}

/** What whoever has shown that the repair is theirs can do now. */
export function actionsOf(own: OwnRepair, path: string, told: Told): { href: string; text: string }[] {
  const { again, feedback, tell, photos } = told.words.followMore;
  const all: [string, string][] = [
    ...visitActions(own, told),
    ...(mayAdd(own, told)
      ? ([
          ["tell", tell.link],
          ["photos", photos.link],
        ] as [string, string][])
      : []),
    ...(mayContinue(own) ? ([["again", again.link]] as [string, string][]) : []),
    ...(visitToJudge(own) === undefined ? [] : ([["feedback", feedback.link]] as [string, string][])),
  ];
  return all.map(([below, text]) => ({ href: `${path}/${below}`, text }));
}
