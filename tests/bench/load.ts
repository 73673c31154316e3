import autocannon from "autocannon";

/*
 * Loads one address for some seconds, from a process of its own, and prints requests a second as JSON. The addresses it says it comes from
 * are many, as behind a proxy: the limits are for one.
 */

const [url = "", cookie = "", seconds = "1"] = process.argv.slice(2);
const { pathname, origin } = new URL(url);
const from = (at: number) => `10.0.${Math.floor(at / 100)}.${at % 100}`;
const requests = Array.from({ length: 500 }, (_, at) => ({
  method: "GET" as const,
  path: pathname,
  headers: { cookie, "x-forwarded-for": from(at) },
}));
const result = await autocannon({ url: origin, connections: 8, duration: Number(seconds), requests });
const failed = result.errors + result.non2xx;
console.log(JSON.stringify({ rate: result.requests.total / result.duration, failed }));
