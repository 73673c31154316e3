import { createHmac } from "node:crypto";
import { addSeconds } from "date-fns";
import { expect, test } from "vitest";
import { openChannels } from "#app/services/message-channels.server.ts";
import { receiveReceipt } from "#app/services/receive-receipt.server.ts";
import { freshSqlite, onBothEngines, opening } from "#tests/support/engines.ts";
import { startMailServer } from "#tests/support/mail.ts";
import { startNotify } from "#tests/support/notify.ts";
import { movedWorld } from "#tests/support/tenant-messages.ts";
import { startReceiver } from "#tests/support/webhook.ts";

const TEXT = "Fernhill Council: visit moved to Thu 26 Nov, 8am to 1pm https://repairs.test/repair/link/";
const BY_EMAIL = { confirmBy: "email" };

/** Nobody's name, number or address, in a row or in the log. */
const PERSONAL = /Ann|\+4477|example\.com|Mill Lane/;

onBothEngines("a text message by GOV.UK Notify", (open) => {
  test.each([
    ["is down (500)", { status: 500, error: "Exception" }, "answered 500 Exception"],
    ["is asked too much (429)", { status: 429, error: "RateLimitError" }, "answered 429 RateLimitError"],
    ["is set up wrongly (403)", { status: 403, error: "AuthError" }, "answered 403 AuthError"],
    ["took it and is slow to say so", { afterMs: 60_000 }, "took too long"],
    ["took it, and the line was cut", { cut: true }, "could not be reached"],
  ])("that %s is sent again under its reference, and counts one", async (_, answers, fault) => {
    const world = await movedWorld(await open());
    const notify = await startNotify();
    const channels = openChannels({ notify: { ...notify.settings, callbackToken: undefined } });
    notify.answers = answers;
    expect(await world.send(channels)).toBe("1 put off");
    expect(await world.rows()).toMatchObject([{ channel: "text", status: "waiting", tries: 1, fault }]);
    notify.answers = {};
    world.clock.now = addSeconds(world.clock.now, 40);
    expect(await Promise.all([world.send(channels), world.send(channels)])).toContain("1 sent");
    const [row] = await world.rows();
    expect(row).toMatchObject({ status: "sent", tries: 2, fault: null });
    expect(notify.taken).toMatchObject([{ type: "sms", to: "+447700900982", reference: row?.id }]);
    expect(notify.taken[0]?.personalisation.message).toContain(TEXT);
    expect(JSON.stringify([row, world.lines])).not.toMatch(PERSONAL);
  });

  test("that it refuses for good is an email at once, then a call for the agents", async () => {
    const world = await movedWorld(await open());
    const notify = await startNotify();
    const channels = openChannels({ notify: { ...notify.settings, callbackToken: undefined } });
    notify.answers = { status: 400, error: "ValidationError" };
    expect(await world.send(channels)).toBe("2 stopped");
    expect(await world.rows()).toMatchObject([
      { channel: "text", status: "stopped", fault: "answered 400 ValidationError" },
      { channel: "email", status: "stopped" },
      { channel: "call", status: "waiting", rank: 2 },
    ]);
    expect(JSON.stringify(world.lines)).not.toMatch(PERSONAL);
  });

  test("has its receipt kept once, late or before our request was answered; a failure is said by the next channel, once", async () => {
    const world = await movedWorld(await open());
    const { db, rows, send, clock } = world;
    const notify = await startNotify();
    const channels = openChannels({ notify: { ...notify.settings, callbackToken: undefined } });
    notify.answers = { cut: true };
    await send(channels);
    const [{ id = "" } = {}] = await rows();
    const tell = (reference: string, status: "delivered" | "permanent-failure" | "temporary-failure") =>
      receiveReceipt(db, { reference, status, now: clock.now });
    await tell("no such message", "delivered");
    await tell(id, "permanent-failure");
    await tell(id, "permanent-failure");
    await tell(id, "delivered");
    expect(await rows()).toMatchObject([
      { id, status: "sent", receipt: "failed", receiptAt: clock.now },
      { channel: "email", status: "waiting" },
    ]);
    notify.answers = {};
    expect(await send(channels)).toBe("1 sent");
    const email = notify.taken[1];
    expect(email).toMatchObject({
      type: "email",
      to: "ann@example.com",
      personalisation: { subject: "Your repair visit is now on Thursday 26 November" },
    });
    expect(email?.personalisation.message).toMatch(/Fernhill Council\nPhone 01632 960 100$/);
    clock.now = addSeconds(clock.now, 259_200);
    await tell(email?.reference ?? "", "delivered");
    expect((await rows()).map(({ receipt }) => receipt)).toEqual(["failed", "delivered"]);
  });
});

