import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { en } from "#app/languages/en.ts";
import { openPhotoStore } from "#app/services/photo-store.server.ts";
import { tidyMessages } from "#app/services/read-messages.server.ts";
import type { MessageView } from "#app/services/site.server.ts";
import type { Db } from "#db/client.ts";
import { NOW } from "#tests/support/calendar.ts";
import { freshFolder, freshSqlite, onBothEngines, opening } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { errors, hiddenOf, main, table } from "#tests/support/page.ts";
import { Browser } from "#tests/support/pages.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";
import { movedWorld, OUTBOX } from "#tests/support/tenant-messages.ts";

const OWN = "/staff/messages";
const TOKEN = "what Notify says when it tells us something";
const OPEN: MessageView = { ...OUTBOX, isOpen: true, receiptToken: undefined };
const DELIVERED: MessageView = { ...OUTBOX, isOpen: false, receiptToken: TOKEN };

/** A visit that was moved, and a browser in front of the pages there. */
async function start(db: Db, contact: Parameters<typeof movedWorld>[1] = {}, outbox = OPEN) {
  const world = await movedWorld(db, contact);
  const photos = openPhotoStore(freshFolder(), NOW);
  const browser = new Browser({ db, outbox, landlord: aLandlord(), photos, words: en, now: () => world.clock.now });
  const list = (name: string) => browser.get(`${OWN}?list=${name}`);
  const events = async () => (await db.read.select().from(db.schema.events)).map(({ what, after }) => [what, after]);
  const signIn = async () => {
    await addStaffMember(db, { role: "agent" });
    await signInAs(browser, "ada@example.com");
  };
  return { ...world, browser, list, events, signIn };
}

onBothEngines("the messages that staff see", (open) => {
  test("are whole where nobody delivers them: what waits, and then what would have gone out", async () => {
    const { list, send, signIn, browser } = await start(await open());
    await signIn();
    expect(table(await list("waiting"), "Waiting")).toHaveLength(1);
    await send();
    const sent = await browser.get(OWN);
    const [[, what, , words] = []] = table(sent, "Sent");
    expect(what).toBe("Visit movedText message");
    expect(words).toMatch(/^Fernhill Council: visit moved to Thu 26 Nov, 8am to 1pm https:\/\/repairs\.test\/repair\/link\/[\w-]{43}$/);
    expect(main(await list("waiting"))).toContain("No message is waiting.");
    expect(main(await browser.get(`${OWN}?list=constructor&before=%00`))).toContain("Visit moved");
  });

  test("are calls to make where nothing else reaches somebody, each made once; or letters, printed and posted", async () => {
    const world = await start(await open(), { confirmBy: "phone", name: "Ann Tenant" }, DELIVERED);
    const { browser, list, events, rows, signIn, db, clock } = world;
    await signIn();
    const calls = await browser.get(OWN);
    expect(table(calls, "Calls to make")).toEqual([
      [
        expect.stringContaining("Ann Tenant+447700900982"),
        "Visit movedPhone call",
        "Due 9am on Monday 23 November ",
        "Fernhill Council: visit moved to Thu 26 Nov, 8am to 1pm (a link for the tenant alone)",
        expect.stringMatching(/I have told them.*No answer.*Print a letter/),
      ],
    ]);
    const [{ id = "" } = {}] = await rows();
    const seen = { list: "calls", message: id };
    expect(main(await browser.post(OWN, { ...seen, step: "tried" }))).toContain("Called in vain once");
    expect(main(await browser.post(OWN, { ...seen, step: "letter" }))).toContain("There are no calls to make.");
    const again = await browser.post(OWN, { ...seen, step: "told" });
    expect([again.status, errors(again)]).toEqual([422, ["Somebody has dealt with this already"]]);
    const letters = await browser.get(`${OWN}/letters`);
    const [home] = await db.read.select().from(db.schema.homes);
    expect(main(letters)).toContain(`${home?.line1}FH1 1AA`);
    expect(main(letters)).toMatch(
      /Dear Ann Tenant.*We will now come on Thursday 26 November, 8am to 1pm\..*https:\/\/repairs\.test\/repairFernhill Council/,
    );
    clock.now = new Date("2026-11-23T09:20:00Z");
    await browser.post(`${OWN}/letters`, { ...hiddenOf(letters, ".app-letter form"), step: "posted" });
    expect(table(await list("sent"), "Sent")[0]?.[2]).toBe("Posted 9:20am on Monday 23 November, by Ada Person ");
    expect((await events()).slice(-3)).toEqual([
      ["called and not reached", { message: "moved", by: "call" }],
      ["letter instead of a call", { message: "moved", by: "call" }],
      ["letter posted", { message: "moved", by: "letter" }],
    ]);
  });

  test("are no calls any more once what they say is not so", async () => {
    const { db, list, appointmentId, signIn } = await start(await open(), { confirmBy: "phone" });
    await signIn();
    expect(await tidyMessages(db, NOW)).toBeUndefined();
    const { appointments } = db.schema;
    await db.write((tx) => tx.update(appointments).set({ status: "cancelled" }).where(eq(appointments.id, appointmentId)));
    expect(await tidyMessages(db, NOW)).toBe("1 calls and letters are not needed any more");
    expect(main(await list("calls"))).toContain("There are no calls to make.");
  });

  test("that were given up are sent again, one or all, and looked up first", async () => {
    const { list, send, signIn, browser, rows, db } = await start(await open());
    await signIn();
    const { messages } = db.schema;
    await db.write((tx) => tx.update(messages).set({ status: "failed", tries: 9, fault: "took too long" }));
    expect(table(await list("failed"), "Given up")[0]?.[2]).toBe("Due 9am on Monday 23 November Last try (9): took too long");
    expect(main(await browser.post(OWN, { list: "failed", step: "again" }))).toContain("It is tried again now.");
    expect(await rows()).toMatchObject([{ status: "waiting", tries: 0, fault: "took too long" }]);
    const handed: boolean[] = [];
    await send({
      text: async ({ isRepeat }) => {
        handed.push(isRepeat);
        return { ok: true };
      },
    });
    expect(handed).toEqual([true]);
    const nonsense: Record<string, string | string[]>[] = [
      {},
      { step: ["again", "again"] },
      { step: "constructor" },
      { step: "told", message: "x".repeat(100_000) },
    ];
    for (const typed of nonsense) expect((await browser.post(OWN, typed)).status).toBe(422);
  });
});

