import express, { type Request, type RequestHandler } from "express";
import { expect, test } from "vitest";
import { USUAL_LIMITS } from "#app/domain/limits.ts";
import { limitBodies, limitRates } from "#app/server/limits.ts";
import { networkList } from "#app/server/network-address.ts";
import type { Service } from "#app/server/service.ts";
import { atEnd } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";

/** A server with nothing but limits, and its address. */
async function serve(...limits: RequestHandler[]): Promise<string> {
  const app = express();
  app.set("trust proxy", 1);
  app.use(...limits);
  app.use((_: Request, res) => res.status(res.locals.refusal ?? 200).end());
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  atEnd(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** What a server with limits of a landlord answers to an address. */
async function start(limits: Partial<typeof USUAL_LIMITS>) {
  const landlord = aLandlord({ limits: { ...USUAL_LIMITS, ...limits } });
  const isUnlimited = networkList(landlord.limits.unlimited);
  const url = await serve(...limitRates({ site: { landlord } as Service["site"], isUnlimited }));
  return async (from: string, method = "GET") => (await fetch(url, { method, headers: { "X-Forwarded-For": from } })).status;
}

async function ask(times: number, once: () => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let asked = 0; asked < times; asked++) statuses.push(await once());
  return statuses;
}

test("as many pages as the landlord says, from each address by itself; IPv6 by the line", async () => {
  const send = await start({ pagesAMinute: 60 });
  expect(await ask(62, () => send("192.0.2.1"))).toEqual([...Array(60).fill(200), 429, 429]);
  expect(await send("192.0.2.2")).toBe(200);
  let line = 0;
  expect(new Set(await ask(60, () => send(`2001:db8:1:2::${line++}`)))).toEqual(new Set([200]));
  expect(await send("2001:db8:1:2:ffff::1")).toBe(429);
  expect(await send("2001:db8:1:3::1")).toBe(200);
});

test("as many posts as the landlord says; pages go on", async () => {
  const send = await start({ postsAMinute: 20 });
  expect(await ask(21, () => send("192.0.2.1", "POST"))).toEqual([...Array(20).fill(200), 429]);
  expect(await send("192.0.2.1")).toBe(200);
});

test("no limit counts for addresses that the landlord lists", async () => {
  const send = await start({ pagesAMinute: 60, postsAMinute: 20, unlimited: ["192.0.2.0/24", "2001:db8::/32"] });
  expect(new Set(await ask(70, () => send("192.0.2.9", "POST")))).toEqual(new Set([200]));
  expect(new Set(await ask(70, () => send("2001:db8:7::1", "POST")))).toEqual(new Set([200]));
  expect((await ask(21, () => send("198.51.100.1", "POST"))).at(-1)).toBe(429);
});

test.each([
  ["/report/01m8/photos", 200],
  ["/shift/Zm9v/01m8/photos", 200],
  ["/shift/Zm9v/01m8", 422],
  ["/report/01m8/describe", 422],
])("a form of 2 MB, posted to %s, is answered with %i: only photos are so large", async (path, status) => {
  const url = await serve(limitBodies());
  expect((await fetch(url + path, { method: "POST", body: "x".repeat(2_000_000) })).status).toBe(status);
});

test("homes are looked for by each who is signed in as fast as anybody types, which uses up nobody's forms", async () => {
  const landlord = aLandlord({ limits: { ...USUAL_LIMITS, postsAMinute: 20 } });
  const url = await serve(...limitRates({ site: { landlord } as Service["site"], isUnlimited: networkList([]) }));
  const look = async (staff: string, path = "/contact-centre/search") =>
    (await fetch(url + path, { method: "POST", headers: { cookie: `other=1; staff=${staff}` } })).status;
  expect(await ask(121, () => look("ada"))).toEqual([...Array(120).fill(200), 429]);
  expect([await look("ada", "/contact-centre"), await look("bo"), await look("ada", "/contact-centre/calls")]).toEqual([429, 200, 200]);
});
