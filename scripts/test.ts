// Answers: npm test. Types, lint, data, then every test; the test runner's summary comes last. Further words go to the test runner.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, installChromium } from "./browser.ts";
import { installReaders, missingReaders } from "./readers.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const TEXTS = join(ROOT, "..", "shared", "sources");

function run(title: string, args: readonly string[]): void {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) {
    console.error(`\n${title} failed.`);
    process.exit(1);
  }
}

const bin = (name: string): string => `node_modules/${name}`;

if (findChromium() === undefined && !installChromium()) {
  const given = process.env.CHROMIUM_PATH;
  console.error(
    given
      ? `CHROMIUM_PATH names no file: ${given}`
      : "The browser tests need a Chromium: install one (Debian: apt-get install chromium; others: npx playwright-core install chromium) or set CHROMIUM_PATH.",
  );
  process.exit(1);
}
installReaders(missingReaders());
for (const { name, package: from } of missingReaders())
  console.log(`— ${name} is not there (${from}): the checks that read exports with it are skipped`);
for (const project of ["core", "page", "node"])
  run(`types (${project})`, [bin("typescript/bin/tsc"), "-p", `tsconfig.${project}.json`]);
run("lint and format", [bin("@biomejs/biome/bin/biome"), "check"]);
run("data is canonical", [bin("tsx/dist/cli.mjs"), "scripts/format-data.ts", "--check"]);
if (existsSync(TEXTS))
  run("data fits the texts of its sources", [bin("tsx/dist/cli.mjs"), "scripts/verify-texts.ts", "--texts", TEXTS]);
else console.log(`\n— the texts of the sources are not at ${TEXTS}: locators, anchors and wording are not checked against them`);
run("build", [bin("tsx/dist/cli.mjs"), "scripts/build.ts"]);
const words = process.argv.slice(2);
if (words.includes("--all")) process.env.ENTENTE_TESTS = "all";
run("tests", [bin("vitest/vitest.mjs"), "run", ...words.filter((word) => word !== "--all")]);
