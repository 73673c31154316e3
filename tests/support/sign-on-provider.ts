import { createServer } from "node:http";
import Provider from "oidc-provider";

/*
 * A real OpenID Connect provider in a process of its own, for one client. Whoever signs in says who they are, and GET /groups?NAME=GROUP,GROUP
 * says what they belong to. For "unverified-…" the provider does not vouch for the address.
 */

const [port = "", returnTo = "", afterwards = ""] = process.argv.slice(2);

const groups = new Map<string, string>();

function claimsOf(sub: string) {
  const email = `${sub.replace("unverified-", "")}@example.com`;
  return { sub, name: `${sub} Person`, email, email_verified: !sub.startsWith("unverified-"), groups: groups.get(sub)?.split(",") ?? [] };
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      ...{ client_id: "repairs", client_secret: "a secret of no account, only for tests" },
      ...{ redirect_uris: [returnTo], post_logout_redirect_uris: [afterwards] },
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
  cookies: { keys: ["a key of no account, only for tests"] },
});

const answer = provider.callback();

createServer((req, res) => {
  const { pathname, searchParams } = new URL(req.url ?? "", "http://own.invalid");
  if (pathname !== "/groups") return answer(req, res);
  for (const [name, said] of searchParams) groups.set(name, said);
  return res.end();
}).listen(Number(port), "127.0.0.1", () => console.log("listening"));
