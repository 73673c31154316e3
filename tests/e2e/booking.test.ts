import { en as words } from "#app/languages/en.ts";
import {
  button,
  chooseTime,
  describe,
  draftOf,
  follow,
  giveContact,
  givePostcode,
  goOn,
  goOnTo,
  heading,
  press,
  pressButton,
  reportUntil,
  startReport,
  stepOf,
  times,
} from "./report.ts";
import { expect, test } from "./test.ts";

const REFERENCE = /[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}/;

const shown = (page: import("@playwright/test").Page, name: string) =>
  page
    .locator(".govuk-summary-list__row")
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator("dd")
    .first();

test("somebody with a dripping tap gets an appointment and a reference", async ({ page, time }) => {
  await reportUntil(page, "slot", { time });
  await expect(heading(page)).toHaveText("When can we come?");
  const days = await page.locator("fieldset legend").allInnerTexts();
  for (const day of days.slice(0, -1)) expect(day).toMatch(/^(Mon|Tues|Wednes|Thurs|Fri|Satur)day \d+ \w+/);
  const chosen = times(page).nth(time);
  const group = chosen.locator("xpath=ancestor::fieldset");
  const day = (await group.locator("legend").innerText()).replace(", the earliest", "");
  const hours = (await page.locator(`label[for="${await chosen.getAttribute("id")}"]`).innerText()).split(", ")[1] ?? "";
  await chooseTime(page, time);

  await goOnTo(page, "check", { time });
  await expect(shown(page, "Appointment")).toContainText(`${day}, ${hours}`);
  await pressButton(page, words.report.check.book);
  await expect(heading(page)).toHaveText(/^Repair booked/);
  await expect(heading(page).locator("..")).toHaveText(REFERENCE);
  await expect(shown(page, "The appointment")).toContainText(`${day}, ${hours}`);
  await expect(page.getByRole("link", { name: "Back", exact: true })).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText(/we have sent|we sent|you will get a (text|email)/i);
});

test("sending twice, Back and refresh all give the same reference", async ({ page, time }) => {
  await reportUntil(page, "check", { time });
  await button(page, words.report.check.book).dblclick();
  await expect(heading(page)).toHaveText(/^Repair booked/);
  const reference = REFERENCE.exec(await page.getByRole("main").innerText())?.[0] ?? "none";
  await page.reload();
  await expect(page.getByRole("main")).toContainText(reference);
  await page.goBack();
  if (stepOf(page) === "check") await pressButton(page, words.report.check.book);
  await page.goto(`/report/${draftOf(page)}/contact`);
  await expect(page).toHaveURL(/confirmation$/);
  await expect(page.getByRole("main")).toContainText(reference);
});

test("a postcode in any spelling finds the home; another one does not @state", async ({ page }) => {
  await reportUntil(page, "postcode");
  for (const wrong of ["", "FH1", "1 Alder Road", "AB1234"]) {
    await givePostcode(page, wrong);
    await expect(page.getByRole("main")).toContainText("Enter a full UK postcode, like FH1 1AA");
    await expect(page.getByLabel("Postcode", { exact: true })).toHaveValue(wrong);
  }
  for (const right of ["fh11aa", "  Fh1 1aA ", "FH1-1AA", "f h 1 1 a a"]) {
    await givePostcode(page, right);
    await expect(page.getByRole("main")).toContainText("13 addresses found for FH1 1AA.");
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await expect(page.getByLabel("Postcode", { exact: true })).toHaveValue(right);
  }
  await givePostcode(page, "FH1 1AA", "1");
  await expect(page.getByRole("main")).toContainText("1 address found for FH1 1AA.");
});

test("a description has 500 characters and not one more, and mistakes keep what was typed @state", async ({ page }) => {
  await reportUntil(page, "describe");
  await describe(page, "a".repeat(501));
  await expect(page.locator(".govuk-error-summary")).toContainText("Description must be 500 characters or fewer");
  await expect(page.getByRole("textbox")).toHaveValue("a".repeat(501));
  await describe(page, `${"a".repeat(498)}\n😀`.slice(0, 500));
  await expect(heading(page)).toHaveText(words.report.photos.title);
});

