/**
 * Says the warning aloud when it shows itself. Styles alone make it appear, which screen readers may not notice: a live
 * region that is there from the start and is then given its text is heard everywhere.
 */
export function announceHoldWarning(page: Document) {
  for (const warning of page.querySelectorAll<HTMLElement>("[data-hold-warning]")) {
    const spoken = page.createElement("div");
    spoken.className = "govuk-visually-hidden";
    spoken.setAttribute("role", "status");
    page.body.append(spoken);
    // The region speaks for it; both would be heard twice.
    warning.removeAttribute("role");
    const text = warning.querySelector("p")?.textContent ?? "";
    const say = () => {
      spoken.textContent = text;
    };
    if (getComputedStyle(warning).visibility === "visible") say();
    else warning.addEventListener("animationstart", say, { once: true });
  }
}
