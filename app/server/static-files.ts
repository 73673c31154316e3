import { join } from "node:path";
import express, { type RequestHandler } from "express";
import { clientFolder } from "#app/services/client-folder.server.ts";

/** Built files: those under /assets carry their content's hash in their name and never change. */
export function serveStaticFiles(): RequestHandler {
  const client = clientFolder();
  const files = express.Router();
  files.use("/assets", express.static(join(client, "assets"), { immutable: true, maxAge: "1y", index: false }));
  files.use("/assets", (_, res) => void res.status(404).type("text").send("Not found"));
  files.use(express.static(client, { maxAge: "1h", index: false, redirect: false }));
  // A page has no dot in its address: the disk is not asked for it, and it does not wait for a router that has nothing for it.
  return (req, res, next) => (/^\/assets|\./.test(req.path) ? files(req, res, next) : next());
}
