// Answers: about which actor is it asked?
import { Select } from "@mantine/core";
import { useMemo } from "react";
import type { ActorId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { holdsAll, wordsOf } from "../parts/text-filter.ts";
import type { ActorOption } from "./support-rows.ts";

/** Names listed at once: more words find the others. */
const LISTED = 100;

export function ActorPicker({
  options,
  value,
  onPick,
}: {
  readonly options: readonly ActorOption[];
  readonly value: ActorId | undefined;
  readonly onPick: (id: ActorId) => void;
}) {
  const byId = useMemo(() => new Map(options.map((option) => [option.id as string, option])), [options]);
  const data = useMemo(() => options.map(({ id, name }) => ({ value: id as string, label: name })), [options]);
  return (
    <Select
      size="xs"
      className="support-picker"
      aria-label={`Actor asked about, one of ${options.length}; type to find`}
      data-testid="support-actor"
      data={data}
      value={value ?? null}
      onChange={(id) => id !== null && onPick(id as ActorId)}
      searchable
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      limit={LISTED}
      maxDropdownHeight={320}
      nothingFoundMessage="No actor of this name."
      filter={({ search, limit }) => {
        const words = wordsOf(search);
        const found = options.filter(({ folded }) => holdsAll(folded, words));
        return found.slice(0, limit).map(({ id, name }) => ({ value: id as string, label: name }));
      }}
      renderOption={({ option }) => (
        <span className="support-option">
          <bdi>{option.label}</bdi> <span className="count">{countText(byId.get(option.value)?.count ?? 0, "relation")}</span>
        </span>
      )}
    />
  );
}
