import { randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { hashOf } from "#app/services/token.server.ts";

const DAYS_KEPT = 30;

/** The cookie that remembers a device's unfinished reports. It holds a random id, and nothing about the person. */
export interface DeviceCookie {
  /** The SHA-256 of the device's id, as drafts keep it; undefined where there is no cookie of ours. */
  read(request: Request): Promise<string | undefined>;
  /** A new device: what to keep, and the header that tells the browser. */
  make(): Promise<{ device: string; header: string }>;
}

/** `__Host-` and Secure where the service is on https; plain on http, where browsers would drop them. */
export function createDeviceCookie({ secret, isHttps }: { secret: string; isHttps: boolean }): DeviceCookie {
  const cookie = createCookie(isHttps ? "__Host-repairs" : "repairs", {
    secrets: [secret],
    httpOnly: true,
    sameSite: "lax",
    secure: isHttps,
    path: "/",
    maxAge: DAYS_KEPT * 24 * 60 * 60,
  });
  return {
    async read(request) {
      const id: unknown = await cookie.parse(request.headers.get("cookie"));
      // An empty cookie passes as signed: only an id as we make them is a device.
      return typeof id === "string" && /^[0-9a-f]{32}$/.test(id) ? hashOf(id) : undefined;
    },
    async make() {
      const id = randomBytes(16).toString("hex");
      return { device: hashOf(id), header: await cookie.serialize(id) };
    },
  };
}
