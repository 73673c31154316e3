import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { expect, test } from "vitest";
import { en } from "#app/languages/en.ts";
import { openSite } from "#app/services/open-site.server.ts";
import { CANNOT_CALL, FLOOD } from "#tests/support/emergencies.ts";
import { atEnd, freshFolder, onBothEngines } from "#tests/support/engines.ts";
import { Browser } from "#tests/support/pages.ts";
import { landlordFile } from "#tests/support/small-landlord.ts";
import { CONTACT, walk } from "#tests/support/walk.ts";
import { type Receiver, startReceiver } from "#tests/support/webhook.ts";

const settingsOf = (databaseUrl: string, { url }: Pick<Receiver, "url">, publicUrl: URL | undefined) => {
  const folder = freshFolder();
  const emergencyContact = { name: { en: "Duty officer" }, sendTo: url };
  return {
    ...{ databaseUrl, dataDir: folder, photosDir: folder, clamavSocket: undefined, isDemo: true, port: 3000, testClock: undefined },
    ...{ landlordConfig: landlordFile({ emergencyContact }), publicUrl, sessionSecret: randomBytes(32).toString("hex") },
    log: { info: () => {}, warn: () => {} },
  };
};

onBothEngines("a running site", (_, freshUrl) => {
  test("sends an emergency at once, without waiting for its next minute, and finishes sending before it closes", async () => {
    const receiver = await startReceiver();
    receiver.answers = { afterMs: 200 };
    const open = await openSite(settingsOf(await freshUrl(), receiver, new URL("https://repairs.test/")));
    atEnd(open.close);
    const device = new Browser({ ...open.site, words: en });
    const home = [{ postcode: "FH1 1AA" }, "1 Alder Road, Fernhill"];
    const check = await walk(device, [FLOOD, CANNOT_CALL, ...home, { description: "Pouring" }, CONTACT]);
    const arrives = once(receiver.events, "received");
    await device.post(check.path);
    await arrives;
    await open.close();
    expect(receiver.received).toMatchObject([{ body: { number: 1, address: "1 Alder Road, Fernhill, FH1 1AA" } }]);
    expect(receiver.received[0]?.body.acknowledge).toMatch(/^https:\/\/repairs\.test\/acknowledge\//);
  });
});

test("a site whose messages would lead nowhere does not start", async () => {
  const settings = settingsOf(`${freshFolder()}/repairs.db`, { url: "https://duty.example/hook" }, undefined);
  await expect(openSite(settings)).rejects.toThrow("PUBLIC_URL: is required with emergencyContact");
});
