import * as oidc from "openid-client";
import { z } from "zod";
import type { Role } from "#app/domain/staff.ts";

/** Where the landlord's own sign-in is, and how this service is known there. */
export interface SignOnSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
}

/** What must be known again when somebody comes back from signing in. */
export const leftBehind = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });
type LeftBehind = z.infer<typeof leftBehind>;

/** Somebody as the landlord's sign-in knows them. */
export interface SignedOn {
  /** The issuer and its own name for the person: an address may change hands, this does not. */
  subject: string;
  name: string;
  email: string;
  /** The issuer says that the address is the person's own. */
  isEmailTheirs: boolean;
  groups: string[];
}

/** The landlord's own sign-in for staff: OpenID Connect with a code and PKCE. */
export interface SingleSignOn {
  name: string;
  roles: Readonly<Record<string, Role>>;
  /** Where to send somebody, and what to keep until they are back. Throws where the sign-in cannot be reached. */
  start(from: { returnTo: string; next: string }): Promise<{ url: string; left: LeftBehind }>;
  /** Who came back; undefined where they were refused or the answer is not to what was asked. Throws where the sign-in cannot be reached. */
  finish(back: { url: URL; left: LeftBehind }): Promise<SignedOn | undefined>;
  /** Where to end somebody's session there; undefined where it has no such address. Throws where the sign-in cannot be reached. */
  end(from: { returnTo: string }): Promise<string | undefined>;
}

const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().max(254),
  email_verified: z.union([z.boolean(), z.stringbool()]).default(false),
});

/** Opens the sign-in; nobody is asked anything before the first person signs in. */
export function openSingleSignOn(settings: SignOnSettings & { name: string; claim: string; roles: Record<string, Role> }): SingleSignOn {
  const { name, claim, roles } = settings;
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    // A failure is not kept: the next person tries again.
    found ??= discover(settings).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    name,
    roles,
    async start({ returnTo, next }) {
      const left = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), next };
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        ...{ redirect_uri: returnTo, scope: "openid email profile", state: left.state, nonce: left.nonce },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(left.verifier), code_challenge_method: "S256" },
      });
      return { url: url.href, left };
    },
    finish: async (back) => finish(await configuration(), { ...back, claim }),
    async end({ returnTo }) {
      const known = await configuration();
      if (!known.serverMetadata().end_session_endpoint) return undefined;
      // Without a hint whose session it is, which would have to be kept: the address names nobody.
      return oidc.buildEndSessionUrl(known, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/** Plain http is for a provider on the same machine only. */
async function discover({ issuer, clientId, clientSecret }: SignOnSettings): Promise<oidc.Configuration> {
  const isLocal = issuer.protocol === "http:" && LOCAL.includes(issuer.hostname);
  return oidc.discovery(issuer, clientId, clientSecret, undefined, isLocal ? { execute: [oidc.allowInsecureRequests] } : {});
}

async function finish(
  configuration: oidc.Configuration,
  { url, left, claim }: { url: URL; left: LeftBehind; claim: string },
): Promise<SignedOn | undefined> {
  try {
    const checks = { expectedState: left.state, expectedNonce: left.nonce, pkceCodeVerifier: left.verifier, idTokenExpected: true };
    const tokens = await oidc.authorizationCodeGrant(configuration, url, checks);
    const token = tokens.claims();
    if (!token) return undefined;
    const info = configuration.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, token.sub)
      : {};
    return personOf({ ...info, ...token }, claim);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** Refused there, or an answer that is not to our question; anything else is a fault. */
const isRefusal = (error: unknown) =>
  error instanceof oidc.AuthorizationResponseError ||
  error instanceof oidc.ResponseBodyError ||
  (error instanceof oidc.ClientError && error.code !== "OAUTH_TIMEOUT");

function personOf(said: Record<string, unknown>, claim: string): SignedOn | undefined {
  const { data } = claims.safeParse(said);
  if (!data) return undefined;
  const groups = z.array(z.string()).catch([]).parse(said[claim]);
  const { iss, sub, email, name = email, email_verified: isEmailTheirs } = data;
  return { subject: `${iss} ${sub}`, name: name.slice(0, 100), email, isEmailTheirs, groups };
}
