// Answers: which event does a key of the table of commands give?
import type { Stroke } from "../../src/ui/commands/keys.ts";

export function strokeOf(key: string): Stroke {
  const parts = key === "+" ? ["+"] : key.split("+");
  const name = parts.at(-1) ?? "";
  return {
    key: name === "Space" ? " " : /^[A-Z]$/.test(name) && !parts.includes("Shift") ? name.toLowerCase() : name,
    ctrlKey: parts.includes("Mod"),
    metaKey: false,
    altKey: false,
    shiftKey: parts.includes("Shift"),
  };
}
