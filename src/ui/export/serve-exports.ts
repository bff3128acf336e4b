// Answers: how does whoever holds a graph write the files that the dialog asks for, letting others go first and stopping when told to?
import { abortError, type Breathing } from "../../engine/slices.ts";
import { draftExtract, type Extract } from "../../export/extract.ts";
import { type ExportFile, exportFileOf, findFormat } from "../../export/formats.ts";
import type { Recipe } from "../../export/recipe.ts";
import { stampOf } from "../../export/stamp.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import type { ClaimId } from "../../model/ids.ts";
import { issueText } from "../../model/issue.ts";
import type { Claim } from "../../model/records.ts";
import type { ExportReply, ExportRequest } from "./export-messages.ts";

export interface ExportHolder {
  readonly graph: EntenteGraph;
  readonly claims: (ids: readonly ClaimId[]) => Promise<readonly Claim[]>;
}

/** Longest stretch of writing without a pause, in milliseconds. */
const SLICE_MS = 12;
/** Claims whose details are asked for at once. */
const BATCH = 2_048;
/** Bytes held as strings before they go into a blob, which the browser may keep elsewhere. */
const HELD = 8_000_000;

/** Gives the function to hand each request to; replies go to `post`. */
export function serveExports(
  { graph, claims }: ExportHolder,
  post: (reply: ExportReply) => void,
  { now, pause }: Breathing,
): (request: ExportRequest) => Promise<void> {
  const running = new Map<number, { isCancelled: boolean }>();
  let extract: Promise<Extract> | undefined;

  async function prepared(id: number, recipe: Recipe, state: { readonly isCancelled: boolean }): Promise<Extract> {
    const drafted = draftExtract(graph, recipe);
    if (!drafted.ok) throw named("Refused", drafted.issues.map(issueText).join(" "));
    const { claimIds, fill } = drafted.value;
    const details: Claim[] = [];
    for (let i = 0; i < claimIds.length; i += BATCH) {
      if (state.isCancelled) throw abortError();
      for (const claim of await claims(claimIds.slice(i, i + BATCH))) details.push(claim);
      post({ type: "progress", id, done: details.length, all: claimIds.length });
    }
    return fill(details);
  }

  async function fileOf(format: string, tool: string): Promise<ExportFile> {
    const found = findFormat(format);
    if (found === undefined || extract === undefined) throw new Error(`nothing was prepared for ${format}`);
    return exportFileOf(await extract, found, tool);
  }

  async function written(id: number, { mediaType, pieces }: ExportFile, state: { readonly isCancelled: boolean }): Promise<Blob> {
    let parts: (string | Uint8Array | Blob)[] = [];
    let [bytes, held, start] = [0, 0, now()];
    for (const piece of pieces) {
      parts.push(piece);
      bytes += piece.length;
      held += piece.length;
      if (held > HELD) {
        parts = [new Blob(parts as BlobPart[])];
        held = 0;
      }
      if (now() - start < SLICE_MS) continue;
      post({ type: "progress", id, done: bytes });
      await pause();
      if (state.isCancelled) throw abortError();
      start = now();
    }
    return new Blob(parts as BlobPart[], { type: mediaType });
  }

  async function answer(
    request: Exclude<ExportRequest, { type: "cancel" }>,
    state: { readonly isCancelled: boolean },
  ): Promise<void> {
    const { id } = request;
    switch (request.type) {
      case "prepare": {
        extract = prepared(id, request.recipe, state);
        const ready = await extract;
        const { counts, notes } = stampOf(ready, { format: "", tool: "" });
        return post({ type: "prepared", id, counts, notes });
      }
      case "begin": {
        const file = await fileOf(request.format, request.tool);
        return post({ type: "begun", id, name: file.name, text: startOf(file, request.length) });
      }
      case "write": {
        const file = await fileOf(request.format, request.tool);
        return post({ type: "written", id, name: file.name, blob: await written(id, file, state) });
      }
    }
  }

  return async (request) => {
    const { id } = request;
    if (request.type === "cancel") {
      const state = running.get(id);
      if (state !== undefined) state.isCancelled = true;
      return;
    }
    if (request.type === "prepare") for (const state of running.values()) state.isCancelled = true;
    const state = { isCancelled: false };
    running.set(id, state);
    try {
      await answer(request, state);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ type: "failed", id, name, message });
    } finally {
      running.delete(id);
    }
  };
}

function startOf({ pieces }: ExportFile, length: number): string {
  let text = "";
  for (const piece of pieces) {
    text += typeof piece === "string" ? piece : "";
    if (text.length > length) return `${text.slice(0, length)}\n…`;
  }
  return text;
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
