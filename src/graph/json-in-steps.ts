// Answers: how is a long JSON text parsed without holding up the page? Container by container, their entries some at a time by `JSON.parse`.
import type { Steps } from "./query/work.ts";

/** Text parsed in one go, in UTF-16 units: one or two milliseconds. */
const PIECE = 131_072;
/** Containers nested deeper are parsed in one go. */
const MAX_DEPTH = 3;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
/** Square brackets become curly with it. */
const CASE_BIT = 0x20;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

interface Container {
  readonly value: unknown[] | Record<string, unknown>;
  /** In the container around it; undefined in a list, and for the outermost. */
  readonly key?: string | undefined;
  hasEntries: boolean;
  /** A container in it has just been closed: a comma must follow, or its own end. */
  isAfterChild: boolean;
}

/** The same value as `JSON.parse` gives. @throws SyntaxError on what is no JSON. */
export function* parsedJsonInSteps(text: string, piece: number = PIECE): Steps<unknown> {
  if (text.length <= piece || !/^\s*[[{]/.test(text.slice(0, piece))) return JSON.parse(text);
  const open: Container[] = [];
  /** Below the innermost container that is held open. */
  let depth = 0;
  /** Where the text starts that is not parsed yet, and the entry that is being read. */
  let [start, entry] = [0, 0];
  const scan: Scan = { place: 0, comma: -1 };
  for (let i = 0; i < text.length; i++) {
    scan.place = i;
    skip(scan, text, depth > 0 ? Number.POSITIVE_INFINITY : open.at(-1)?.isAfterChild === false ? start + piece : 0);
    if (depth === 0 && scan.comma >= entry) entry = scan.comma + 1;
    i = scan.place;
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (depth > 0 || open.length === MAX_DEPTH) {
        depth += 1;
        continue;
      }
      const around = open.at(-1);
      if (around === undefined) needBlank(text, 0, i);
      else if (around.isAfterChild) throw noJson(i);
      else if (entry > start) take(around, text, start, entry - 1);
      open.push({
        value: code === OPEN_LIST ? [] : {},
        key: around === undefined ? undefined : keyBefore(around, text, entry, i),
        hasEntries: false,
        isAfterChild: false,
      });
      start = entry = i + 1;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      if (depth > 0) {
        depth -= 1;
        continue;
      }
      const closed = open.pop();
      if (closed === undefined || Array.isArray(closed.value) !== (code === CLOSE_LIST)) throw noJson(i);
      if (closed.isAfterChild || (!closed.hasEntries && isBlank(text, start, i))) needBlank(text, start, i);
      else take(closed, text, start, i);
      const around = open.at(-1);
      if (around === undefined) {
        needBlank(text, i + 1, text.length);
        return closed.value;
      }
      put(around, closed.key, closed.value);
      around.isAfterChild = true;
      start = entry = i + 1;
      yield i / text.length;
    } else if (code === COMMA && depth === 0) {
      const around = open.at(-1);
      if (around === undefined) throw noJson(i);
      entry = i + 1;
      if (around.isAfterChild) {
        needBlank(text, start, i);
        around.isAfterChild = false;
      } else take(around, text, start, i);
      start = entry;
      yield i / text.length;
    }
  }
  throw noJson(text.length);
}

interface Scan {
  /** Where it stands. */
  place: number;
  /** The last comma that it passed. */
  comma: number;
}

/** Goes on to the next quote or bracket, or to a comma from `commaFrom` on, or to the end. Apart from the steps, as it looks at each character. */
function skip(scan: Scan, text: string, commaFrom: number): void {
  let { place } = scan;
  for (; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === COMMA) {
      if (place >= commaFrom) break;
      scan.comma = place;
    } else if (code === QUOTE || (code | CASE_BIT) === OPEN_OBJECT || (code | CASE_BIT) === CLOSE_OBJECT) break;
  }
  scan.place = place;
}

/** Where the string that starts here ends. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  throw noJson(start);
}

/** Parses entries, at least one, into the container they stand in. */
function take(container: Container, text: string, start: number, end: number): void {
  const { value } = container;
  const entries = text.slice(start, end);
  if (Array.isArray(value)) {
    const parsed = JSON.parse(`[${entries}]`) as unknown[];
    if (parsed.length === 0) throw noJson(start);
    for (const each of parsed) value.push(each);
  } else {
    const parsed = Object.entries(JSON.parse(`{${entries}}`) as object);
    if (parsed.length === 0) throw noJson(start);
    for (const [key, each] of parsed) put(container, key, each);
  }
  container.hasEntries = true;
}

function put(container: Container, key: string | undefined, entry: unknown): void {
  const { value } = container;
  if (Array.isArray(value)) value.push(entry);
  // As JSON.parse does: a key such as `__proto__` is one like any other.
  else Object.defineProperty(value, key ?? "", { value: entry, writable: true, enumerable: true, configurable: true });
  container.hasEntries = true;
}

/** Of the container that opens at `end`, within the one around it. */
function keyBefore({ value }: Container, text: string, start: number, end: number): string | undefined {
  const before = text.slice(start, end);
  const held = Object.keys(JSON.parse(Array.isArray(value) ? `[${before}{}]` : `{${before}{}}`) as object);
  if (held.length !== 1) throw noJson(start);
  return Array.isArray(value) ? undefined : held[0];
}

function isBlank(text: string, start: number, end: number): boolean {
  return /^[ \t\n\r]*$/.test(text.slice(start, end));
}

function needBlank(text: string, start: number, end: number): void {
  if (!isBlank(text, start, end)) throw noJson(start);
}

function noJson(place: number): SyntaxError {
  return new SyntaxError(`no JSON at position ${place}`);
}
