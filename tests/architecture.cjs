/** Who may import whom; a folder missing here may import nothing of ours. */
const may = {
  "app/domain": [],
  "app/languages": ["app/domain"],
  "app/journeys": ["app/domain", "app/languages"],
  db: ["app/domain"],
  "app/services": ["app/domain", "app/journeys", "app/languages", "db"],
  "app/web": ["app/domain", "app/services", "app/languages"],
  "app/components": [],
  "app/features": ["app/components", "app/domain", "app/languages"],
  "app/routes": ["app/domain", "app/journeys", "app/services", "app/web", "app/features", "app/components", "app/languages"],
  "app/server": ["app/domain", "app/services", "app/web", "app/languages"],
  "app/enhance": [],
};

const folders = (list) => list.map((folder) => `^${folder}/`);
const layers = Object.entries(may).map(([from, to]) => ({
  name: `${from.replace("app/", "")}-imports`,
  severity: "error",
  from: { path: `^${from}/` },
  to: { path: "^(app|db)/", pathNot: folders([from, ...to]) },
}));

const unknownFolder = {
  name: "unknown-folder",
  severity: "error",
  from: { path: "^app/[^/]+/", pathNot: folders(Object.keys(may)) },
  to: { path: "^(app|db)/" },
};

/** Rules and journeys know no input or output: only these libraries, which have none either. */
const pure = {
  name: "pure",
  severity: "error",
  from: { path: "^app/(domain|journeys|languages)/" },
  to: { pathNot: ["^app/(domain|journeys|languages)/", "node_modules/(date-fns|@date-fns|zod|libphonenumber-js|postcode)/"] },
};

module.exports = {
  forbidden: [
    ...layers,
    unknownFolder,
    pure,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types"] },
  },
};
