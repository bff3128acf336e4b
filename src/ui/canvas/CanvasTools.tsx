// Answers: how is the canvas zoomed and framed without a keyboard?
import { CommandIconButton } from "../commands/CommandButton.tsx";
import { isAvailable } from "../commands/command.ts";
import { buttonsOf, COMMANDS } from "../commands/registry.ts";
import { useCommandContext } from "../commands/use-commands.ts";

export function CanvasTools() {
  const context = useCommandContext();
  return (
    <div className="canvas-tools">
      {buttonsOf(COMMANDS, "canvas tools")
        .filter((command) => isAvailable(command, context))
        .map(({ id }) => (
          <CommandIconButton key={id} id={id} side="right" />
        ))}
    </div>
  );
}
