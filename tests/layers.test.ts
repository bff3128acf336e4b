import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MAX_LINES = 420;
const CORE = ["src/model", "src/graph", "src/engine", "src/export", "src/state"];

interface Rule {
  readonly folders: readonly string[];
  /** Package names; `@scope/*` and `node:*` stand for all of them. */
  readonly packages: readonly string[];
  /** Packages only these files of the layer may import. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

/** The import table of architecture.md. Every layer may import itself. */
const TABLE: Readonly<Record<string, Rule>> = {
  "src/model": { folders: [], packages: ["edtf"], only: { zod: ["src/model/schemas.ts", "src/model/parse.ts"] } },
  "src/graph": { folders: ["src/model"], packages: ["graphology", "graphology-metrics", "minisearch", "tinyqueue"] },
  "src/engine": { folders: ["src/model", "src/graph"], packages: [] },
  "src/export": { folders: ["src/model", "src/graph", "src/state", "src/view"], packages: ["fflate", "js-sha1"] },
  "src/state": { folders: ["src/model", "src/graph"], packages: ["zustand"] },
  "src/view": { folders: ["src/model", "src/graph"], packages: ["cytoscape"] },
  "src/ui": {
    folders: ["src/model", "src/graph", "src/engine", "src/export", "src/state", "src/view"],
    packages: ["@mantine/*", "@tabler/icons-react", "@tanstack/react-virtual", "react", "react-dom", "zustand"],
  },
  scripts: {
    folders: ["src/model", "src/graph", "src/engine", "src/export", "src/state", "src/view"],
    packages: ["node:*", "yaml", "cytoscape", "cytoscape-fcose", "vite", "zod", "playwright-core"],
  },
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .sort();
  } catch {
    return [];
  }
}

/** Import targets of a text: packages as they are, relative ones as paths from the root. */
function importsOf(file: string, text: string): Import[] {
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm),
  ];
  return found.map(([, type, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? "";
    return { file, target: target.startsWith(".") ? join(dirname(file), target) : target, isTypeOnly: type !== undefined };
  });
}

function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

function layerOf(file: string): string | undefined {
  return Object.keys(TABLE).find((folder) => file.startsWith(`${folder}/`));
}

/** Why the import breaks the table; undefined when it does not. */
function faultOf({ file, target }: Import): string | undefined {
  const layer = layerOf(file);
  const rule = layer === undefined ? undefined : TABLE[layer];
  if (layer === undefined || rule === undefined) return undefined;
  const fault = `${file} imports ${target}`;
  if (target.startsWith("src/") || target.startsWith("scripts/")) {
    const to = layerOf(target);
    return to !== undefined && (to === layer || rule.folders.includes(to)) ? undefined : fault;
  }
  if (/\.css$/.test(target) && layer === "src/ui") return undefined;
  const name = packageOf(target);
  const isAllowed = rule.packages.some((p) => p === name || (p.endsWith("*") && name.startsWith(p.slice(0, -1))));
  return isAllowed || rule.only?.[name]?.includes(file) === true ? undefined : fault;
}

/** A cycle of files, if there is one. Type-only imports count: they tie files together for the reader just the same. */
function cycleOf(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, Import[]>();
  for (const found of imports) next.set(found.file, [...(next.get(found.file) ?? []), found]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { target } of next.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

const FILES = [...filesIn("src"), ...filesIn("scripts")];
const TEXTS = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
const IMPORTS = FILES.flatMap((file) => importsOf(file, TEXTS.get(file) ?? ""));

describe("the layers", () => {
  it("hold the files this test is about", () => {
    expect(FILES.filter((f) => f.startsWith("src/model/")).length).toBeGreaterThan(5);
    expect(IMPORTS.length).toBeGreaterThan(50);
  });

  it("are all in the table", () => {
    expect(FILES.filter((file) => layerOf(file) === undefined && file !== "src/main.ts")).toEqual([]);
  });

  it("import only what the table of architecture.md lets them", () => {
    expect(IMPORTS.map(faultOf).filter((fault) => fault !== undefined)).toEqual([]);
  });

  it("never import the composition root", () => {
    expect(IMPORTS.filter((i) => i.target === "src/main.ts")).toEqual([]);
  });

  it("have no import cycles", () => {
    expect(cycleOf(IMPORTS)).toBeUndefined();
  });

  it("import files that exist, with their extension", () => {
    const missing = IMPORTS.filter(
      ({ target }) => /^(src|scripts)\//.test(target) && !TEXTS.has(target) && !/\.(css|json|svg)(\?\w+)?$/.test(target),
    );
    expect(missing.map((i) => `${i.file} imports ${i.target}`)).toEqual([]);
  });

  it("have no index barrels and no drawers", () => {
    expect(FILES.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
    expect(FILES.filter((file) => /\/(utils|helpers|common)(\/|\.)/.test(file))).toEqual([]);
  });

  it(`have no file longer than ${MAX_LINES} lines`, () => {
    const long = FILES.map((file) => [file, (TEXTS.get(file) ?? "").trimEnd().split("\n").length] as const).filter(
      ([, n]) => n > MAX_LINES,
    );
    expect(long).toEqual([]);
  });

  it("say in the first line of each core file which question it answers", () => {
    const core = FILES.filter((file) => CORE.some((folder) => file.startsWith(`${folder}/`)));
    expect(core.filter((file) => !/^\/\/ Answers: .{10,}/.test(TEXTS.get(file) ?? ""))).toEqual([]);
  });

  it("keep clock, randomness and the page out of the core", () => {
    const core = FILES.filter((file) => CORE.some((folder) => file.startsWith(`${folder}/`)));
    expect(
      core.filter((file) =>
        /Math\.random\(|Date\.now\(|new Date\(\)|\blocaleCompare\(|\bdocument\.|\bwindow\./.test(TEXTS.get(file) ?? ""),
      ),
    ).toEqual([]);
  });
});

describe("the test of the layers itself", () => {
  const faults = (file: string, text: string) =>
    importsOf(file, text)
      .map(faultOf)
      .filter((f) => f !== undefined);

  it("sees every form of import", () => {
    const text = `import a from "a";\nimport type { B } from "./b.ts";\nimport {\n  c,\n  d,\n} from "../graph/c.ts";\nimport "e.css";\nexport { f } from "@g/h/i";\nconst x = await import("j");\n`;
    expect(importsOf("src/ui/X.tsx", text).map((i) => i.target)).toEqual([
      "a",
      "src/ui/b.ts",
      "src/graph/c.ts",
      "e.css",
      "@g/h/i",
      "j",
    ]);
  });

  it("finds what the table forbids", () => {
    expect(faults("src/model/a.ts", 'import { b } from "../graph/b.ts";')).toHaveLength(1);
    expect(faults("src/model/check.ts", 'import { z } from "zod";')).toHaveLength(1);
    expect(faults("src/model/parse.ts", 'import type { z } from "zod";')).toEqual([]);
    expect(faults("src/state/a.ts", 'import { useState } from "react";')).toHaveLength(1);
    expect(faults("src/ui/A.tsx", 'import cytoscape from "cytoscape";')).toHaveLength(1);
    expect(faults("src/graph/a.ts", 'import { readFileSync } from "node:fs";')).toHaveLength(1);
  });

  it("finds a cycle", () => {
    const edge = (file: string, target: string): Import => ({ file, target, isTypeOnly: false });
    expect(cycleOf([edge("a", "b"), edge("b", "c"), edge("c", "b")])).toEqual(["b", "c", "b"]);
    expect(cycleOf([edge("a", "b"), edge("a", "c"), edge("b", "c")])).toBeUndefined();
  });
});
