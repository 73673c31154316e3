import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addRepair, NOW } from "#tests/support/calendar.ts";
import { call, chooseTap, deskWorld, identify, press, problemOf, rows, TENANT, typedIn } from "#tests/support/desk-world.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { body, errors, heading, main } from "#tests/support/page.ts";

onBothEngines("who calls an agent", (open) => {
  test("who is not who they say is shown nothing, is asked three times, and is called back", async () => {
    const { db, amy } = await deskWorld(open);
    await addRepair(db, { ...(await problemOf(db)), uprn: "100000001", reference: "7KQ4-9XMV", problem: "Secret shower" });
    const first = await call(amy);
    const facts = body(first).getByRole("combobox", { name: "And one more fact" });
    expect([...facts.querySelectorAll("option")].map(({ value }) => value)).toEqual(["birth", "tenancy", "phone", "email"]);
    const none = await press(amy, first, "Check", { asked: "name", caller: "family", fact: "constructor" });
    expect(errors(none)).toEqual(["Ask for the name and the address, and tick both", "Select which fact you asked for"]);
    expect(errors(await identify(amy, first, { said: "" }))).toEqual(["Enter what the caller says"]);
    for (const [said, left] of [
      ["28 3 1985", "2 tries are left"],
      ["T-00018", "One try is left"],
    ] as const) {
      const wrong = await identify(amy, first, { fact: said.startsWith("T") ? "tenancy" : "birth", said });
      expect([wrong.status, errors(wrong)[0]?.includes(left), wrong.html.includes(said), wrong.html.includes("Secret shower")]).toEqual([
        422,
        true,
        false,
        false,
      ]);
    }
    const stopped = await identify(amy, first, { fact: "phone", said: "07700 900 124" });
    expect(main(stopped)).toContain("Call back on a number on file: +447700900123");
    expect(body(stopped).queryByRole("button", { name: /Report a new repair|Check/ })).toBeNull();
    expect((await amy.post(first.path, { intent: "report" })).path).toBe(first.path);
    expect(main(await identify(amy, first))).toContain("Do not go on with this call");
    const { checks, drafts } = await rows(db);
    expect(checks.map(({ asked, passed }) => [asked[2], passed])).toEqual([
      ["birth", false],
      ["tenancy", false],
      ["phone", false],
    ]);
    expect(JSON.stringify(checks)).not.toMatch(/1985|00018|900/);
    expect(drafts).toEqual([]);
  });

  test("somebody who calls for a tenant, and a home that nobody is on file for: a report is taken and nothing of the file is shown", async () => {
    const { db, amy, clock } = await deskWorld(open);
    const first = await call(amy);
    expect(errors(await identify(amy, first, { caller: "carer", consent: "said" }))).toEqual(["Enter the full name of who is calling"]);
    const carer = await identify(amy, first, { caller: "carer", consent: "said", name: "Carl Carer", fact: "tenancy", said: "t 00017" });
    const forThem = await chooseTap(amy, await press(amy, carer, `Report a new repair for ${TENANT.name}`));
    expect(["person-name", "person-phone", "contact-name", "contact-phone"].map((id) => typedIn(forThem, id))).toEqual([
      TENANT.name,
      TENANT.phone,
      "Carl Carer",
      "",
    ]);
    const saved = await press(amy, forThem, "save", {
      confirmed: "yes",
      "contact-phone": "01632 960 001",
      "contact-confirmBy": "them-text",
    });
    expect(heading(saved)).toBe("Booked");

    const unsure = await identify(amy, await amy.post("/contact-centre/calls", { uprn: "100000002" }), {});
    expect(main(unsure)).toContain("say nothing of what is on file");
    const report = await press(amy, unsure, "Report a new repair");
    expect(report.html).not.toContain("Already reported?");
    const chosen = await chooseTap(amy, report);
    const missing = await press(amy, chosen, "save", { confirmed: "yes" });
    expect(errors(missing)).toContain("Select rent, own, or that you are not sure");
    const typed = {
      "tenure-tenure": "rent",
      "contact-name": "New Tenant",
      "contact-phone": "07700 900 555",
      "contact-confirmBy": "text",
      confirmed: "yes",
    };
    expect(heading(await press(amy, missing, "save", typed))).toBe("Booked");
    const { repairs, checks, callers, messages } = await rows(db);
    expect(repairs.map(({ uprn, proven }) => [uprn, proven])).toEqual([
      ["100000001", true],
      ["100000002", false],
    ]);
    expect(checks.map(({ caller, consent, passed, asked }) => [caller, consent, passed, asked.length])).toEqual([
      ["carer", "said", true, 3],
      ["tenant", null, false, 2],
    ]);
    expect(callers).toMatchObject([{ name: "Carl Carer", relationship: "carer" }]);
    expect(messages.filter(({ kind }) => kind === "reported-booked")).toHaveLength(2);

    // The tenant has not agreed: the same as nobody known.
    clock.now = addMinutes(NOW, 2);
    const refused = await identify(amy, await call(amy), { caller: "family", consent: "none", name: "Fay Family" });
    expect([main(refused).includes("say nothing of what is on file"), refused.html.includes("7KQ4")]).toEqual([true, false]);
    expect(typedIn(await press(amy, refused, "Report a new repair"), "contact-name")).toBe("Fay Family");
  });

  test("an emergency is taken down before any check; gas and fire are told what to do; where nobody goes alone an officer arranges it", async () => {
    const { db, amy } = await deskWorld(open);
    const first = await call(amy);
    expect(errors(await press(amy, first, "Record an emergency now"))).toEqual(["Select what is happening"]);
    const gas = await press(amy, first, "Record an emergency now", { kind: "gas" });
    expect([main(gas).includes("open windows"), body(gas).queryByRole("button", { name: "Save and confirm" })]).toEqual([true, null]);
    const flood = await press(amy, first, "Record an emergency now", { kind: "flood" });
    expect(flood.html).not.toContain(TENANT.name);
    const empty = await press(amy, flood, "save");
    expect([empty.status, errors(empty)[0]]).toEqual([422, "Enter a description of the problem"]);
    const typed = {
      "describe-description": "Through the ceiling",
      "contact-name": "Neighbour",
      "contact-phone": "07700 900 555",
      "contact-confirmBy": "phone",
    };
    expect(heading(await press(amy, empty, "save", typed))).toBe("Sent to whoever is on duty");
    expect((await rows(db)).repairs).toMatchObject([{ waitsFor: "emergency", channel: "phone", proven: false }]);

    await db.write((tx) => tx.update(db.schema.homes).set({ notAloneWhy: "Threats" }).where(eq(db.schema.homes.uprn, "100000001")));
    const alone = await chooseTap(amy, await press(amy, await identify(amy, first), `Report a new repair for ${TENANT.name}`));
    expect([main(alone).includes("Nobody visits this home alone"), alone.html.includes("Threats")]).toEqual([true, false]);
    const saved = await press(amy, alone, "save", { confirmed: "yes", "call-back-when": "any" });
    expect([heading(saved), main(saved).includes("we will call you to arrange it")]).toEqual(["Report taken", true]);
  });
});
