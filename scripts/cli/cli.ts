// Answers: npm run -s entente -- <command>
import { runCommandLine } from "./run.ts";

process.exitCode = runCommandLine(process.argv.slice(2), { out: console.log, err: console.error });
