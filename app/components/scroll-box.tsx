import type { ReactNode } from "react";

/** What is wider than a narrow screen scrolls by itself here: the page never does. The label is read where somebody comes to it. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls only what has the focus (axe asks for it: scrollable-region-focusable)
    <section className="app-scroll-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
