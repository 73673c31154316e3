import type { Page } from "@playwright/test";
import { staff } from "#app/languages/staff.ts";
import { pressButton } from "./report.ts";
import { enterAs } from "./staff-walks.ts";
import { page, refused, type Walk } from "./states.ts";

const { call, report } = staff.desk;

/** Begins a call about a home, as a press on what the search found does. */
export async function beginCall(page: Page, found: { uprn: string; typed?: string }): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post("/contact-centre/calls", { form: found, headers: { origin }, maxRedirects: 0 });
  await page.goto(answer.headers().location ?? "");
}

/** A home of the demo as it is on the day of these tests: nobody is on file for it. */
const OWNED = "999000000217";

/** A call of somebody who is not on file, with a report from its first word to its reference. */
export const DESK: Walk[] = [
  {
    name: "staff a call",
    states: [
      page("desk: who is calling", async (page) => {
        await enterAs(page, "agent");
        await beginCall(page, { uprn: OWNED });
      }),
      refused("desk: who is calling", (page) => pressButton(page, call.check.goOn)),
      page("desk: to report", async (page) => {
        for (const name of Object.values(call.check.options)) await page.getByLabel(name, { exact: true }).first().check();
        await pressButton(page, call.check.goOn);
      }),
      page("desk: a new report", (page) => pressButton(page, call.report)),
      page("desk: what fits the words", async (page) => {
        await page.getByLabel(report.search.label).fill("dripping tap");
        await pressButton(page, report.search.button);
      }),
      page("desk: a time is held", (page) => pressButton(page, report.matches.button)),
      refused("desk: the report", (page) => pressButton(page, report.save)),
      page("desk: reports not saved", (page) => page.goto("/contact-centre/drafts")),
    ],
  },
];
