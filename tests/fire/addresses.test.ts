import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { documentOf, formBody, newVisitor, send, slugOf, submit, type Visitor, visit, walkTo } from "#tests/support/http-journey.ts";
import { rawRequest } from "#tests/support/raw-request.ts";
import { ANSWERS } from "#tests/support/report-answers.ts";
import { addFree, startSmallLandlord } from "#tests/support/small-landlord.ts";

/** The machine's own addresses, as another device on the network would use them. */
const addresses = () =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family }) => family === "IPv4")
    .map(({ address }) => address);

async function book(visitor: Visitor) {
  const contact = await walkTo(visitor, "contact", { slot: { offer: `${THURSDAY}.morning` } });
  return submit(visitor, await submit(visitor, contact, ANSWERS.contact));
}

/** The styles and the script that a page names. */
function partsOf(html: string): string[] {
  const page = documentOf({ html });
  const styles = [...page.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((link) => link.getAttribute("href") ?? "");
  return [...styles, ...[...page.querySelectorAll("script[src]")].map((script) => script.getAttribute("src") ?? "")];
}

onBothEngines("An address", (_, freshUrl) => {
  test("of plain http, on this machine or on the network: cookies, forms and styles work", async () => {
    const landlord = await startSmallLandlord(freshUrl);
    const hosts = ["localhost", "127.0.0.2", ...addresses()];
    await addFree(landlord, { count: hosts.length, date: THURSDAY });
    for (const host of hosts) {
      const visitor = newVisitor(landlord.server.url.replace("127.0.0.1", host));
      const home = await visit(visitor, "/");
      expect(home.headers.get("strict-transport-security")).toBeNull();
      expect(home.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
      for (const part of partsOf(home.html)) {
        expect(part).toMatch(/^\//);
        expect((await send(visitor, part)).status, part).toBe(200);
      }
      expect(slugOf(await book(visitor)), host).toBe("confirmation");
      expect([...visitor.cookies.keys()]).toEqual(["repairs"]);
    }
  });

  test("of https behind a proxy: cookies for that host alone, https for ever, and forms from that host alone", async () => {
    const landlord = await startSmallLandlord(freshUrl, { env: { PUBLIC_URL: "https://repairs.example.gov.uk" } });
    await addFree(landlord, { count: 1, date: THURSDAY });
    const visitor = newVisitor(landlord.server.url);
    const proxy = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "repairs.example.gov.uk", "Sec-Fetch-Site": "same-origin" };
    visitor.headers = { ...visitor.headers, ...proxy };
    visitor.formOrigin = "https://repairs.example.gov.uk";

    const home = await visit(visitor, "/");
    expect(home.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(home.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
    const begun = await send(visitor, "/report", {
      method: "POST",
      body: formBody({}),
      headers: { Origin: "https://repairs.example.gov.uk" },
    });
    expect(begun.headers.get("set-cookie")).toMatch(/^__Host-repairs=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(begun.headers.get("location")).toMatch(/^\/report\//);
    for (const Origin of [landlord.server.url, "http://evil.example", "null", "http://repairs.example.gov.uk:81"]) {
      expect((await send(visitor, "/report", { method: "POST", body: formBody({}), headers: { Origin } })).status, Origin).toBe(403);
    }
    expect(slugOf(await book(visitor))).toBe("confirmation");
  });

  test("of a proxy that keeps its own host, or says none, is still ours", async () => {
    const landlord = await startSmallLandlord(freshUrl, { env: { PUBLIC_URL: "https://repairs.example.gov.uk" } });
    for (const host of ["Host: 10.0.0.7:3000", "Host: app"]) {
      const lines = [
        host,
        "Origin: https://repairs.example.gov.uk",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 0",
      ];
      const { status } = await rawRequest(landlord.server.url, ["POST /report HTTP/1.1", ...lines]);
      expect(status).toBe(303);
    }
  });
});
