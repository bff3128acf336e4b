import { describe, expect, it } from "vitest";
import { BUTTON_PLACES, COMMAND_GROUPS } from "../../../src/ui/commands/command.ts";
import { isStroke, keyText } from "../../../src/ui/commands/keys.ts";
import { buttonsOf, COMMANDS, commandForKey, commandOf, menuOf, sheetOf } from "../../../src/ui/commands/registry.ts";
import { strokeOf } from "../../support/strokes.ts";

const duplicates = (items: readonly string[]): string[] => items.filter((item, i) => items.indexOf(item) !== i);
const ids = (groups: ReturnType<typeof menuOf>): string[] => groups.flatMap(([, commands]) => commands.map((c) => c.id));

describe("the table of commands", () => {
  it("has each id, each title and each key once", () => {
    expect(COMMANDS.length).toBeGreaterThan(25);
    expect(duplicates(COMMANDS.map((c) => c.id))).toEqual([]);
    expect(duplicates(COMMANDS.map((c) => c.title))).toEqual([]);
    expect(duplicates(COMMANDS.flatMap((c) => c.keys ?? []).map((key) => key.toLowerCase()))).toEqual([]);
  });

  it("is in the sheet in full, each command once and under a group that exists", () => {
    expect(ids(sheetOf(COMMANDS)).sort()).toEqual(COMMANDS.map((c) => c.id).sort());
    expect(COMMANDS.filter((c) => !COMMAND_GROUPS.includes(c.group))).toEqual([]);
  });

  it("is within reach of the pointer in full: in the menu of what it acts on, or as a button", () => {
    const reached = new Set([
      ...(["actor", "relation", "nothing"] as const).flatMap((on) => ids(menuOf(COMMANDS, on))),
      ...BUTTON_PLACES.flatMap((place) => buttonsOf(COMMANDS, place).map((c) => c.id)),
    ]);
    expect(COMMANDS.filter((c) => !reached.has(c.id)).map((c) => c.id)).toEqual([]);
  });

  it("answers each of its keys with the command it stands at, in its own scope alone", () => {
    for (const command of COMMANDS)
      for (const key of command.keys ?? []) {
        const other = command.scope === "canvas" ? "anywhere" : "canvas";
        expect(commandForKey(strokeOf(key), command.scope)?.id, key).toBe(command.id);
        expect(commandForKey(strokeOf(key), other), key).toBeUndefined();
      }
  });

  it("takes no key of the browser's own: with Ctrl or Cmd only search, undo and redo", () => {
    const modified = COMMANDS.flatMap((c) => c.keys ?? []).filter((key) => key.includes("Mod"));
    expect(modified.sort()).toEqual(["Mod+K", "Mod+Shift+Z", "Mod+Z"]);
    for (const code of "abcdefghijklmnopqrstuvwxyz0123456789")
      for (const modifiers of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
        expect(commandForKey({ ...strokeOf(code), ...modifiers }, "canvas"), `${code} ${Object.keys(modifiers)}`).toBeUndefined();
  });

  it("puts what acts on an actor into no menu of a relation, and the other way round", () => {
    expect(menuOf(COMMANDS, "relation").flatMap(([, cs]) => cs.filter((c) => c.target === "actor"))).toEqual([]);
    expect(menuOf(COMMANDS, "actor").flatMap(([, cs]) => cs.filter((c) => c.target === "relation"))).toEqual([]);
  });

  it("throws for an id it does not hold", () => {
    expect(() => commandOf("explode")).toThrow("explode");
  });
});

describe("keys", () => {
  it.each([
    ["E", { key: "e" }, true],
    ["E", { key: "E", shiftKey: true }, false],
    ["E", { key: "e", ctrlKey: true }, false],
    ["Mod+K", { key: "k", ctrlKey: true }, true],
    ["Mod+K", { key: "k", metaKey: true }, true],
    ["Mod+Z", { key: "Z", ctrlKey: true, shiftKey: true }, false],
    ["Mod+Shift+Z", { key: "Z", ctrlKey: true, shiftKey: true }, true],
    ["?", { key: "?", shiftKey: true }, true],
    ["+", { key: "+", shiftKey: true }, true],
    ["+", { key: "+", ctrlKey: true }, false],
    ["Space", { key: " " }, true],
    ["Space", { key: " ", shiftKey: true }, false],
    ["Escape", { key: "Escape" }, true],
    ["1", { key: "1", altKey: true }, false],
  ] as const)("%s: %o is %s", (key, pressed, isIt) => {
    const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(isStroke(key, { ...none, ...pressed })).toBe(isIt);
  });

  it("are written as they stand on the keyboard", () => {
    expect(["Mod+Shift+Z", "Escape", "+", "-"].map((key) => keyText(key))).toEqual(["Ctrl + Shift + Z", "Esc", "+", "−"]);
    expect(keyText("Mod+K", true)).toBe("⌘ + K");
  });
});
