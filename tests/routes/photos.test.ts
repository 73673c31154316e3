import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { LARGEST_PHOTO } from "#app/domain/photo.ts";
import type { Db } from "#db/client.ts";
import { bytesUnsent } from "#db/queries/photos.ts";
import { aScanner, EICAR, findsEicar } from "#tests/support/clamd.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body } from "#tests/support/page.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { aJpeg, aPng, bodyOf, inPieces, jpegBomb, pngBomb } from "#tests/support/photos.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, MORNING, PASSED, TAP, walk } from "#tests/support/walk.ts";

const shown = (page: Visited) =>
  body(page)
    .queryAllByRole("img", { hidden: true })
    .filter((image) => image.matches(".app-photos__image"));
const errors = ({ document }: Visited) => [...document.querySelectorAll(".govuk-error-summary__list a")].map((link) => link.textContent);

const file = (content: Uint8Array, name = "tap.jpg", type = "image/jpeg") => new File([new Uint8Array(content)], name, { type });

const toPhotos = (browser: Browser) => walk(browser, TAP.slice(0, -PASSED.length));

async function photosPage(db: Db, changes: { clamavSocket?: string } = {}) {
  const world = await reportWorld(db);
  const device = world.browser(changes);
  const page = await toPhotos(device);
  return { ...world, device, page };
}

