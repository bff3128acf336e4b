// Answers: which of many neighbors should join the canvas?
import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { ActorId } from "../../model/ids.ts";
import { countText, titleOf } from "../../model/text.ts";
import { expansionOf } from "../../state/expansion.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { commandsOf } from "./commands.ts";

export function ExpandChooser({ id, onClose }: { readonly id: ActorId; readonly onClose: () => void }) {
  const app = useApp();
  const view = useView();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { fresh, byType } = expansionOf(app.graph, view, id);
  const wanted = new Set([...chosen].flatMap((type) => byType.get(type) ?? []));
  const name = titleOf(app.graph.actors.get(id)?.label ?? id);
  const add = (types: ReadonlySet<string>): void => {
    commandsOf(app).expand(id, types);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`${name} has ${countText(fresh.length, "neighbor")} that are not shown`}>
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
            }}
          />
        ))}
      </Stack>
      <Group mt="md" gap="xs">
        <Button disabled={wanted.size === 0} onClick={() => add(chosen)}>
          Add {wanted.size}
        </Button>
        <Button variant="default" onClick={() => add(new Set(byType.keys()))}>
          Add all {fresh.length}
        </Button>
      </Group>
    </Modal>
  );
}
