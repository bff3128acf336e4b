// Answers: how does a command look as a button, with its words or with its picture?
import { ActionIcon, Button, Tooltip, type TooltipProps } from "@mantine/core";
import type { ItemId } from "../../state/view-state.ts";
import { CommandIcon } from "./CommandIcon.tsx";
import { isAvailable, titleIn } from "./command.ts";
import { ariaKeys, keyText } from "./keys.ts";
import { commandOf, runCommand } from "./registry.ts";
import { useCommandContext } from "./use-commands.ts";

interface Props {
  readonly id: string;
  /** What is selected, unless told otherwise. */
  readonly targets?: readonly ItemId[];
}

/** In words; absent while it can do nothing. */
export function CommandButton({ id, targets }: Props) {
  const context = useCommandContext(targets);
  const command = commandOf(id);
  if (!isAvailable(command, context)) return null;
  return (
    <Button
      size="xs"
      variant="default"
      data-command={id}
      data-testid={id}
      {...shortcuts(command.keys)}
      onClick={() => runCommand(command, context)}
    >
      {titleIn(command, context)}
    </Button>
  );
}

/** As a picture, always in its place: it says so when it can do nothing. */
export function CommandIconButton({ id, targets, side }: Props & { readonly side: TooltipProps["position"] }) {
  const context = useCommandContext(targets);
  const command = commandOf(id);
  const title = titleIn(command, context);
  const keys = command.keys?.[0] === undefined ? "" : ` (${keyText(command.keys[0])})`;
  return (
    <Tooltip label={`${title}${keys}`} position={side}>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={title}
        aria-disabled={!isAvailable(command, context)}
        data-command={id}
        data-testid={id}
        {...shortcuts(command.keys)}
        onClick={() => isAvailable(command, context) && runCommand(command, context)}
      >
        <CommandIcon id={id} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

function shortcuts(keys: readonly string[] | undefined) {
  return keys === undefined ? {} : { "aria-keyshortcuts": ariaKeys(keys) };
}
