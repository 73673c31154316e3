import { addressLine } from "#app/domain/address.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { cutOffOf, visitFreedom } from "#app/domain/own-visit.ts";
import { problemLine } from "#app/domain/problem.ts";
import type { StoryLine } from "#app/domain/repair-story.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { RepairPageProps } from "#app/features/follow/repair-page.tsx";
import type { OwnRepair, OwnVisit } from "#app/services/read-own-repair.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { dueIn } from "../report/view.server.ts";
import { mayContinue } from "./own-actions.server.ts";

type Told = Pick<RequestContext, "now" | "words" | "site">;

/** A visit as one promise: "Thursday 26 November, 8am to 1pm (morning)". */
export const promiseIn = (
  { date, windowName, starts, ends }: Pick<OwnVisit, "date" | "windowName" | "starts" | "ends">,
  { format }: Told["words"],
): string => format.appointment(date, windowName, starts, ends);

/** What a page says of a repair to whoever reported it; what can be done is added by whoever may. */
export function ownView(own: OwnRepair, rules: Rules, told: Told): Omit<RepairPageProps, "actions" | "photos"> {
  const { repair, home, contact, current, story } = own;
  const { words } = told;
  const { rows } = words.follow.page;
  return {
    name: words.follow.page.name(repair.reference),
    title: titleOf(own, words),
    visit: current && promiseIn(current, words),
    next: nextOf(own, told),
    story: story.map((line) => ({ when: instantIn(words, line.at), what: lineOf(line, rules, words) })).reverse(),
    reported: [
      { name: rows.problem, value: problemLine(repair) },
      ...(contact?.description ? [{ name: rows.description, value: contact.description }] : []),
      { name: rows.address, value: addressLine(home) },
    ],
  };
}

/** What the page is about, in a few words. */
function titleOf({ state, current }: OwnRepair, { follow }: Told["words"]): string {
  const { states } = follow.page;
  if (state !== "coming" || !current) return states[state];
  if (current.arrivedAt) return states.arrived;
  return current.onTheWayAt ? states.onTheWay : states.coming;
}

/** What happens next, sentence by sentence. */
function nextOf(own: OwnRepair, { now, words, site }: Told): string[] {
  const { next } = words.follow;
  const { state, repair, current } = own;
  if (state === "done") return [mayContinue(own) ? next.done : next.doneCall];
  if (state === "cancelled") return [next.cancelled];
  if (state === "coming" && current) return comingOf(own, current, { now, words, site });
  const waits = Object.hasOwn(next.waits, repair.waitsFor ?? "") ? (repair.waitsFor as keyof typeof next.waits) : "none";
  return [state === "past" ? next.past : next.waits[waits], next.target(dueIn(repair, words))];
}

/** In a shared area nobody need be in. */
function comingOf({ repair }: OwnRepair, visit: OwnVisit, { now, words, site }: Told): string[] {
  const { next } = words.follow;
  if (visit.arrivedAt) return [next.arrived];
  const { visitChanges } = site.landlord;
  const adult = repair.blockId === null ? [next.adult] : [];
  const movable = visitFreedom(visit, visitChanges, now) === "free" ? [next.moveBy(instantIn(words, cutOffOf(visit, visitChanges)))] : [];
  return [visit.onTheWayAt ? next.onTheWay : next.coming, ...adult, ...movable, next.target(dueIn(repair, words))];
}

function lineOf({ step, date, window: code }: StoryLine, { windows }: Rules, { follow, format, code: language }: Told["words"]): string {
  const { story, page } = follow;
  if (step !== "booked" && step !== "moved") return story[step];
  const window = windows.find((each) => each.code === code);
  return story[step](page.windowOf(date ? format.date(date) : "", window && inLanguage(window.name, language)));
}
