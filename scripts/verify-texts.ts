// Answers: npm run data:verify -- --texts DIR [--data DIR], and with --coverage, npm run data:coverage. Exit codes: 0 ok, 1 issues, 2 usage.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkTextRates } from "../src/graph/expectations.ts";
import { issueText } from "../src/model/issue.ts";
import { countText } from "../src/model/text.ts";
import { issuesWithPlaces, readData } from "./read-data.ts";
import { checkAgainstTexts, type SentenceUse, sentenceUses, sourceTexts, textRates } from "./source-texts.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const USAGE =
  "usage: npm run data:verify -- --texts DIR [--data DIR]\n       npm run data:coverage -- --texts DIR [--data DIR] [--json]";

function main(argv: readonly string[]): number {
  let values: { texts?: string; data?: string; coverage?: boolean; json?: boolean };
  try {
    const options = {
      texts: { type: "string" },
      data: { type: "string" },
      coverage: { type: "boolean" },
      json: { type: "boolean" },
    } as const;
    ({ values } = parseArgs({ args: [...argv], options }));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const dir = values.data ?? join(ROOT, "graph-data");
  for (const [name, path] of [
    ["--texts", values.texts],
    ["--data", dir],
  ] as const)
    if (path === undefined || !existsSync(path)) {
      console.error(`${path === undefined ? `Give ${name} DIR.` : `No folder ${path}.`}\n${USAGE}`);
      return 2;
    }
  const read = readData(dir);
  if (read.dataset === undefined) {
    for (const found of read.issues) console.error(issueText(found));
    return 1;
  }
  const texts = sourceTexts(read.dataset, values.texts ?? "");
  if (values.coverage === true) return printCoverage(sentenceUses(texts), values.json === true);
  const found = checkAgainstTexts(read.dataset, texts);
  const rates = textRates(texts, found);
  const issues = issuesWithPlaces(dir, [...found, ...checkTextRates(rates, read.expectations)]);
  for (const each of issues) console.log(issueText(each));
  const claims = texts.reduce((sum, t) => sum + t.source.claims.length, 0);
  console.log(
    `${countText(texts.length, "source")} with texts, ${countText(claims, "claim")}, ${countText(issues.length, "issue")}; locators ${rates.locator} %, anchors ${rates.anchor} %, dates accounted for ${rates.date} %, speakers ${rates.speaker} %`,
  );
  return issues.length === 0 ? 0 : 1;
}

function printCoverage(uses: readonly SentenceUse[], isJson: boolean): number {
  const open = uses.filter((use) => use.claims.length === 0 && use.skipped === undefined);
  if (isJson)
    console.log(
      JSON.stringify(
        uses.map(({ text: _, ...use }) => use),
        null,
        2,
      ),
    );
  else {
    for (const use of uses) {
      const account = use.claims.length > 0 ? use.claims.join(" ") : (use.skipped ?? "UNACCOUNTED");
      console.log(`${use.source} [${use.number}] ¶${use.para}  ${account}\n    ${use.text}`);
    }
    const cited = uses.filter((use) => use.claims.length > 0).length;
    console.log(
      `${countText(uses.length, "sentence")}: ${cited} cited, ${uses.length - cited - open.length} skipped with a reason, ${open.length} unaccounted for`,
    );
  }
  return open.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
