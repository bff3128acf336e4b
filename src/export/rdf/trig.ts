// Answers: how is an extract written as TriG, one nanopublication a claim? Source: TriG (W3C 2014).
import { Writer } from "n3";
import type { Extract } from "../extract.ts";
import type { Stamp } from "../stamp.ts";
import { chunked } from "../text.ts";
import { PREFIXES, quadsOf } from "./quads.ts";

export function trigOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  let ready: string[] = [];
  const sink = {
    write: (text: string, _encoding: string, done?: () => void): void => {
      ready.push(text);
      done?.();
    },
    end: (done?: () => void): void => done?.(),
  };
  const writer = new Writer(sink, { format: "application/trig", prefixes: PREFIXES });
  for (const statement of quadsOf(extract, stamp)) {
    writer.addQuad(statement);
    yield* ready;
    ready = [];
  }
  writer.end();
  yield* ready;
}
