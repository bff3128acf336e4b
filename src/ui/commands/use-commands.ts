// Answers: how do components run commands, and how do keys reach them?
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ItemId } from "../../state/view-state.ts";
import { useApp, useView, useVisible } from "../shell/app-context.ts";
import type { CommandContext } from "./command.ts";
import { commandForKey, runCommand } from "./registry.ts";

/** Acts on what is selected unless told otherwise. */
export function useCommandContext(targets?: readonly ItemId[]): CommandContext {
  const app = useApp();
  const view = useView();
  const visible = useVisible();
  return { app, view, visible, targets: targets ?? view.selected };
}

/** For the graph and the list: runs the command of a key, and says whether there was one. */
export function runCanvasKey(event: KeyboardEvent, context: CommandContext): boolean {
  const command = commandForKey(event.nativeEvent, "canvas");
  if (command === undefined) return false;
  event.preventDefault();
  runCommand(command, context);
  return true;
}

/** Keys that work anywhere but where text is written or something lies over the page. */
export function useGlobalKeys(): void {
  const context = useCommandContext();
  const latest = useRef(context);
  latest.current = context;
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const command = event.defaultPrevented ? undefined : commandForKey(event, "anywhere");
      if (command === undefined || !(event.target instanceof Element)) return;
      if (event.target.closest('[role="dialog"], [role="menu"]') !== null) return;
      if (isForText(event.target) && command.id !== "search") return;
      if (isForText(event.target) && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      runCommand(command, latest.current);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isForText(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !["checkbox", "radio", "range", "button"].includes(element.type);
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
