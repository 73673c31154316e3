import { within } from "@testing-library/dom";
import type { Visited } from "./pages.ts";

/** What is on a page, by role and name. */
export const body = ({ document }: Visited) => within(document.body as HTMLElement);

/** The heading of a page. */
export const heading = (page: Visited) => body(page).getByRole("heading", { level: 1 }).textContent;

/** The words of a page's main part, on one line. */
export const main = ({ document }: Visited) => document.querySelector("main")?.textContent?.replace(/\s+/g, " ") ?? "";

/** What the summary of errors says. */
export const errors = ({ document }: Visited) =>
  [...document.querySelectorAll(".govuk-error-summary li")].map(({ textContent }) => textContent);

/** The cells of a table by its caption, row by row. */
export const table = (page: Visited, name: string) =>
  [...body(page).getByRole("table", { name }).querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );

/** What the hidden fields of a form would send again. */
export const hiddenOf = ({ document }: Visited, form: string) => {
  const inputs = document.querySelector(form)?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? [];
  return Object.fromEntries([...inputs].map(({ name, value }) => [name, value]));
};
