import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { documentOf, formBody, knownVisitor, ownForm, send, type Visit, type Visitor, visit } from "#tests/support/http-journey.ts";
import { addAnswered, answerTo, openPage, type Typed } from "#tests/support/report-answers.ts";
import { addFree, type SmallLandlord, startSmallLandlord } from "#tests/support/small-landlord.ts";

const MEGABYTE = 1_000_000;
/** What would be an element, or an attribute, of a page that does not escape. */
const MARKUP = `"><i id=pwned>'</textarea></script><script>pwned()</script>`;

const VALUES: Record<string, string> = {
  empty: "",
  blank: " \t\r\n ",
  NUL: "before\0after",
  emoji: "👩🏽‍🔧🔥 drip",
  "right-to-left": "\u202eאבגד مرحبا\u202c",
  markup: MARKUP,
  SQL: "'; DROP TABLE drafts; -- \" OR 1=1",
  "100,000 characters": "drip ".repeat(20_000),
  "a name of an object's own": "__proto__",
  constructor: "constructor",
  toString: "toString",
  "an offer of no window": `${THURSDAY}.constructor`,
  "a date that is none": "2026-02-31.morning",
  number: "-1e999",
  template: "{{7*7}}<%= 7*7 %>%s%n",
  path: "../../../../etc/passwd%00",
  "other spellings of a line's end": "a\u2028b\u2029c\u0085d\u000be",
};

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const PART = (name: string, more = "") => `--edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\nbytes\r\n--edge--\r\n`;
const MULTIPART = { "Content-Type": "multipart/form-data; boundary=edge" };

/** Bodies that are no proper form, made for a field. */
const BODIES: Record<string, (field: string) => { body: BodyInit; headers?: Record<string, string> }> = {
  "half a surrogate pair": (field) => ({ body: `${field}=%ED%A0%80x`, headers: FORM }),
  "bytes that are not UTF-8": (field) => ({ body: `${field}=%ff%fe%zz%`, headers: FORM }),
  "raw bytes": (field) => ({ body: new Uint8Array([...Buffer.from(`${field}=`), 0, 255, 254]), headers: FORM }),
  "names of an object's own": (field) => ({
    body: `__proto__=x&constructor=x&toString=x&__proto__[${field}]=x&${field}[]=x`,
    headers: FORM,
  }),
  "a file where text belongs": (field) => ({ body: PART(field, '; filename="a.html"'), headers: MULTIPART }),
  "a multipart form without an end": (field) => ({ body: PART(field).slice(0, -12), headers: MULTIPART }),
  "a multipart form without its boundary": (field) => ({ body: PART(field), headers: { "Content-Type": "multipart/form-data" } }),
  JSON: (field) => ({ body: JSON.stringify({ [field]: { $ne: null } }), headers: { "Content-Type": "application/json" } }),
  "no type": (field) => ({ body: new TextEncoder().encode(`${field}=x`) }),
  "no body": () => ({ body: "", headers: FORM }),
  "a compressed body": (field) => ({ body: `${field}=x`, headers: { ...FORM, "Content-Encoding": "gzip" } }),
  "10 MB": (field) => ({ body: `${field}=${"x".repeat(10 * MEGABYTE)}`, headers: FORM }),
  "200,000 fields": (field) => ({
    body: `${Array.from({ length: 200_000 }, (_, at) => at.toString(36)).join("&")}&${field}=x`,
    headers: FORM,
  }),
};

interface Target {
  visitor: Visitor;
  draftId: string;
  slug: string;
}

const postBody = ({ visitor, draftId, slug }: Target, { body, headers = {} }: { body: BodyInit; headers?: Record<string, string> }) =>
  send(visitor, `/report/${draftId}/${slug}`, { method: "POST", body, headers: { ...ownForm(visitor), ...headers } });

/** Either it was taken and the journey goes on, or the page says what is wrong: in our words, and with nothing of theirs as markup. */
async function expectCalm(target: Target, answer: Visit) {
  expect([303, 422]).toContain(answer.status);
  const page = answer.status === 303 ? await visit(target.visitor, answer.headers.get("location") ?? "") : answer;
  expect(page.status).toBe(answer.status === 303 ? 200 : 422);
  for (const { html } of [page, await visit(target.visitor, `/report/${target.draftId}/${target.slug}`)]) {
    expect(html).not.toMatch(/<i id=pwned|<script>pwned|\n\s+at .*\.js:\d+/);
    expect(html).toContain("</html>");
  }
  if (answer.status === 422) expect(documentOf(page).querySelector("h1")?.textContent).toBeTruthy();
}

