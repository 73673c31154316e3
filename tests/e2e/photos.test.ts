import { en as words } from "#app/languages/en.ts";
import { aJpeg } from "#tests/support/photos.ts";
import { addPhotos, draftOf, goOnTo, heading, pressButton, reportUntil } from "./report.ts";
import { expect, test } from "./test.ts";

const shown = (page: import("@playwright/test").Page) => page.getByRole("main").getByRole("img");

test("photos are added, seen, removed, and go with the report; only this device sees them @state", async ({
  page,
  time,
  browser,
  baseURL,
}) => {
  await reportUntil(page, "photos", { time });
  await addPhotos(page, { name: "a.jpg", buffer: await aJpeg() }, { name: "b.jpg", buffer: await aJpeg() });
  await expect(shown(page)).toHaveCount(2);
  for (const image of await shown(page).all()) {
    expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  }
  await pressButton(page, "Remove photo 2");
  await expect(shown(page)).toHaveCount(1);
  const photo = new URL((await shown(page).getAttribute("src")) ?? "", page.url()).href;

  const stranger = await browser.newContext(baseURL ? { baseURL } : {});
  expect((await stranger.request.get(photo)).status()).toBe(404);
  await stranger.close();

  await goOnTo(page, "check", { time });
  await expect(page.getByRole("main")).toContainText(words.report.photos.count(1));
  await page.goto(`/report/${draftOf(page)}/check`);
  await pressButton(page, words.report.check.book);
  await expect(heading(page)).toHaveText(/^Repair booked/);
});

test("the sixth photo is refused, and five stay @state", async ({ page }) => {
  await reportUntil(page, "photos");
  const buffer = await aJpeg();
  await addPhotos(page, ...Array.from({ length: 6 }, (_, at) => ({ name: `${at + 1}.jpg`, buffer })));
  await expect(page.locator(".govuk-error-summary")).toContainText(words.report.photos.refusals["too-many"]());
  await expect(shown(page)).toHaveCount(5);
});
