import { parseArgs } from "node:util";
import { z } from "zod";
import { asRole, ROLES, type Role } from "#app/domain/staff.ts";
import { realTime } from "#app/services/clock.server.ts";
import { openDatabase } from "#app/services/open-database.server.ts";
import { addStaffAccount } from "#app/services/staff-accounts.server.ts";
import { readConfig } from "#app/web/config.server.ts";
import { runCommand } from "../run-command.ts";

const USAGE = `How to use it: npm run add:staff -- EMAIL "FULL NAME" [--role=administrator] (--role: ${ROLES.join(", ")})`;

/** What the words after the command ask for. Throws with the way to use it. */
function readWords(args: string[]): { email: string; name: string; role: Role } {
  const options = { role: { type: "string", default: "administrator" } } as const;
  const { values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const [email, name, ...rest] = positionals;
  const role = asRole(String(values.role));
  const isRight = z.email().safeParse(email).success && Object.keys(values).every((option) => option === "role");
  if (!email || !name || !role || !isRight || rest.length > 0) throw new Error(USAGE);
  return { email, name, role };
}

await runCommand(async (words, env) => {
  const person = readWords(words);
  const config = readConfig(env);
  const db = await openDatabase(config.databaseUrl, realTime());
  try {
    const token = await addStaffAccount(db, { ...person, by: "system", now: realTime() });
    if (!token) throw new Error(`${person.email} has an account already: an administrator can make a new link on its page`);
    const origin = config.publicUrl?.origin ?? `http://localhost:${config.port}`;
    return `Send ${person.name} this link, to choose a password. It is good once, for 24 hours:\n${origin}/staff/welcome/${token}`;
  } finally {
    await db.close();
  }
});
