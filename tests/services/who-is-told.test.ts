import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { EditAnswer } from "#app/journeys/repair-forms.ts";
import { editReport } from "#app/services/edit-report.server.ts";
import { giveUpVisit } from "#app/services/give-up-visit.server.ts";
import { askForCode, giveCode, proveByLink, readLink } from "#app/services/prove-repair.server.ts";
import { readOwnRepair } from "#app/services/read-own-repair.server.ts";
import { proofCode } from "#app/services/repair-link.server.ts";
import { say, unsay } from "#app/services/say.server.ts";
import { addDrafts, NOW } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { repairById } from "#tests/support/repairs.ts";
import { movedWorld, OUTBOX } from "#tests/support/tenant-messages.ts";

const SAID = { description: "It drips", name: "Ann Tenant", phone: "07700 900982", email: "ann@example.com" };
const KEPT: EditAnswer = { ...SAID, visitName: "", visitPhone: "", visitEmail: "", confirmBy: "text" };
const tokenIn = (words = "") => /link\/([\w-]{43})/.exec(words)?.[1] ?? "no link";

/** A moved visit, of which Ann has been told by text; and what an officer does. */
async function toldWorld(open: OpenFresh) {
  const world = await movedWorld(await open());
  const { db, repairId } = world;
  await world.send();
  const edit = async (answer: Partial<EditAnswer>) => {
    const [contact] = await db.read.select().from(db.schema.contacts);
    if (!contact) throw new Error("There are no details");
    const seen = { repair: await repairById(db, repairId), version: contact.version, who: "officer", now: world.clock.now };
    return editReport(db, { ...seen, contact, answer: { ...KEPT, ...answer } });
  };
  const remind = (changeId: string) =>
    db.write((tx) => say(tx, db.schema, { kind: "sooner", repairId, changeId, who: "officer", now: world.clock.now }));
  const statuses = async () => (await world.rows()).map(({ kind, channel, status }) => `${kind} ${channel} ${status}`);
  return { ...world, edit, remind, statuses };
}

