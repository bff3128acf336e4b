// Answers: which of many neighbors should join the canvas?
import { Alert, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { countText, titleOf } from "../../model/text.ts";
import { expansionOf } from "../../state/expansion.ts";
import { CONFIRM_ABOVE, commandsOf } from "../commands/commands.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { Dialog } from "./Dialog.tsx";
import type { Expanding } from "./overlay-state.ts";

const NONE: ReadonlySet<string> = new Set();

export function ExpandChooser({ expanding, onClose }: { readonly expanding: Expanding; readonly onClose: () => void }) {
  const app = useApp();
  const view = useView();
  const { id, direction } = expanding;
  const [chosen, setChosen] = useState(expanding.types ?? NONE);
  /** Asked for, and too many to add without a yes. */
  const [pending, setPending] = useState<ReadonlySet<string>>();
  const { fresh, byType } = expansionOf(app.graph, view, id, direction);
  const countOf = (types: ReadonlySet<string>): number => new Set([...types].flatMap((type) => byType.get(type) ?? [])).size;
  const name = titleOf(app.graph.actors.get(id)?.label ?? id);
  const add = (types: ReadonlySet<string>, isAgreed: boolean): void => {
    if (!isAgreed && countOf(types) > CONFIRM_ABOVE) {
      setPending(types);
      return;
    }
    commandsOf(app).expand(id, { direction, types, isAgreed: true });
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={`${name} has ${countText(fresh.length, "neighbor")} that are not shown`}>
      <Text size="sm" mb="xs">
        Choose the relations whose neighbors should join the canvas.
      </Text>
      <Stack gap={6}>
        {[...byType].map(([type, ids]) => (
          <Checkbox
            key={type}
            label={`${app.graph.types.get(type)?.label ?? type} (${ids.length})`}
            checked={chosen.has(type)}
            onChange={() => {
              const next = new Set(chosen);
              if (!next.delete(type)) next.add(type);
              setChosen(next);
              setPending(undefined);
            }}
          />
        ))}
      </Stack>
      {pending === undefined ? (
        <Group mt="md" gap="xs">
          <Button disabled={countOf(chosen) === 0} onClick={() => add(chosen, false)}>
            Add {countOf(chosen)}
          </Button>
          <Button variant="default" onClick={() => add(new Set(byType.keys()), false)}>
            Add all {fresh.length}
          </Button>
        </Group>
      ) : (
        <Alert mt="md" role="alert" title={`Add ${countOf(pending)} actors at once?`}>
          More than {CONFIRM_ABOVE} at once are hard to read. Undo takes them off again.
          <Group mt="sm" gap="xs">
            <Button data-autofocus onClick={() => add(pending, true)}>
              Yes, add {countOf(pending)}
            </Button>
            <Button variant="default" onClick={() => setPending(undefined)}>
              No, choose fewer
            </Button>
          </Group>
        </Alert>
      )}
    </Dialog>
  );
}
