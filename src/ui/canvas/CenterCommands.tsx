// Answers: which commands stand above the graph?
import { CommandButton } from "../commands/CommandButton.tsx";
import { buttonsOf, COMMANDS } from "../commands/registry.ts";

export function CenterCommands() {
  return buttonsOf(COMMANDS, "above the canvas").map(({ id }) => <CommandButton key={id} id={id} targets={[]} />);
}
