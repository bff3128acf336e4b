import { describe, expect, it } from "vitest";
import { exportFileOf } from "../../src/export/formats.ts";
import type { ExportReply, ExportRequest } from "../../src/ui/export/export-messages.ts";
import { drawableScale, figureSizeOf } from "../../src/ui/export/figure-picture.ts";
import { serveExports } from "../../src/ui/export/serve-exports.ts";
import { ALL, extracted, type Fixture, fixtureOf, HOSTILE_LABELS, hostileDataset } from "../support/hostile.ts";
import { formatNamed, TOOL, textOfExport } from "../support/read-exports.ts";

const FIXTURE = fixtureOf(hostileDataset(HOSTILE_LABELS));

/** A server whose clock runs 20 ms a look, so that it pauses at every piece; `onPause` is what happens meanwhile. */
function served({ graph, claims }: Fixture, onPause: () => void = () => {}) {
  const replies: ExportReply[] = [];
  const details = new Map(claims.map((c) => [c.id, c]));
  let time = 0;
  const serve = serveExports(
    { graph, claims: async (ids) => ids.flatMap((id) => details.get(id) ?? []) },
    (reply) => replies.push(reply),
    {
      now: () => {
        time += 20;
        return time;
      },
      pause: async () => onPause(),
    },
  );
  const ask = async (request: ExportRequest): Promise<ExportReply | undefined> => {
    await serve(request);
    return replies.filter((r) => r.type !== "unable" && r.id === request.id && r.type !== "progress").at(-1);
  };
  return { ask, serve, replies };
}

describe("the server of exports", () => {
  it("gathers the claims with progress, then begins and writes what the writer writes, under the same name", async () => {
    const { ask, replies } = served(FIXTURE);
    const prepared = await ask({ type: "prepare", id: 1, recipe: ALL });
    expect(prepared).toMatchObject({ type: "prepared", counts: { actors: [200, 200], relations: [300, 300] } });
    expect(replies[0]).toEqual({ type: "progress", id: 1, done: FIXTURE.claims.length, all: FIXTURE.claims.length });
    const extract = extracted(FIXTURE);
    for (const name of ["graphml", "csv", "stix"]) {
      const format = formatNamed(name);
      const written = await ask({ type: "write", id: 2, format: name, tool: TOOL });
      if (written?.type !== "written") throw new Error(JSON.stringify(written));
      expect(written.name).toBe(exportFileOf(extract, format, TOOL).name);
      expect(written.blob.type).toBe(format.mediaType.toLowerCase());
      if (format.isText) expect(await written.blob.text()).toBe(textOfExport(extract, format));
      else expect((await written.blob.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    }
    expect(replies.filter((r) => r.type === "progress" && r.id === 2).length).toBeGreaterThan(3);
    const begun = await ask({ type: "begin", id: 3, format: "graphml", tool: TOOL, length: 100 });
    expect(begun).toMatchObject({ type: "begun", text: `${textOfExport(extract, formatNamed("graphml")).slice(0, 100)}\n…` });
  });

  it("stops between two pieces when it is told to, and can be asked again", async () => {
    let pauses = 0;
    const { ask, serve } = served(FIXTURE, () => {
      pauses += 1;
      if (pauses === 2) void serve({ type: "cancel", id: 2 });
    });
    await ask({ type: "prepare", id: 1, recipe: ALL });
    expect(await ask({ type: "write", id: 2, format: "jsonld", tool: TOOL })).toMatchObject({
      type: "failed",
      name: "AbortError",
    });
    expect(pauses).toBe(2);
    expect(await ask({ type: "write", id: 3, format: "jsonld", tool: TOOL })).toMatchObject({ type: "written" });
    expect(pauses).toBeGreaterThan(6);
  });

  it("refuses an empty recipe with its reason, and says when the details cannot be had", async () => {
    const { ask } = served(FIXTURE);
    const empty = {
      scope: { kind: "neighborhood", seeds: ["org/none" as never], depth: 1, direction: "both" },
      filter: {},
    } as const;
    expect(await ask({ type: "prepare", id: 1, recipe: empty })).toMatchObject({ type: "failed", name: "Refused" });
    expect(await ask({ type: "write", id: 2, format: "dot", tool: TOOL })).toMatchObject({ type: "failed", name: "Refused" });
    const lost = serveExports(
      { graph: FIXTURE.graph, claims: () => Promise.reject(new Error("offline")) },
      (r) => heard.push(r),
      {
        now: () => 0,
        pause: async () => {},
      },
    );
    const heard: ExportReply[] = [];
    await lost({ type: "prepare", id: 1, recipe: ALL });
    expect(heard).toEqual([{ type: "failed", id: 1, name: "Error", message: "offline" }]);
  });
});

describe("a picture of a figure", () => {
  it("is as large as asked for, or as browsers can draw", () => {
    expect(drawableScale({ width: 900, height: 700 }, 4)).toBe(4);
    expect(drawableScale({ width: 8192, height: 100 }, 4)).toBe(2);
    const scale = drawableScale({ width: 10_000, height: 10_000 }, 4);
    expect(scale).toBeCloseTo(1);
    expect(figureSizeOf(textOfExport(extracted(FIXTURE), formatNamed("svg"))).width).toBeGreaterThanOrEqual(720);
  });
});
