import { JSDOM } from "jsdom";
import { createDeviceCookie } from "#app/web/device.server.ts";
import { ANSWERS, type Typed } from "./report-answers.ts";
import { SECRET } from "./server-process.ts";

/** A browser without JavaScript: it keeps its cookies and says where its forms come from. */
export interface Visitor {
  /** "http://127.0.0.1:40123": a restarted server keeps it. */
  url: string;
  cookies: Map<string, string>;
  /** Headers of every request: its network address, as a proxy would say it. */
  headers: Record<string, string>;
  /** Where forms say they come from, when a proxy has another address than the server. */
  formOrigin?: string;
}

/** A page, and the address it was found at. */
export interface Visit {
  status: number;
  /** Path and query. */
  path: string;
  html: string;
  headers: Headers;
}

export function newVisitor(url: string, address = "10.0.0.1"): Visitor {
  return { url, cookies: new Map(), headers: { "X-Forwarded-For": address } };
}

/** A visitor whose device began the drafts of the hash. */
export async function knownVisitor(url: string, address?: string): Promise<{ visitor: Visitor; device: string }> {
  const { device, header } = await createDeviceCookie({ secret: SECRET, isHttps: false }).make();
  const visitor = newVisitor(url, address);
  keepCookies(visitor, [header]);
  return { visitor, device };
}

function keepCookies({ cookies }: Visitor, headers: string[]) {
  for (const header of headers) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    cookies.set(name, value);
  }
}

/** One request, as it is answered: redirects are not followed. */
export async function send(visitor: Visitor, path: string, init: RequestInit = {}): Promise<Visit> {
  const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
  const headers = { ...(cookie && { Cookie: cookie }), ...visitor.headers, ...(init.headers as Record<string, string>) };
  const response = await fetch(visitor.url + path, { ...init, headers, redirect: "manual" });
  keepCookies(visitor, response.headers.getSetCookie());
  return { status: response.status, path, html: await response.text(), headers: response.headers };
}

/** What a browser says of a form of ours. */
export const ownForm = ({ url, formOrigin = url }: Visitor) => ({ Origin: formOrigin, "Sec-Fetch-Site": "same-origin" });

async function follow(visitor: Visitor, visit: Visit): Promise<Visit> {
  let at = visit;
  for (let hops = 0; at.status >= 300 && at.status < 400; hops++) {
    if (hops > 10) throw new Error(`No end of redirects at ${at.path}`);
    const to = new URL(at.headers.get("location") ?? "", visitor.url + at.path);
    at = await send(visitor, to.pathname + to.search);
  }
  return at;
}

/** Opens an address and goes where it leads. */
export async function visit(visitor: Visitor, path: string): Promise<Visit> {
  return follow(visitor, await send(visitor, path));
}

/** The body a form without files sends; a name with several values is repeated. */
export function formBody(typed: Typed): URLSearchParams {
  return new URLSearchParams(Object.entries(typed).flatMap(([name, values]) => [values].flat().map((value) => [name, value])));
}

/** Posts a form to an address and goes where it leads. */
export async function post(visitor: Visitor, path: string, typed: Typed): Promise<Visit> {
  return follow(visitor, await send(visitor, path, { method: "POST", body: formBody(typed), headers: ownForm(visitor) }));
}

export const documentOf = ({ html }: Pick<Visit, "html">): Document => new JSDOM(html).window.document;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls of the page's own form, by name. */
function controlsOf(page: Document): Map<string, Control[]> {
  const controls = new Map<string, Control[]>();
  for (const control of page.querySelectorAll<Control>("main form[method=post] :is(input, textarea, select)[name]")) {
    controls.set(control.name, [...(controls.get(control.name) ?? []), control]);
  }
  return controls;
}

/** What a browser sends if nothing is changed. */
function untouched(controls: Map<string, Control[]>): Typed {
  const sent: Typed = {};
  for (const [name, [first, ...others]] of controls) {
    if (!first) continue;
    const isChoice = first.type === "radio" || first.type === "checkbox";
    const chosen = [first, ...others].filter((control) => !isChoice || (control as HTMLInputElement).checked).map(({ value }) => value);
    if (chosen.length > 0) sent[name] = chosen;
  }
  return sent;
}

/** Fills in the form of a page and presses its button (one that says something says it too). */
export async function submit(visitor: Visitor, page: Visit, typed: Typed = {}): Promise<Visit> {
  const document = documentOf(page);
  const form = document.querySelector("main form[method=post]");
  if (!form) throw new Error(`No form at ${page.path}`);
  const button = form.querySelector<HTMLButtonElement>("button[name]:not([name=intent])");
  const said = button ? { [button.name]: button.value } : {};
  return post(visitor, form.getAttribute("action") ?? page.path, { ...untouched(controlsOf(document)), ...said, ...typed });
}

/** The last part of a page's path: the question's slug. */
export const slugOf = ({ path }: Visit) => path.replace(/\?.*/, "").split("/").at(-1) ?? "";

/** An answer to every question of a page: what the person says, else the first choice, else some words. */
function answersTo(page: Visit, wishes: Record<string, Typed> = {}): Typed {
  const known = wishes[slugOf(page)] ?? ANSWERS[slugOf(page)] ?? {};
  const first = [...controlsOf(documentOf(page))].map(([name, controls]) => [name, firstAnswer(controls)] as const);
  const guessed = Object.keys(known).length > 0 ? [] : first;
  return { ...Object.fromEntries(guessed), ...known };
}

function firstAnswer([control]: Control[]): string {
  if (control?.tagName === "SELECT") return [...(control as HTMLSelectElement).options].find(({ value }) => value)?.value ?? "";
  return control?.value || "The kitchen tap drips";
}

/** Begins a report and answers question after question until the page of a slug. */
export async function walkTo(visitor: Visitor, slug: string, wishes: Record<string, Typed> = {}): Promise<Visit> {
  let page = await submit(visitor, await visit(visitor, "/"));
  for (let pages = 0; slugOf(page) !== slug; pages++) {
    if (pages > 30 || page.status !== 200) throw new Error(`Not at ${slug} but ${page.status} at ${page.path}`);
    page = await submit(visitor, page, answersTo(page, wishes));
  }
  return page;
}
