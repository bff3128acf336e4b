// Answers: is every stored text safe to show, whatever record holds it?
import { FORBIDDEN_KEYS } from "./ids.ts";
import { type Issue, type IssuePath, issue } from "./issue.ts";

export const MAX_DEPTH = 12;

/** C0 but tab and newline, C1, zero-width, bidirectional controls, line separators, BOM. */
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

/** A label as a heading: "the war in Ukraine" → "War in Ukraine". Labels are stored as they read within a sentence. */
export function titleOf(label: string): string {
  return capitalized(label.replace(/^(?:the|an?) (?=\S)/, ""));
}

/** "1 claim", "2 claims". */
export function countText(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

export function capitalized(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Issues of all texts and keys of a value, in reading order. Never recurses deeper than `MAX_DEPTH`. */
export function checkTexts(value: unknown, file: string): Issue[] {
  const issues: Issue[] = [];
  visit(value, [], file, issues);
  return issues;
}

/** True for an http or https URL without credentials or text fragment. By form: the core has no URL parser of its own. */
export function isSafeUrl(text: string): boolean {
  return /^https?:\/\/[^\s/?#@\\"<>]+(?:[/?#][^\s\\"<>]*)?$/i.test(text) && !text.includes("#:~:");
}

function visit(value: unknown, path: IssuePath, file: string, issues: Issue[]): void {
  if (path.length > MAX_DEPTH) {
    issues.push(issue("depth-limit", file, path, { remedy: `nest at most ${MAX_DEPTH} levels` }));
    return;
  }
  if (typeof value === "string") visitText(value, path, file, issues);
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i], file, issues);
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value)) {
      if (FORBIDDEN_KEYS.has(key)) issues.push(issue("key-forbidden", file, [...path, key], { value: key, remedy: "remove it" }));
      else visit(item, [...path, key], file, issues);
    }
}

function visitText(text: string, path: IssuePath, file: string, issues: Issue[]): void {
  const unsafe = UNSAFE.exec(text);
  if (unsafe !== null) {
    const code = `U+${(text.codePointAt(unsafe.index) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    issues.push(
      issue("text-control", file, path, { value: code, remedy: `remove ${code} (character ${unsafe.index + 1} of the text)` }),
    );
  }
  if (text !== text.normalize("NFC"))
    issues.push(issue("text-not-nfc", file, path, { value: text, remedy: "run `npm run data:format`, which composes it" }));
}
