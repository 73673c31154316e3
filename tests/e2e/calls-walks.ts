import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { follow, press, pressButton, reportUntil } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { caller, callList, callDay, complaints, repair } = staff;
const { actions } = caller;

/** A visit that was booked online, as an agent has it while its tenant is on the phone. */
async function toBooked(page: Page) {
  await reportUntil(page, "confirmation", { address: "21 Alder Road, Fernhill" });
  await page.goto(`/staff/repairs/${await page.locator(".govuk-panel strong").innerText()}`);
}

const toRepair = (page: Page) => follow(page, repair.to);

async function keepTry(page: Page) {
  await page.getByLabel(callList.task.methods.phone).check();
  await page.getByLabel(callList.task.outcomes["no-answer"]).check();
  await pressButton(page, callList.task.button);
}

/** The contact centre: whom to reach, a repair of somebody on the phone, a complaint, and what calls came to. */
export const CALLS: Walk[] = [
  {
    name: "the call list",
    states: [
      page("calls: the list", async (page) => {
        await enterAs(page, "agent");
        await press(page, page.getByRole("navigation").getByRole("link", { name: callList.title }));
      }),
      page("calls: one that is taken", (page) => press(page, page.getByRole("button", { name: new RegExp(`^${callList.take} `) }).first())),
      refused("calls: a try", (page) => pressButton(page, callList.task.button)),
      page("calls: a try that is kept", keepTry),
      page("calls: one reason", (page) => follow(page, new RegExp(`^${callList.kinds.tell}`))),
      page("calls: no call goes on", (page) => page.goto("/contact-centre/end-call")),
      page("calls: the figures of an agent", (page) => page.goto("/contact-centre/day?unit=week")),
    ],
  },
  {
    name: "a repair of a caller",
    states: [
      page("caller: a booked repair", async (page) => {
        await enterAs(page, "agent");
        await toBooked(page);
      }),
      page("caller: how it stands", (page) => pressButton(page, caller.chase.button)),
      refused("caller: how it stands", (page) => pressButton(page, caller.told.button)),
      page("caller: move", async (page) => {
        await toRepair(page);
        await follow(page, actions.move);
      }),
      refused("caller: move", (page) => pressButton(page, caller.move.button)),
      page("caller: moved", async (page) => {
        await page.getByRole("radio").first().check();
        await pressButton(page, caller.move.button);
      }),
      page("caller: a complaint", (page) => pressButton(page, complaints.button)),
      page("caller: all complaints", (page) => follow(page, complaints.back)),
      page("caller: nobody in", async (page) => {
        await page.goBack();
        await toRepair(page);
        await follow(page, actions["not-in"]);
      }),
      page("caller: cancel", async (page) => {
        await toRepair(page);
        await follow(page, actions.cancel);
      }),
      refused("caller: cancel", (page) => pressButton(page, caller.cancel.button)),
    ],
  },
  {
    name: "calls for a manager",
    states: [
      page("caller: outside the rules", async (page) => {
        await enterAs(page, "officer");
        await toBooked(page);
        await follow(page, actions.override);
      }),
      refused("caller: outside the rules", (page) => pressButton(page, caller.override.button)),
      page("calls: of everybody", async (page) => {
        await page.context().clearCookies();
        await enterAs(page, "administrator");
        await page.goto("/contact-centre/day");
        await follow(page, callDay.all);
      }),
    ],
  },
];
