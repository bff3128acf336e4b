// Answers: how does a file of any size reach the disk or a pipe, piece by piece?
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

const STDOUT = 1;

/** Where a file of this name goes when `out` is asked for: into a folder under its own name, else to `out` itself. */
export function targetOf(out: string, name: string): string {
  return existsSync(out) && statSync(out).isDirectory() ? join(out, name) : out;
}

/** Written beside the target and renamed at the end: a reader never meets half a file. @throws when the folder is not there. */
export function writeFilePieces(target: string, pieces: Iterable<string | Uint8Array>): void {
  const temporary = join(dirname(target), `.${process.pid}.entente.tmp`);
  const file = openSync(temporary, "w");
  try {
    for (const piece of pieces) writeWhole(file, piece);
    closeSync(file);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Ends quietly when the reader at the other end has gone, as `head` does. */
export function writeStdoutPieces(pieces: Iterable<string | Uint8Array>): void {
  try {
    for (const piece of pieces) writeWhole(STDOUT, piece);
  } catch (error) {
    if ((error as { code?: string }).code !== "EPIPE") throw error;
  }
}

function writeWhole(file: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as { code?: string }).code !== "EAGAIN") throw error;
      // A pipe is full: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
