import type { Page } from "@playwright/test";

/** What has the focus, by its name, and whether that can be seen: an outline or a shadow around it. */
function focused(page: Page): Promise<{ name: string; isMarked: boolean }> {
  return page.evaluate(() => {
    const on = document.activeElement as HTMLInputElement | null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(on ?? document.body);
    const isOutlined = outlineStyle !== "none" && outlineWidth !== "0px";
    // A part of the browser's own, such as the button of a date field, which marks itself.
    const isPart = on !== null && !on.matches(":focus-visible");
    return {
      name: on?.getAttribute("aria-label") ?? on?.labels?.[0]?.textContent ?? on?.textContent ?? "",
      isMarked: isOutlined || boxShadow !== "none" || isPart,
    };
  });
}

/** Moves with Tab (or the keys given) until something with this name has the focus; throws where what has it is not seen to have it. */
export async function tabTo(page: Page, name: RegExp, keys = "Tab"): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press(keys);
    const on = await focused(page);
    if (!on.isMarked) throw new Error(`Nothing shows that "${on.name}" has the focus`);
    if (name.test(on.name.trim())) return;
  }
  throw new Error(`${keys} never came to ${name}`);
}

/** Presses Enter, which leads to another page. */
export async function enter(page: Page): Promise<void> {
  const loaded = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await loaded;
}

/** Moves to something and presses Enter on it. */
export async function enterOn(page: Page, name: RegExp, keys = "Tab"): Promise<void> {
  await tabTo(page, name, keys);
  await enter(page);
}
