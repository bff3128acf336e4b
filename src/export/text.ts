// Answers: how is text written so that no reader trips over it, piece by piece and in bounded memory?

import { isSafeUrl } from "../model/text.ts";

/** Of a chunk, in UTF-16 code units. Twice as much with one character beyond Latin-1 in it is a large object to V8, five times slower to make. */
const CHUNK = 32_768;
/** Items of an array written as one piece. */
const SLICE = 512;

/** C0 but tab, LF and CR; C1's and other non-characters that XML, CSV or DOT readers refuse; halves of surrogate pairs. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Cs}]/gu;

/** Whether there may be any of them: half a pair looks like a whole one here. Most texts have neither, and this is ten times faster. */
const MAY_BE_UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff\ufffe\uffff]/;
/** Readers of XML 1.1 take the last two for line ends, and make them spaces in an attribute. */
const XML_MARK = /[&<>"'\t\n\r\u0085\u2028]/;
const XML_MARKS = new RegExp(XML_MARK, "g");

/** Characters that no text format can hold stand as U+FFFD. */
export function writable(text: string): string {
  return MAY_BE_UNWRITABLE.test(text) ? text.replace(UNWRITABLE, "\ufffd") : text;
}

/** As a URI of ASCII characters; undefined where there is none, or none that may be followed. */
export function safeUri(url: string | undefined): string | undefined {
  return url !== undefined && isSafeUrl(url) ? encodeURI(writable(url)).replaceAll("%25", "%") : undefined;
}

/** For attributes and content alike: line ends survive the normalization of attributes, and `]]>` is broken. */
export function xmlText(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  const text = writable(value);
  return XML_MARK.test(text) ? text.replace(XML_MARKS, (c) => `&#${c.charCodeAt(0)};`) : text;
}

/** The same text in pieces of about 32 Ki characters. */
export function* chunked(pieces: Iterable<string>): Generator<string> {
  let held = "";
  for (const piece of pieces) {
    held += piece;
    if (held.length < CHUNK) continue;
    yield held;
    held = "";
  }
  if (held !== "") yield held;
}

/** `JSON.stringify(value)` in pieces: arrays of more than 512 items are never one string. Absent members are left out. */
export function* jsonPieces(value: unknown): Generator<string> {
  if (Array.isArray(value) && value.length > SLICE) {
    yield "[";
    for (let i = 0; i < value.length; i += SLICE)
      yield `${i === 0 ? "" : ","}${JSON.stringify(value.slice(i, i + SLICE)).slice(1, -1)}`;
    yield "]";
  } else if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    yield "{";
    let separator = "";
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${separator}${JSON.stringify(key)}:`;
      yield* jsonPieces(member);
      separator = ",";
    }
    yield "}";
  } else yield JSON.stringify(value);
}
