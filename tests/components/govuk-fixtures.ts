import { readFileSync } from "node:fs";
import { createElement, type ReactElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

/** The options of a GOV.UK Frontend macro, as its fixtures give them. */
export interface Text {
  text: string;
  html?: string;
  classes?: string;
  isPageHeading?: boolean;
}

interface Conformance<Options> {
  /** The folder of the component in govuk-frontend. */
  component: string;
  /** Only these: the rest use options that we have no need of. */
  fixtures: string[];
  ignoredAttributes?: RegExp;
  /** Our component with the same options. */
  render: (options: Options) => ReactElement;
}

function fixturesOf(component: string): { name: string; options: unknown; html: string }[] {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return JSON.parse(readFileSync(path, "utf8")).fixtures;
}

function describeNode(node: Node, ignored: RegExp | undefined, depth = 0): string[] {
  const indent = "  ".repeat(depth);
  if (node.nodeType === node.TEXT_NODE) {
    const text = (node.textContent ?? "").replace(/\s+/g, " ").trim();
    return text ? [indent + text] : [];
  }
  const element = node as Element;
  const attributes = [...element.attributes]
    .filter(({ name }) => !ignored?.test(name))
    .map(({ name, value }) => `${name}="${value.replace(/\s+/g, " ").trim()}"`)
    .sort();
  const inside = [...element.childNodes].flatMap((child) => describeNode(child, ignored, depth + 1));
  return [`${indent}${[element.tagName.toLowerCase(), ...attributes].join(" ")}`, ...inside];
}

/** One line an element or text, attributes in order of name, white space as a browser shows it. */
function outline(html: string, ignored?: RegExp): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.normalize();
  return [...body.childNodes].flatMap((node) => describeNode(node, ignored)).join("\n");
}

function asReact(node: Node, key: number): ReactNode {
  if (node.nodeType === node.TEXT_NODE) return node.textContent;
  const element = node as Element;
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name === "class" ? "className" : name, value]));
  return createElement(element.tagName.toLowerCase(), { ...attributes, key }, ...[...element.childNodes].map(asReact));
}

/** What a fixture puts in as text or as HTML. */
export function content({ text, html }: Partial<Text>): ReactNode {
  if (html === undefined) return text;
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map(asReact);
}

/** GOV.UK's modifier at the end of a class name: "l" of govuk-label--l. */
export function modifier<Name extends string | number>(className: string | undefined): Name | undefined {
  const found = className?.match(/--([\w-]+)$/)?.[1];
  return found as Name | undefined;
}

export const caption = ({ text, classes, isPageHeading }: Text) => ({
  text,
  size: modifier<"s" | "m" | "l" | "xl">(classes),
  isPageHeading,
});

/** Tests that our component writes the same HTML as the macro, for each fixture named. */
export function conforms<Options>({ component, fixtures, ignoredAttributes, render }: Conformance<Options>) {
  describe(`${component} is as GOV.UK Frontend writes it`, () => {
    const all = fixturesOf(component);
    test.each(fixtures)("%s", (name) => {
      const fixture = all.find((candidate) => candidate.name === name);
      if (!fixture) throw new Error(`govuk-frontend has no fixture of ${component} named "${name}"`);
      const ours = renderToStaticMarkup(render(fixture.options as Options));
      expect(outline(ours, ignoredAttributes)).toBe(outline(fixture.html));
    });
  });
}
