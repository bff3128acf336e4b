// Answers: which actors does the reader name for one part of the question?
import { MultiSelect } from "@mantine/core";
import { memo, useEffect, useState } from "react";
import type { ActorId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import type { ActorPart } from "../../state/route-question.ts";
import { useApp } from "../shell/app-context.ts";
import { routeCommandsOf } from "./route-commands.ts";

const OFFERED = 12;

interface Props {
  readonly part: ActorPart;
  readonly label: string;
  readonly ids: readonly ActorId[];
}

/** Drawn anew for other props alone: the component library's field is slow to draw, and there are four. */
export const ActorField = memo(function ActorField({ part, label, ids }: Props) {
  const app = useApp();
  const { engine, graph } = app;
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly ActorId[]>([]);
  /** The list stands while something is typed, until it is left. */
  const [isClosed, setClosed] = useState(false);
  /** Chosen in the field, and not yet in the view. */
  const [picked, setPicked] = useState<readonly ActorId[]>();
  const held = picked ?? ids;
  useEffect(() => {
    let isCurrent = true;
    const wanted = text.trim();
    if (wanted === "") setFound([]);
    else
      void engine
        .search(wanted, { limit: OFFERED })
        .then((hits) => isCurrent && setFound(hits.filter(({ kind }) => kind === "actor").map(({ id }) => id as ActorId)));
    return () => {
      isCurrent = false;
    };
  }, [engine, text]);
  const optionOf = (id: ActorId) => ({ value: id as string, label: titleOf(graph.actors.get(id)?.label ?? id) });
  /** The field draws itself anew first, and in a task of its own all that the question changes. */
  const pick = (wanted: readonly ActorId[]): void => {
    setText("");
    setPicked(wanted);
    window.setTimeout(() => {
      routeCommandsOf(app).setPart(part, wanted);
      setPicked(undefined);
    });
  };
  const offered = [...new Set([...held, ...found])].filter((id) => graph.actors.has(id));
  return (
    <MultiSelect
      label={label}
      size="xs"
      className="actor-field"
      classNames={{ inputField: "actor-field-input" }}
      // Not empty: the style sheet asks whether it is to be seen.
      placeholder={held.length === 0 ? "Name an actor" : " "}
      data={offered.map(optionOf)}
      value={[...held]}
      onChange={(value) => pick(value as ActorId[])}
      searchable
      searchValue={text}
      onSearchChange={(typed) => {
        setText(typed);
        setClosed(false);
      }}
      dropdownOpened={text.trim() !== "" && !isClosed}
      onDropdownClose={() => setClosed(true)}
      filter={({ options }) => options}
      nothingFoundMessage="No actor has this name"
      hidePickedOptions
      clearable={held.length > 1}
      comboboxProps={{ withinPortal: false, position: "bottom-start" }}
    />
  );
});
