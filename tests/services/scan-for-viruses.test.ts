import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scanForViruses } from "#app/services/scan-for-viruses.server.ts";
import { aScanner, EICAR, findsEicar, realClamd } from "#tests/support/clamd.ts";
import { freshFolder } from "#tests/support/engines.ts";

function aFile(content: Uint8Array): string {
  const file = join(freshFolder(), "sent");
  writeFileSync(file, content);
  return file;
}

const PATIENCE = { patienceMs: 5000 };

describe.each([
  ["a scanner that speaks clamd's protocol", () => aScanner(findsEicar)],
  // Without an installed clamd the double stands in, so that the test is never passed over.
  ["clamd itself, where it is installed", async () => (await realClamd()) ?? (await aScanner(findsEicar))],
])("%s", (_, scanner) => {
  test("finds what is bad and lets pass what is not, however large", async () => {
    const socket = await scanner();
    const scan = (content: Uint8Array) => scanForViruses(aFile(content), { socket, ...PATIENCE });
    expect(await scan(EICAR)).toBe("infected");
    expect(await scan(randomBytes(10 * 1024 * 1024))).toBe("clean");
    expect(await scan(new Uint8Array())).toBe("clean");
    expect(await Promise.all([scan(EICAR), scan(randomBytes(1000)), scan(EICAR)])).toEqual(["infected", "clean", "infected"]);
  });
});

describe("a scanner that is no help", () => {
  test.each([
    ["says nothing", () => undefined],
    ["stops in the middle of its answer", () => "stream: O"],
    ["says it failed", () => "INSTREAM size limit exceeded. ERROR\0"],
    ["says something else", () => "UNKNOWN COMMAND\0"],
    ["closes without a word", () => ""],
  ])("that %s has checked nothing", async (_, answer) => {
    const socket = await aScanner(answer);
    expect(await scanForViruses(aFile(randomBytes(200_000)), { socket, patienceMs: 300 })).toBe("unchecked");
  });

  test("is one that is not there", async () => {
    expect(await scanForViruses(aFile(EICAR), { socket: join(freshFolder(), "nobody.sock") })).toBe("unchecked");
    const gone = await aScanner(findsEicar);
    rmSync(gone);
    expect(await scanForViruses(aFile(EICAR), { socket: gone })).toBe("unchecked");
  });
});

test("without a scanner nothing is asked", async () => {
  expect(await scanForViruses(aFile(EICAR), { socket: undefined })).toBe("clean");
});
