// Answers: how does one result of a search look?
import { Combobox } from "@mantine/core";
import { IconCommand, IconFileText, IconQuestionMark } from "@tabler/icons-react";
import { statusOf } from "../../graph/graph.ts";
import { settingsOf } from "../../state/view-state.ts";
import { KindSwatch, LineSample } from "../parts/Swatch.tsx";
import { useView } from "../shell/app-context.ts";
import type { Result } from "./results.ts";

export function ResultOption({ result }: { readonly result: Result }) {
  const { value, label, matched, note, target } = result;
  return (
    <Combobox.Option value={value}>
      <span className="hit">
        <Sample result={result} />
        <span>
          <bdi>{label}</bdi>
          {matched === undefined ? null : (
            <span className="muted">
              {" "}
              · <bdi>{matched}</bdi>
            </span>
          )}
        </span>
        {note === "" ? null : <span className="muted hit-kind">{target.kind === "command" ? <kbd>{note}</kbd> : note}</span>}
      </span>
    </Combobox.Option>
  );
}

function Sample({ result: { target, actorKind, edge } }: { readonly result: Result }) {
  const { filters } = useView("filters");
  if (actorKind !== undefined) return <KindSwatch kind={actorKind} />;
  if (edge !== undefined) return <LineSample status={statusOf(edge, settingsOf(filters)).status} polarity={edge.type.polarity} />;
  const Icon = target.kind === "command" ? IconCommand : target.kind === "question" ? IconQuestionMark : IconFileText;
  return <Icon size={18} aria-hidden="true" />;
}