onBothEngines("who is told of a repair", (open) => {
  test("changes with their number: every link, code and device from before ends, and what waited or was given up goes the new way", async () => {
    const { db, repairId, edit, remind, send, handed, clock, statuses } = await toldWorld(open);
    const { reference, submission } = await repairById(db, repairId);
    const now = clock.now;
    const [problem] = await db.read.select().from(db.schema.problems);
    await addDrafts(db, 1, { id: submission, device: "sender", catalogueId: problem?.catalogueId ?? "" });
    const token = tokenIn(handed[0]?.text);
    expect(await proveByLink(db, { token, device: "opened", now })).toBe(reference);
    const [home] = await db.read.select().from(db.schema.homes);
    const ask = (device: string) => askForCode(db, { reference, postcode: home?.postcode ?? "", device, from: undefined, now });
    const give = async (id: string, device: string) => {
      const code = (await db.read.select().from(db.schema.messages)).filter(({ kind }) => kind === "code").at(-1);
      return giveCode(db, { id, code: proofCode(code?.id ?? "", OUTBOX.secret), secret: OUTBOX.secret, device, from: undefined, now });
    };
    const follows = async () => {
      const devices = ["sender", "opened", "coded"].map((device) => readOwnRepair(db, { reference, device, now: addMinutes(now, 1) }));
      return (await Promise.all(devices)).map((own) => own !== undefined);
    };
    const coded = await ask("coded");
    expect(await give(coded.ok ? coded.id : "", "coded")).toBe(reference);
    const asked = await ask("asked");
    expect(await follows()).toEqual([true, true, true]);
    await remind("first");
    await db.write((tx) => tx.update(db.schema.messages).set({ status: "failed" }).where(eq(db.schema.messages.kind, "sooner")));
    await remind("second");

    expect(await edit({ name: "Ann B Tenant" }), "a name alone").toBe(true);
    expect(await follows()).toEqual([true, true, true]);
    expect(await edit({ phone: "07700 900111" })).toBe(true);
    expect(await follows()).toEqual([false, false, false]);
    expect(await readLink(db, { token, now })).toBeUndefined();
    expect(await proveByLink(db, { token, device: "again", now })).toBeUndefined();
    expect(await give(asked.ok ? asked.id : "", "asked")).toBeUndefined();
    expect((await statuses()).filter((row) => row.startsWith("code"))).toEqual(["code text stopped", "code text stopped"]);

    handed.length = 0;
    await send();
    expect(handed.map(({ to }) => to)).toEqual(["+447700900111", "+447700900111"]);
    const fresh = /sooner\/([\w-]{43})/.exec(handed[0]?.text ?? "")?.[1] ?? "no link";
    expect(await readLink(db, { token: fresh, now })).toMatchObject({ repairId });
    expect(await proveByLink(db, { token: fresh, device: "sender", now })).toBe(reference);
    expect(await follows()).toEqual([true, false, false]);
  });

  test("by text or by email as they say until it is sent: once, and earlier links stay", async () => {
    const { db, edit, remind, send, handed, clock, statuses } = await toldWorld(open);
    const token = tokenIn(handed[0]?.text);
    await remind("first");
    expect(await edit({ confirmBy: "email" })).toBe(true);
    await send();
    expect(handed.map(({ to }) => to)).toEqual(["+447700900982", "ann@example.com"]);
    expect((await statuses()).sort()).toEqual(["moved text sent", "sooner email sent", "sooner text stopped"]);
    expect(await readLink(db, { token, now: clock.now })).toBeDefined();
  });

  test("hears that the visit alone is cancelled where nobody would be in", async () => {
    const { db, appointmentId, send, handed, clock } = await toldWorld(open);
    const giveUp = () => giveUpVisit(db, { appointmentId, changes: { cutOffMinutes: 60, mostMoves: 3 }, now: clock.now });
    expect([await giveUp(), await giveUp()]).toEqual(["in-time", "closed"]);
    await send();
    expect(handed[1]?.text).toMatch(/^Fernhill Council: no visit Thu 26 Nov, as you said\. Still open: http/);
    expect(handed).toHaveLength(2);
  });

  test("is a follower of shared areas too: of visits and the end, without a link, and with nothing of the reporter or their home", async () => {
    const { db, repairId, appointmentId, send, handed, clock, rows } = await toldWorld(open);
    const { blocks, followers, repairs } = db.schema;
    const follower = { repairId, submission: "s", language: "en", followedAt: NOW };
    const about = (kind: "moved" | "done", changeId: string) => ({
      kind,
      repairId,
      appointmentId,
      changeId,
      who: "officer",
      now: clock.now,
    });
    const tell = (kind: "moved" | "done", changeId: string) => db.write((tx) => say(tx, db.schema, about(kind, changeId)));
    await db.write(async (tx) => {
      await tx.insert(blocks).values({ id: "block", name: "Mill Court" });
      await tx.insert(followers).values([
        { ...follower, id: "1", reference: "2222-2222", device: "1", phone: "+447700900001", messagesBy: "text" },
        { ...follower, id: "2", reference: "3333-3333", device: "2", email: "cy@example.com", messagesBy: "email" },
        { ...follower, id: "3", reference: "4444-4444", device: "3", messagesBy: "none" },
      ]);
    });
    await tell("moved", "in a home");
    await db.write((tx) => tx.update(repairs).set({ blockId: "block" }));
    await tell("moved", "shared");
    handed.length = 0;
    await send();
    expect(handed.map(({ to }) => to).sort()).toEqual(["+447700900001", "+447700900982", "cy@example.com"]);
    const theirs = handed.filter(({ to }) => to !== "+447700900982");
    expect(theirs.find(({ to }) => to.startsWith("+"))?.text).toBe(
      "Fernhill Council: we now come on Thu 26 Nov, 8am to 1pm, for the shared area repair you follow, 2222-2222. You need not be in",
    );
    const { reference } = await repairById(db, repairId);
    expect(JSON.stringify(theirs)).not.toMatch(new RegExp(`${reference}|https?:|Ann|Mill Lane|drips all`));

    await tell("done", "mistake");
    await db.write((tx) => unsay(tx, db.schema, { repairId, appointmentId }));
    await db.write((tx) => tx.update(repairs).set({ status: "done", closedAt: NOW }));
    await tell("done", "done");
    handed.length = 0;
    await send();
    const texts = handed.map(({ text }) => text);
    expect(texts.filter((text) => text.includes("shared")).sort()).toEqual([
      "Fernhill Council: the shared area repair you follow, 2222-2222, is done. Not fixed? Call 01632 960 100",
      "Fernhill Council: the shared area repair you follow, 3333-3333, is done. Not fixed? Call 01632 960 100",
    ]);
    expect((await rows()).filter(({ followerId }) => followerId !== "").every(({ tokenHash }) => tokenHash === null)).toBe(true);
  });
});
