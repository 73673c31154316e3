import { afterEach, beforeEach, expect } from "vitest";

// A test that expects an error or a warning spies on it; anything else that is printed is a fault.
const printed: unknown[][] = [];
console.error = (...words) => void printed.push(words);
console.warn = (...words) => void printed.push(words);

beforeEach(() => void printed.splice(0));
afterEach(() => expect(printed, "unexpected console.error or console.warn").toEqual([]));

if (typeof document !== "undefined") {
  await import("@testing-library/jest-dom/vitest");
  const { cleanup } = await import("@testing-library/react");
  afterEach(cleanup);
}
