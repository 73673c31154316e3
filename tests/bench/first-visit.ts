import { get } from "node:http";
import { ANSWERS } from "#tests/support/report-answers.ts";
import { judged, type Row } from "./measure.ts";

const KILOBYTE = 1000;
const MOST_PAGES = 20;

interface Page {
  path: string;
  html: string;
}

/** A browser that has nothing yet, but for its cookie. */
export interface Visitor {
  url: string;
  cookie: string;
}

/** Follows a request to the page it leads to, and keeps the cookie. */
async function open(visitor: Visitor, path: string, typed?: Record<string, string>): Promise<Page> {
  const headers = { cookie: visitor.cookie, origin: visitor.url };
  const post = typed && { method: "POST", body: new URLSearchParams(typed) };
  const response = await fetch(visitor.url + path, { ...post, headers, redirect: "manual" });
  visitor.cookie = response.headers.get("set-cookie")?.split(";")[0] ?? visitor.cookie;
  const location = response.headers.get("location");
  if (location) return open(visitor, location);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return { path, html: await response.text() };
}

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

/** The first choice of a page: a radio, an address of a list, or its button that leads on. */
function firstChoice(html: string): Record<string, string> | undefined {
  const [control = ""] = /<input[^>]*type="radio"[^>]*>|<select[^>]*>|<button[^>]* name="(?:goOn|done)"[^>]*>/.exec(html) ?? [];
  if (!control) return undefined;
  const value = control.startsWith("<select") ? /<option[^>]* value="(uprn-[^"]*)"/.exec(html)?.[1] : attribute(control, "value");
  return { [attribute(control, "name")]: value ?? "" };
}

/** What a person answers: as tests do, or the first choice, or some words. */
function answerTo({ path, html }: Page): Record<string, string> {
  const slug = path.split("?")[0]?.split("/").at(-1) ?? "";
  const [textarea] = /<textarea[^>]*>/.exec(html) ?? [];
  const words = textarea ? { [attribute(textarea, "name")]: "The kitchen tap drips" } : {};
  return (ANSWERS[slug] as Record<string, string> | undefined) ?? firstChoice(html) ?? words;
}

/** The pages of a report, from the start page to its confirmation. */
async function walk(visitor: Visitor): Promise<Page[]> {
  const pages = [await open(visitor, "/"), await open(visitor, "/report", {})];
  for (let page = pages[1]; page && !page.path.endsWith("/confirmation"); ) {
    if (pages.length > MOST_PAGES) throw new Error(`The journey does not end: ${page.path}`);
    page = await open(visitor, page.path, answerTo(page));
    pages.push(page);
  }
  return pages;
}

/** Every byte that comes over the wire for one address: headers too, on a connection of its own. */
function bytesOf({ url, cookie }: Visitor, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url + path, { agent: false, headers: { cookie, "accept-encoding": "gzip", connection: "close" } }, (response) => {
      const { socket } = response;
      response.resume();
      response.on("end", () => resolve(socket.bytesRead));
    });
    request.on("error", reject);
  });
}

const scriptsOf = ({ html }: Page) => [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => attribute(tag, "src") || "inline");
const assetsOf = ({ html }: Page) =>
  [...html.matchAll(/<(?:link|script|img)\b[^>]*>/g)].map(([tag]) => attribute(tag, "href") || attribute(tag, "src")).filter(Boolean);

/** Bytes of scripts that are a framework's, or are none of ours. */
async function frameworkBytes(visitor: Visitor, scripts: string[]): Promise<number> {
  let bytes = 0;
  for (const script of scripts) {
    const source = script.startsWith("/") ? await (await fetch(visitor.url + script)).text() : script;
    const isOurs = /^\/assets\/enhance-\w+\.js$/.test(script) && !/react|remix/i.test(source);
    if (!isOurs) bytes += source.length;
  }
  return bytes;
}

/** What each page of the journey brings a browser that has nothing yet: the page, the style sheet, the script and the icon. */
export async function measureFirstVisit(url: string): Promise<Row[]> {
  const visitor = { url, cookie: "" };
  const pages = await walk(visitor);
  const assets = [...new Set(pages.flatMap(assetsOf))];
  const sizes = new Map<string, number>();
  for (const path of [...assets, ...pages.map(({ path }) => path)]) sizes.set(path, await bytesOf(visitor, path));
  const size = (path: string) => sizes.get(path) ?? 0;
  const totals = pages.map((page) => [page.path, ...new Set(assetsOf(page))].reduce((sum, path) => sum + size(path), 0));
  const most = Math.max(...totals) / KILOBYTE;
  const framework = await frameworkBytes(visitor, [...new Set(pages.flatMap(scriptsOf))]);
  const largest = `first visit: the largest of ${pages.length} pages, gzip`;
  return [
    judged({ measure: largest, unit: "kB", ours: most, value: most, target: { atMost: 40 } }),
    judged({
      measure: "first visit: framework JavaScript",
      unit: "kB",
      ours: framework,
      value: framework / KILOBYTE,
      target: { atMost: 0 },
    }),
  ];
}
