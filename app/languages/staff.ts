import { absences } from "./staff/absences.ts";
import { accounts } from "./staff/accounts.ts";
import { alone } from "./staff/alone.ts";
import { calendar } from "./staff/calendar.ts";
import { callDay } from "./staff/call-day.ts";
import { callList } from "./staff/call-list.ts";
import { caller } from "./staff/caller.ts";
import { changes } from "./staff/changes.ts";
import { complaints } from "./staff/complaints.ts";
import { contactCentre } from "./staff/contact-centre.ts";
import { day } from "./staff/day.ts";
import { desk } from "./staff/desk.ts";
import { emergencies } from "./staff/emergencies.ts";
import { figures } from "./staff/figures.ts";
import { household } from "./staff/household.ts";
import { lookUps } from "./staff/look-ups.ts";
import { messages } from "./staff/messages.ts";
import { operatives } from "./staff/operatives.ts";
import { ownAccount } from "./staff/own-account.ts";
import { personExport } from "./staff/person-export.ts";
import { repair } from "./staff/repair.ts";
import { repairChange } from "./staff/repair-change.ts";
import { repairs } from "./staff/repairs.ts";
import { retention } from "./staff/retention.ts";
import { ringFences } from "./staff/ring-fences.ts";
import { shifts } from "./staff/shifts.ts";
import { templates } from "./staff/templates.ts";
import { tenants } from "./staff/tenants.ts";

/** Every sentence of the pages for staff: in English only, since the people who work here share it. */
export const staff = {
  service: "Repairs for staff",
  navigation: "Pages for staff",
  signedInAs: (name: string, role: string) => `${name}, ${role}`,
  signOut: "Sign out",
  saved: "Saved",
  roles: { agent: "Contact centre agent", officer: "Repairs officer", manager: "Manager", administrator: "Administrator" },
  pages: {
    start: "Start",
    emergencies: "Emergencies",
    day: "Day",
    calendar: "Calendar",
    repairs: "Repairs",
    absences: "Absences",
    operatives: "Operatives",
    shifts: "Phone pages",
    sessions: "Where you are signed in",
    accounts: "Staff accounts",
  },
  start: {
    title: (name: string) => `Hello ${name}`,
    secondFactor: "Set up a second factor",
    secondFactorWhy: "A code from your phone keeps others out, even if they learn your password.",
  },
  ...accounts,
  ...ownAccount,
  ...calendar,
  ...absences,
  ...ringFences,
  ...operatives,
  ...emergencies,
  ...shifts,
  ...day,
  ...figures,
  ...repair,
  ...repairChange,
  ...repairs,
  ...retention,
  personExport,
  ...changes,
  ...alone,
  ...household,
  ...lookUps,
  ...tenants,
  ...messages,
  ...templates,
  ...contactCentre,
  ...desk,
  ...caller,
  ...callList,
  ...complaints,
  ...callDay,
};
