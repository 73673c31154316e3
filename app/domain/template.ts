const FIELD = /\{([^{}]*)\}/g;

/** The fields that a template names, each once. */
const fieldsIn = (template: string): string[] => [...new Set([...template.matchAll(FIELD)].map(([, name]) => name ?? ""))];

/** The fields a template names that there are none of. */
export function unknownFields(template: string, known: readonly string[]): string[] {
  return fieldsIn(template).filter((name) => !known.includes(name));
}

/** A template with its fields filled in. What is filled in is never read as a template; an unknown field stays as it is written. */
export function fillTemplate(template: string, fields: Readonly<Record<string, string>>): string {
  return template.replace(FIELD, (written, name: string) => (Object.hasOwn(fields, name) ? (fields[name] ?? "") : written));
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
const linked = (text: string) => text.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

/** An email's text as simple HTML: paragraphs, lines and links. It is read in mail programs, which know little more. */
export function simpleHtml(text: string, { title, language }: { title: string; language: string }): string {
  const paragraphs = text.split(/\n{2,}/).map((lines) => `<p>${linked(escaped(lines)).replaceAll("\n", "<br>")}</p>`);
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title>`;
  const style = "font: 16px/1.5 Arial, sans-serif; color: #0b0c0c; max-width: 600px";
  return `<!doctype html><html lang="${escaped(language)}"><head>${head}</head><body style="${style}">${paragraphs.join("")}</body></html>`;
}
