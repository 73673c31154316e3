import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { loggedFault, loggedPath } from "#app/server/logging.ts";

test.each([
  ["/report/01m83abc/contact?change", "/report/:draft/contact"],
  ["/report/01m83abc", "/report/:draft"],
  ["/acknowledge/Zm9vYmFy-_8", "/acknowledge/:token"],
  ["/shift/Zm9vYmFy-_8/01m83abc?step=done", "/shift/:token"],
  ["/shift/Zm9vYmFy-_8.data", "/shift/:token"],
  ["/staff/welcome/Zm9vYmFy-_8", "/staff/welcome/:token"],
  ["/staff/single-sign-on/return?code=secret&state=secret", "/staff/single-sign-on/return"],
  ["/?name=Ann", "/"],
  ["/privacy", "/privacy"],
])("the path of %s is logged as %s", (url, path) => expect(loggedPath(url)).toBe(path));

test("a fault of a query is logged without the values it was given", () => {
  const cause = Object.assign(new Error("UNIQUE constraint failed: contacts.repair_id"), { code: "SQLITE_CONSTRAINT_PRIMARYKEY" });
  const fault = new DrizzleQueryError("insert into contacts values (?, ?)", ["Ann Tenant", "line one\nline two\n+447700900123"], cause);
  const logged = JSON.stringify(loggedFault(fault));
  expect(logged).toContain("insert into contacts");
  expect(logged).toContain("SQLITE_CONSTRAINT_PRIMARYKEY");
  for (const value of ["Ann", "line one", "line two", "7700900123"]) expect(logged).not.toContain(value);
});
