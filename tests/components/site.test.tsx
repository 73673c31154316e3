// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { cleanup, render, screen, within } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, test } from "vitest";
import { type Landlord, landlordSchema } from "#app/domain/landlord.ts";
import { AccessibilityPage } from "#app/features/advice/accessibility-page.tsx";
import { CookiesPage } from "#app/features/advice/cookies-page.tsx";
import { EmergencyAdvice } from "#app/features/advice/emergency-advice.tsx";
import { GasAdvice } from "#app/features/advice/gas-advice.tsx";
import { PrivacyPage } from "#app/features/advice/privacy-page.tsx";
import { ErrorPage } from "#app/features/site/error-page.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { SiteProvider, type SiteView } from "#app/features/site/site.tsx";
import { en } from "#app/languages/en.ts";

const landlord: Landlord = landlordSchema.parse(JSON.parse(readFileSync("db/seed/demo/landlord.json", "utf8")));

function show(page: ReactElement, changes: Partial<SiteView> = {}) {
  const site = { landlord, words: en, isOpenNow: true, nonce: "n", requestId: "req", ...changes };
  return render(<SiteProvider site={site}>{page}</SiteProvider>);
}

const hrefs = (within: Element) => [...within.querySelectorAll("a")].map((link) => link.getAttribute("href"));
const footer = () => screen.getByRole("contentinfo");

afterEach(cleanup);

test("every page has the same help at its foot: each way to reach the landlord, as something to press", () => {
  show(<PageLayout title="A page">Words</PageLayout>);
  expect(hrefs(footer())).toEqual([
    "tel:01632960100",
    "tel:01632960199",
    "sms:07700900100",
    "mailto:repairs@fernhill.example",
    "tel:1800101632960100",
    "/accessibility",
    "/privacy",
    "/cookies",
  ]);
  within(footer()).getByText("Monday to Friday, 8am to 6pm");
  within(footer()).getByText("(open now)");
});

test("when the office is closed the out-of-hours number comes first, and the hours say so", () => {
  show(<PageLayout title="A page">Words</PageLayout>, { isOpenNow: false });
  expect(hrefs(footer()).slice(0, 2)).toEqual(["tel:01632960199", "tel:01632960100"]);
  within(footer()).getByText("(closed now)");
  within(footer()).getByText("We are closed. In an emergency call");
});

test("a landlord without a text number shows none, and one with pages of its own links to them", () => {
  const { textNumber: _, ...rest } = landlord;
  const own = { ...rest, privacyUrl: "https://fernhill.example/privacy" };
  show(<PageLayout title="A page">Words</PageLayout>, { landlord: own });
  expect(hrefs(footer()).some((href) => href?.startsWith("sms:"))).toBe(false);
  expect(hrefs(footer())).toContain("https://fernhill.example/privacy");
});

test("a page has one heading, a way past the header, and Back only where it leads somewhere", () => {
  const { rerender } = show(<PageLayout title="A page">Words</PageLayout>);
  expect(screen.getAllByRole("heading", { level: 1 }).map((heading) => heading.textContent)).toEqual(["A page"]);
  expect(screen.getByRole("link", { name: "Skip to main content" }).getAttribute("href")).toBe("#main-content");
  expect(screen.getByRole("main").id).toBe("main-content");
  expect(screen.queryByRole("link", { name: "Back" })).toBeNull();
  rerender(
    <SiteProvider site={{ landlord, words: en, isOpenNow: true, nonce: "n", requestId: "req" }}>
      <PageLayout back={{ href: "/report/d/where" }}>Words</PageLayout>
    </SiteProvider>,
  );
  expect(screen.getByRole("link", { name: "Back" }).getAttribute("href")).toBe("/report/d/where");
});

test.each([
  [403, "You cannot open this page from here"],
  [404, "Page not found"],
  [422, "We could not read what was sent"],
  [429, "Too many tries in a short time"],
  [500, "Sorry, there is a problem with the service"],
  [503, "Sorry, the service is not available just now"],
  [418, "Sorry, there is a problem with the service"],
])("status %i says: %s, and that there are other ways to report", (status, title) => {
  show(<ErrorPage status={status} requestId="01JDABC" />);
  screen.getByRole("heading", { level: 1, name: title });
  screen.getByText(/without this website/);
  expect(hrefs(footer())).toContain("tel:01632960100");
  expect(screen.queryByText(/01JDABC/) !== null).toBe(status >= 500);
});

test("the gas page begins with the number of the landlord's nation", () => {
  const first = (container: HTMLElement) => container.querySelector("a")?.getAttribute("href");
  expect(first(show(<GasAdvice />).container)).toBe("tel:0800111999");
  screen.getByRole("link", { name: "0800 371 787" });
  cleanup();
  expect(first(show(<GasAdvice />, { landlord: { ...landlord, nation: "northern-ireland" } }).container)).toBe("tel:0800002001");
  expect(screen.queryByRole("link", { name: "0800 371 787" })).toBeNull();
});

test.each([
  [true, "tel:01632960100"],
  [false, "tel:01632960199"],
])("an emergency begins with the number that answers at this hour (open: %s)", (isOpenNow, href) => {
  const { container } = show(<EmergencyAdvice kind="flood" />, { isOpenNow });
  expect(hrefs(container)).toEqual([href, "tel:1800101632960100", "tel:999", "tel:0800111999"]);
  screen.getByText("turn the water off at the stop tap, often under the kitchen sink");
  screen.getByText(/We aim to make an emergency safe within 24 hours/);
});

test("an emergency of no known kind still has its numbers, and nothing made up", () => {
  const { container } = show(<EmergencyAdvice kind="__proto__" />);
  expect(hrefs(container)[0]).toBe("tel:01632960100");
  expect(container.querySelector("ul")).toBeNull();
});

test("the statements name the landlord and lead to the regulators", () => {
  show(<AccessibilityPage />);
  screen.getByText(/partially compliant with the Web Content Accessibility Guidelines/);
  expect(screen.getAllByText(/Fernhill Council/).length).toBeGreaterThan(1);
  cleanup();
  show(<PrivacyPage />);
  expect(screen.getByRole("link", { name: "Complain to the ICO" }).getAttribute("href")).toBe("https://ico.org.uk/make-a-complaint/");
  screen.getByRole("link", { name: "0303 123 1113" });
});

test("the cookies page names the one cookie and how long it stays", () => {
  show(<CookiesPage />);
  screen.getByText(/__Host-repairs/);
  screen.getByText("30 days.");
});
