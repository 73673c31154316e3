import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { JSDOM } from "jsdom";
import type { Landlord } from "#app/domain/landlord.ts";
import * as entry from "#app/entry.server.tsx";
import type { Words } from "#app/languages/en.ts";
import * as root from "#app/root.tsx";
import routes from "#app/routes.ts";
import type { PhotoStore } from "#app/services/photo-store.server.ts";
import type { SingleSignOn } from "#app/services/single-sign-on.server.ts";
import type { MessageView } from "#app/services/site.server.ts";
import { createDeviceCookie } from "#app/web/device.server.ts";
import { createStaffCookie } from "#app/web/staff-cookie.server.ts";
import type { Db } from "#db/client.ts";
import remixConfig from "../../remix.config.js";
import { VAULT } from "./staff.ts";

type ServerRoute = NonNullable<ServerBuild["routes"][string]>;

const ORIGIN = "http://repairs.test";

/** What the installation makes links and codes with. */
export const SITE_SECRET = "a third secret of no account, only for tests";

/** The routes of the site map with their modules, as Remix's build would list them. */
async function buildOf(): Promise<ServerBuild> {
  const known: Record<string, ServerRoute> = { root: { id: "root", path: "", module: root as ServerRoute["module"] } };
  for (const { file, path, index } of (await routes) as RouteConfigEntry[]) {
    const module = (await import(/* @vite-ignore */ `../../app/${file}`)) as ServerRoute["module"];
    const route: ServerRoute = { id: file, parentId: "root", module, ...(path && { path }), ...(index && { index }) };
    known[file] = route;
  }
  const manifest = Object.values(known).map(({ id, parentId, path, index, module }) => [
    id,
    {
      id,
      parentId,
      path,
      index,
      module: "",
      hasLoader: "loader" in module,
      hasAction: "action" in module,
      hasErrorBoundary: id === "root",
    },
  ]);
  return {
    entry: { module: entry as unknown as ServerBuild["entry"]["module"] },
    routes: known,
    assets: { entry: { module: "", imports: [] }, routes: Object.fromEntries(manifest), url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "",
    mode: "production",
    isSpaMode: false,
    future: { ...remixConfig.future, unstable_optimizeDeps: false } as ServerBuild["future"],
  };
}

const handler = buildOf().then((build) => createRequestHandler(build, "production"));

/** A page as a browser without JavaScript has it. */
export class Visited {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
  private parsed: Document | undefined;

  constructor({ status, path, html, headers }: Pick<Visited, "status" | "path" | "html" | "headers">) {
    [this.status, this.path, this.html, this.headers] = [status, path, html, headers];
  }

  /** Parsed when first asked for: a window of its own takes longer than drawing the page. */
  get document(): Document {
    this.parsed ??= new JSDOM(this.html).window.document;
    return this.parsed;
  }
}

type Typed = Record<string, string | string[]>;

interface Installation {
  db: Db;
  photos: PhotoStore;
  clamavSocket?: string | undefined;
  sendNow?: () => void;
  singleSignOn?: SingleSignOn;
  outbox?: MessageView;
  landlord: Landlord;
  words: Words;
  now: () => Date;
  /** Where its requests come from, as the server would say. */
  origin?: string;
}

/** A browser of one device on the pages of an installation, in this process: real routes, real services, a real database. */
export class Browser {
  private cookie = "";
  readonly faults: unknown[] = [];
  constructor(private readonly installation: Installation) {}

  get = (path: string, headers: Record<string, string> = {}): Promise<Visited> => this.follow(path, { headers });

  /** Where an address of ours sends a browser away to. */
  async leave(path: string): Promise<string> {
    const response = await this.answer(new Request(ORIGIN + path, { headers: this.headers() }));
    return response.headers.get("location") ?? "";
  }

  /** Posts a form to an address and follows where it leads. */
  post(path: string, typed: Typed = {}): Promise<Visited> {
    const body = new URLSearchParams(Object.entries(typed).flatMap(([name, values]) => [values].flat().map((value) => [name, value])));
    return this.follow(path, { method: "POST", body });
  }

  /** Posts a form with files, each under its own name, and follows where it leads. */
  upload(path: string, files: File[], typed: Record<string, string> = {}): Promise<Visited> {
    const body = new FormData();
    for (const file of files) body.append("photos", file);
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    return this.send(path, body);
  }

  /** Posts any body, such as one that arrives slowly. */
  send(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Visited> {
    return this.follow(path, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  }

  private headers(): Record<string, string> {
    return { cookie: this.cookie, origin: ORIGIN, host: new URL(ORIGIN).host };
  }

  private async answer(request: Request): Promise<Response> {
    const { words, now, origin, ...site } = this.installation;
    const context = {
      site: { secret: SITE_SECRET, ...site, now, vault: VAULT },
      words,
      now: now(),
      ...(origin && { origin }),
      nonce: "nonce",
      requestId: "request",
      device: createDeviceCookie({ secret: "a secret of no account, only for tests", isHttps: false }),
      staffCookie: createStaffCookie({ secret: "another secret of no account, only for tests", isHttps: false }),
      logFault: (error: unknown) => this.faults.push(error),
    };
    const response = await (await handler)(request, context);
    this.cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.cookie;
    return response;
  }

  private async follow(path: string, init: RequestInit = {}): Promise<Visited> {
    const request = new Request(ORIGIN + path, { ...init, headers: { ...this.headers(), ...(init.headers as Record<string, string>) } });
    const response = await this.answer(request);
    const location = response.headers.get("location");
    // 307: the same form is posted there.
    if (location) return this.follow(location, response.status === 307 ? init : {});
    const html = await response.text();
    const { pathname, search } = new URL(request.url);
    return new Visited({ status: response.status, path: pathname + search, html, headers: response.headers });
  }
}
