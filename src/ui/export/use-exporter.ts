// Answers: what is being gathered or written for the dialog, how far is it, and how is it stopped?
import { useCallback, useEffect, useRef, useState } from "react";
import { createStore, type StoreApi } from "zustand";
import type { Recipe } from "../../export/recipe.ts";
import type { Stamp } from "../../export/stamp.ts";
import { useApp } from "../shell/app-context.ts";
import { createExporter, type Exporter } from "./exporter.ts";
import { TOOL } from "./tool.ts";

/** Characters of a text format that are shown. */
const PREVIEW = 3_000;

export type Preparation =
  | { readonly state: "preparing" }
  | { readonly state: "refused"; readonly text: string }
  | { readonly state: "ready"; readonly counts: Stamp["counts"]; readonly notes: readonly string[] };

/** Claims gathered of all; or, without `all`, characters written. A store, so that only what shows it is drawn anew. */
export type ExportProgress = StoreApi<{ readonly done: number; readonly all: number | undefined }>;

export interface Beginning {
  readonly name: string;
  readonly text: string;
}

const STARTING: Preparation = { state: "preparing" };
const UNREACHABLE = "The details of the claims could not be loaded: check the connection and open this again.";

/** One exporter for as long as the dialog stands; closing it stops all. */
function useOwnExporter(): () => Exporter {
  const { graph, engine } = useApp();
  const held = useRef<Exporter>(undefined);
  useEffect(
    () => () => {
      held.current?.destroy();
      held.current = undefined;
    },
    [],
  );
  return useCallback(() => {
    held.current ??= createExporter({ graph, claims: engine.claims });
    return held.current;
  }, [graph, engine]);
}

export function useExporter(recipe: Recipe | undefined, format: string | undefined) {
  const exporter = useOwnExporter();
  const [preparation, setPreparation] = useState<Preparation>(STARTING);
  const [beginning, setBeginning] = useState<Beginning>();
  const [isWriting, setWriting] = useState(false);
  const [progress] = useState((): ExportProgress => createStore(() => ({ done: 0, all: undefined })));
  const onProgress = useCallback((done: number, all: number | undefined): void => progress.setState({ done, all }), [progress]);
  const writing = useRef<AbortController>(undefined);
  useEffect(() => {
    setPreparation(STARTING);
    onProgress(0, undefined);
    if (recipe === undefined) return;
    const stop = new AbortController();
    exporter()
      .prepare({ recipe }, { signal: stop.signal, onProgress })
      .then(
        ({ counts, notes }) => setPreparation({ state: "ready", counts, notes }),
        ({ name, message }: Error) => {
          if (name !== "AbortError") setPreparation({ state: "refused", text: name === "Refused" ? message : UNREACHABLE });
        },
      );
    return () => stop.abort();
  }, [exporter, recipe, onProgress]);
  const isReady = preparation.state === "ready";
  useEffect(() => {
    setBeginning(undefined);
    if (!isReady || format === undefined) return;
    const stop = new AbortController();
    exporter()
      .begin({ format, tool: TOOL, length: PREVIEW }, { signal: stop.signal })
      .then(setBeginning, () => {});
    return () => stop.abort();
  }, [exporter, isReady, format]);

  /** Rejects with an `AbortError` when it is stopped. */
  async function write(name: string): Promise<{ readonly name: string; readonly blob: Blob }> {
    writing.current?.abort();
    const stop = new AbortController();
    writing.current = stop;
    onProgress(0, undefined);
    setWriting(true);
    try {
      return await exporter().write({ format: name, tool: TOOL }, { signal: stop.signal, onProgress });
    } finally {
      setWriting(false);
    }
  }
  return { preparation, beginning, isWriting, progress, write, stop: () => writing.current?.abort() };
}
