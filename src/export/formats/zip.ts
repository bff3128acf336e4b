// Answers: how do several files of text become one ZIP, piece by piece and with the same bytes each time?
import { strToU8, Zip, ZipDeflate } from "fflate";

export interface ZipEntry {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

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
    for (const piece of pieces) {
      file.push(strToU8(piece));
      yield* drained();
    }
    file.push(new Uint8Array(0), true);
    yield* drained();
  }
  zip.end();
  yield* drained();
}
