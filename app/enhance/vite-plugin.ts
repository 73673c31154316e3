import { createHash } from "node:crypto";
import { build } from "esbuild";
import type { Plugin, ResolvedConfig } from "vite";

const SOURCE = "app/enhance/enhance.ts";
const MODULE = "virtual:enhance";
const RESOLVED = `\0${MODULE}`;

/** The enhancement script as one file, named by its content: both builds come to the same name. */
async function bundle(root: string) {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2020",
    legalComments: "none",
  });
  const source = outputFiles.map(({ text }) => text).join("");
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  return { fileName: `assets/enhance-${hash}.js`, source };
}

/**
 * Builds the enhancement script beside the app, which builds only routes, and tells the server its address as
 * `virtual:enhance`.
 */
export function enhancement(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "enhancement",
    configResolved(resolved) {
      config = resolved;
    },
    async buildStart() {
      if (config.command === "build" && !config.build.ssr) this.emitFile({ type: "asset", ...(await bundle(config.root)) });
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { fileName } = await bundle(config.root);
      return `export default ${JSON.stringify(config.base + fileName)};`;
    },
    configureServer({ middlewares }) {
      // Whatever hash is asked for: in development the page is always given the script as it is now.
      middlewares.use(async (req, res, next) => {
        if (!/^\/assets\/enhance-\w+\.js$/.test(req.url ?? "")) return next();
        const { source } = await bundle(config.root);
        res.setHeader("Content-Type", "text/javascript").setHeader("Cache-Control", "no-store").end(source);
      });
    },
  };
}
