// Answers: who supports, opposes or breaches whom, through what, since when?
import { SegmentedControl } from "@mantine/core";
import { useRef } from "react";
import { useKept } from "../parts/use-kept.ts";
import { usePaneFocus } from "../parts/use-pane-focus.ts";
import { useDispatch, useView } from "../shell/app-context.ts";
import { Around } from "./Around.tsx";
import { Matrix } from "./Matrix.tsx";
import type { MatrixKind } from "./matrix-cells.ts";
import "../parts/pane.css";
import "./support.css";

const KINDS: ReadonlyArray<{ readonly value: MatrixKind; readonly label: string }> = [
  { value: "support", label: "Support" },
  { value: "opposition", label: "Opposition" },
  { value: "violations", label: "Violations" },
];

export function SupportPane() {
  const pane = useRef<HTMLElement>(null);
  usePaneFocus(pane);
  const [form, setForm] = useKept<"around" | "matrix">("support form", "around");
  const [wanted, setWanted] = useKept<MatrixKind>("support kind", "support");
  const [isAll, setAll] = useKept("support of what is not asserted", false);
  const { filters } = useView("filters");
  const dispatch = useDispatch();
  /** Violations are asked of many at once only. */
  const kind = form === "around" && wanted === "violations" ? "support" : wanted;
  return (
    <section ref={pane} tabIndex={-1} className="pane" aria-label="Who supports whom" data-testid="support-pane">
      <div className="pane-tools">
        <SegmentedControl
          size="xs"
          aria-label="Form of the answer"
          value={form}
          onChange={(value) => setForm(value as typeof form)}
          data={[
            { value: "around", label: "Around one actor" },
            { value: "matrix", label: "Matrix" },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label="What is asked"
          value={kind}
          onChange={(value) => setWanted(value as MatrixKind)}
          data={KINDS.filter(({ value }) => form === "matrix" || value !== "violations")}
        />
        <label className="support-all">
          <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.currentTarget.checked)} /> also what is only
          planned, judged or denied
        </label>
        {isAll && filters.statusesOff.has("conjecture") ? (
          <span className="muted">
            Judgements and predictions are off in the filters.{" "}
            <button type="button" className="link" onClick={() => dispatch({ type: "toggle-status", status: "conjecture" })}>
              Show them
            </button>
          </span>
        ) : null}
      </div>
      {form === "matrix" ? (
        <Matrix kind={kind} isAll={isAll} />
      ) : (
        <Around stance={kind === "opposition" ? "hostile" : "supportive"} isAll={isAll} />
      )}
    </section>
  );
}
