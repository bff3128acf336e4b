import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "../../scripts/cli/run.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `entente` with these words, as a person would. */
export function entente(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const words = ["node_modules/tsx/dist/cli.mjs", "scripts/cli/cli.ts", ...args];
    execFile(process.execPath, words, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

/** What it answers as JSON. */
export async function ententeJson(...args: string[]) {
  const { out, err } = await entente(...args, "--json");
  if (out === "") throw new Error(err);
  return JSON.parse(out);
}

/** The same without a process of its own, in a tenth of the time: for commands that write no file and no stream. */
export async function asked(...args: string[]): Promise<Ran> {
  const said = { out: "", err: "" };
  const code = runCommandLine(args, {
    out: (text) => {
      said.out += `${text}\n`;
    },
    err: (text) => {
      said.err += `${text}\n`;
    },
  });
  return { code, ...said };
}

/** What it answers as JSON. */
export async function askedJson(...args: string[]) {
  const { out, err } = await asked(...args, "--json");
  if (out === "") throw new Error(err);
  return JSON.parse(out);
}
