// Answers: npm run -s entente -- <command>. Exit codes: 0 ok, 1 data issues, 2 usage or an unknown name.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DIRECTIONS, type Direction } from "../src/graph/neighborhood.ts";
import { issueText } from "../src/model/issue.ts";
import { didYouMean } from "../src/model/nearest.ts";
import { check, neighbors, type Output, search, show, stats } from "./commands.ts";
import { type Compiled, compileGraph } from "./compile.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COMMANDS = ["check", "stats", "show", "search", "neighbors"] as const;

const USAGE = `usage: npm run -s entente -- <command> [options]
  check                              validate the data; exit 1 when an issue is an error
  stats                              counts by kind, type, status, modality and source
  show <actor|relation|claim|source> everything recorded about it, with its evidence
  search <text>                      actors and sources by name, alias or other script
  neighbors <actor>                  who is near: --depth N  --direction in|out|both  --type t,…
options: --json  --data DIR (default: graph-data)`;

function main(argv: readonly string[]): number {
  let parsed: ReturnType<typeof parseOptions>;
  try {
    parsed = parseOptions(argv);
  } catch (error) {
    return usage(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
  const { values, positionals } = parsed;
  const [command, ...words] = positionals;
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  if (command === undefined) return usage("Name a command.");
  if (!(COMMANDS as readonly string[]).includes(command))
    return usage(`Unknown command \`${command}\`; ${didYouMean(command, COMMANDS) ?? "see the usage."}`);
  const dir = values.data ?? join(ROOT, "graph-data");
  if (!existsSync(dir)) return usage(`No folder ${dir}. Give a data folder with --data DIR.`);
  const result = compileGraph(dir, { cacheDir: join(ROOT, "node_modules/.cache/entente/yaml") });
  const json = values.json === true;
  if (command === "check") return print(check(result.issues, result.read.files), json);
  if (result.compiled === undefined) {
    for (const found of result.issues) console.error(issueText(found));
    console.error("The data has issues; see above.");
    return 1;
  }
  return print(answer(command, words.join(" "), values, result.compiled), json);
}

function answer(command: string, text: string, values: ReturnType<typeof parseOptions>["values"], compiled: Compiled): Output {
  if (command === "stats") return stats(compiled);
  if (text === "") return { code: 2, json: undefined, text: "", error: `\`${command}\` needs a name, an id or a text.` };
  if (command === "show") return show(compiled, text);
  if (command === "search") return search(compiled, text);
  const depth = Number(values.depth ?? "1");
  const direction = (values.direction ?? "both") as Direction;
  if (!Number.isInteger(depth) || depth < 1)
    return { code: 2, json: undefined, text: "", error: `--depth takes a whole number from 1, not \`${values.depth}\`.` };
  if (!DIRECTIONS.includes(direction))
    return { code: 2, json: undefined, text: "", error: `--direction takes in, out or both, not \`${direction}\`.` };
  return neighbors(compiled, text, { depth, direction, types: values.type?.split(",") });
}

function parseOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      data: { type: "string" },
      depth: { type: "string" },
      direction: { type: "string" },
      type: { type: "string" },
    },
  });
}

function print(output: Output, json: boolean): number {
  if (output.error !== undefined) console.error(output.error);
  else console.log(json ? JSON.stringify(output.json, null, 2) : output.text);
  return output.code;
}

function usage(problem: string): number {
  console.error(`${problem}\n${USAGE}`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