test.each([
  ["refuses for now (451)", { recipient: 451 }, "the mail server answered 451"],
  ["took it and is slow to say so", { afterMs: 60_000 }, "took too long"],
  ["took it, and the line was cut", { cut: true }, "could not be reached"],
])("an email by a mail server that %s is sent again under the same Message-ID", async (_, answers, fault) => {
  const world = await movedWorld(await opening(freshSqlite)(), BY_EMAIL);
  const mail = await startMailServer();
  const smtp = { url: mail.url, from: "Fernhill Council <repairs@fernhill.example>", patienceMs: 500 };
  const channels = openChannels({ smtp });
  mail.answers = answers;
  expect(await world.send(channels)).toBe("1 put off");
  expect(await world.rows()).toMatchObject([{ channel: "email", status: "waiting", fault }]);
  mail.answers = {};
  world.clock.now = addSeconds(world.clock.now, 40);
  expect(await world.send(channels)).toBe("1 sent");
  const [row] = await world.rows();
  expect(row).toMatchObject({ status: "sent", fault: null });
  expect(new Set(mail.taken.map(({ messageId }) => messageId))).toEqual(new Set([`<${row?.id}@fernhill.example>`]));
  const sent = mail.taken.at(-1);
  expect(sent).toMatchObject({ subject: "Your repair visit is now on Thursday 26 November", to: { text: "ann@example.com" } });
  expect(sent?.from?.text).toBe('"Fernhill Council" <repairs@fernhill.example>');
  expect(sent?.text).toContain("We will now come on Thursday 26 November, 8am to 1pm.");
  expect(sent?.html).toMatch(/<a href="https:\/\/repairs\.test\/repair\/link\/[\w-]{43}">/);
  expect(JSON.stringify([row, world.lines])).not.toMatch(PERSONAL);
});

test("an email to nobody, and one by a server that is down: the first is a text message at once, the second is tried for two hours and given up", async () => {
  const db = await opening(freshSqlite)();
  const world = await movedWorld(db, BY_EMAIL);
  const mail = await startMailServer();
  const smtp = { url: mail.url, from: "repairs@fernhill.example", patienceMs: 500 };
  mail.answers = { recipient: 550 };
  const receiver = await startReceiver();
  const secret = "a secret that is long enough for anybody";
  const textWebhook = { url: receiver.url, secret };
  expect(await world.send(openChannels({ smtp, textWebhook }))).toBe("1 sent, 1 stopped");
  const [{ headers, body } = {}] = receiver.received;
  expect(body).toEqual({ type: "text", id: (await world.rows())[1]?.id, to: "+447700900982", text: expect.stringContaining(TEXT) });
  const signature = createHmac("sha256", secret).update(JSON.stringify(body)).digest("hex");
  expect(headers).toMatchObject({ "idempotency-key": body?.id, "x-signature": `sha256=${signature}` });

  const other = await movedWorld(await opening(freshSqlite)(), BY_EMAIL);
  const down = openChannels({ smtp: { ...smtp, url: "smtp://127.0.0.1:1" } });
  const ends: (string | undefined)[] = [];
  for (let tries = 1; tries <= 9; tries++) {
    ends.push(await other.send(down));
    other.clock.now = addSeconds(other.clock.now, 36 * 2 ** tries);
  }
  expect(ends).toEqual([...Array(8).fill("1 put off"), "1 given up"]);
  expect(await other.rows()).toMatchObject([{ status: "failed", tries: 9, fault: "could not be reached" }]);
});

test("a provider of text messages that says a number takes none (422) is not asked again", async () => {
  const world = await movedWorld(await opening(freshSqlite)(), { email: null });
  const receiver = await startReceiver();
  receiver.answers = { status: 422 };
  const channels = openChannels({ textWebhook: { url: receiver.url, secret: "a secret of tests" } });
  expect(await world.send(channels)).toBe("1 stopped");
  expect((await world.rows()).map(({ channel, status }) => `${channel} ${status}`)).toEqual(["text stopped", "call waiting"]);
  expect(receiver.received).toHaveLength(1);
});
