// Answers: which part of the graph does the reader take away, in which format, and what will be in the file?
import { Button, NativeSelect } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { findFormat } from "../../export/formats.ts";
import { commandText, filterTexts, recipeWords } from "../../export/recipe.ts";
import { Dialog } from "../overlays/Dialog.tsx";
import { CiteButtons } from "../parts/CiteButtons.tsx";
import { saveBlob } from "../session/save-file.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { ExportSummary } from "./ExportSummary.tsx";
import { exportScopesOf } from "./export-scopes.ts";
import { pictureOf, printFigure } from "./figure-picture.ts";
import { TAKEAWAY_CHOICES, takeawayOf } from "./takeaways.ts";
import { pictureNameOf } from "./tool.ts";
import { type ExportProgress, useExporter } from "./use-exporter.ts";
import "./export.css";

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { graph, paths } = app;
  const view = useView();
  const route = useStore(paths, (s) => s.shown);
  const scopes = useMemo(() => exportScopesOf(graph, view, view.route === undefined ? undefined : route), [graph, view, route]);
  const [scopeId, setScopeId] = useState("visible");
  const [chosen, setChosen] = useState("html");
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const recipe = useMemo(() => scope?.recipe(), [scope]);
  const takeaway = takeawayOf(chosen);
  const format = takeaway.kind === "file" ? findFormat(takeaway.format) : undefined;
  const { preparation, beginning, isWriting, progress, write, stop } = useExporter(
    recipe,
    format?.isText === true ? format.name : undefined,
  );

  async function save(): Promise<void> {
    try {
      if (takeaway.kind === "canvas") {
        const blob = await app.canvas.current?.toPng({ scale: 2 });
        if (blob !== undefined) saveBlob(pictureNameOf(graph), blob);
        return;
      }
      const { name, blob } = await write(takeaway.format);
      if (takeaway.kind === "file") {
        saveBlob(name, blob);
        app.notify(`Saved ${name}.`);
      } else if (takeaway.kind === "pdf") printFigure(await blob.text(), name.replace(/\.svg$/, ""));
      else {
        const picture = await pictureOf(await blob.text(), takeaway.scale);
        const file = name.replace(/svg$/, "png");
        saveBlob(file, picture.blob);
        const less = picture.scale < takeaway.scale ? ` at ${picture.scale.toFixed(2)}×: more is too large for a browser` : "";
        app.notify(`Saved ${file}${less}.`);
      }
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      app.notify(name === "AbortError" ? "Stopped: no file was saved." : `The file could not be made: ${message}`);
    }
  }

  return (
    <Dialog onClose={onClose} size="lg" title="Take it away">
      <div className="export" data-testid="export-dialog">
        <div className="export-choice">
          <NativeSelect
            label="What"
            value={scope?.id ?? ""}
            data={scopes.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(event) => setScopeId(event.currentTarget.value)}
          />
          <NativeSelect
            label="As"
            value={chosen}
            data={TAKEAWAY_CHOICES}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        </div>
        <ExportSummary
          preparation={preparation}
          progress={progress}
          filters={recipe === undefined ? [] : filterTexts(graph, recipe)}
          command={
            recipe === undefined || takeaway.kind === "canvas"
              ? undefined
              : {
                  makes: takeaway.kind === "file" ? "The same" : "The figure as SVG",
                  text: commandText(["export", "--format", takeaway.format, ...recipeWords(recipe)]),
                }
          }
          beginning={beginning}
        />
        {takeaway.kind === "pdf" ? (
          <p className="muted">
            The browser's print dialog opens with one page, as large as the figure: choose “Save as PDF” there, without margins
            and headers. Lines stay lines and labels stay text, in the letters this browser shows.
          </p>
        ) : null}
        {takeaway.kind === "png" ? (
          <p className="muted">Drawn by this browser from the SVG; above 16,384 pixels a side or 100 megapixels, smaller.</p>
        ) : null}
        <p className="muted">
          Every file carries what it was made from: dataset, version, filters and clocks. An allegation stays an allegation in it.
          Licence of the data: {graph.info.license}.
        </p>
        <CiteButtons cited="dataset" what="the dataset" />
        <div className="export-progress">
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            disabled={isWriting || (preparation.state !== "ready" && takeaway.kind !== "canvas")}
            data-testid="export-save"
            onClick={() => void save()}
          >
            {isWriting ? "Writing …" : takeaway.kind === "pdf" ? "Print the figure" : "Save the file"}
          </Button>
          {isWriting ? (
            <>
              <progress aria-label="Writing the file" />
              <Written progress={progress} />
              <Button variant="subtle" onClick={stop}>
                Stop
              </Button>
            </>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function Written({ progress }: { readonly progress: ExportProgress }) {
  const characters = useStore(progress, ({ done }) => done);
  return <span data-testid="export-written">{(characters / 1e6).toFixed(1)} million characters</span>;
}