onBothEngines("the words of messages", (open) => {
  test("are an administrator's: shown before they are saved, with known fields only, one version after another, and the standard ones again", async () => {
    const { browser, db, send, handed } = await start(await open());
    await addStaffMember(db, { role: "administrator" });
    await signInAs(browser, "ada@example.com");
    const path = `${OWN}/templates/moved`;
    const page = await browser.get(path);
    expect(main(page)).toContain("Fernhill Council: visit moved to Thu 26 Nov, 8am to 1pm (the link to their repair) (1");
    const own = { ...hiddenOf(page, ".app-staff-form"), text: "Now {day}. {landlord}", subject: "Moved", body: "It is {date}\n\nBye" };
    const shown = await browser.post(path, { ...own, step: "show" });
    expect([shown.status, main(shown)]).toEqual([
      200,
      expect.stringContaining("Now Thu 26 Nov. Fernhill Council (32 characters, one text message)"),
    ]);
    expect((await browser.get(path)).html).not.toContain("Now {day}");
    const wrong = await browser.post(path, { ...own, text: "Now {days} <b>", subject: "" });
    expect([wrong.status, errors(wrong)]).toEqual([
      422,
      [expect.stringMatching(/^There is no \{days\}\. You can use \{landlord\}, .*\{day\}/), "Enter a subject"],
    ]);
    expect(wrong.html).toContain("Now {days} &lt;b&gt;");
    expect(main(await browser.post(path, own))).toContain("The words are saved.");
    const stale = await browser.post(path, { ...own, text: "Later" });
    expect([stale.status, errors(stale)]).toEqual([422, [expect.stringContaining("Somebody has changed these words")]]);
    await send();
    expect(handed[0]?.text).toBe("Now Thu 26 Nov. Fernhill Council");
    const saved = await browser.get(path);
    expect(main(await browser.post(path, { ...hiddenOf(saved, ".app-staff-form"), step: "reset" }))).toContain(
      "has its standard words again",
    );
    expect(main(await browser.get(`${OWN}/templates`))).toContain("visit moved to Thu 26 Nov");
    expect((await db.read.select().from(db.schema.messageTemplates)).map(({ version, words }) => [version, words?.subject])).toEqual([
      [1, "Moved"],
      [2, undefined],
    ]);
    expect((await browser.get(`${OWN}/templates/constructor`)).status).toBe(404);
  });
});

test("only Notify, by its token, may say what became of a message", async () => {
  const { browser, rows } = await start(await opening(freshSqlite)(), {}, DELIVERED);
  const [{ id = "" } = {}] = await rows();
  const tell = async (authorization: string | undefined, receipt: unknown) => {
    const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
    return (await browser.send("/notify/receipts", JSON.stringify(receipt), headers)).status;
  };
  const receipt = { id: "n", reference: id, to: "07700900982", status: "delivered", notification_type: "sms" };
  expect([await tell(undefined, receipt), await tell("Basic x", receipt), await tell("Bearer other", receipt)]).toEqual([401, 401, 403]);
  expect((await rows())[0]?.receipt).toBeNull();
  const bearer = `Bearer ${TOKEN}`;
  expect([await tell(bearer, { reference: id }), await tell(bearer, { ...receipt, reference: "none" })]).toEqual([422, 204]);
  expect([await tell(bearer, receipt), await tell(bearer, { ...receipt, status: "permanent-failure" })]).toEqual([204, 204]);
  expect(await rows()).toMatchObject([{ status: "sent", receipt: "delivered" }]);
  expect((await browser.get("/notify/receipts")).status).toBe(404);
});
