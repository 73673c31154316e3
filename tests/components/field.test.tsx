// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Field, type FieldView, type FieldWords } from "#app/components/field.tsx";
import { RadioGroups } from "#app/components/radio-groups.tsx";

const words: FieldWords = {
  error: "Error",
  characterCount: {
    limit: (max) => `You can enter up to ${max} characters`,
    underLimit: { one: "%{count} character left", other: "%{count} characters left" },
    atLimit: "No characters left",
    overLimit: { one: "%{count} character too many", other: "%{count} characters too many" },
  },
};

const show = (field: FieldView, isPageHeading = false) => render(<Field field={field} words={words} isPageHeading={isPageHeading} />);

afterEach(cleanup);

test.each([
  ["text", "textbox"],
  ["tel", "textbox"],
  ["email", "textbox"],
  ["textarea", "textbox"],
] as const)("a field of kind %s has its name as id, and its label, hint and error are read with it", (kind, role) => {
  show({ kind, name: "detail", label: "Your detail", hint: "Any will do", value: "typed", error: "Enter your detail" });
  const control = screen.getByRole(role, { name: "Your detail", description: "Any will do Error: Enter your detail" });
  expect(control).toHaveProperty("id", "detail");
  expect(control).toHaveProperty("value", "typed");
});

test("a phone number and an email address are not spell-checked", () => {
  show({ kind: "tel", name: "phone", label: "Phone", autocomplete: "tel" });
  show({ kind: "email", name: "email", label: "Email", autocomplete: "email" });
  const attributes = (label: string) =>
    Object.fromEntries([...screen.getByLabelText(label).attributes].map(({ name, value }) => [name, value]));
  expect(attributes("Phone")).toMatchObject({ type: "tel", spellcheck: "false", autocomplete: "tel" });
  expect(attributes("Email")).toMatchObject({ type: "email", spellcheck: "false", autocomplete: "email", autocapitalize: "none" });
});

test("a long text says its limit and carries the counting sentences for the script", () => {
  const { container } = show({ kind: "textarea", name: "problem", label: "Describe it", maxLength: 500 }, true);
  screen.getByRole("textbox", { name: "Describe it", description: "You can enter up to 500 characters" });
  const count = container.querySelector('[data-module="govuk-character-count"]');
  expect(count?.getAttribute("data-maxlength")).toBe("500");
  expect(count?.getAttribute("data-i18n.characters-under-limit.one")).toBe("%{count} character left");
  expect(count?.getAttribute("data-i18n.characters-at-limit")).toBe("No characters left");
  expect(count?.getAttribute("data-i18n.characters-over-limit.other")).toBe("%{count} characters too many");
});

test("radios ask the page's question in their legend; the first has the name as id, so that an error can lead to it", () => {
  show({ kind: "radios", name: "room", label: "Where is it?", options: { kitchen: "Kitchen", bath: "Bathroom" }, value: "bath" }, true);
  screen.getByRole("group", { name: "Where is it?" });
  screen.getByRole("heading", { level: 1, name: "Where is it?" });
  expect(screen.getAllByRole("radio").map(({ id }) => id)).toEqual(["room", "room-2"]);
  expect(screen.getByRole("radio", { name: "Bathroom" })).toHaveProperty("checked", true);
  expect(screen.getByRole("radio", { name: "Kitchen" })).toHaveProperty("checked", false);
});

test("a drop-down begins with a line that chooses nothing", () => {
  render(
    <Field
      field={{ kind: "select", name: "home", label: "Address", options: { "uprn-20": "2 High Street", "uprn-3": "10 High Street" } }}
      words={{ ...words, choose: "Choose an address" }}
    />,
  );
  const list = screen.getByRole("combobox", { name: "Address" });
  expect(list).toHaveProperty("value", "");
  expect([...list.children].map((option) => option.textContent)).toEqual(["Choose an address", "2 High Street", "10 High Street"]);
});

test("checkboxes show every ticked value", () => {
  show({
    kind: "checkboxes",
    name: "ways",
    label: "How?",
    options: { text: "Text", email: "Email", call: "Call" },
    value: ["text", "call"],
  });
  const checked = screen.getAllByRole("checkbox").filter((box) => (box as HTMLInputElement).checked);
  expect(checked.map((box) => box.getAttribute("value"))).toEqual(["text", "call"]);
});

test("radios under several headings are one question: one name, ids of their own, the error read with each group", () => {
  const { container } = render(
    <RadioGroups
      name="offer"
      value="b"
      error={{ prefix: "Error", text: "Select a time" }}
      groups={[
        { legend: { text: "Tuesday 1 December" }, choices: ["a", "b"].map((value) => ({ value, text: `Time ${value}` })) },
        { legend: { text: "Wednesday 2 December" }, choices: [{ value: "c", text: "Time c" }] },
      ]}
    />,
  );
  screen.getByRole("group", { name: "Tuesday 1 December", description: "Error: Select a time" });
  screen.getByRole("group", { name: "Wednesday 2 December", description: "Error: Select a time" });
  expect(screen.getAllByRole("radio").map(({ id }) => id)).toEqual(["offer", "offer-2", "offer-3"]);
  expect(container.querySelectorAll("input[name=offer]")).toHaveLength(3);
  expect(screen.getByRole("radio", { name: "Time b" })).toHaveProperty("checked", true);
});
