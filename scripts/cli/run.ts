// Answers: what does a command line say, and with which exit code? 0 ok, 1 data issues, 2 usage or an unknown name.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { issueText } from "../../src/model/issue.ts";
import { didYouMean } from "../../src/model/nearest.ts";
import { CITE_USAGE, citeCommand } from "./cite-command.ts";
import { EXPORT_OPTIONS, EXPORT_USAGE, exportCommand } from "./export-command.ts";
import { type LoadResult, load } from "./load.ts";
import { type Output, refused } from "./output.ts";
import { QUERY_COMMANDS } from "./query-commands.ts";
import { QUERY_OPTIONS, UsageError } from "./query-options.ts";
import { check, search, show, stats } from "./record-commands.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Commands that may write a file. */
const WRITERS = new Map([
  ["export", exportCommand],
  ["cite", citeCommand],
]);
const COMMANDS = ["check", "stats", "show", "search", ...WRITERS.keys(), ...QUERY_COMMANDS.keys()];

const USAGE = `usage: npm run -s entente -- <command> [options]
  check                              validate the data; exit 1 when an issue is an error
  stats                              counts by kind, type, status, modality and source
  show <actor|relation|claim|source> everything recorded about it, with its evidence
  search <text>                      actors and sources by name, alias or other script
  contradictions                     where sources disagree, with each other or themselves
  ask [question]                     the answer to a saved question; without a name, the list
  neighbors <actor>                  who is near: --depth N  --direction in|out|both
  paths <actor> <actor>              how they are connected: --k N  --max-hops N  --ranking shortest|best-evidenced
                                     --direction  --must-pass A  --avoid A  --slots  --time flow|simultaneous [--certain]
                                     --all (every simple route, unranked)  --budget N; or --from A … --to B …
  support | opposition <actor>       who supports or opposes it: --depth N  --direction in|out
  enemies-of-enemies <actor>         who shares an opponent with it
  common <actor> <actor> …           neighbors they share
  between <actor> <actor>            relations between them, or between --from A … and --to B …
  impact <source> …                  what falls without it; with --from and --to, whether a route still holds
  sources                            what rests on each source, and on it alone
  ${EXPORT_USAGE}
  ${CITE_USAGE}
  coverage [actor] …                 claims about each actor, or about the --top N best covered:
                                     --by event|publication|source
  measures                           ties, betweenness, articulation actors and bridges: --top N
filters: --type t,…  --layer supportive,…  --min-status s  --modality m,…|all  --opinions  --denials
         --source-off S  --source-only S  --known-on DATE  --valid DATE|FROM/TO  --undated lenient|strict
options: --json  --data DIR|FILE (default: graph-data; a FILE is one of export --format json or cyjs)`;

/** Where the answer and what is wrong go, a text without its last line end at a time. Files and streams are written past it. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** `argv` without the program's own name. Gives the exit code. */
export function runCommandLine(argv: readonly string[], terminal: Terminal): number {
  const usage = (problem: string): number => {
    terminal.err(`${problem}\n${USAGE}`);
    return 2;
  };
  const print = (output: Output, json: boolean): number => {
    if (output.error !== undefined) terminal.err(output.error);
    else if (output.silent !== true) terminal.out(json ? JSON.stringify(output.json, null, 2) : output.text);
    return output.code;
  };
  let parsed: ReturnType<typeof parseOptions>;
  try {
    parsed = parseOptions(argv);
  } catch (error) {
    return usage(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
  const { values, positionals } = parsed;
  const [command, ...words] = positionals;
  if (values.help === true) {
    terminal.out(USAGE);
    return 0;
  }
  if (command === undefined) return usage("Name a command.");
  if (!COMMANDS.includes(command))
    return usage(`Unknown command \`${command}\`; ${didYouMean(command, COMMANDS) ?? "see the usage."}`);
  const dir = values.data ?? join(ROOT, "graph-data");
  if (!existsSync(dir)) return usage(`No folder ${dir}. Give a data folder with --data DIR.`);
  const result = load(dir);
  const json = values.json === true;
  if (command === "check") return print(check(result.issues, result.files), json);
  if (result.loaded === undefined) {
    for (const found of result.issues) terminal.err(issueText(found));
    terminal.err("The data has issues; see above.");
    return 1;
  }
  return print(answer(command, words, values, result), json);
}

function answer(
  command: string,
  words: readonly string[],
  values: ReturnType<typeof parseOptions>["values"],
  { loaded, placed }: LoadResult,
): Output {
  if (loaded === undefined || placed === undefined) throw new Error("nothing is loaded");
  const text = words.join(" ");
  if (command === "stats") return stats(loaded);
  const query = QUERY_COMMANDS.get(command);
  const writer = WRITERS.get(command);
  if (query !== undefined || writer !== undefined) {
    try {
      return query?.(loaded, words, values) ?? writer?.(loaded, placed, words, values) ?? refused(command);
    } catch (error) {
      if (error instanceof UsageError) return refused(error.message);
      throw error;
    }
  }
  if (text === "") return refused(`\`${command}\` needs a name, an id or a text.`);
  return command === "show" ? show(loaded, text) : search(loaded, text);
}

function parseOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      data: { type: "string" },
      ...QUERY_OPTIONS,
      ...EXPORT_OPTIONS,
    },
  });
}
