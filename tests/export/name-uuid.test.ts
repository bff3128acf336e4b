import fc from "fast-check";
import { v5 } from "uuid";
import { expect, test } from "vitest";
import { nameUuid } from "../../src/export/name-uuid.ts";

const NAMESPACE = "5b1f1ac0-6d0e-5d1f-9c3c-6f0a7f0d4e11";

test("the UUID of a name is the one that another program makes, whatever its script and length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      expect(nameUuid(name)).toBe(v5(name, NAMESPACE));
    }),
  );
});
