// Answers: in which formats can an extract be taken away, and how does a file of each come about?
import { markdownOf } from "./dossier/markdown.ts";
import { reportOf } from "./dossier/report.ts";
import type { Extract } from "./extract.ts";
import { svgFileOf } from "./figure/svg.ts";
import { csvZipOf } from "./formats/csv.ts";
import { cyjsOf } from "./formats/cyjs.ts";
import { cypherOf } from "./formats/cypher.ts";
import { dotOf } from "./formats/dot.ts";
import { followTheMoneyOf } from "./formats/followthemoney.ts";
import { gexfOf } from "./formats/gexf.ts";
import { graphmlOf } from "./formats/graphml.ts";
import { jsonOf } from "./formats/json.ts";
import { jsonLdOf } from "./rdf/json-ld.ts";
import { trigOf } from "./rdf/trig.ts";
import { fileNameOf, type Stamp, stampOf } from "./stamp.ts";
import { stixOf } from "./stix/bundle.ts";

export interface ExportFormat {
  /** On the command line, in stamps and links. */
  readonly name: string;
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Text formats can go to a terminal. */
  readonly isText: boolean;
  /** In pieces, so that a file of any size is never held as one string. */
  readonly write: (extract: Extract, stamp: Stamp) => Iterable<string | Uint8Array>;
}

const text = (
  name: string,
  label: string,
  extension: string,
  mediaType: string,
  write: (extract: Extract, stamp: Stamp) => Iterable<string>,
): ExportFormat => ({ name, label, extension, mediaType, isText: true, write });

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  text("json", "Entente snapshot (lossless, opens again)", "json", "application/json", jsonOf),
  text("cyjs", "Cytoscape (lossless, opens again)", "cyjs", "application/json", cyjsOf),
  text("graphml", "GraphML", "graphml", "application/graphml+xml", graphmlOf),
  text("gexf", "GEXF 1.3", "gexf", "application/gexf+xml", (e, s) => gexfOf(e, s, "1.3")),
  text("gexf-1.2draft", "GEXF 1.2draft, for older readers", "gexf", "application/gexf+xml", (e, s) => gexfOf(e, s, "1.2draft")),
  {
    name: "csv",
    label: "Tables (CSV in a ZIP; no cell runs as a formula)",
    extension: "csv.zip",
    mediaType: "application/zip",
    isText: false,
    write: (e, s) => csvZipOf(e, s),
  },
  {
    name: "csv-raw",
    label: "Tables as they are (CSV in a ZIP; not for spreadsheets)",
    extension: "raw.csv.zip",
    mediaType: "application/zip",
    isText: false,
    write: (e, s) => csvZipOf(e, s, { raw: true }),
  },
  text("dot", "Graphviz DOT", "dot", "text/vnd.graphviz", dotOf),
  text("svg", "Figure (SVG): drawing, legend, stamp; every label as text", "svg", "image/svg+xml", (e, s) => svgFileOf(e, s)),
  text("svg-transparent", "Figure (SVG) without a ground", "svg", "image/svg+xml", (e, s) =>
    svgFileOf(e, s, { transparent: true }),
  ),
  text("markdown", "Dossier (Markdown): routes, relations, who says so, sources", "md", "text/markdown", markdownOf),
  text("html", "Report (one HTML file): figure, dossier, data; opens from disk", "html", "text/html", reportOf),
  text("stix", "STIX 2.1 bundle", "stix.json", "application/stix+json;version=2.1", stixOf),
  text("ftm", "FollowTheMoney entities, one a line", "ftm.json", "application/x-ndjson", followTheMoneyOf),
  text("jsonld", "RDF (JSON-LD): the same statements", "jsonld", "application/ld+json", jsonLdOf),
  text("trig", "RDF (TriG): one nanopublication a claim", "trig", "application/trig", trigOf),
  text("cypher", "Cypher script", "cypher", "text/plain", cypherOf),
];

export function findFormat(name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.name === name);
}

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly stamp: Stamp;
  readonly pieces: Iterable<string | Uint8Array>;
}

/** Name, stamp and content of the file; same extract, format and tool, same bytes. `tool` is name and version of the program. */
export function exportFileOf(extract: Extract, format: ExportFormat, tool: string): ExportFile {
  const stamp = stampOf(extract, { format: format.name, tool });
  return {
    name: fileNameOf(stamp, extract, format.extension),
    mediaType: format.mediaType,
    stamp,
    pieces: format.write(extract, stamp),
  };
}
