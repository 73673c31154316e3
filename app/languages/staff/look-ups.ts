import type { Unusual } from "#app/domain/look-ups.ts";
import { MANY_HOMES, MANY_WITHOUT_REASON, OFTEN_ONE_HOME } from "#app/domain/look-ups.ts";

const unusual: Record<Unusual, { name: string; how: string }> = {
  homes: { name: "Many homes", how: `${MANY_HOMES} different homes or more in a day.` },
  withoutReason: {
    name: "No call or change",
    how: `${MANY_WITHOUT_REASON} homes or more that somebody opened that day, and neither took a call from nor changed anything of.`,
  },
  refused: { name: "Restricted home tried", how: "A restricted home, or a repair of it, that was refused." },
  mostOfOne: { name: "One home often", how: `One home opened ${OFTEN_ONE_HOME} times or more in a day.` },
  ownName: { name: "Own name", how: "A home where a tenant has the same last name as whoever opened it." },
  exports: { name: "Files taken", how: "A file of repairs, visits or figures that was downloaded." },
};

/** What managers see of look-ups. */
export const lookUps = {
  lookUps: {
    title: "Look-ups",
    on: (date: string) => `Look-ups on ${date}`,
    intro: "What stands out is not wrong by itself. Ask whoever it is, and talk to them first.",
    caption: "Who opened what",
    columns: { who: "Who", homes: "Homes", withoutReason: "No call or change", refused: "Refused", most: "Most of one", files: "Files" },
    unusual,
    stands: "Stands out",
    nothing: "Nothing",
    none: "Nobody opened anything on this day.",
    definitions: "What is counted",
    days: "Days",
    earlier: "Previous day",
    later: "Next day",
    files: { repairs: "Repairs", day: "Visits of a day", figures: "Figures" },
  },
};
