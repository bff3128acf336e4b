// Answers: what is being gathered or written for the dialog, how far is it, and how is it stopped?
import { useCallback, useEffect, useRef, useState } from "react";
import type { Recipe } from "../../export/recipe.ts";
import type { Stamp } from "../../export/stamp.ts";
import { useApp } from "../shell/app-context.ts";
import { createExporter, type Exporter } from "./exporter.ts";
import { TOOL } from "./tool.ts";

/** Characters of a text format that are shown. */
const PREVIEW = 3_000;

export type Preparation =
  | { readonly state: "preparing"; readonly done: number; readonly all: number | undefined }
  | { readonly state: "refused"; readonly text: string }
  | { readonly state: "ready"; readonly counts: Stamp["counts"]; readonly notes: readonly string[] };

export interface Beginning {
  readonly name: string;
  readonly text: string;
}

const STARTING: Preparation = { state: "preparing", done: 0, all: undefined };
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
  /** Characters written; undefined while nothing is written. */
  const [written, setWritten] = useState<number>();
  const writing = useRef<AbortController>(undefined);
  useEffect(() => {
    setPreparation(STARTING);
    if (recipe === undefined) return;
    const stop = new AbortController();
    const onProgress = (done: number, all: number | undefined): void => setPreparation({ state: "preparing", done, all });
    exporter()
      .prepare({ recipe }, { signal: stop.signal, onProgress })
      .then(
        ({ counts, notes }) => setPreparation({ state: "ready", counts, notes }),
        ({ name, message }: Error) => {
          if (name !== "AbortError") setPreparation({ state: "refused", text: name === "Refused" ? message : UNREACHABLE });
        },
      );
    return () => stop.abort();
  }, [exporter, recipe]);
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
    setWritten(0);
    try {
      return await exporter().write({ format: name, tool: TOOL }, { signal: stop.signal, onProgress: setWritten });
    } finally {
      setWritten(undefined);
    }
  }
  return { preparation, beginning, written, write, stop: () => writing.current?.abort() };
}
