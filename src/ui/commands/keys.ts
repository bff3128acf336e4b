// Answers: which key is meant by "Mod+K", was it pressed, and how is it written for the reader?

export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const LETTER = /^\p{L}$/u;

/** Letters ask for Shift as noted; signs do not, for on some keyboards they need it. */
export function isStroke(key: string, stroke: Stroke): boolean {
  const parts = key === "+" ? ["+"] : key.split("+");
  const name = parts.at(-1) ?? "";
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  const pressed = stroke.key === " " ? "Space" : stroke.key;
  const isSame = LETTER.test(name) ? pressed.toLowerCase() === name.toLowerCase() : pressed === name;
  const isShiftRight = stroke.shiftKey === wants("Shift") || (name.length === 1 && !LETTER.test(name));
  return isSame && isShiftRight && (stroke.ctrlKey || stroke.metaKey) === wants("Mod") && !stroke.altKey;
}

const WRITTEN: Readonly<Record<string, string>> = { Mod: "Ctrl", Escape: "Esc", Delete: "Del", "-": "−", ContextMenu: "Menu" };

/** "Ctrl + K"; on a Mac "⌘ + K". */
export function keyText(key: string, isMac = false): string {
  if (key === "+") return "+";
  return key
    .split("+")
    .map((part) => (part === "Mod" && isMac ? "⌘" : (WRITTEN[part] ?? part)))
    .join(" + ");
}

/** As `aria-keyshortcuts` wants them. */
export function ariaKeys(keys: readonly string[]): string {
  return keys.map((key) => (key === "+" ? "Plus" : key.replace("Mod", "Control"))).join(" ");
}
