import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import Sqlite from "better-sqlite3";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { type Landlord, landlordSchema } from "#app/domain/landlord.ts";
import { localDate } from "#app/domain/local-date.ts";
import { datesOffered, offersFrom } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import { dueBy } from "#app/domain/target.ts";
import { SlotPage } from "#app/features/report/slot-page.tsx";
import { SiteProvider, useSite } from "#app/features/site/site.tsx";
import { wordsFor } from "#app/languages/languages.ts";
import { pickerView } from "#app/routes/report/picker.server.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { isOpenAt } from "#app/web/site-view.server.ts";
import { pickerSql } from "./raw-sql.ts";

/*
 * The picker's page as one would write it by hand for node:http and better-sqlite3: the same queries, the same cookie, the same React
 * tree. It has no framework, no journey, no log, no limits and no headers of security: it is the floor, not a service.
 */

const [file = "", port = "0", secret = "", landlordFile = "", style = "", script = ""] = process.argv.slice(2);
const landlord: Landlord = landlordSchema.parse(JSON.parse(readFileSync(landlordFile, "utf8")));
const words = wordsFor("en");
const db = new Sqlite(file, { readonly: true });
const sql = Object.fromEntries(Object.entries(pickerSql).map(([name, text]) => [name, db.prepare(text)])) as Record<
  keyof typeof pickerSql,
  Sqlite.Statement
>;

/** The SHA-256 of the device's id, where the cookie is signed by us. */
function deviceOf(req: IncomingMessage): string | undefined {
  const value = /(?:^|; )repairs=([^;]+)/.exec(req.headers.cookie ?? "")?.[1];
  if (!value) return undefined;
  const [id = "", signature] = splitAt(decodeURIComponent(value), ".");
  if (createHmac("sha256", secret).update(id).digest("base64").replace(/=+$/, "") !== signature) return undefined;
  return createHash("sha256")
    .update(JSON.parse(Buffer.from(id, "base64").toString()))
    .digest("hex");
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}

const known = new Map<string, Record<string, never>[]>();

function problemsOf(catalogueId: string) {
  const problems = known.get(catalogueId) ?? (sql.problems.all({ catalogueId }) as Record<string, never>[]);
  known.set(catalogueId, problems);
  return problems;
}

function readReport(draftId: string, device: string, now: Date) {
  const draft = sql.draft.get({ id: draftId, device }) as { id: string; catalogue_id: string; typed: string };
  const typed = JSON.parse(draft.typed);
  const homes = sql.homes.all({ postcode: typed.postcode.postcode }) as { uprn: string; patch_id: string }[];
  const home = homes.find(({ uprn }) => `uprn-${uprn}` === typed.home.uprn);
  const problem = problemsOf(draft.catalogue_id).find(({ position }) => String(position) === typed.which.problem);
  const date = localDate(now);
  const stored = sql.rules.all({ date }) as { kind: string; value: string }[];
  const rules = Object.fromEntries(stored.map(({ kind, value }) => [kind, JSON.parse(value)])) as Rules;
  const holidays = sql.bankHolidays.all({ nation: landlord.nation }) as { date: string }[];
  const target = rules.priorities.find(({ code }) => code === problem?.priority)?.target;
  if (!home || !problem || !target) throw new Error("Not at the picker");

  const due = dueBy(target, now, new Set(holidays.map(({ date }) => date)));
  const able = { trade: problem.trade, patchId: home.patch_id, priority: problem.priority };
  const free = sql.freeSlots.all({ ...able, ...datesOffered(rules.booking, date), now: now.getTime() });
  const offers = offersFrom(free as Parameters<typeof offersFrom>[0], { windows: rules.windows, visits: 1, dueOn: due.dueOn });
  const progress = { answers: { place: typed.place } };
  return { draft, progress, rules, offers, job: { home, problem: { ...problem, presence: true }, due } } as unknown as OpenReport;
}

function Document({ children }: { children: ReactNode }) {
  const { nonce } = useSite();
  return (
    <html lang={words.code} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={landlord.brandColour} />
        <meta name="format-detection" content="telephone=no" />
        <title>{words.site.title(words.report.slot.title, words.report.serviceName, "Fernhill Council")}</title>
        <link rel="stylesheet" href={style} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style nonce={nonce}>{`:root{--brand:${landlord.brandColour}}`}</style>
        <script type="module" src={script} />
      </head>
      <body className="govuk-template__body">{children}</body>
    </html>
  );
}

const field = { name: "offer", kind: "radios" as const, label: words.report.slot.title };

createServer((req, res) => {
  const url = new URL(req.url ?? "/", "http://localhost");
  const device = deviceOf(req);
  const draftId = url.pathname.split("/")[2] ?? "";
  if (!device) return res.writeHead(404).end();
  const view = pickerView(readReport(draftId, device, new Date()), url.searchParams, words);
  const site = { landlord, words, nonce: "nonce-of-22-characters", requestId: "", isOpenNow: isOpenAt(landlord, new Date()) };
  const page = (
    <SiteProvider site={site}>
      <Document>
        <SlotPage {...view} title={words.report.slot.title} fields={[field]} back={`/report/${draftId}/help`} />
      </Document>
    </SiteProvider>
  );
  const html = `<!DOCTYPE html>${renderToString(page)}`;
  return res.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": Buffer.byteLength(html) }).end(html);
}).listen(Number(port), "127.0.0.1", () => console.log("listening"));
