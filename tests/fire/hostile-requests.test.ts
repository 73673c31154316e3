import { beforeAll, expect, test } from "vitest";
import { THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { formBody, newVisitor, ownForm, send, submit, type Visit, type Visitor, visit, walkTo } from "#tests/support/http-journey.ts";
import { inTurns } from "#tests/support/in-turns.ts";
import { rawRequest } from "#tests/support/raw-request.ts";
import { ANSWERS } from "#tests/support/report-answers.ts";
import { addFree, type SmallLandlord, startSmallLandlord } from "#tests/support/small-landlord.ts";

const STACK = /\n\s+at |&nbsp;at |node_modules|Unexpected Server Error/;

const PATHS = [
  "/report/%00/what",
  "/report/%ff/%ff",
  "/%zz",
  "/report/%ED%A0%80/what",
  "/report/../../../etc/passwd",
  "/..%2f..%2f..%2fetc/passwd",
  "/assets/..%2f..%2f..%2fpackage.json",
  "/assets/%00",
  "//evil.example/report",
  "/\\evil.example",
  "/report/__proto__/constructor",
  "/report/toString/slot",
  `/report/${"a".repeat(8000)}/what`,
  "/report/%F0%9F%94%A5/%F0%9F%94%A5",
  "/report/'%20OR%201=1--/check",
  "/report/x/confirmation",
  "/REPORT/x/CHECK",
  "/report/x/what/",
  "/report/x/y/z",
  "/.env",
  "/__manifest?p=/report&p=%00",
  "/?index&_data=routes/home",
  "/report/x/what?_data=routes/report/step",
  "/report/x/what.data?_routes=root,__proto__,routes/report/step",
  "/_root.data?_routes=%00",
];

const QUERIES = [
  "from=2026-99-99",
  "from=%00",
  "from=__proto__",
  "from=9999-12-31",
  "from=0000-01-01",
  "show=constructor",
  "show=%F0%9F%94%A5&show=morning",
  "show=%22%3E%3Ci%20id=pwned%3E",
  "gone&change&gone=%ff",
  `from=${"9".repeat(6000)}`,
  "__proto__[x]=1&constructor.prototype=x",
];

const RAW: Record<string, { lines: string[]; status: number }> = {
  "a Host that is no name": { lines: ["GET / HTTP/1.1", "Host: a b<c>"], status: 400 },
  "a Host of colons": { lines: ["GET / HTTP/1.1", "Host: :::"], status: 400 },
  "an empty Host": { lines: ["GET / HTTP/1.1", "Host:"], status: 200 },
  "two Hosts": { lines: ["GET / HTTP/1.1", "Host: a", "Host: b"], status: 200 },
  "an address of another site": { lines: ["GET http://evil.example/ HTTP/1.1", "Host: localhost"], status: 404 },
  TRACE: { lines: ["TRACE / HTTP/1.1", "Host: localhost"], status: 405 },
  "OPTIONS of everything": { lines: ["OPTIONS * HTTP/1.1", "Host: localhost"], status: 405 },
  OPTIONS: { lines: ["OPTIONS /report HTTP/1.1", "Host: localhost"], status: 405 },
  PUT: { lines: ["PUT /report HTTP/1.1", "Host: localhost", "Content-Length: 0"], status: 405 },
  DELETE: { lines: ["DELETE /report HTTP/1.1", "Host: localhost"], status: 405 },
  PROPFIND: { lines: ["PROPFIND / HTTP/1.1", "Host: localhost"], status: 405 },
  "a POST to a page that takes none": { lines: ["POST /privacy HTTP/1.1", "Host: localhost", "Content-Length: 0"], status: 405 },
  "a POST to no page": { lines: ["POST /nowhere HTTP/1.1", "Host: localhost", "Content-Length: 0"], status: 404 },
  "no HTTP": { lines: ["HELLO"], status: 400 },
  "headers larger than any": { lines: ["GET / HTTP/1.1", "Host: localhost", `Cookie: ${"a=b; ".repeat(8000)}`], status: 431 },
  "a scheme of its own": { lines: ["GET / HTTP/1.1", "Host: localhost", "X-Forwarded-Proto: java script"], status: 200 },
  "a forwarded host that is no name": { lines: ["GET / HTTP/1.1", "Host: localhost", "X-Forwarded-Host: a b<c>:99999999"], status: 200 },
  "a network address that is none": { lines: ["GET / HTTP/1.1", "Host: localhost", "X-Forwarded-For: <b>, ,;"], status: 200 },
  "a request id with markup": { lines: ["GET /nowhere HTTP/1.1", "Host: localhost", "X-Request-Id: <i id=pwned>"], status: 404 },
};

const COOKIES = [
  "repairs=",
  "repairs=%00",
  "repairs=eyJ9.AAAA",
  "repairs=__proto__.x",
  "repairs=%ff%zz",
  `repairs=${"x".repeat(7000)}`,
  "=; ;=repairs",
  "repairs=a; repairs=b",
];

async function expectRefused(visitor: Visitor, headers: Record<string, string>) {
  const answer = await send(visitor, "/report", { method: "POST", body: formBody({}), headers });
  expect(answer.status).toBe(403);
  expect(answer.html).toContain("You cannot open this page from here");
}

const STEPS = ["describe", "slot", "contact", "check", "confirmation", "resume", "home"];

/** Remix's own addresses for the data of a page: of all its parts, of chosen ones, and as its older versions had it. */
const DATA = [".data", ".data?_routes=root,routes/report/step,routes/report/check", ".data?_routes=root", "?_data=routes/report/check"];

/** A page that is not there for a stranger, to read or to post to, and no words of it by any other address. */
async function expectNothing(stranger: Visitor, page: string) {
  expect((await visit(stranger, page)).status, page).toBe(404);
  for (const address of ["", ...DATA].map((data) => page + data)) {
    const post = { method: "POST", body: formBody({ description: "Mine now" }), headers: ownForm(stranger) };
    for (const { status, html } of [await send(stranger, address), await send(stranger, address, post)]) {
      expect([200, 202, 302, 404, 405], address).toContain(status);
      expect(html).not.toMatch(/Secret|Mill Lane|07700 ?900 ?123/);
    }
  }
}

onBothEngines("A hostile request", (_, freshUrl) => {
  let landlord: SmallLandlord;
  beforeAll(async () => {
    landlord = await startSmallLandlord(freshUrl);
    await addFree(landlord, { count: 5, date: THURSDAY });
  });

  test.each(PATHS)("to %s gets a page", async (path) => {
    const { status, text } = await rawRequest(landlord.server.url, [`GET ${path} HTTP/1.1`, "Host: localhost"]);
    expect([200, 204, 302, 404]).toContain(status);
    expect(text).not.toMatch(STACK);
    expect(text).not.toContain("root:");
  });

  test.each(Object.entries(RAW))("with %s gets its own answer", async (_, { lines, status }) => {
    const answer = await rawRequest(landlord.server.url, lines);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(STACK);
    expect(answer.text).not.toContain("<i id=pwned>");
  });

  test("to the picker with a query of any kind shows the picker", async () => {
    const visitor = newVisitor(landlord.server.url, "10.2.0.1");
    const { path } = await walkTo(visitor, "slot");
    for (const query of QUERIES) {
      const { status, html } = await send(visitor, `${path}?${query}`);
      expect(status, query).toBe(200);
      expect(html).toContain("When can we come?");
      expect(html).not.toContain("<i id=pwned>");
    }
  });

  test("with a cookie that is not ours is a stranger's", async () => {
    const { path } = await walkTo(newVisitor(landlord.server.url, "10.2.0.2"), "postcode");
    for (const Cookie of COOKIES) {
      const stranger = newVisitor(landlord.server.url, "10.2.0.3");
      expect((await send(stranger, "/", { headers: { Cookie } })).status, Cookie).toBe(200);
      expect((await send(stranger, path, { headers: { Cookie } })).status, Cookie).toBe(404);
      const begun = await send(stranger, "/report", { method: "POST", body: formBody({}), headers: { Cookie } });
      expect(begun.headers.getSetCookie(), Cookie).toHaveLength(1);
    }
  });

  test("from another site does nothing; from our own pages, and from a browser that says neither, it works", async () => {
    const visitor = newVisitor(landlord.server.url, "10.2.0.4");
    for (const site of ["cross-site", "same-site", "nonsense"]) await expectRefused(visitor, { "Sec-Fetch-Site": site });
    for (const Origin of ["https://evil.example", "null", "nonsense", `${visitor.url}.evil.example`])
      await expectRefused(visitor, { Origin });
    const drafts = await landlord.db.read.$count(landlord.db.schema.drafts);
    await expectRefused(visitor, { Origin: visitor.url, "Sec-Fetch-Site": "cross-site" });
    expect(await landlord.db.read.$count(landlord.db.schema.drafts)).toBe(drafts);
    const ours: Record<string, string>[] = [ownForm(visitor), {}, { Origin: visitor.url }];
    for (const headers of ours) {
      expect((await send(visitor, "/report", { method: "POST", body: formBody({}), headers })).status).toBe(303);
    }
  });

  test("for another device's report gets nothing of it, by any address", async () => {
    const { server, db } = landlord;
    const owner = newVisitor(server.url, "10.2.0.5");
    const contact = await walkTo(owner, "contact", { describe: { description: "Secret words" }, slot: { offer: `${THURSDAY}.morning` } });
    const check = await submit(owner, contact, { ...ANSWERS.contact, name: "Secret Name" });
    expect(check.html).toContain("Secret Name");
    const other = newVisitor(server.url, "10.2.0.6");
    await visit(other, (await walkTo(other, "postcode")).path);
    const draft = check.path.replace(/\/check.*/, "");
    const before = await db.read.select().from(db.schema.drafts);

    for (const stranger of [other, newVisitor(server.url, "10.2.0.7")]) {
      for (const step of STEPS) await expectNothing(stranger, `${draft}/${step}`);
    }
    expect(await db.read.select().from(db.schema.drafts)).toEqual(before);
  });

  test("too often from one address is asked to wait, with the ways to reach us; others are not", async () => {
    const busy = newVisitor(landlord.server.url, "10.2.0.8");
    const pages: Visit[] = await inTurns(Array.from({ length: 1300 }), 25, () => send(busy, "/privacy"));
    const refused = pages.filter(({ status }) => status !== 200);
    expect(refused.length).toBe(100);
    for (const { status, html, headers } of refused) {
      expect(status).toBe(429);
      expect(html).toContain("Too many tries in a short time");
      expect(html).toContain("01632 960 100");
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect((await send(newVisitor(landlord.server.url, "10.2.0.9"), "/privacy")).status).toBe(200);
  });

  test("of any kind leaves no fault in the log", () => {
    expect(landlord.server.output()).not.toMatch(/"level":(50|60)/);
    expect(landlord.server.output()).not.toMatch(STACK);
  });
});
