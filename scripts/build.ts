// Answers: npm run build. Compiles the data, bundles the page into dist/, and holds the start to its size budget.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle } from "vite";
import { build } from "./build-graph.ts";

/** JavaScript fetched without the reader doing anything, gzip. */
export const START_BUDGET_KB = 350;
const ROOT = fileURLToPath(new URL("..", import.meta.url));

const ok = build({
  dataDir: join(ROOT, "graph-data"),
  outDir: join(ROOT, "public"),
  cacheDir: join(ROOT, "node_modules/.cache/entente"),
});
if (!ok) process.exit(1);
await bundle({ root: ROOT, logLevel: "warn" });

const html = readFileSync(join(ROOT, "dist/index.html"), "utf8");
const assets = readdirSync(join(ROOT, "dist/assets"));
const scripts = assets.filter((name) => name.endsWith(".js"));
const kbOf = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(ROOT, "dist/assets", name))).length, 0) / 1000;
const unasked = /^(?:panels|TimelineStrip)-/;
const kb = kbOf(scripts.filter((name) => html.includes(name) || unasked.test(name)));
const later = kbOf(scripts) - kb;
const first = kbOf(scripts.filter((name) => html.includes(`src="./assets/${name}"`)));
const live = kbOf(scripts.filter((name) => html.includes(name)));
console.log(
  `dist/ built; JavaScript ${kb.toFixed(1)} kB gzip of ${START_BUDGET_KB} kB, ${first.toFixed(1)} kB of it before the graph is painted, ${live.toFixed(1)} kB before it is live; ${later.toFixed(1)} kB more when asked for`,
);
if (kb > START_BUDGET_KB) {
  console.error(`The page's start is over its budget of ${START_BUDGET_KB} kB.`);
  process.exit(1);
}
