// Answers: how do many small whole numbers, and lists of them, lie in memory without an object each?
import type { Steps } from "./query/work.ts";

/** Numbers checked between two pauses. */
const PER_STEP = 65_536;

/** @throws on what is no whole number from `least` to `most`: left unchecked, it would become another one, and mean something else. */
export function* checkedColumn<A extends Int32Array | Uint8Array | Float64Array>(
  column: readonly unknown[],
  [least, most]: readonly [number, number],
  into: A,
): Steps<A> {
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) throw new Error(`no entry ${i}`);
    into[i] = value as number;
    if (i % PER_STEP === PER_STEP - 1) yield;
  }
  return into;
}

/** Lists of whole numbers by their number, from 0. */
export interface NumberLists {
  lengthOf(list: number): number;
  map<T>(list: number, of: (entry: number) => T): T[];
}

/** 0 stands for an empty list. @throws on an entry that is no whole number in the range. */
export function* packedLists(lists: ReadonlyArray<readonly number[] | 0>, range: readonly [number, number]): Steps<NumberLists> {
  const entries: unknown[] = [];
  const ends = new Int32Array(lists.length);
  for (let i = 0; i < lists.length; i++) {
    for (const entry of lists[i] || []) entries.push(entry);
    ends[i] = entries.length;
  }
  yield;
  return listsEndingAt(ends, yield* checkedColumn(entries, range, new Int32Array(entries.length)));
}

/** List `g` holds the places in `groups` where `g` stands, ascending. `groups`: 0 to `count` - 1. */
export function placesByGroup(groups: Int32Array, count: number): NumberLists {
  const ends = new Int32Array(count);
  for (const group of groups) ends[group] = (ends[group] as number) + 1;
  for (let g = 1; g < count; g++) ends[g] = (ends[g] as number) + (ends[g - 1] as number);
  const entries = new Int32Array(groups.length);
  const nexts = ends.slice();
  for (let i = groups.length - 1; i >= 0; i--) {
    const next = (nexts[groups[i] as number] as number) - 1;
    nexts[groups[i] as number] = next;
    entries[next] = i;
  }
  return listsEndingAt(ends, entries);
}

function listsEndingAt(ends: Int32Array, entries: Int32Array): NumberLists {
  const startOf = (list: number): number => (list === 0 ? 0 : (ends[list - 1] as number));
  return {
    lengthOf: (list) => (ends[list] as number) - startOf(list),
    map(list, of) {
      const mapped = [];
      const end = ends[list] as number;
      for (let i = startOf(list); i < end; i++) mapped.push(of(entries[i] as number));
      return mapped;
    },
  };
}
