import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import { enhancement } from "./app/enhance/vite-plugin.ts";
import remixConfig from "./remix.config.js";

const SERVER_ENTRY = "./app/server/index.ts";
const COMMANDS = "./app/server/commands";

/** The server and each command by name: all are entries of one build, so that production needs no development dependency. */
function entries(): Record<string, string> {
  const commands = readdirSync(COMMANDS).map((file) => [basename(file, ".ts"), `${COMMANDS}/${file}`]);
  return { index: SERVER_ENTRY, ...Object.fromEntries(commands) };
}

/** Puts the Express app in front of Remix: in the build as its entry, in dev as middleware. */
function expressApp(): Plugin {
  return {
    name: "express-app",
    enforce: "post",
    config: (_, { isSsrBuild }) =>
      isSsrBuild ? { build: { rollupOptions: { input: entries(), output: { entryFileNames: "[name].js" } } } } : {},
    // Pages without a framework cannot patch themselves: any change loads them again.
    handleHotUpdate({ server }) {
      server.ws.send({ type: "full-reload" });
    },
    configureServer: {
      order: "pre",
      handler: (vite) => () => {
        vite.middlewares.use(async (req, res, next) => {
          const { app } = await vite.ssrLoadModule(SERVER_ENTRY);
          (await app)(req, res, next);
        });
      },
    },
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), expressApp(), enhancement()],
  build: { assetsInlineLimit: 0, target: "es2022" },
  ssr: { target: "node" },
});
