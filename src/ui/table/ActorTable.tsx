// Answers: which actors are there, how well tied, and what can be done with each?
import { ActionIcon } from "@mantine/core";
import { IconEye, IconEyeOff, IconPlus } from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import type { ActorId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { type Commands, commandsOf } from "../commands/commands.ts";
import { KindSwatch } from "../parts/Swatch.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { inSlices } from "../query/breathing.ts";
import { useApp, useVisible } from "../shell/app-context.ts";
import { FilteredGrid, type TableProps } from "./FilteredGrid.tsx";
import { type ActorRow, actorRows } from "./row-model.ts";
import type { Column } from "./table-rows.ts";

export function ActorTable(props: TableProps) {
  const app = useApp();
  const visible = useVisible();
  const { scope } = props;
  const ask = useCallback((signal: AbortSignal) => inSlices(actorRows(app.graph, visible, scope), signal), [app, visible, scope]);
  const columns = useMemo(() => columnsOf(commandsOf(app)), [app]);
  return <FilteredGrid {...props} rows={useAnswer(ask).value} columns={columns} noun="actor" total={app.graph.actors.size} />;
}

function columnsOf(commands: Commands): Column<ActorRow>[] {
  const nameOf = ({ actor }: ActorRow): string => titleOf(actor.label);
  const isShown = (row: ActorRow): boolean => row.hiddenNeighbors !== undefined;
  return [
    {
      id: "name",
      title: "Name",
      width: 180,
      value: nameOf,
      text: nameOf,
      cell: (row) => <bdi>{nameOf(row)}</bdi>,
    },
    {
      id: "kind",
      title: "Kind",
      width: 128,
      value: ({ actor }) => KIND_STYLES[actor.kind].word,
      text: ({ actor }) => KIND_STYLES[actor.kind].word,
      cell: ({ actor }) => (
        <span className="grid-sample">
          <KindSwatch kind={actor.kind} /> {KIND_STYLES[actor.kind].word}
        </span>
      ),
    },
    {
      id: "subtype",
      title: "Subtype",
      width: 112,
      value: ({ actor }) => actor.subtype,
      text: ({ actor }) => actor.subtype ?? "",
    },
    {
      id: "shown",
      title: "Shown relations",
      hint: "Shown relations that it is an end of, or named in",
      width: 84,
      isNumeric: true,
      value: (row) => row.shown,
      text: (row) => String(row.shown),
    },
    {
      id: "all",
      title: "All relations",
      hint: "Relations in the dataset that it is an end of, or named in",
      width: 84,
      isNumeric: true,
      value: (row) => row.all,
      text: (row) => String(row.all),
    },
    {
      id: "hidden-neighbors",
      title: "Hidden neighbors",
      hint: "Neighbors that are not shown",
      width: 90,
      isNumeric: true,
      value: (row) => row.hiddenNeighbors,
      text: (row) => (isShown(row) ? String(row.hiddenNeighbors) : "not shown itself"),
      cell: (row) => (isShown(row) ? row.hiddenNeighbors : "–"),
    },
    {
      id: "summary",
      title: "Summary",
      width: 240,
      grows: true,
      value: ({ actor }) => actor.summary,
      text: ({ actor }) => actor.summary ?? "",
    },
    {
      id: "expand",
      title: "Expand",
      width: 40,
      text: () => "",
      cell: (row, tabIndex) =>
        isShown(row) ? (
          <ActionIcon
            variant="subtle"
            size={28}
            tabIndex={tabIndex}
            aria-label={`Expand ${nameOf(row)}: ${row.hiddenNeighbors} neighbors not shown`}
            title={`Expand ${nameOf(row)}`}
            onClick={() => commands.expand(row.actor.id)}
          >
            <IconPlus size={15} aria-hidden="true" />
          </ActionIcon>
        ) : null,
    },
    {
      id: "hide",
      title: "Hide or add",
      width: 40,
      text: () => "",
      cell: (row, tabIndex) => {
        const [name, Icon, act] = isShown(row)
          ? ([`Hide ${nameOf(row)}`, IconEyeOff, (id: ActorId) => commands.hide([id])] as const)
          : ([`Add ${nameOf(row)} to the canvas`, IconEye, commands.add] as const);
        return (
          <ActionIcon
            variant="subtle"
            size={28}
            tabIndex={tabIndex}
            aria-label={name}
            title={name}
            onClick={() => act(row.actor.id)}
          >
            <Icon size={15} aria-hidden="true" />
          </ActionIcon>
        );
      },
    },
  ];
}
