// Answers: which independent programs can read our exports in the tests, and which are missing?
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Readers from the npm registry stand apart: not every platform has a binary of them, which a lock file may not know. */
const NPM_READERS = join(ROOT, "node_modules/.cache/entente/readers");

/** Debian's own interpreter sees Debian's modules; another on the path may not. */
export const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

export interface Reader {
  readonly name: string;
  readonly package: string;
  readonly from: "debian" | "npm";
  readonly isThere: () => boolean;
}

const runs =
  (command: string, ...args: string[]) =>
  (): boolean =>
    spawnSync(command, args, { stdio: "ignore" }).status === 0;
const imports = (module: string) => runs(PYTHON, "-c", `import ${module}`);
const debian = (name: string, packageName: string, isThere: () => boolean): Reader => ({
  name,
  package: packageName,
  from: "debian",
  isThere,
});

export const READERS = {
  networkx: debian("networkx", "python3-networkx", imports("networkx")),
  igraph: debian("igraph", "python3-igraph", imports("igraph")),
  rdflib: debian("rdflib", "python3-rdflib", imports("rdflib")),
  rapper: debian("rapper", "raptor2-utils", runs("rapper", "--version")),
  graphviz: debian("dot, graphml2gv", "graphviz", runs("dot", "-V")),
  xmllint: debian("xmllint", "libxml2-utils", runs("xmllint", "--version")),
  rsvg: debian("rsvg-convert", "librsvg2-bin", runs("rsvg-convert", "--version")),
  poppler: debian("pdftotext", "poppler-utils", runs("pdftotext", "-v")),
  grafeo: { name: "Grafeo (Cypher)", package: "@grafeo-db/js@0.6.0", from: "npm", isThere: () => grafeoPath() !== undefined },
} as const satisfies Readonly<Record<string, Reader>>;
export type ReaderName = keyof typeof READERS;

/** Of the graph database's module; undefined when it is not installed. */
export function grafeoPath(): string | undefined {
  try {
    return createRequire(join(NPM_READERS, "package.json")).resolve("@grafeo-db/js");
  } catch {
    return undefined;
  }
}

export function missingReaders(): Reader[] {
  return Object.values(READERS).filter((reader) => !reader.isThere());
}

/** Debian's as root on Debian, npm's always; what cannot be had stays missing. */
export function installReaders(readers: readonly Reader[]): void {
  const named = (from: Reader["from"]): string[] => readers.filter((r) => r.from === from).map((r) => r.package);
  const stdio = ["ignore", "ignore", "inherit"] as const;
  const attempt = (command: string, args: readonly string[]): void => {
    try {
      execFileSync(command, [...args], { stdio: [...stdio], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    } catch {
      // The tests name what is missing.
    }
  };
  const isDebianRoot = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (named("debian").length > 0 && isDebianRoot) {
    attempt("apt-get", ["update", "-qq"]);
    attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...named("debian")]);
  }
  if (named("npm").length > 0) attempt("npm", ["install", "--prefix", NPM_READERS, "--no-audit", "--no-fund", ...named("npm")]);
}
