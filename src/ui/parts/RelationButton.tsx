// Answers: how does a relation stand in a list, so that a click opens its evidence?
import type { ReactNode } from "react";
import { commandsOf } from "../commands/commands.ts";
import { useApp, useIsSelected } from "../shell/app-context.ts";
import { type RelationLine, statusText } from "./relation-line.ts";
import { Sentence } from "./Sentence.tsx";
import { LineSample } from "./Swatch.tsx";

export function RelationButton({ line, children }: { readonly line: RelationLine; readonly children?: ReactNode }) {
  const app = useApp();
  const isSelected = useIsSelected(line.id);
  return (
    <button
      type="button"
      className="relation-button"
      data-testid="relation-line"
      aria-pressed={isSelected}
      onClick={() => commandsOf(app).select([line.id])}
    >
      <LineSample status={line.derived.status} polarity={line.polarity} />
      <span>
        <Sentence parts={line.parts} />
        <span className="muted">
          {" · "}
          {statusText(line.derived)}
          {children}
        </span>
      </span>
    </button>
  );
}
