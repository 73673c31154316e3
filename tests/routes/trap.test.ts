import { within } from "@testing-library/dom";
import { expect, test } from "vitest";
import { onBothEngines } from "#tests/support/engines.ts";
import { body } from "#tests/support/page.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

onBothEngines("the box that people do not see", (open) => {
  test("is hidden, out of reach of the keyboard, not filled in by browsers, and says to leave it empty", async () => {
    const { browser } = await reportWorld(await open());
    const contact = await walk(browser(), [...TAP, MORNING]);
    const box = body(contact).getByLabelText("Leave this box empty");
    expect([box.tabIndex, box.getAttribute("autocomplete"), box.closest("[aria-hidden=true]")?.className]).toEqual([-1, "off", "app-trap"]);
    expect(body(contact).queryByRole("textbox", { name: "Leave this box empty" })).toBeNull();
  });

  test("stops who fills it in, with the phone number and what was typed; left empty, the same person goes on", async () => {
    const { db, browser, landlord } = await reportWorld(await open());
    const device = browser();
    const contact = await walk(device, [...TAP, MORNING]);
    const caught = await device.post(contact.path, { ...CONTACT, homepage: "https://cheap.example" });
    expect([caught.status, caught.path]).toEqual([422, contact.path]);
    const alert = within(body(caught).getByRole("alert"));
    alert.getByText(/could not tell whether a person sent it/);
    alert.getByRole("link", { name: landlord.phone });
    expect((body(caught).getByLabelText("Full name") as HTMLInputElement).value).toBe("Ann Tenant");
    expect((body(caught).getByLabelText("Leave this box empty") as HTMLInputElement).value).toBe("");
    expect(caught.document.title).toMatch(/^Error: /);
    const [draft] = await db.read.select().from(db.schema.drafts);
    expect(draft?.typed).not.toHaveProperty("contact");
    expect((await device.get(contact.path.replace("contact", "check"))).path).toBe(contact.path);
    expect((await device.post(contact.path, { ...CONTACT, homepage: "" })).path).toMatch(/check$/);
  });
});
