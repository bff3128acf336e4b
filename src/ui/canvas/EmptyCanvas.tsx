// Answers: why is the canvas empty, and what fills it again?
import { Button, Group } from "@mantine/core";
import { CommandButton } from "../commands/CommandButton.tsx";
import { actorCausesOf } from "../commands/causes.ts";
import { useCommandContext } from "../commands/use-commands.ts";

export function EmptyCanvas() {
  const context = useCommandContext();
  const { view, visible } = context;
  if (visible.actors.length > 0 || visible.faded.actors.length > 0) return null;
  const causes = actorCausesOf(context);
  return (
    <div className="empty">
      <p>
        {view.placed.size === 0
          ? "Nothing is on the canvas. Search for an actor, or open one of the questions."
          : `All ${view.placed.size} actors on the canvas are out of sight: ${causes.map(({ count, words }) => `${count} ${words}`).join(", ")}.`}
      </p>
      <Group gap="xs" justify="center">
        <CommandButton id="undo" />
        {causes.map(({ id, remedy, act }) => (
          <Button key={id} size="xs" onClick={act}>
            {remedy}
          </Button>
        ))}
        <CommandButton id="clear-filters" />
      </Group>
    </div>
  );
}
