// Answers: npm run -s data:sentences -- <text file>. Each sentence of a source with the locator a claim needs, ready to paste.
import { existsSync, readFileSync } from "node:fs";
import { sentencesOf } from "./sentences.ts";

const [file] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
  console.error(
    `${file === undefined ? "Name a text file." : `No file ${file}.`}\nusage: npm run -s data:sentences -- <text file>`,
  );
  process.exit(2);
}
for (const { para, chars, anchor, text } of sentencesOf(readFileSync(file, "utf8")))
  console.log(`at: {para: ${para}, chars: [${chars[0]}, ${chars[1]}], anchor: ${anchor}}\n    ${text}`);
