import { formatDuration } from "date-fns";

/** "3 hours 20 minutes", "2 days 5 hours"; of whole minutes, without what is none. */
function span(minutes: number): string {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const parts = days > 0 ? { days, hours } : { hours, minutes: minutes % 60 };
  return formatDuration(parts) || "less than a minute";
}

/** Emergencies that are not safe yet. */
export const emergencies = {
  emergencies: {
    title: "Emergencies",
    heading: (count: number) => (count === 1 ? "1 emergency that is not safe yet" : `${count} emergencies that are not safe yet`),
    none: "There is no emergency that waits.",
    asOf: (time: string) => `The times left are as of ${time}.`,
    again: "Check again",
    left: (minutes: number) => (minutes >= 0 ? `${span(minutes)} left` : `${span(-minutes)} late`),
    rows: { acknowledged: "Acknowledged", sent: "Given to" },
    acknowledgedBy: (name: string, when: string) => `By ${name}, ${when}`,
    nobodyYet: "By nobody yet",
    nobodySent: "Nobody yet",
    sentAt: (name: string, when: string) => `${name}, ${when}`,
    wontCome: (name: string) => `${name}, who is not at work after all. Give it to somebody else`,
    endedWithout: (when: string) => `Nobody now. Somebody was sent ${when}, and that visit is over`,
    acknowledge: "I have seen this",
    give: {
      label: "Give it to",
      again: "Give it to somebody else",
      hint: "At work today and able to do it. Call them: they are not told by this page",
      choose: "Choose an operative",
      free: (name: string) => `${name}: has a free visit`,
      extra: (name: string) => `${name}: fully booked, this comes on top`,
      button: "Give it now",
      nobody: "Nobody who can do this works today. Call a contractor.",
      error: "Choose an operative",
    },
    safe: {
      summary: "It is safe now",
      why: "It leaves this list, and the messages about it stop. The repair stays open for what is still to be done.",
      button: "It is safe now",
    },
    refused: {
      closed: "This emergency is safe already, or its repair is closed",
      changed: "Somebody else has given this emergency to an operative meanwhile. Look who has it now",
      "not-at-work": "This operative does not work today any more. Choose another one",
    },
  },
};
