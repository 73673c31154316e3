import type { LocalDate } from "./local-date.ts";

/** What the trace says has happened, as far as its story needs it. */
interface Happened {
  at: Date;
  what: string;
  before: Record<string, string | number | null> | null;
  after: Record<string, string | number | null> | null;
}

/** What of the trace is told to whoever reported the repair; the rest is how staff work. */
const TOLD = {
  reported: "reported",
  booked: "booked",
  "appointment moved": "moved",
  "appointment cancelled": "visitCancelled",
  "visit given up": "givenUp",
  "on the way": "onTheWay",
  arrived: "arrived",
  "visit done": "visitDone",
  "no access": "noAccess",
  "more work needed": "moreWork",
  "could not be done": "couldNot",
  "taken back": "takenBack",
  "cancel asked": "cancelAsked",
  "repair closed": "closed",
  cancelled: "cancelled",
  "told more": "toldMore",
  "photo added by tenant": "photo",
  continued: "continued",
} as const;

type Step = (typeof TOLD)[keyof typeof TOLD] | "reminded";

/** What one change does at the same instant is told in this order. */
const ORDER: readonly Step[] = Object.values(TOLD);

/** One line of a repair's story. */
export interface StoryLine {
  at: Date;
  step: Step;
  /** The date and the window of the visit that it is about, where it promises one. */
  date: LocalDate | undefined;
  window: string | undefined;
}

const isTold = (what: string): what is keyof typeof TOLD => Object.hasOwn(TOLD, what);
const words = (value: string | number | null | undefined) => (typeof value === "string" ? value : undefined);

/** What has happened to a repair, with all its visits, as one story: the first first. */
export function storyOf(events: readonly Happened[], reminders: readonly Date[]): StoryLine[] {
  const lines = events.flatMap(({ at, what, after }): StoryLine[] =>
    isTold(what) ? [{ at, step: TOLD[what], date: words(after?.date), window: words(after?.window) }] : [],
  );
  const reminded = reminders.map((at): StoryLine => ({ at, step: "reminded", date: undefined, window: undefined }));
  return [...lines, ...reminded].sort((a, b) => a.at.getTime() - b.at.getTime() || ORDER.indexOf(a.step) - ORDER.indexOf(b.step));
}
