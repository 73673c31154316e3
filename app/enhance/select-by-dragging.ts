const SLOT = ".app-pick";

/** The checkbox of the slot under the pointer. */
function boxAt(page: Document, { clientX, clientY }: PointerEvent): HTMLInputElement | null {
  return page.elementFromPoint(clientX, clientY)?.closest(SLOT)?.querySelector("input") ?? null;
}

/**
 * Selects slots by pressing on a checkbox and moving over others: each becomes what the first one becomes. With a mouse or a pen alone,
 * since a finger scrolls. What begins on a link, and what the keyboard does, is as ever.
 */
export function selectByDragging(page: Document) {
  if (!page.querySelector(SLOT)) return;
  let first: HTMLInputElement | null = null;
  let isDragged = false;

  page.addEventListener("pointerdown", (event) => {
    const isPressed = event.button === 0 && event.pointerType !== "touch" && (event.target as Element).matches(`${SLOT}, ${SLOT} input`);
    first = isPressed ? boxAt(page, event) : null;
    isDragged = false;
  });
  page.addEventListener("pointermove", (event) => {
    if (!event.buttons) first = null;
    const box = first && boxAt(page, event);
    if (!first || !box || (box === first && !isDragged)) return;
    if (!isDragged) first.checked = !first.checked;
    isDragged = true;
    box.checked = first.checked;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    page.addEventListener(end, () => {
      first = null;
    });
  }
  // Letting go where it began would press that checkbox once more.
  page.addEventListener("click", (event) => isDragged && event.detail > 0 && event.preventDefault(), true);
  page.addEventListener("selectstart", (event) => first && event.preventDefault());
}
