// Answers: why is the canvas empty, and what fills it again?
import { Button, Group } from "@mantine/core";
import { commandsOf } from "../commands/commands.ts";
import { useApp, useDispatch, useView, useVisible } from "../shell/app-context.ts";

export function EmptyCanvas() {
  const app = useApp();
  const { placed } = useView();
  const visible = useVisible();
  const dispatch = useDispatch();
  if (visible.actors.length > 0) return null;
  const { hand, kindFilter } = visible.hiddenBy;
  return (
    <div className="empty">
      <p>
        {placed.size === 0
          ? "Nothing is on the canvas. Search for an actor, or open one of the questions."
          : `All ${placed.size} actors on the canvas are hidden: ${kindFilter} by the kind filter, ${hand} by hand.`}
      </p>
      <Group gap="xs" justify="center">
        <Button variant="default" onClick={() => commandsOf(app).undo()}>
          Undo last step
        </Button>
        {kindFilter === 0 ? null : <Button onClick={() => dispatch({ type: "clear-filters" })}>Reset filters</Button>}
        {hand === 0 ? null : <Button onClick={() => commandsOf(app).showHidden()}>Show hidden</Button>}
      </Group>
    </div>
  );
}
