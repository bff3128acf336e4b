// Answers: how is a document written as Markdown? Source: CommonMark 0.31.
import type { Extract } from "../extract.ts";
import type { Stamp } from "../stamp.ts";
import { chunked, writable } from "../text.ts";
import { type Block, documentOf } from "./blocks.ts";

export function markdownOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  let last: Block["kind"] | undefined;
  for (const block of documentOf(extract, stamp)) {
    const gap = last === undefined || (last === "item" && block.kind === "item") ? "" : "\n";
    yield `${gap}${lineOf(block)}\n`;
    last = block.kind;
  }
}

function lineOf({ kind, level, text, id, ref, url }: Block): string {
  const words = escaped(text);
  const ids = [id, ref].filter((t) => t !== undefined).map((t) => ` \`${t}\``);
  const line = `${words}${ids.join("")}${url === undefined ? "" : ` <${url}>`}`;
  if (kind === "heading") return `${"#".repeat(level)} ${line}`;
  return kind === "item" ? `${"  ".repeat(level - 1)}- ${line}` : line;
}

/** One line, in which nothing is a mark: no HTML, link, emphasis, entity, list or heading begins. */
function escaped(text: string): string {
  const line = writable(text).replace(/\s+/g, " ").trim();
  return line
    .replace(/[\\`*_[\]<>#&!|~$]/g, (c) => `\\${c}`)
    .replace(/^([+-]|\d+[.)])/, (lead) => `${lead.slice(0, -1)}\\${lead.slice(-1)}`);
}
