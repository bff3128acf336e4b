// Answers: about which actor is it asked?
import { Select } from "@mantine/core";
import { foldedText } from "../../graph/folded-text.ts";
import type { ActorId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
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
  const counts = new Map(options.map(({ id, count }) => [id as string, count]));
  return (
    <Select
      size="xs"
      className="support-picker"
      aria-label={`Actor asked about, one of ${options.length}; type to find`}
      data-testid="support-actor"
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => id !== null && onPick(id as ActorId)}
      searchable
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      limit={LISTED}
      maxDropdownHeight={320}
      nothingFoundMessage="No actor of this name."
      filter={({ options: all, search }) => {
        const words = foldedText(search).split(/\s+/);
        return all.filter(
          (option) => "label" in option && words.every((word) => foldedText(option.label as string).includes(word)),
        );
      }}
      renderOption={({ option }) => (
        <span className="support-option">
          <bdi>{option.label}</bdi> <span className="count">{countText(counts.get(option.value) ?? 0, "relation")}</span>
        </span>
      )}
    />
  );
}
