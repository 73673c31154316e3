import type { ErrorRequestHandler } from "express";
import { inLanguage } from "#app/domain/localised.ts";
import { wordsFor } from "#app/languages/languages.ts";
import type { Service } from "./service.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");

/** The last resort, where not even the page of a fault could be drawn: plain words and the phone number, never a stack trace. */
export function answerFaults({ site: { landlord } }: Service): ErrorRequestHandler {
  const language = landlord.languages[0] ?? "en";
  const { errorPages, contact } = wordsFor(language);
  const { title, text } = errorPages.fault;
  const call = `${inLanguage(landlord.name, language)}. ${contact.call} ${landlord.phone}`;
  const [heading, ...paragraphs] = [title, ...text, call].map(escaped);
  const body = `<h1>${heading}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join("")}`;
  const page = `<!DOCTYPE html><html lang="${language}"><meta charset="utf-8"><title>${heading}</title>${body}</html>`;
  return (error, req, res, _next) => {
    req.log.error(error);
    if (res.headersSent) req.socket.destroy();
    else res.status(500).type("html").send(page);
  };
}