onBothEngines("the page of photos", (open) => {
  test("can be passed by, comes after the description, and the answers say that there are none", async () => {
    const { device, page } = await photosPage(await open());
    body(page).getByRole("heading", { level: 1, name: "Add photos of the problem (optional)" });
    const field = body(page).getByLabelText("Choose photos");
    expect(field.getAttribute("accept")).toBe("image/jpeg,image/png");
    expect(field.closest("form")?.getAttribute("enctype")).toBe("multipart/form-data");
    body(page).getByRole("button", { name: "Continue without photos" });
    const check = await answerAll(device, page, [...PASSED, MORNING, CONTACT]);
    expect(photosRow(check)).toBe("Not provided");
  });

  test("lists what was added, lets each be removed, and sends them with the report", async () => {
    const { db, device, page, browser } = await photosPage(await open());
    const added = await device.upload(page.path, [file(await aJpeg()), file(await aPng(), "../../wall.png", "image/png")], {
      intent: "upload",
    });
    expect([added.status, added.path, shown(added).length]).toEqual([200, page.path, 2]);
    body(added).getByRole("img", { name: "Photo 2 you have added" });
    const remove = body(added).getByRole("button", { name: "Remove photo 1" });
    const left = await device.post(page.path, { remove: remove.getAttribute("value") ?? "" });
    expect(shown(left)).toHaveLength(1);

    const src = shown(left)[0]?.getAttribute("src") ?? "";
    const photo = await device.get(src);
    expect(
      Object.fromEntries(["content-type", "x-content-type-options", "cache-control"].map((name) => [name, photo.headers.get(name)])),
    ).toEqual({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    const stranger = browser();
    await toPhotos(stranger);
    const statuses = [await stranger.get(src), await browser().get(src), await device.get(`${src}x`)].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404]);
    expect((await stranger.upload(page.path, [file(await aJpeg())], { done: "yes" })).status).toBe(404);

    const check = await answerAll(device, left, [...PASSED, MORNING, CONTACT]);
    expect(photosRow(check)).toBe("1 photo");
    const change = body(check).getByRole("link", { name: /^Change\s*photos$/ });
    expect(change.getAttribute("href")).toBe(`${page.path}?change#photos`);
    await device.post(check.path);
    const [repair] = await db.read.select().from(db.schema.repairs);
    expect(await db.read.select().from(db.schema.photos)).toMatchObject([{ repairId: repair?.id, draftId: null }]);
    expect(await bytesUnsent(db.read, db.schema)).toBe(0);
    expect((await device.get(src)).status).toBe(404);
    const late = await device.upload(page.path, [file(await aJpeg())], { done: "yes" });
    expect(late.path).toMatch(/confirmation$/);
    expect(await db.read.$count(db.schema.photos)).toBe(1);
  });

  test("names every file that it refuses beside the field, and keeps the good ones", async () => {
    const { device, page } = await photosPage(await open(), { clamavSocket: await aScanner(findsEicar) });
    const photo = await aJpeg();
    const gif = Buffer.from("GIF89a\x01\0\x01\0\0\0\0;");
    const refused = await device.upload(
      page.path,
      [
        file(gif, "holiday.gif", "image/gif"),
        file(photo, "good.jpg"),
        file(Buffer.alloc(LARGEST_PHOTO + 1), "big.jpg"),
        file(Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), '"><script>alert(1)</script>.jpg'),
        file(photo, "wrong-type.jpg", "text/html"),
        file(new Uint8Array(), "x.png", "image/png"),
        file(photo.subarray(0, 500), "C:\\photos\\half.jpg"),
        file(pngBomb(), "bomb.png", "image/png"),
        file(await jpegBomb(), "bomb.jpg"),
        file(Buffer.concat([photo, EICAR]), "virus.jpg"),
      ],
      { intent: "upload" },
    );
    expect(refused.status).toBe(422);
    expect(errors(refused)).toEqual([
      "holiday.gif must be a JPG or PNG",
      "big.jpg must be smaller than 10MB",
      "script>.jpg must be a JPG or PNG",
      "x.png is empty",
      "half.jpg could not be opened: it may be damaged",
      "bomb.png has too many pixels. Take it again at a lower resolution",
      "bomb.jpg has too many pixels. Take it again at a lower resolution",
      "virus.jpg may contain a virus, so we have not kept it",
    ]);
    expect(refused.document.querySelector("#photos-error")?.textContent).toContain("holiday.gif must be a JPG or PNG");
    expect(refused.document.title).toMatch(/^Error/);
    expect(refused.html).not.toContain("<script>alert");
    expect(shown(refused)).toHaveLength(2);
  });

  test("takes five: the sixth is refused once, however many come", async () => {
    const { device, page } = await photosPage(await open());
    const photo = await aJpeg();
    const many = await device.upload(
      page.path,
      Array.from({ length: 7 }, (_, at) => file(photo, `${at}.jpg`)),
      { done: "yes" },
    );
    expect([many.status, errors(many), shown(many).length]).toEqual([422, ["You can only add 5 photos"], 5]);
    expect(many.document.querySelector("input[type=file]")).toBeNull();
    expect(many.document.querySelector("#photos")).not.toBeNull();
    body(many).getByRole("button", { name: "Continue" });
  });

  test("adds what was chosen where Continue was pressed, and says what to do where nothing was", async () => {
    const { device, page } = await photosPage(await open());
    const nothing = await device.upload(page.path, [file(new Uint8Array(), "")], { intent: "upload" });
    expect([nothing.status, errors(nothing)]).toEqual([422, ["Select a photo to upload, or continue without photos"]]);
    const on = await device.upload(page.path, [file(await aJpeg())], { done: "yes" });
    expect(on.path).toMatch(/household$/);
    expect(shown(await device.get(page.path))).toHaveLength(1);
  });

  test("waits for a slow connection, and keeps the photos that came before one broke off", async () => {
    const { device, page } = await photosPage(await open());
    const form = new FormData();
    for (const name of ["one.jpg", "two.jpg"]) form.append("photos", file(await aJpeg(), name));
    form.append("intent", "upload");
    const sent = new Request("http://repairs.test", { method: "POST", body: form });
    const type = { "content-type": sent.headers.get("content-type") ?? "" };
    const content = Buffer.from(await sent.arrayBuffer());
    const slowly = (bytes: Buffer) =>
      bodyOf(
        (async function* () {
          for await (const piece of inPieces(bytes, 100)) {
            await pause(1);
            yield piece;
          }
        })(),
      );
    const broken = await device.send(page.path, slowly(content.subarray(0, content.length - 300)), type);
    expect(broken.status).toBe(422);
    expect(shown(await device.get(page.path))).toHaveLength(1);
    expect(shown(await device.send(page.path, slowly(content), type))).toHaveLength(3);
  });
});

function photosRow(page: Visited) {
  const key = [...page.document.querySelectorAll("dt")].find(({ textContent }) => textContent === "Photos");
  return key?.nextElementSibling?.textContent;
}
