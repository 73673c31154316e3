const TYPED_INTO = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** Whether this browser has shortcuts turned on (WCAG 2.1.4: off until somebody does). */
const isOn = (page: Document) => /(^|; )shortcuts=on(;|$)/.test(page.cookie);

/**
 * Goes where a single key leads: to what stands on the page with that `data-key`, a box to be typed into or a link or a button to be pressed.
 * Never while somebody types, nor with another key held but Shift.
 */
export function followShortcuts(page: Document) {
  if (!isOn(page)) return;
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || (event.target as Element).matches(TYPED_INTO)) return;
    const target = [...page.querySelectorAll<HTMLElement>("[data-key]")].find(({ dataset }) => dataset.key === event.key);
    if (!target) return;
    event.preventDefault();
    if (target.matches(TYPED_INTO)) target.focus();
    else target.click();
  });
}
