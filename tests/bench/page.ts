import { join } from "node:path";
import { projectFile } from "#db/root.ts";
import { freePort } from "#tests/support/postgres-cluster.ts";
import { bundle } from "./bundle.ts";
import { compare, judged, type Row, type Side } from "./measure.ts";
import { makePickerDraft, type PickerDraft, SECRET } from "./picker-draft.ts";
import { readFrom, type Server, startServer } from "./processes.ts";

const SECONDS = "3";
/** V8 needs some thousand pages before its code is as fast as it gets; a busy machine more time for them. */
const WARM_UP_SECONDS = "10";
const MEGABYTE = 1024 * 1024;

/** The product with a report at the picker, and the same page by hand on the same database. */
export interface Pages {
  ours: Server;
  baseline: Server;
  draft: PickerDraft;
}

/** Makes the demo landlord in a folder and starts both servers on it. */
export async function startPages(dataDir: string): Promise<Pages> {
  const draft = await makePickerDraft(dataDir);
  const [port, otherPort] = [await freePort(), await freePort()];
  const env = { PORT: String(port), DATA_DIR: dataDir, SESSION_SECRET: SECRET, TRUST_PROXY: "1" };
  const ours = await startServer([projectFile("build/server/index.js")], env, port);
  const html = await (await fetch(ours.url + draft.path, { headers: { cookie: draft.cookie } })).text();
  const [style = "", script = ""] = [/href="(\/assets\/[^"]+\.css)"/, /src="(\/assets\/[^"]+\.js)"/].map(
    (one) => one.exec(html)?.[1] ?? "",
  );
  const settings = [join(dataDir, "repairs.db"), String(otherPort), SECRET, projectFile("db/seed/demo/landlord.json"), style, script];
  const baseline = await startServer([await bundle("baseline-server.tsx"), ...settings], {}, otherPort);
  await demandSame(html, await (await fetch(baseline.url + draft.path, { headers: { cookie: draft.cookie } })).text());
  return { ours, baseline, draft };
}

/** The two pages differ by their nonce alone. */
async function demandSame(html: string, other: string): Promise<void> {
  const bare = (page: string) => page.replace(/ nonce="[^"]*"/g, "");
  if (bare(html) !== bare(other)) throw new Error("The two servers do not draw the same page");
}

/** The picker's page a second against node:http by hand, and how much memory it took. */
export async function measurePage({ ours, baseline, draft }: Pages): Promise<Row[]> {
  const load = await bundle("load.ts");
  const amounts: number[] = [];
  const rate = async (server: Server, seconds = SECONDS) => {
    const { rate, failed } = await readFrom<{ rate: number; failed: number }>(
      [load, server.url + draft.path, draft.cookie, seconds],
      "last",
    );
    if (failed > 0) throw new Error(`${failed} requests failed`);
    return rate;
  };
  const own: Side = async () => {
    const answered = await rate(ours);
    amounts.push(ours.resident());
    return answered;
  };
  for (const server of [ours, baseline]) await rate(server, WARM_UP_SECONDS);
  const speed = await compare(
    { measure: "slot page: against node:http by hand", unit: "pages a second", target: { atLeast: 0.18 } },
    { ours: own, baseline: () => rate(baseline) },
  );
  const most = Math.max(...amounts) / MEGABYTE;
  const memory = judged({ measure: "memory: resident under that load", unit: "MB", ours: most, value: most, target: { atMost: 300 } });
  return [speed, memory];
}
