import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";

/** Who works here, and where they are signed in. */
export function staffFor({ table, id, text, whole, flag, instant, index, uniqueIndex, check }: Columns) {
  const staff = table(
    "staff",
    {
      id: id(),
      /** Lower-cased: one account however it is typed. */
      email: text().notNull(),
      name: text().notNull(),
      role: text().notNull(),
      active: flag().notNull().default(true),
      /** Derived from the password, with how; null until one is chosen, and where people sign in elsewhere. */
      password: text(),
      /** Who the landlord's own sign-in says this is: its issuer and its name for the person, which never change. */
      subject: text(),
      /** The secret of the app that shows six digits; null until one is set up. */
      secondFactor: text(),
      /** The half-minute whose code was used last: no code is good twice. */
      codeUsed: whole(),
      /** The hash of the link by which a password is chosen, once, and until when. */
      welcome: text(),
      welcomeUntil: instant(),
      version: whole().notNull().default(0),
    },
    (t) => [
      uniqueIndex("staff_by_email").on(t.email),
      uniqueIndex("staff_by_subject").on(t.subject).where(sql`${t.subject} IS NOT NULL`),
      uniqueIndex("staff_by_welcome").on(t.welcome).where(sql`${t.welcome} IS NOT NULL`),
      check("staff_role", sql`${t.role} IN ('agent', 'officer', 'manager', 'administrator')`),
    ],
  );

  /** A browser that somebody has signed in with. */
  const staffSessions = table(
    "staff_sessions",
    {
      id: id(),
      /** SHA-256 of what the browser keeps: the row opens nothing. */
      token: text().notNull(),
      staffId: text()
        .notNull()
        .references(() => staff.id),
      startedAt: instant().notNull(),
      seenAt: instant().notNull(),
      endsAt: instant().notNull(),
      /** Whether the code of the second factor has been given, or none is asked of this person. */
      verified: flag().notNull(),
      /** Begun by the landlord's own sign-in, where it is to end too. */
      elsewhere: flag().notNull().default(false),
      /** What the browser says it is, so that people know their own. */
      browser: text().notNull(),
    },
    (t) => [uniqueIndex("staff_sessions_by_token").on(t.token), index("staff_sessions_by_staff").on(t.staffId)],
  );

  /** Tries to sign in, or to find a repair, by the SHA-256 of what was typed: whether there is such an account or repair, or not. */
  const signInTries = table("sign_in_tries", {
    email: id(),
    failures: whole().notNull(),
    lastAt: instant().notNull(),
    waitUntil: instant(),
  });

  return { staff, staffSessions, signInTries };
}

export type Staff = ReturnType<typeof staffFor>;
