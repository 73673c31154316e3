import { startServer } from "#tests/support/browser-server.ts";
import { goOn, goOnTo, heading, reportUntil, STUCK_DRAWER } from "./report.ts";
import { expect, test } from "./test.ts";

/** Working days next to each clock change of 2027, booked before it and while it happens: a hold over the change ends by the new clock. */
const NEIGHBOURS = [
  { clock: "2027-03-22T09:00:00Z", day: "Thursday 25 March", until: "9:1" },
  { clock: "2027-03-28T00:55:00Z", day: "Tuesday 30 March", until: "2:0" },
  { clock: "2027-10-28T09:00:00Z", day: "Saturday 30 October", until: "10:1" },
  { clock: "2027-10-31T00:55:00Z", day: "Monday 1 November", until: "1:0" },
];

for (const { clock, day, until } of NEIGHBOURS) {
  test(`the same words on every page for ${day} 2027 @once`, async ({ browser }) => {
    const server = await startServer({ clock });
    const page = await browser.newPage({ baseURL: server.url });
    await reportUntil(page, "slot", STUCK_DRAWER);
    const group = page.getByRole("group", { name: new RegExp(`^${day}`) });
    const [window = "", hours = ""] = (await group.locator("label").first().innerText()).split(", ");
    expect(hours).toMatch(/^(8am to (1pm|5pm|3:30pm)|9am to 12pm|9:30am to 2:30pm|12pm to (5pm|3:30pm))$/);
    const promise = `${day}, ${hours} (${window.toLowerCase()})`;
    await group.getByRole("radio").first().check();
    await goOn(page);
    await goOnTo(page, "check");
    await expect(page.getByRole("main")).toContainText(promise);
    await expect(page.getByRole("main")).toContainText(new RegExp(`We are holding this time for you until ${until}\\dam\\.`));
    await goOnTo(page, "confirmation");
    await expect(heading(page)).toHaveText(/Repair booked/);
    await expect(page.getByRole("main")).toContainText(promise);
    await page.context().close();
    await server.stop();
  });
}
