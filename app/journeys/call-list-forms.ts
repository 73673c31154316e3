import type { Method, NextTry, Outcome } from "#app/domain/call-task.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, oneOf } from "./fields.ts";

const { method, methods, outcome, outcomes, next, nexts } = staff.callList.task;

/** A try to reach somebody: how, what came of it, and when to try again. */
export const tryFields = {
  method: oneOf(methods, method) as Field<Method>,
  outcome: oneOf(outcomes, outcome) as Field<Outcome>,
  next: oneOf(nexts, next, "select") as Field<NextTry>,
};
