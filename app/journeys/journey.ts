import type { z } from "zod";
import type { Field } from "./fields.ts";

export type Fields = Record<string, Field<unknown>>;
type Answer<F extends Fields> = { [K in keyof F]: z.infer<F[K]["schema"]> };

/** What the person typed, by step. Kept raw, so going back shows it unchanged. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;

/** What is wrong with an answer, by field. */
export type Errors = Record<string, string>;

interface Question<A, Facts, F extends Fields> {
  /** Asked only where earlier answers or facts call for it. */
  when?: (answers: Partial<A>, facts: Facts) => boolean;
  title: (facts: Facts, answers: Partial<A>) => string;
  fields: (answers: Partial<A>, facts: Facts) => F;
  /** What fields must meet together, once each is right by itself. */
  rule?: (answer: Answer<F>, facts: Facts) => Errors | undefined;
}

interface Exit<A, Facts> {
  when: (answers: Partial<A>, facts: Facts) => boolean;
  title: (facts: Facts, answers: Partial<A>) => string;
}

/** A page of this person's path: its fields are those of their answers so far. */
export interface Page {
  slug: string;
  title: string;
  fields: Fields;
  /** The journey ends here: there is nothing to continue to. */
  isExit: boolean;
  /** The answer, or what is wrong with it. */
  check: (typed: Typed[string] | undefined) => { answer: Record<string, unknown> } | { errors: Errors };
}

export interface Progress<A> {
  /** The pages this person has answered, and the one they must answer next. */
  path: Page[];
  answers: Partial<A>;
  /** All answers, once none is missing. */
  complete: A | undefined;
}

type Step<Facts> = (answers: never, facts: Facts) => Page | undefined;

/** Questions in order. A step sees earlier answers and facts (plain values a service loaded first), never the database or the clock. */
export class Journey<Facts, A = unknown> {
  private constructor(private readonly steps: readonly Step<Facts>[]) {}

  static about<Facts>(): Journey<Facts> {
    return new Journey<Facts>([]);
  }

  ask<S extends string, F extends Fields>(slug: S, question: Question<A, Facts, F>): Journey<Facts, A & { [K in S]: Answer<F> }> {
    return this.add(question.when, slug, question);
  }

  /** A question that not everybody is asked: its answer may be missing. */
  askIf<S extends string, F extends Fields>(
    slug: S,
    question: Question<A, Facts, F> & { when: (answers: Partial<A>, facts: Facts) => boolean },
  ): Journey<Facts, A & { [K in S]?: Answer<F> }> {
    return this.add(question.when, slug, question);
  }

  /** A page that ends the journey for whom it concerns. */
  exitIf(slug: string, { when, title }: Exit<A, Facts>): Journey<Facts, A> {
    return this.add(when, slug, { title, isExit: true });
  }

  /** Walks what was typed as far as its answers hold. */
  walk(typed: Typed, facts: Facts): Progress<A> {
    return this.go(typed, facts, () => false);
  }

  /** Every question that applies on one page: those without an answer yet do not hide what comes after them, but for where the journey ends. */
  check(typed: Typed, facts: Facts): Progress<A> {
    return this.go(typed, facts, ({ isExit }) => !isExit);
  }

  private go(typed: Typed, facts: Facts, goesPast: (open: Page) => boolean): Progress<A> {
    const answers: Record<string, unknown> = {};
    const path: Page[] = [];
    let isComplete = true;
    for (const step of this.steps) {
      const page = step(answers as never, facts);
      if (!page) continue;
      path.push(page);
      const answer = answerTo(page, typed[page.slug]);
      if (answer) answers[page.slug] = answer;
      else if (goesPast(page)) isComplete = false;
      else return { path, answers: answers as Partial<A>, complete: undefined };
    }
    return { path, answers: answers as Partial<A>, complete: isComplete ? (answers as A) : undefined };
  }

  private add<B, F extends Fields>(
    when: ((answers: Partial<A>, facts: Facts) => boolean) | undefined,
    slug: string,
    { title, fields, rule, isExit = false }: Partial<Question<A, Facts, F>> & { title: Question<A, Facts, F>["title"]; isExit?: boolean },
  ): Journey<Facts, B> {
    const step: Step<Facts> = (soFar, facts) => {
      const answers = soFar as Partial<A>;
      if (when && !when(answers, facts)) return undefined;
      const asked = fields?.(answers, facts) ?? ({} as F);
      const together = rule && ((answer: Answer<F>) => rule(answer, facts));
      return { slug, title: title(facts, answers), fields: asked, isExit, check: (typed) => checkFields(asked, typed, together) };
    };
    return new Journey<Facts, B>([...this.steps, step]);
  }
}

/** The answer to a page, where it is right. A page that asks for nothing in particular is still to be seen before it counts as answered. */
function answerTo({ isExit, check }: Page, given: Typed[string] | undefined): Record<string, unknown> | undefined {
  const result = isExit || given === undefined ? { errors: {} } : check(given);
  return "answer" in result ? result.answer : undefined;
}

/** What was typed into fields: their answers, or what is wrong with which. `together` looks at answers that are right each by itself. */
export function checkFields<F extends Fields>(
  fields: F,
  typed: Typed[string] | undefined,
  together?: (answer: Answer<F>) => Errors | undefined,
): { answer: Answer<F> } | { errors: Errors } {
  const answer: Record<string, unknown> = {};
  const errors: Errors = {};
  for (const [name, { schema }] of Object.entries(fields)) {
    const result = schema.safeParse(typed?.[name]);
    if (result.success) answer[name] = result.data;
    else errors[name] = result.error.issues[0]?.message ?? "";
  }
  const wrong = Object.keys(errors).length > 0 ? errors : together?.(answer as Answer<F>);
  return wrong && Object.keys(wrong).length > 0 ? { errors: wrong } : { answer: answer as Answer<F> };
}
