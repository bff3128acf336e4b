// Answers: which table is open, over what, filtered by which text? Kept while the graph is shown instead.
import { SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { ActorTable } from "./ActorTable.tsx";
import { ClaimTable } from "./ClaimTable.tsx";
import { RelationTable } from "./RelationTable.tsx";
import type { Scope } from "./row-model.ts";
import "./table.css";
import type { SortOrder } from "./table-rows.ts";

const TABLES = { actors: ActorTable, relations: RelationTable, claims: ClaimTable } as const;
type TableName = keyof typeof TABLES;

interface Settings {
  readonly text: string;
  readonly sort?: SortOrder | undefined;
}

const START: Readonly<Record<TableName, Settings>> = {
  actors: { text: "", sort: { column: "name", direction: "ascending" } },
  relations: { text: "", sort: { column: "sentence", direction: "ascending" } },
  claims: { text: "" },
};

export function TablePane({ isShown }: { readonly isShown: boolean }) {
  const [name, setName] = useState<TableName>("actors");
  const [scope, setScope] = useState<Scope>("shown");
  const [settings, setSettings] = useState(START);
  if (!isShown) return null;
  const { text, sort } = settings[name];
  const change = (changed: Partial<Settings>): void => setSettings({ ...settings, [name]: { ...settings[name], ...changed } });
  const Table = TABLES[name];
  return (
    <section className="table-pane" aria-label="Table" data-testid="table-pane">
      <div className="table-tools">
        <SegmentedControl
          size="xs"
          aria-label="Rows"
          value={name}
          onChange={(value) => setName(value as TableName)}
          data={[
            { value: "actors", label: "Actors" },
            { value: "relations", label: "Relations" },
            { value: "claims", label: "Claims" },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label="Rows of what"
          value={scope}
          onChange={(value) => setScope(value as Scope)}
          data={[
            { value: "shown", label: "Shown" },
            { value: "dataset", label: "Whole dataset" },
          ]}
        />
        <TextInput
          size="xs"
          className="table-text"
          aria-label={`Filter the ${name} by text`}
          placeholder={`Filter the ${name}`}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <Table key={`${name} ${scope}`} scope={scope} text={text} sort={sort} onSort={(next) => change({ sort: next })} />
    </section>
  );
}