test("the emergency answers lead to a number, and one that is no emergency leads on @state", async ({ page }) => {
  await startReport(page);
  await page.getByRole("radio", { name: "I can smell gas" }).check();
  await goOn(page);
  await expect(page.getByRole("main").getByRole("link").first()).toHaveAttribute("href", "tel:0800111999");
  await expect(button(page, words.report.continue)).toHaveCount(0);
  await page.goBack();
  await page.getByRole("radio", { name: words.report.emergency.options.flood }).check();
  await goOn(page);
  await expect(page.getByRole("main").getByRole("link").first()).toHaveAttribute("href", "tel:01632960100");
  await pressButton(page, words.report.callUs.goOn);
  await expect(heading(page)).toHaveText(words.report.places.who.title);
});

test.describe("at night", () => {
  test.use({ office: "closed" });
  test("the out-of-hours number comes first @state", async ({ page }) => {
    await startReport(page);
    await page.getByRole("radio", { name: words.report.emergency.options.flood }).check();
    await goOn(page);
    await expect(page.getByRole("main").getByRole("link").first()).toHaveAttribute("href", "tel:01632960199");
  });
});

test("the picker pages forward and back to exactly the same days, and shows mornings only on request @state", async ({ page }) => {
  await reportUntil(page, "slot");
  const days = () => page.locator("fieldset legend").allInnerTexts();
  const first = await days();
  expect(first.length).toBe(11);
  await follow(page, words.report.slot.later);
  const second = await days();
  expect(second.slice(0, -1).filter((day) => first.includes(day))).toEqual([]);
  await follow(page, words.report.slot.earlier);
  expect(await days()).toEqual(first);
  await follow(page, "morning only");
  const labels = await page.locator(".govuk-radios__label").allInnerTexts();
  for (const label of labels.slice(0, -1)) expect(label).toMatch(/^Morning, /);
  await follow(page, "any time");
  expect(await days()).toEqual(first);
});

test("contact details: each mistake has its own sentence, and a foreign number is welcome @state", async ({ page, time }) => {
  await reportUntil(page, "contact", { time });
  const tries: [Parameters<typeof giveContact>[1], string][] = [
    [{ phone: "01632 960 001" }, words.report.contact.confirmBy.needsMobile],
    [{ phone: "not a number" }, words.report.contact.phone.error],
    [{ phone: "", news: "Phone call" }, words.report.contact.phone.needed],
    [{ phone: "", news: "Email" }, words.report.contact.confirmBy.needsEmail],
    [{ email: "sam@", news: "Email" }, words.report.contact.email.error],
    [{ name: "   " }, words.report.contact.name.error],
  ];
  for (const [contact, sentence] of tries) {
    await giveContact(page, contact);
    await expect(page.locator(".govuk-error-summary")).toContainText(sentence);
    if (contact?.phone) await expect(page.getByLabel(words.report.contact.phone.label)).toHaveValue(contact.phone);
  }
  await giveContact(page, { phone: "+33 6 12 34 56 78", email: "sam+repairs@example.london", news: "Email" });
  await expect(heading(page)).toHaveText("Check your answers");
});

test("a changed answer asks only what it opens and comes back to the answers @state", async ({ page, time }) => {
  await reportUntil(page, "check", { time });
  await press(page, page.getByRole("link", { name: /^Change what should the person/ }));
  await describe(page, "It pours");
  await expect(heading(page)).toHaveText("Check your answers");
  await expect(page.getByRole("main")).toContainText("It pours");
  await press(page, page.getByRole("link", { name: "Change full name" }));
  await expect(page.getByLabel("Full name")).toHaveValue("Sam Taylor");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(heading(page)).toHaveText("Check your answers");
});
