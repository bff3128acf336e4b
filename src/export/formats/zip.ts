// Answers: how do several files of text become one ZIP, piece by piece and with the same bytes each time?
import { strToU8, Zip, ZipDeflate } from "fflate";

export interface ZipEntry {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Characters that are compressed at once, and that are made bytes at once. The bytes of a ZIP depend on the first. */
const BLOCK = 65_536;
const ENCODED = 16_384;

/** The first day a ZIP can say; local noon, since the format keeps local time. */
const TIME = new Date(1980, 0, 1, 12);

export function* zipOf(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    if (bytes.length > 0) ready.push(bytes);
  });
  const drained = (): Uint8Array[] => {
    const bytes = ready;
    ready = [];
    return bytes;
  };
  for (const { name, pieces } of entries) {
    const file = new ZipDeflate(name, { level: 1 });
    file.mtime = TIME;
    zip.add(file);
    for (const block of blocksOf(pieces)) {
      file.push(block);
      yield* drained();
    }
    file.push(new Uint8Array(0), true);
    yield* drained();
  }
  zip.end();
  yield* drained();
}

/** The text of the pieces as UTF-8, cut after the piece that fills a block. */
function* blocksOf(pieces: Iterable<string>): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let [held, length] = ["", 0];
  for (const piece of pieces) {
    held += piece;
    length += piece.length;
    if (length < BLOCK && held.length < ENCODED) continue;
    parts.push(strToU8(held));
    held = "";
    if (length < BLOCK) continue;
    yield joined(parts);
    parts = [];
    length = 0;
  }
  if (length > 0) yield joined([...parts, strToU8(held)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
