// Answers: which part of the graph does the reader take away, in which format, and what will be in the file?
import { Button, NativeSelect } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { draftExtract, type Extract } from "../../export/extract.ts";
import { EXPORT_FORMATS, type ExportFile, exportFileOf } from "../../export/formats.ts";
import { commandText, filterTexts, recipeWords } from "../../export/recipe.ts";
import { issueText } from "../../model/issue.ts";
import { Dialog } from "../overlays/Dialog.tsx";
import { CiteButtons } from "../parts/CiteButtons.tsx";
import { saveBlob } from "../session/save-file.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { exportScopesOf } from "./export-scopes.ts";
import { pictureNameOf, TOOL } from "./tool.ts";
import "./export.css";

/** Characters of a text format that are shown. */
const PREVIEW = 3_000;
const PICTURES = [1, 2, 4].map((scale) => ({
  value: `png-${scale}`,
  label: `Canvas as a picture (PNG, ${scale}×; without legend and stamp)`,
}));

type Prepared =
  | { readonly state: "preparing" }
  | { readonly state: "refused"; readonly text: string }
  | { readonly state: "ready"; readonly extract: Extract };

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { graph, engine, paths } = app;
  const view = useView();
  const route = useStore(paths, (s) => s.shown);
  const scopes = useMemo(() => exportScopesOf(graph, view, view.route === undefined ? undefined : route), [graph, view, route]);
  const [scopeId, setScopeId] = useState("visible");
  const [formatName, setFormatName] = useState("html");
  const [prepared, setPrepared] = useState<Prepared>({ state: "preparing" });
  const [isSaving, setSaving] = useState(false);
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const format = EXPORT_FORMATS.find(({ name }) => name === formatName);
  useEffect(() => {
    let isCurrent = true;
    setPrepared({ state: "preparing" });
    if (scope === undefined) return;
    const drafted = draftExtract(graph, scope.recipe());
    if (!drafted.ok) {
      setPrepared({ state: "refused", text: drafted.issues.map(issueText).join(" ") });
      return;
    }
    const { claimIds, fill } = drafted.value;
    engine.claims(claimIds).then(
      (claims) => isCurrent && setPrepared({ state: "ready", extract: fill(claims) }),
      () =>
        isCurrent &&
        setPrepared({
          state: "refused",
          text: "The details of the claims could not be loaded: check the connection and open this again.",
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [graph, engine, scope]);
  const extract = prepared.state === "ready" ? prepared.extract : undefined;
  const file = useMemo(
    () => (extract === undefined || format === undefined ? undefined : exportFileOf(extract, format, TOOL)),
    [extract, format],
  );
  const preview = useMemo(() => (file === undefined || format?.isText !== true ? undefined : startOf(file)), [file, format]);

  async function save(): Promise<void> {
    setSaving(true);
    try {
      if (formatName.startsWith("png-")) {
        const blob = await app.canvas.current?.toPng({ scale: Number(formatName.slice(4)) });
        if (blob !== undefined) saveBlob(pictureNameOf(graph), blob);
      } else if (file !== undefined && extract !== undefined && format !== undefined) {
        const { name, mediaType, pieces } = exportFileOf(extract, format, TOOL);
        saveBlob(name, new Blob([...pieces] as BlobPart[], { type: mediaType }));
        app.notify(`Saved ${name}.`);
      }
    } catch (error) {
      app.notify(`The file could not be made: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      setSaving(false);
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
            value={formatName}
            data={[...EXPORT_FORMATS.map(({ name, label }) => ({ value: name, label })), ...PICTURES]}
            onChange={(event) => setFormatName(event.currentTarget.value)}
          />
        </div>
        {prepared.state === "preparing" ? <p className="muted">Gathering the claims …</p> : null}
        {prepared.state === "refused" ? <p role="alert">{prepared.text}</p> : null}
        {extract === undefined ? null : (
          <>
            <p className="export-counts" data-testid="export-counts">
              {extract.actors.length} of {graph.actors.size} actors · {extract.relations.length} of {graph.relations.size}{" "}
              relations · {extract.claims.size} of {graph.claimOrdinals.size} claims · {extract.sources.length} of{" "}
              {graph.sources.size} sources
            </p>
            {[...filterTexts(graph, extract.recipe), ...extract.notes].length === 0 ? null : (
              <p className="muted">{[...filterTexts(graph, extract.recipe), ...extract.notes].join(" · ")}</p>
            )}
            {format === undefined ? null : (
              <p className="muted export-command">
                The same on the command line:{" "}
                <code>
                  npm run -s entente -- {commandText(["export", "--format", format.name, ...recipeWords(extract.recipe)])}
                </code>
              </p>
            )}
          </>
        )}
        {preview === undefined ? null : (
          <details>
            <summary>How the file begins{file === undefined ? "" : ` (${file.name})`}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <pre className="export-preview" tabIndex={0}>
              {preview}
            </pre>
          </details>
        )}
        <p className="muted">
          Every file carries what it was made from: dataset, version, filters and clocks. An allegation stays an allegation in it.
          Licence of the data: {graph.info.license}.
        </p>
        <CiteButtons cited="dataset" what="the dataset" />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          disabled={isSaving || (file === undefined && !formatName.startsWith("png-"))}
          data-testid="export-save"
          onClick={() => void save()}
        >
          {isSaving ? "Writing …" : "Save the file"}
        </Button>
      </div>
    </Dialog>
  );
}

function startOf({ pieces }: ExportFile): string {
  let text = "";
  for (const piece of pieces) {
    text += typeof piece === "string" ? piece : "";
    if (text.length > PREVIEW) return `${text.slice(0, PREVIEW)}\n…`;
  }
  return text;
}
