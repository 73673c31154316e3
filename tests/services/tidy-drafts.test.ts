import { addDays, addHours, addMinutes } from "date-fns";
import { eq, isNotNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addPhoto } from "#app/services/add-photo.server.ts";
import { readReceipt } from "#app/services/read-receipt.server.ts";
import { saveAnswer } from "#app/services/save-answer.server.ts";
import { tidyDrafts } from "#app/services/tidy-drafts.server.ts";
import { addDrafts, NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aJpeg } from "#tests/support/photos.ts";
import { type ReportWorld, reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, type Given, MORNING, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

const HOME = TO_WHERE;
const MOULD: Given[] = [...HOME, "Kitchen", "Mould on a wall"];
const days = (count: number) => addDays(NOW, count);

onBothEngines("unfinished reports", (open) => {
  const tidy = ({ db, photos }: ReportWorld, now: Date) => tidyDrafts({ db, photos, nation: "england", now });
  const draftsOf = ({ db }: ReportWorld) => db.read.select().from(db.schema.drafts);
  const listOf = ({ db }: ReportWorld) => db.read.select().from(db.schema.unfinishedReports);
  async function* aPhoto() {
    yield await aJpeg();
  }

  describe("are deleted", () => {
    test("7 days after they were last touched, with their photos and what they let lapse", async () => {
      const world = await reportWorld(await open());
      const { db, photos } = world;
      await walk(world.browser(), [...TAP, MORNING]);
      const [draft] = await draftsOf(world);
      if (!draft) throw new Error("No draft");
      await addPhoto(db, { photos, clamavSocket: undefined }, { draftId: draft.id, device: draft.device, pieces: aPhoto(), now: NOW });
      const [photo] = await db.read.select().from(db.schema.photos);
      expect(await photos.read(photo?.file ?? "", "full")).toBeDefined();

      expect(await tidy(world, days(7))).toBeUndefined();
      expect(await draftsOf(world)).toHaveLength(1);
      expect(await tidy(world, addMinutes(days(7), 1))).toBe("0 listed for staff, 1 deleted");
      expect(await draftsOf(world)).toEqual([]);
      expect(await db.read.$count(db.schema.photos)).toBe(0);
      expect(await photos.read(photo?.file ?? "", "full")).toBeUndefined();
      expect(await photos.read(photo?.file ?? "", "small")).toBeUndefined();
      expect(await db.read.$count(db.schema.slots, isNotNull(db.schema.slots.draftId))).toBe(0);
      expect(await tidy(world, days(8))).toBeUndefined();
    });

    test("30 days after they were sent: until then the confirmation opens, and the repair stays", async () => {
      const world = await reportWorld(await open());
      const { db } = world;
      const device = world.browser();
      const sent = await device.post((await walk(device, [...TAP, MORNING, CONTACT])).path);
      const [draft] = await draftsOf(world);
      if (!draft) throw new Error("No draft");
      await tidy(world, days(29));
      expect((await device.get(sent.path)).html).toContain("Repair booked");
      expect(await tidy(world, days(31))).toBe("0 listed for staff, 1 deleted");
      expect(await readReceipt(db, { draftId: draft.id, device: draft.device })).toBeUndefined();
      expect((await device.get(sent.path)).status).toBe(404);
      expect([await db.read.$count(db.schema.repairs), await db.read.$count(db.schema.appointments)]).toEqual([1, 1]);
    });

    test("however many there are, a few at a time, by two servers at once", async () => {
      const world = await reportWorld(await open());
      const [catalogue] = await world.db.read.select().from(world.db.schema.catalogues);
      await addDrafts(world.db, 230, { catalogueId: catalogue?.id ?? "" });
      const kept = await addDrafts(world.db, 3, { catalogueId: catalogue?.id ?? "", touchedAt: days(2) });
      const said = await Promise.all([tidy(world, days(8)), tidy(world, days(8))]);
      const deleted = said.map((line) => Number(/(\d+) deleted/.exec(line ?? "")?.[1] ?? 0));
      expect(deleted.reduce((sum, each) => sum + each, 0)).toBe(230);
      expect((await draftsOf(world)).map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
    });

    test("or kept, where somebody comes back at the very same moment; never half", async () => {
      const world = await reportWorld(await open());
      const [catalogue] = await world.db.read.select().from(world.db.schema.catalogues);
      const drafts = await addDrafts(world.db, 40, { catalogueId: catalogue?.id ?? "" });
      const now = days(8);
      const touch = (draftId: string) =>
        saveAnswer(world.db, { draftId, device: "device", step: "emergency", typed: { kind: "none" }, now });
      const [, ...saved] = await Promise.all([tidy(world, now), ...drafts.map(touch)]);
      const left = await draftsOf(world);
      expect(left.map(({ id }) => id).toSorted()).toEqual(drafts.filter((_, at) => saved[at]).toSorted());
      expect(left.every(({ device, typed }) => device === "device" && typed.emergency)).toBe(true);
    });
  });

  describe("of a danger go on the staff's list", () => {
    test("an hour after they were left, with as much as was typed", async () => {
      const world = await reportWorld(await open());
      const device = world.browser();
      const describe = await walk(device, MOULD);
      await device.post(describe.path, { description: "Black mould by the bed" });
      await device.post(describe.path.replace("describe", "contact"), CONTACT);
      expect(await tidy(world, addMinutes(NOW, 60))).toBeUndefined();
      expect(await tidy(world, addMinutes(NOW, 61))).toBe("1 listed for staff, 0 deleted");
      const [problem] = await world.db.read
        .select()
        .from(world.db.schema.problems)
        .where(eq(world.db.schema.problems.problem, "Mould on a wall"));
      expect(await listOf(world)).toMatchObject([
        { uprn: "100000001", reason: "damp-and-mould", emergency: null, problemId: problem?.id, description: "Black mould by the bed" },
      ]);
      expect(await tidy(world, addMinutes(NOW, 76))).toBeUndefined();
      await tidy(world, days(8));
      expect(await draftsOf(world)).toEqual([]);
      expect(await listOf(world)).toHaveLength(1);
    });

    test("with the contact where it was typed, and with what was typed since", async () => {
      const world = await reportWorld(await open());
      const device = world.browser();
      const call = await walk(device, [
        ...MOULD,
        { description: "Mould" },
        { done: "yes" },
        {},
        {},
        "None of these times suit me",
        "Mornings",
      ]);
      await tidy(world, addHours(NOW, 2));
      expect(await listOf(world)).toMatchObject([{ name: null, description: "Mould" }]);
      world.clock.now = addHours(NOW, 3);
      await device.post(call.path, { ...CONTACT, email: "not an address" });
      await tidy(world, addHours(NOW, 5));
      expect(await listOf(world)).toMatchObject([
        { name: "Ann Tenant", phone: "07700 900123", email: "not an address", leftAt: addHours(NOW, 3), addedAt: addHours(NOW, 5) },
      ]);
    });

    test.each([
      ["an emergency of the catalogue", [...HOME, "Kitchen", "Water near a socket"], { reason: "emergency", emergency: null }],
      [
        "an emergency of the first question",
        ["Water is pouring in and I cannot stop it", { goOn: "yes" }, ...HOME.slice(1)],
        { reason: "emergency", emergency: "flood", problemId: null },
      ],
    ] as [string, Given[], object][])("for %s", async (_, answers, listed) => {
      const world = await reportWorld(await open());
      await walk(world.browser(), answers);
      await tidy(world, addHours(NOW, 2));
      expect(await listOf(world)).toMatchObject([{ uprn: "100000001", ...listed }]);
    });

    test.each([
      ["no danger", TAP.slice(0, -3)],
      ["no address", ["Water is pouring in and I cannot stop it", { goOn: "yes" }, "Me", { postcode: "FH1 1AA" }]],
      [
        "an address that is not listed",
        ["Water is pouring in and I cannot stop it", { goOn: "yes" }, ...HOME.slice(1, 3), "My address is not listed"],
      ],
    ] as [string, Given[]][])("but not with %s", async (_, answers) => {
      const world = await reportWorld(await open());
      await walk(world.browser(), answers);
      expect(await tidy(world, addHours(NOW, 2))).toBeUndefined();
      expect(await listOf(world)).toEqual([]);
    });

    test("and come off it when they are sent after all", async () => {
      const world = await reportWorld(await open());
      const device = world.browser();
      const contact = await walk(device, [...MOULD, { description: "Mould" }, { done: "yes" }, {}, {}, MORNING]);
      await tidy(world, addHours(NOW, 2));
      expect(await listOf(world)).toHaveLength(1);
      await device.post((await answerAll(device, contact, [CONTACT])).path);
      await tidy(world, addHours(NOW, 3));
      expect(await listOf(world)).toEqual([]);
    });
  });

  test.each([
    ["damp", MOULD, true],
    ["an emergency of the catalogue", [...HOME, "Kitchen", "Water near a socket"], true],
    ["an emergency of the first question", ["Water is pouring in and I cannot stop it"], true],
    ["a dripping tap", TAP.slice(0, -4), false],
  ] as [string, Given[], boolean][])("say so beforehand, for %s", async (_, answers, isSaid) => {
    const { browser } = await reportWorld(await open());
    const page = await walk(browser(), answers);
    expect(page.html.includes("we can still see it after an hour and may get in touch")).toBe(isSaid);
  });
});
