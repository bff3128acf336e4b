import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsedJsonInSteps } from "../../src/graph/json-in-steps.ts";
import { finished } from "../../src/graph/query/work.ts";

function outcome(parse: () => unknown): unknown {
  try {
    return { value: parse() };
  } catch (error) {
    return { isSyntaxError: error instanceof SyntaxError };
  }
}

const hostile = fc.constantFrom("__proto__", "constructor", 'a"b', "\\", '\\\\"', "]", "}", ",", "{", "[", "", "0");
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.jsonValue({ maxDepth: 0 }), hostile),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(hostile, fc.string()), tie("value"), { maxKeys: 4 }),
  ),
}));
const blank = fc.constantFrom("", " ", "\n", "\t ");

describe("JSON in steps", () => {
  it("is what JSON.parse gives, however it is laid out and however small the pieces", () => {
    fc.assert(
      fc.property(json, fc.nat(12), fc.constantFrom(undefined, 1, "\t"), blank, (value, piece, indent, around) => {
        const text = around + JSON.stringify(value, undefined, indent) + around;
        expect(outcome(() => finished(parsedJsonInSteps(text, piece)))).toEqual(outcome(() => JSON.parse(text)));
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses what JSON.parse refuses, and nothing else", () => {
    const part = fc.constantFrom(...'[]{},:" \\\n01-ea', "null", '"k"', '"k":', "[1,", '{"a":1,', "]]", "}}", "__proto__", "//");
    fc.assert(
      fc.property(json, fc.nat(12), fc.nat(), fc.nat(3), part, (value, piece, place, left, added) => {
        const whole = JSON.stringify(value);
        const at = place % (whole.length + 1);
        const text = whole.slice(0, at) + added + whole.slice(at + left);
        expect(outcome(() => finished(parsedJsonInSteps(text, piece)))).toEqual(outcome(() => JSON.parse(text)));
      }),
      { numRuns: 5000 },
    );
  });

  it("pauses in a long column, and tells how far it is", () => {
    const text = JSON.stringify({ claims: { bounds: Array.from({ length: 10_000 }, (_, i) => i) }, next: [] });
    const steps = parsedJsonInSteps(text, 1000);
    const told: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) told.push(step.value ?? Number.NaN);
    expect(told.length).toBeGreaterThan(40);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(step.value).toEqual(JSON.parse(text));
  });
});
