// Answers: how does a command look as a button, with its words or with its picture?
import { ActionIcon, Button, Tooltip, type TooltipProps } from "@mantine/core";
import { memo, useCallback, useRef } from "react";
import type { ItemId } from "../../state/view-state.ts";
import { CommandIcon } from "./CommandIcon.tsx";
import { type Command, isAvailable, titleIn } from "./command.ts";
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
  const state = useCommand(id, targets);
  return state.isAvailable ? <WordButton {...state} /> : null;
}

/** As a picture, always in its place: it says so when it can do nothing. */
export function CommandIconButton({ id, targets, side }: Props & { readonly side: TooltipProps["position"] }) {
  return <PictureButton {...useCommand(id, targets)} side={side} />;
}

interface ButtonProps {
  readonly command: Command;
  readonly title: string;
  readonly isAvailable: boolean;
  /** The same function from one view to the next: a button is drawn anew only when it says something else. */
  readonly run: () => void;
}

function useCommand(id: string, targets: readonly ItemId[] | undefined): ButtonProps {
  const context = useCommandContext(targets);
  const latest = useRef(context);
  latest.current = context;
  const command = commandOf(id);
  const run = useCallback(() => {
    if (isAvailable(command, latest.current)) runCommand(command, latest.current);
  }, [command]);
  return { command, title: titleIn(command, context), isAvailable: isAvailable(command, context), run };
}

const WordButton = memo(function WordButton({ command: { id, keys }, title, run }: ButtonProps) {
  return (
    <Button size="xs" variant="default" data-command={id} data-testid={id} {...shortcuts(keys)} onClick={run}>
      {title}
    </Button>
  );
});

const PictureButton = memo(function PictureButton({
  command: { id, keys },
  title,
  isAvailable,
  run,
  side,
}: ButtonProps & { readonly side: TooltipProps["position"] }) {
  const shown = keys?.[0] === undefined ? "" : ` (${keyText(keys[0])})`;
  return (
    <Tooltip label={`${title}${shown}`} position={side}>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={title}
        aria-disabled={!isAvailable}
        data-command={id}
        data-testid={id}
        {...shortcuts(keys)}
        onClick={run}
      >
        <CommandIcon id={id} size={18} />
      </ActionIcon>
    </Tooltip>
  );
});

function shortcuts(keys: readonly string[] | undefined) {
  return keys === undefined ? {} : { "aria-keyshortcuts": ariaKeys(keys) };
}
