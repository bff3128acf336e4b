// Answers: how much of the dataset will be in the file, under which filters, and how does it begin?
import { useStore } from "zustand";
import type { Stamp } from "../../export/stamp.ts";
import type { Beginning, ExportProgress, Preparation } from "./use-exporter.ts";

interface Props {
  readonly preparation: Preparation;
  readonly progress: ExportProgress;
  readonly filters: readonly string[];
  /** Absent where the command line cannot make it. */
  readonly command: { readonly makes: string; readonly text: string } | undefined;
  readonly beginning: Beginning | undefined;
}

export function ExportSummary({ preparation, progress, filters, command, beginning }: Props) {
  if (preparation.state === "refused") return <p role="alert">{preparation.text}</p>;
  if (preparation.state === "preparing") return <Gathering progress={progress} />;
  const notes = [...filters, ...preparation.notes];
  return (
    <>
      <p className="export-counts" data-testid="export-counts">
        {countsText(preparation.counts)}
      </p>
      {notes.length === 0 ? null : <p className="muted">{notes.join(" · ")}</p>}
      {command === undefined ? null : (
        <p className="muted export-command">
          {command.makes} on the command line: <code>npm run -s entente -- {command.text}</code>
        </p>
      )}
      {beginning === undefined ? null : (
        <details>
          <summary>How the file begins ({beginning.name})</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <pre className="export-preview" tabIndex={0}>
            {beginning.text}
          </pre>
        </details>
      )}
    </>
  );
}

function Gathering({ progress }: { readonly progress: ExportProgress }) {
  const { done, all } = useStore(progress);
  return (
    <p className="muted export-progress">
      Gathering the claims …{" "}
      {all === undefined ? "" : <progress aria-label="Gathering the claims" value={done} max={Math.max(all, 1)} />}
    </p>
  );
}

function countsText(counts: Stamp["counts"]): string {
  return (["actors", "relations", "claims", "sources"] as const)
    .map((what) => `${counts[what][0]} of ${counts[what][1]} ${what}`)
    .join(" · ");
}
