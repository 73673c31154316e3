import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { oneByOne } from "#app/services/one-by-one.server.ts";

test("never more than two run at a time, all run in order, and one that fails gives its place on", async () => {
  const gate = oneByOne(2);
  const [begun, running]: [number[], Set<number>] = [[], new Set()];
  let most = 0;
  const work = (at: number) => async () => {
    begun.push(at);
    running.add(at);
    most = Math.max(most, running.size);
    await turn();
    running.delete(at);
    if (at % 3 === 0) throw new Error("failed");
    return at;
  };
  const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => gate(work(at))));
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(answers.map(({ status }) => status === "fulfilled")).toEqual(begun.map((at) => at % 3 !== 0));
});
