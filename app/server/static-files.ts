import express, { type RequestHandler } from "express";

const CLIENT = new URL("../client/", import.meta.url).pathname;

/** Built files: those under /assets carry their content's hash in their name and never change. */
export function serveStaticFiles(): RequestHandler {
  const files = express.Router();
  files.use("/assets", express.static(`${CLIENT}assets`, { immutable: true, maxAge: "1y", index: false }));
  files.use("/assets", (_, res) => void res.status(404).type("text").send("Not found"));
  files.use(express.static(CLIENT, { maxAge: "1h", index: false, redirect: false }));
  return files;
}
