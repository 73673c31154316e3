import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { follow, press, pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { messages, repair, repairChange, templates } = staff;

/** A repair whose tenant wants to be phoned is cancelled: an agent tells them. */
async function cancelWithCall(page: Page) {
  await enterAs(page, "administrator");
  await page.goto("/staff/repairs");
  await press(page, page.locator("a.app-reference").last());
  await follow(page, repair.actions.edit);
  await page.getByLabel(repairChange.edit.confirmBy.options.phone).check();
  await pressButton(page, repairChange.edit.button);
  await follow(page, repair.actions.cancel);
  await page.getByLabel(repairChange.cancel.reasons.fixed).check();
  await page.getByLabel(repairChange.cancel.note.label).fill("It works");
  await pressButton(page, repairChange.cancel.button);
  await page.goto("/staff/messages?list=calls");
}

/** Messages to tenants: the lists, a letter, and the words of messages. */
export const MESSAGES: Walk[] = [
  {
    name: "staff messages",
    states: [
      page("messages: calls to make", cancelWithCall),
      page("messages: letters to print", async (page) => {
        await page.getByRole("button", { name: messages.do.letter }).first().click();
        await page.goto("/staff/messages?list=letters");
      }),
      page("messages: the letters", (page) => follow(page, messages.print)),
      page("messages: posted", async (page) => {
        await page.getByRole("button", { name: messages.do.posted }).first().click();
        await page.goto("/staff/messages?list=sent");
      }),
      page("messages: waiting", (page) => page.goto("/staff/messages?list=waiting")),
      page("messages: the words", (page) => page.goto("/staff/messages/templates")),
      page("messages: one message's words", (page) => follow(page, `${templates.change} ${messages.kinds.moved}`)),
      refused("messages: words with a field there is none of", async (page) => {
        await page.getByLabel(templates.subject.label).fill("{days}");
        await pressButton(page, templates.save);
      }),
    ],
  },
];