/** Pages on which nothing is typed: a time is chosen, photos are added. */
const NOTHING_TYPED = ["slot", "photos"];

/** What cannot be stored is left out; the rest is kept as it was typed, right or wrong, unless it is longer than any answer. */
async function expectKept({ db }: SmallLandlord, { draftId, slug }: Target, field: string, value: string) {
  const { drafts } = db.schema;
  const [draft] = await db.read.select({ typed: drafts.typed }).from(drafts).where(eq(drafts.id, draftId));
  expect(draft?.typed[slug]?.[field]).toBe(value.length > 10_000 ? undefined : value.replaceAll("\0", ""));
}

/** Says of a failure what was sent where. */
const during = <T>(what: string, work: Promise<T>) => work.catch((error) => Promise.reject(new Error(what, { cause: error })));

const trySend = async (target: Target, what: string, sent: Parameters<typeof postBody>[1]) =>
  during(`${target.slug} ${what}`, expectCalm(target, await postBody(target, sent)));

/** Every value, alone and repeated, then every strange body, in one field of a page. */
async function attack(landlord: SmallLandlord, target: Target, valid: Typed, field: string) {
  for (const [kind, value] of Object.entries(VALUES)) {
    await trySend(target, `${field}: ${kind}`, { body: formBody({ ...valid, [field]: value }) });
    if (!NOTHING_TYPED.includes(target.slug))
      await during(`${target.slug}.${field} keeps ${kind}`, expectKept(landlord, target, field, value));
  }
  for (const values of [[MARKUP, MARKUP], [String(valid[field] ?? ""), "x"], Array.from({ length: 2000 }, () => "x")]) {
    await trySend(target, `${field}, ${values.length} times`, { body: formBody({ ...valid, [field]: values }) });
  }
  const { [field]: _, ...others } = valid;
  await trySend(target, `${field} left out`, { body: formBody(others) });
  for (const [kind, bodyOf] of Object.entries(BODIES)) await trySend(target, `${field}: ${kind}`, bodyOf(field));
}

/** Attacks every field of every page the journey asks this person, then answers it right; the pages it came to. */
async function attackAll(landlord: SmallLandlord, person: Omit<Target, "slug"> & { device: string }): Promise<string[]> {
  const asked: string[] = [];
  let fieldsSoFar = 0;
  for (;;) {
    const page = await openPage({ db: landlord.db, ...person });
    const { slug } = page;
    if (asked.includes(slug)) return asked;
    asked.push(slug);
    const valid = slug === "slot" ? { offer: `${THURSDAY}.morning` } : answerTo(page);
    for (const field of Object.keys(page.fields)) {
      person.visitor.headers["X-Forwarded-For"] = `10.9.0.${fieldsSoFar++}`;
      await attack(landlord, { ...person, slug }, valid, field);
    }
    const taken = await postBody({ ...person, slug }, { body: formBody(valid) });
    expect(taken.status, `${slug} with the right answer`).toBe(303);
  }
}

onBothEngines("A hostile answer to any question", (_, freshUrl) => {
  test("gets a page, is never markup, and the right answer after it is taken", async () => {
    const landlord = await startSmallLandlord(freshUrl);
    const { db, server } = landlord;
    await addFree(landlord, { count: 5, date: THURSDAY });
    const { visitor, device } = await knownVisitor(server.url);
    const draftId = await addAnswered(db, device, {});

    const asked = await attackAll(landlord, { visitor, draftId, device });

    expect(asked).toEqual(expect.arrayContaining(["emergency", "postcode", "home", "where", "what", "describe", "slot", "contact"]));
    const check = { visitor, draftId, slug: "check" };
    for (const [kind, bodyOf] of Object.entries(BODIES)) {
      const answer = await postBody(check, bodyOf("intent"));
      expect([302, 303, 422], `check: ${kind}`).toContain(answer.status);
    }
    const sent = await visit(visitor, `/report/${draftId}/check`);
    expect(documentOf(sent).querySelector("h1")?.textContent).toContain("Repair booked");
    expect(server.output()).not.toMatch(/"level":(50|60)/);
  });
});
