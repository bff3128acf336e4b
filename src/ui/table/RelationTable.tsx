// Answers: which relations are there, how do they stand, and on how much?
import { ActionIcon } from "@mantine/core";
import { IconEye, IconFileText } from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import { relationParts } from "../../graph/phrases.ts";
import { strengthOf } from "../../model/status.ts";
import { POLARITY_WORDS } from "../../model/words.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { inSlices } from "../query/breathing.ts";
import { type AppContextValue, useApp, useView, useVisible } from "../shell/app-context.ts";
import { FilteredGrid, type TableProps } from "./FilteredGrid.tsx";
import { addEnds, showEvidence } from "./row-actions.ts";
import { type RelationRow, relationRows } from "./row-model.ts";
import type { Column } from "./table-rows.ts";

export function RelationTable(props: TableProps) {
  const app = useApp();
  const { filters } = useView("filters");
  const visible = useVisible();
  const { scope } = props;
  const ask = useCallback(
    (signal: AbortSignal) => inSlices(relationRows(app.graph, visible, filters, scope), signal),
    [app, visible, filters, scope],
  );
  const columns = useMemo(() => columnsOf(app).filter(({ id }) => id !== "add" || scope === "dataset"), [app, scope]);
  return (
    <FilteredGrid {...props} rows={useAnswer(ask).value} columns={columns} noun="relation" total={app.graph.relations.size} />
  );
}

function columnsOf(app: AppContextValue): Column<RelationRow>[] {
  const statusText = ({ derived }: RelationRow): string => `${derived.status}${derived.contested ? " (contested)" : ""}`;
  const count = (id: string, title: string, hint: string, numberIn: (row: RelationRow) => number): Column<RelationRow> => ({
    id,
    title,
    hint,
    width: 66,
    isNumeric: true,
    value: numberIn,
    text: (row) => String(numberIn(row)),
  });
  const date = (id: "first" | "last", title: string, hint: string): Column<RelationRow> => ({
    id,
    title,
    hint,
    width: 92,
    value: (row) => row[id]?.day,
    text: (row) => row[id]?.text ?? "not recorded",
  });
  return [
    {
      id: "sentence",
      title: "Relation",
      width: 250,
      grows: true,
      value: (row) => row.sentence,
      text: (row) => row.sentence,
      cell: ({ edge, derived }) => <Sentence parts={relationParts(app.graph, edge, derived)} />,
    },
    { id: "type", title: "Type", width: 104, value: ({ edge }) => edge.type.label, text: ({ edge }) => edge.type.label },
    {
      id: "polarity",
      title: "Polarity",
      width: 92,
      value: ({ edge }) => POLARITY_WORDS[edge.type.polarity],
      text: ({ edge }) => POLARITY_WORDS[edge.type.polarity],
    },
    {
      id: "status",
      title: "Status",
      hint: "From the least to the best established",
      width: 128,
      value: ({ derived }) => strengthOf(derived.status),
      text: statusText,
      cell: (row) => (
        <span className="grid-sample">
          <LineSample status={row.derived.status} polarity={row.edge.type.polarity} /> {statusText(row)}
        </span>
      ),
    },
    count("claims", "Claims", "Claims about it, judgements and predictions too", ({ derived }) => derived.claims),
    count("origins", "Origins", "Independent origins that assert it", ({ derived }) => derived.origins),
    date("first", "First date", "Earliest date its claims give for it"),
    date("last", "Last date", "Latest date its claims give for it"),
    {
      id: "sources",
      title: "Sources",
      width: 190,
      value: ({ sources }) => sources.length,
      text: ({ sources }) => `${sources.length}: ${sources.join("; ")}`,
    },
    {
      id: "evidence",
      title: "Evidence",
      width: 40,
      text: () => "",
      cell: ({ edge, sentence }, tabIndex) => (
        <ActionIcon
          variant="subtle"
          size={28}
          tabIndex={tabIndex}
          aria-label={`Evidence: ${sentence}`}
          title="Read the evidence"
          onClick={() => showEvidence(app, edge.id)}
        >
          <IconFileText size={15} aria-hidden="true" />
        </ActionIcon>
      ),
    },
    {
      id: "add",
      title: "Add to the canvas",
      width: 40,
      text: () => "",
      cell: ({ edge, sentence, isShown }, tabIndex) =>
        isShown ? null : (
          <ActionIcon
            variant="subtle"
            size={28}
            tabIndex={tabIndex}
            aria-label={`Add both ends to the canvas: ${sentence}`}
            title="Add both ends to the canvas"
            onClick={() => addEnds(app, edge)}
          >
            <IconEye size={15} aria-hidden="true" />
          </ActionIcon>
        ),
    },
  ];
}
