import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { MessageSettings } from "#app/services/message-channels.server.ts";
import { messageSettings, messageVariables } from "./message-settings.server.ts";

const whole = (max: number) => z.coerce.number().int().min(0).max(max);

/** A variable that is set but empty counts as not set, as in most process managers. */
const environment = z.object({
  PORT: whole(65535).default(3000),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z.string().optional(),
  SESSION_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an address like https://repairs.example.gov.uk" }).optional(),
  TRUST_PROXY: whole(10).default(0),
  PHOTOS_DIR: z.string().optional(),
  CLAMAV_SOCKET: z.string().optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be an address like https://login.example.gov.uk" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LANDLORD_CONFIG: z.string().optional(),
  ...messageVariables,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  TEST_CLOCK: z.iso.datetime({ error: "must be an instant like 2027-03-28T00:30:00Z" }).optional(),
  ALLOW_TEST_CLOCK: z.literal("1").optional(),
  NODE_ENV: z.string().optional(),
});

/** How this process was told to run. */
export interface Config {
  port: number;
  dataDir: string;
  /** `postgres://…`, or the path of a SQLite file. */
  databaseUrl: string;
  /** Where photos are kept: shared storage when several servers run. */
  photosDir: string;
  /** ClamAV's Unix socket: no photo is taken that it has not checked. Unset: photos are not checked for viruses. */
  clamavSocket: string | undefined;
  /** The landlord's own sign-in for staff (OpenID Connect). */
  singleSignOn: { issuer: URL; clientId: string; clientSecret: string } | undefined;
  /** Who delivers messages to tenants; nobody where nothing is set. */
  messages: MessageSettings;
  sessionSecret: string;
  /** The address people use, where it is known; otherwise each request's own host over http. */
  publicUrl: URL | undefined;
  /** How many proxies stand in front. */
  trustProxy: number;
  /** Path of the landlord's settings file. */
  landlordConfig: string | undefined;
  /** Nothing says that this is a real landlord's installation. */
  isDemo: boolean;
  logLevel: z.infer<typeof environment>["LOG_LEVEL"];
  testClock: Date | undefined;
}

/**
 * Reads the environment. Throws an Error of one line that names the variable at fault.
 * The session secret is made once in DATA_DIR where none is given; several servers on PostgreSQL must share one, so there it is required.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const settings = readEnvironment(env);
  const dataDir = resolve(settings.DATA_DIR);
  return {
    port: settings.PORT,
    dataDir,
    databaseUrl: databaseUrl(settings.DATABASE_URL, dataDir),
    photosDir: resolve(settings.PHOTOS_DIR ?? join(dataDir, "photos")),
    clamavSocket: settings.CLAMAV_SOCKET && resolve(settings.CLAMAV_SOCKET),
    singleSignOn: singleSignOn(settings),
    messages: messageSettings(settings),
    sessionSecret: settings.SESSION_SECRET ?? secretIn(dataDir),
    publicUrl: settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL) : undefined,
    trustProxy: settings.TRUST_PROXY,
    landlordConfig: settings.LANDLORD_CONFIG && resolve(settings.LANDLORD_CONFIG),
    isDemo: !settings.LANDLORD_CONFIG && !settings.PUBLIC_URL,
    logLevel: settings.LOG_LEVEL,
    testClock: settings.TEST_CLOCK ? new Date(settings.TEST_CLOCK) : undefined,
  };
}

function readEnvironment(env: Readonly<Record<string, string | undefined>>): z.infer<typeof environment> {
  const { data, error } = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== "")));
  if (!data) throw new Error(`${error.issues[0]?.path.join(".")}: ${error.issues[0]?.message}`);
  if (data.TEST_CLOCK && !data.ALLOW_TEST_CLOCK) throw new Error("TEST_CLOCK: is for tests only, and needs ALLOW_TEST_CLOCK=1 beside it");
  if (isPostgres(data.DATABASE_URL) && !data.SESSION_SECRET) {
    throw new Error("SESSION_SECRET: is required with PostgreSQL, the same on every server");
  }
  if (data.PUBLIC_URL && !data.LANDLORD_CONFIG) {
    throw new Error("LANDLORD_CONFIG: is required with PUBLIC_URL, or tenants would be shown the demo's name and phone numbers");
  }
  return data;
}

function singleSignOn({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: z.infer<typeof environment>) {
  if (!OIDC_ISSUER) return undefined;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) throw new Error("OIDC_ISSUER: needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it");
  return { issuer: new URL(OIDC_ISSUER), clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}

const isPostgres = (url = "") => /^postgres(ql)?:/.test(url);

function databaseUrl(given: string | undefined, dataDir: string): string {
  if (!given) return join(dataDir, "repairs.db");
  return isPostgres(given) ? given : resolve(given.replace(/^(sqlite|file):(\/\/)?/, ""));
}

function secretIn(dataDir: string): string {
  const file = join(dataDir, "session-secret");
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}
