import type { Page } from "@playwright/test";
import { en as words } from "#app/languages/en.ts";
import { choose, goOn, goOnTo, type Report, startReport } from "./report.ts";

/** What can be on the screen, and how to come there from the state before it. */
export interface State {
  name: string;
  reach: (page: Page) => Promise<unknown>;
  /** The page refuses an answer. */
  isError?: true;
}

/** States that follow each other in one visit. */
export interface Walk {
  name: string;
  office?: "closed";
  states: State[];
}

export const { options } = words.report.emergency;
export const path = (...problem: string[]): Partial<Report> => ({ problem });

export const page = (name: string, reach: State["reach"]): State => ({ name, reach });
export const refused = (name: string, reach: State["reach"] = goOn): State => ({ name: `${name}, refused`, reach, isError: true });

/** The next page of the report, and the same page refusing to be left unanswered. */
export const question = (step: string): State[] => [page(step, (page) => goOnTo(page, step)), refused(step)];

export const emergency = (answer: keyof typeof options): State =>
  page(`emergency: ${options[answer]}`, async (page) => {
    await startReport(page);
    await choose(page, options[answer]);
  });

export const address = (path: string): State => page(path, (page) => page.goto(path));
