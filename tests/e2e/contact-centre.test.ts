import { staff } from "#app/languages/staff.ts";
import { checkPage } from "./check-page.ts";
import { beginCall } from "./desk-walks.ts";
import { enter, enterOn, tabTo } from "./keys.ts";
import { enterAs } from "./staff-walks.ts";
import { expect, test } from "./test.ts";

const { search, shortcuts, title } = staff.contactCentre;
const ADDRESS = "Flat 3, 12a Alder Court, Alder Road, Fernhill, FH1 1AD";

/** The home that a call is started for: what is posted, whatever answers it. */
const CALLED = "**/contact-centre/calls";

test("a home is found and opened with the keyboard alone: by its one match, from the list, and from the page of results @once", async ({
  page,
}) => {
  const called: (string | null)[] = [];
  await page.route(CALLED, async (route) => {
    called.push(route.request().postData());
    await route.fulfill({ status: 200, contentType: "text/html", body: "<title>Call</title>" });
  });
  await enterAs(page, "agent");
  const box = page.getByRole("combobox", { name: search.label });
  await expect(box).toBeFocused();
  await page.keyboard.type("alder ct 12a flat 3 fh11ad");
  await enter(page);
  await expect.poll(() => called).toEqual([expect.stringMatching(/^uprn=999\d{9}&typed=alder\+ct/)]);

  await page.goto("/contact-centre");
  await page.keyboard.type("alder court 12a");
  const options = page.getByRole("listbox").getByRole("option");
  await expect(options.first()).toBeVisible();
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await checkPage(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(box).toHaveAttribute("aria-activedescendant", (await options.nth(1).getAttribute("id")) ?? "");
  const second = await options.nth(1).getAttribute("data-uprn");
  await enter(page);
  await expect.poll(() => called.at(-1)).toBe(`uprn=${second}&typed=alder+court+12a`);

  await page.goto("/contact-centre");
  await page.keyboard.type("alder court 12a");
  await expect(options.first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await enter(page);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(/homes$/);
  expect(page.url()).not.toContain("alder");
  await tabTo(page, new RegExp(ADDRESS));
  await enter(page);
  expect(called).toHaveLength(3);
});

test("shortcuts do nothing until they are turned on, and never while somebody types @once", async ({ page }) => {
  await enterAs(page, "agent");
  const box = page.getByLabel(search.label);
  await page.keyboard.press("Tab");
  await page.keyboard.press("?");
  await expect(page).toHaveURL(/\/contact-centre$/);
  await enterOn(page, new RegExp(`^${shortcuts.link}$`));
  await enterOn(page, new RegExp(`^${shortcuts.turnOn}$`));
  await expect(page.getByText(shortcuts.on, { exact: true })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.keyboard.type("1/2?");
  await expect(box).toHaveValue("1/2?");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await page.keyboard.press("/");
  await expect(box).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("?");
  await expect(page).toHaveURL(/\/shortcuts$/);
  await beginCall(page, { uprn: "999000000051" });
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(staff.complaints.one);
  await page.goBack();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/contact-centre\/day/);
  await page.keyboard.press("/");
  await expect(box).toBeFocused();
  await page.goto("/contact-centre/shortcuts");
  await enterOn(page, new RegExp(`^${shortcuts.turnOff}$`));
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/shortcuts$/);
});
