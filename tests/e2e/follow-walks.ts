import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import { choose, follow, goOn, pressButton, reportUntil, times } from "./report.ts";
import { address, page, refused, type Walk } from "./states.ts";

const { ownVisit, followMore: more } = words;
const { find, code, page: own } = words.follow;

/** A repair whose visit is booked, on the device that sent it. */
async function toOwn(page: Page) {
  await reportUntil(page, "confirmation");
  await follow(page, words.report.confirmation.follow);
}

async function moveOn(page: Page) {
  await times(page).nth(1).check();
  await pressButton(page, ownVisit.move.button);
}

async function giveReference(page: Page) {
  await page.getByLabel(find.reference.label).fill("7KQ4-9XMV");
  await page.getByLabel(find.postcode.label).fill("FH1 1AA");
  await goOn(page);
}

/** A repair that was reported: it is found, followed, moved and cancelled. */
export const FOLLOW: Walk[] = [
  {
    name: "one's own repair",
    states: [
      page("own: booked", toOwn),
      page("own: move", (page) => follow(page, own.move)),
      refused("own: move", (page) => pressButton(page, ownVisit.move.button)),
      page("own: moved", moveOn),
      page("own: tell", (page) => follow(page, more.tell.link)),
      refused("own: tell", (page) => pressButton(page, more.tell.button)),
      page("own: told", async (page) => {
        await page.getByRole("radio", { name: more.worse.options.no }).check();
        await page.getByRole("textbox").fill("The stopcock is under the sink.");
        await pressButton(page, more.tell.button);
      }),
      page("own: photos", (page) => follow(page, more.photos.link)),
      refused("own: photos", (page) => pressButton(page, more.photos.button)),
      page("own: nobody in", (page) => page.goto(new URL(page.url()).pathname.replace(/photos$/, "not-in"))),
      page("own: given up", (page) => pressButton(page, ownVisit.notIn.button)),
      page("own: why cancel", (page) => follow(page, own.cancel)),
      refused("own: why cancel"),
      page("own: sure", (page) => choose(page, ownVisit.cancel.reasons.fixed)),
      page("own: cancelled", (page) => pressButton(page, ownVisit.cancel.sureButton)),
    ],
  },
  {
    name: "finding a repair",
    states: [
      address("/repair"),
      refused("find"),
      page("find: code", giveReference),
      refused("find: code"),
      page("find: another code", (page) => pressButton(page, code.again)),
      address("/repair/link/nothing"),
    ],
  },
];
