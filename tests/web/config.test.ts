import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "#app/web/config.server.ts";
import { freshFolder } from "#tests/support/engines.ts";

const SECRET = "a secret that is long enough for anybody";

const TEMPLATE = "11111111-2222-4333-8444-555555555555";
const NOTIFY_API_KEY = `live-${TEMPLATE}-${TEMPLATE}`;

describe("the configuration", () => {
  test("of nothing is a demo on SQLite, with a secret made once that only its owner can read", () => {
    const folder = freshFolder();
    const config = readConfig({ DATA_DIR: folder });
    expect(config).toMatchObject({
      port: 3000,
      databaseUrl: join(folder, "repairs.db"),
      photosDir: join(folder, "photos"),
      clamavSocket: undefined,
      isDemo: true,
      trustProxy: 0,
      publicUrl: undefined,
      messages: { smtp: undefined, notify: undefined, textWebhook: undefined },
    });
    const file = join(folder, "session-secret");
    expect(readFileSync(file, "utf8")).toBe(config.sessionSecret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readConfig({ DATA_DIR: folder }).sessionSecret).toBe(config.sessionSecret);
  });

  test("counts a variable that is set but empty as not set", () => {
    expect(readConfig({ DATA_DIR: freshFolder(), PORT: "", LANDLORD_CONFIG: "", PUBLIC_URL: "" })).toMatchObject({
      port: 3000,
      isDemo: true,
    });
  });

  test("keeps photos, and asks ClamAV about them, where it is told", () => {
    const env = { DATA_DIR: freshFolder(), PHOTOS_DIR: "/srv/photos", CLAMAV_SOCKET: "/run/clamav/clamd.ctl" };
    expect(readConfig(env)).toMatchObject({ photosDir: "/srv/photos", clamavSocket: "/run/clamav/clamd.ctl" });
  });

  test("of a landlord is no demo", () => {
    const config = readConfig({
      SESSION_SECRET: SECRET,
      LANDLORD_CONFIG: "l.json",
      PUBLIC_URL: "https://repairs.example",
      TRUST_PROXY: "1",
    });
    expect(config).toMatchObject({ isDemo: false, trustProxy: 1, sessionSecret: SECRET });
    expect(config.publicUrl?.host).toBe("repairs.example");
  });

  test.each([
    ["PORT", { PORT: "http" }],
    ["PORT", { PORT: "70000" }],
    ["PUBLIC_URL", { PUBLIC_URL: "repairs.example" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://repairs.example" }],
    ["LANDLORD_CONFIG", { PUBLIC_URL: "https://repairs.example" }],
    ["TRUST_PROXY", { TRUST_PROXY: "true" }],
    ["SESSION_SECRET", { SESSION_SECRET: "short" }],
    ["SESSION_SECRET", { SESSION_SECRET: "", DATABASE_URL: "postgres://localhost/repairs" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["TEST_CLOCK", { TEST_CLOCK: "2027-03-28T00:30:00Z" }],
    ["TEST_CLOCK", { TEST_CLOCK: "tomorrow", ALLOW_TEST_CLOCK: "1" }],
    ["SMTP_URL", { SMTP_URL: "mail.example" }],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example" }],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example", MAIL_FROM: "Fernhill" }],
    ["NOTIFY_API_KEY", { NOTIFY_API_KEY: "key" }],
    ["NOTIFY_API_KEY", { NOTIFY_API_KEY }],
    ["NOTIFY_API_KEY", { NOTIFY_TEXT_TEMPLATE: TEMPLATE }],
    ["NOTIFY_TEXT_TEMPLATE", { NOTIFY_API_KEY, NOTIFY_TEXT_TEMPLATE: "booked" }],
    ["NOTIFY_CALLBACK_TOKEN", { NOTIFY_CALLBACK_TOKEN: "short" }],
    ["SMTP_URL", { SMTP_URL: "smtp://mail.example", MAIL_FROM: "a@b.example", NOTIFY_API_KEY, NOTIFY_EMAIL_TEMPLATE: TEMPLATE }],
    ["TEXT_WEBHOOK_URL", { TEXT_WEBHOOK_URL: "http://texts.example/send" }],
    ["TEXT_WEBHOOK_SECRET", { TEXT_WEBHOOK_URL: "https://texts.example/send" }],
    ["TEXT_WEBHOOK_URL", { TEXT_WEBHOOK_URL: "https://texts.example", NOTIFY_API_KEY, NOTIFY_TEXT_TEMPLATE: TEMPLATE }],
  ])("stops at a wrong %s: %j", (name, env) => {
    expect(() => readConfig({ DATA_DIR: freshFolder(), SESSION_SECRET: SECRET, ...env })).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });
});
