// Answers: how is an extract written as one HTML file that opens from disk: figure, dossier, data, a little to click, nothing fetched?
import { REPORT_SCRIPT, REPORT_STYLE, SCRIPT_HASH, STYLE_HASH } from "../../view/report-page.ts";
import type { Extract } from "../extract.ts";
import { svgPieces } from "../figure/svg.ts";
import { jsonTextOf } from "../formats/json.ts";
import type { Stamp } from "../stamp.ts";
import { chunked, xmlText } from "../text.ts";
import { type Block, documentOf } from "./blocks.ts";

/** Larger drawings say nothing; the dossier still has everything. */
const MOST_DRAWN = 400;

export function reportOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  const policy = `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  yield `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  yield `<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`;
  yield `<title>${xmlText(`${stamp.dataset.title}: ${stamp.scope}`)}</title>\n<style>${REPORT_STYLE}</style>\n</head>\n<body>\n<main>\n`;
  const writer = createHtmlWriter();
  for (const block of documentOf(extract, stamp)) {
    yield writer.write(block);
    if (block.kind !== "heading" || block.level !== 1) continue;
    if (extract.actors.length > MOST_DRAWN)
      yield `<p>The figure is left out: ${extract.actors.length} actors are more than ${MOST_DRAWN}.</p>\n`;
    else yield* svgPieces(extract, stamp);
    yield '<p><label>Only relations with these words: <input id="find" type="search"></label></p>\n<p id="shown" role="status"></p>\n';
  }
  yield writer.end();
  yield '</main>\n<script type="application/json" id="data">';
  // `<` would let a label end the element or begin a comment.
  for (const piece of jsonTextOf(extract, stamp)) yield piece.replaceAll("<", "\\u003c");
  yield `</script>\n<script>${REPORT_SCRIPT}</script>\n</body>\n</html>\n`;
}

/** Lists and sections open and close as blocks come; an item ends where the next begins, so that a deeper list stands within it. */
function createHtmlWriter() {
  let depth = 0;
  let isInSection = false;
  const toDepth = (wanted: number): string => {
    let html = "";
    for (; depth < wanted; depth++) html += "<ul>";
    for (; depth > wanted; depth--) html += "</ul>";
    return html;
  };
  const close = (): string => {
    const html = `${toDepth(0)}${isInSection ? "</section>\n" : ""}`;
    isInSection = false;
    return html;
  };
  return {
    write(block: Block): string {
      const words = wordsOf(block);
      const at = block.id === undefined ? "" : ` id="${xmlText(`about-${block.id}`)}"`;
      if (block.kind === "item") return `${toDepth(block.level)}<li${at}>${words}\n`;
      if (block.kind === "text") return `${toDepth(0)}<p>${words}</p>\n`;
      const closed = close();
      const isRelation = block.id?.startsWith("e_") === true;
      isInSection = isRelation;
      const open = isRelation ? `<section class="relation" tabindex="-1"${at}>\n` : "";
      return `${closed}${open}<h${block.level}>${words}</h${block.level}>\n`;
    },
    end: close,
  };
}

function wordsOf({ text, id, ref, url }: Block): string {
  const words = url === undefined ? xmlText(text) : `<a href="${xmlText(url)}" rel="noopener noreferrer">${xmlText(text)}</a>`;
  const own = id === undefined ? "" : ` <code>${xmlText(id)}</code>`;
  return `<bdi>${words}</bdi>${own}${ref === undefined ? "" : ` <a href="#${xmlText(`about-${ref}`)}"><code>${xmlText(ref)}</code></a>`}`;
}
