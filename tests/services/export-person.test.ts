import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type PersonKey, readPersonKey } from "#app/domain/person.ts";
import { addRepairNote } from "#app/services/add-repair-note.server.ts";
import { exportPerson } from "#app/services/export-person.server.ts";
import { openPhotoStore } from "#app/services/photo-store.server.ts";
import { addAppointment, addDrafts, NOW } from "#tests/support/calendar.ts";
import { freshFolder, type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { addContactOf } from "#tests/support/repairs.ts";
import { addSlotWorld, addTap } from "#tests/support/slot-world.ts";

/** Ann has a repair of her own, has changed her number, and is met at one that Bo reported; Cy lives at the same address. */
async function personWorld(open: OpenFresh) {
  const db = await open();
  const { schema } = db;
  const slotWorld = await addSlotWorld(db);
  const photos = openPhotoStore(freshFolder(), NOW);
  const [own, bos, cys] = [await addTap(db, slotWorld), await addTap(db, slotWorld), await addTap(db, slotWorld)];
  await addContactOf(db, own, { email: "Ann@Example.com" });
  const bo = { name: "Bo Carer", phone: "+447700900555", reportsFor: "someone", description: "A door sticks" };
  await addContactOf(db, bos, { ...bo, visitName: "Ann Tenant", visitPhone: "+447700900982" });
  await addContactOf(db, cys, { name: "Cy Lodger", phone: "+447700900777", description: "A light is out" });
  await addRepairNote(db, { repairId: own, words: "Call after 2pm", who: "officer", submission: "1", now: NOW });
  const appointmentId = await addAppointment(db, { repairId: own, status: "done" });
  const file = await photos.keep({ full: Buffer.from("a photo"), small: Buffer.from("small") });
  await addDrafts(db, 1, { catalogueId: slotWorld.catalogueId, typed: { contact: { name: "Ann", phone: "07700 900 982" } } });
  const asked = { submission: "s", device: "d", language: "en", phone: "+447700900982", email: null };
  const old = { name: "Ann Tenant", phone: "+447700900001", email: null, visitName: null, visitPhone: null, visitEmail: null };
  const left = { begunAt: NOW, leftAt: NOW, addedAt: NOW, language: "en", phone: "07700 900982", email: "no address" };
  await db.write(async (tx) => {
    await tx.insert(schema.contactsBefore).values({ repairId: own, version: 0, values: { ...old, description: "It dripped" } });
    await tx.insert(schema.visitNeeds).values({ repairId: own, people: ["over-65"], needs: ["pets"], notes: "Side door" });
    await tx.insert(schema.visitNeeds).values({ repairId: bos, people: ["baby"], needs: [], notes: "Ring twice" });
    await tx.insert(schema.visits).values({ appointmentId, outcome: "done", endedAt: NOW, note: "New washer" });
    const size = { bytes: 9, width: 1, height: 1, position: 1, addedAt: NOW };
    await tx.insert(schema.photos).values({ id: "photo", repairId: own, file, ...size });
    const sent = { status: "sent", sentAt: NOW, dueAt: NOW, tryAt: NOW, createdAt: NOW };
    await tx.insert(schema.messages).values({ id: "m", repairId: own, kind: "emergency", number: 1, ...sent });
    await tx.insert(schema.soonerWishes).values({ id: "w", repairId: own, windows: ["morning"], noticeHours: 24, askedAt: NOW });
    await tx.update(schema.homes).set({ notAloneWhy: "A dog bites" }).where(eq(schema.homes.uprn, slotWorld.uprn));
    await tx.insert(schema.followers).values({ id: "f", reference: "f", repairId: cys, messagesBy: "text", followedAt: NOW, ...asked });
    await tx.insert(schema.requests).values({ id: "q", reference: "q", askedAt: NOW, address: "9 No Street", ...asked });
    await tx.insert(schema.unfinishedReports).values({ id: "u", uprn: slotWorld.uprn, reason: "emergency", description: "Smoke", ...left });
  });
  const exported = async (kind: string, typed: string) => {
    const folder = join(freshFolder(), "copy");
    const counts = await exportPerson(db, { photos, key: readPersonKey(kind, typed) as PersonKey, folder, now: NOW });
    const text = counts.repairs + counts.others > 0 ? readFileSync(join(folder, "person.json"), "utf8") : "";
    return { folder, counts, text, json: text ? JSON.parse(text) : undefined };
  };
  return { db, photos, slotWorld, exported };
}

onBothEngines("everything held on a person", (open) => {
  test("is found by any number or address of theirs, comes in parts that say what they are, and leaves others out", async () => {
    const { db, photos, slotWorld, exported } = await personWorld(open);
    const ann = await exported("phone", "07700 900982");
    expect(ann.counts).toEqual({ repairs: 2, others: 4, photos: 1 });
    const said = ["Ann Tenant", "Ann@Example.com", "+447700900001", "It drips", "It dripped", "Call after 2pm", "Side door", "New washer"];
    for (const words of [...said, "Ring twice", "9 No Street", "Smoke", "07700 900 982"]) expect(ann.text).toContain(words);
    for (const others of ["Bo Carer", "900555", "Cy Lodger", "900777", "A light is out", "A dog bites"])
      expect(ann.text).not.toContain(others);
    const [own, bos] = ann.json.repairs;
    expect(own).toMatchObject({
      reporter: { name: "Ann Tenant" },
      earlier: [{ version: 0, reporter: { phone: "+447700900001" } }],
      sooner: [{ windows: ["morning"], noticeHours: 24 }],
      messages: [{ kind: "emergency", channel: "webhook", sentAt: NOW.toISOString() }],
      events: [{ what: "note added", by: "staff" }],
      leftOut: [],
    });
    expect(bos).toMatchObject({ visitPerson: { name: "Ann Tenant" }, leftOut: ["reporter: somebody else reported it"] });
    for (const part of Object.keys(own).filter((part) => part !== "leftOut" && part !== "reportsFor" && part !== "messagesBy"))
      expect(Object.keys(ann.json.parts), part).toContain(`repairs.${part}`);

    const [photo = ""] = readdirSync(ann.folder).filter((name) => name.endsWith(".jpg"));
    expect(own.photos).toMatchObject([{ file: photo, takenAt: "report" }]);
    expect(readFileSync(join(ann.folder, photo), "utf8")).toBe("a photo");
    const modes = [ann.folder, join(ann.folder, "person.json"), join(ann.folder, photo)].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    const again = exportPerson(db, { photos, key: { phone: "+447700900982" }, folder: ann.folder, now: NOW });
    await expect(again).rejects.toThrow(/is not empty: name a folder that is not there yet$/);

    const earlier = await exported("phone", "07700900001");
    expect(earlier.json.repairs).toMatchObject([{ reporter: { name: "Ann Tenant" } }]);
    expect((await exported("email", "ann@example.COM")).counts).toEqual({ repairs: 1, others: 0, photos: 1 });
    const bo = await exported("phone", "07700 900555");
    expect(bo.json.repairs).toMatchObject([
      { leftOut: ["visitPerson: somebody else is met", "needs: the person reported it for somebody else"] },
    ]);
    expect(bo.text).not.toMatch(/Ann Tenant|900982|Ring twice/);

    const home = await exported("uprn", slotWorld.uprn);
    expect(home.counts).toMatchObject({ repairs: 3, photos: 1 });
    for (const words of ["Ann Tenant", "Bo Carer", "Cy Lodger", "Ring twice", "Smoke", "A dog bites"]) expect(home.text).toContain(words);
    const nobody = await exported("email", "%@example.com");
    expect([nobody.counts, nobody.text]).toEqual([{ repairs: 0, others: 0, photos: 0 }, ""]);
  });
});

test.each([
  ["phone", "12"],
  ["email", "ann"],
  ["uprn", "x"],
  ["name", "Ann"],
  ["phone", ""],
])("%s %j is nothing to look for a person by", (kind, typed) => expect(readPersonKey(kind, typed)).toBeUndefined());
