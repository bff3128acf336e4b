// Answers: how is the built page served with made data, as large as a bench wants them?
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { preview } from "vite";
import "../build.ts";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { writeSnapshot } from "../../src/graph/write-snapshot.ts";
import type { ActorId } from "../../src/model/ids.ts";
import type { Starter } from "../../src/model/records.ts";
import { readData, sha256Hex } from "../read-data.ts";
import type { Served } from "../serve-dist.ts";
import { type MadeSize, madeDataset } from "./made-data.ts";

/** Between neighbors, in layout units. */
const GRID = 150;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface MadePage extends Served {
  readonly graph: EntenteGraph;
  /** In the start view. */
  readonly shown: readonly ActorId[];
}

/** `isShown` says which actors, by their number, the start view shows. */
export async function serveMadePage(size: MadeSize & { readonly isShown: (i: number) => boolean }): Promise<MadePage> {
  const { dataset } = readData(join(ROOT, "graph-data"));
  if (dataset === undefined) throw new Error("graph-data has errors: npm run data:build names them");
  const ids = Array.from({ length: size.actors }, (_, i) => `state/n${i}` as ActorId);
  const columns = Math.ceil(Math.sqrt(size.actors));
  // Scattered, so that hubs are not side by side.
  const positions = new Map(
    ids
      .map((id, i) => [id, (i * 617) % size.actors] as const)
      .map(([id, place]) => [id, { x: (place % columns) * GRID, y: Math.floor(place / columns) * GRID }]),
  );
  const shown = ids.filter((_, i) => size.isShown(i));
  const starter = { id: "made", title: "Made", question: "Made?", actors: shown } as Starter;
  const made = madeDataset(size, dataset.vocabulary, [starter]);
  const starterPositions = new Map([["made", new Map([...positions].filter(([id]) => shown.includes(id)))]]);
  const graph = buildGraph(made, { sha256Hex, positions, starterPositions });
  const root = mkdtempSync(join(tmpdir(), "entente-made-"));
  cpSync(join(ROOT, "dist"), join(root, "dist"), { recursive: true });
  for (const { name, text } of writeSnapshot(graph, orderedClaimsOf(made), sha256Hex)) {
    mkdirSync(dirname(join(root, "dist", name)), { recursive: true });
    writeFileSync(join(root, "dist", name), text);
  }
  const server = await preview({ root, configFile: false, logLevel: "silent", preview: { port: 0, host: "127.0.0.1" } });
  return {
    graph,
    shown,
    url: server.resolvedUrls?.local[0] ?? "",
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
