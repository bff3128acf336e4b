import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatusClaim } from "../../src/model/status.ts";
import { compareClaimIds, deriveStatus } from "../../src/model/status.ts";
import { statusClaimsArb } from "../support/arbitraries.ts";

let next = 0;
function claim(more: Partial<StatusClaim> = {}): StatusClaim {
  next += 1;
  return {
    status: "reported",
    modality: "actual",
    opinion: false,
    origin: `org/o${next}`,
    byParty: false,
    reliability: "C",
    credibility: 3,
    publishedDay: 10,
    id: `source/s#c${next}`,
    ...more,
  };
}

const statusOf = (...claims: readonly Partial<StatusClaim>[]) => deriveStatus(claims.map((c) => claim(c))).status;

describe("the base status of undenied claims", () => {
  it.each<[string, string, Partial<StatusClaim>[]]>([
    [
      "alleged when nobody does more than allege",
      "alleged",
      [{ status: "alleged" }, { status: "alleged", reliability: "A", credibility: 1 }],
    ],
    ["reported when one origin reports", "reported", [{ status: "alleged" }, { status: "reported" }]],
    ["reported when a poor source says confirmed", "reported", [{ status: "confirmed", reliability: "C" }]],
    [
      "confirmed when a party admits it, however poor the source",
      "confirmed",
      [{ status: "confirmed", byParty: true, reliability: "F", credibility: 6 }],
    ],
    ["reported when a party merely reports it", "reported", [{ status: "reported", byParty: true }]],
    ["confirmed by one confirmed claim of an A source", "confirmed", [{ status: "confirmed", reliability: "A", credibility: 6 }]],
    ["confirmed by one confirmed claim of a B source", "confirmed", [{ status: "confirmed", reliability: "B" }]],
    [
      "confirmed by two independent good reports",
      "confirmed",
      [
        { reliability: "A", credibility: 2 },
        { reliability: "B", credibility: 1 },
      ],
    ],
    ["reported by a single good report", "reported", [{ reliability: "A", credibility: 1 }]],
    [
      "reported when the second good report has credibility 3",
      "reported",
      [
        { reliability: "A", credibility: 2 },
        { reliability: "B", credibility: 3 },
      ],
    ],
    [
      "reported when the second report comes from a C source",
      "reported",
      [
        { reliability: "A", credibility: 2 },
        { reliability: "C", credibility: 1 },
      ],
    ],
    [
      "reported when one of two good claims only alleges",
      "reported",
      [
        { reliability: "A", credibility: 2 },
        { reliability: "A", credibility: 1, status: "alleged" },
      ],
    ],
    [
      "reported when two good reports share an origin",
      "reported",
      [
        { reliability: "A", credibility: 1, origin: "org/same" },
        { reliability: "B", credibility: 1, origin: "org/same" },
      ],
    ],
  ])("is %s", (_, expected, claims) => {
    expect(statusOf(...claims)).toBe(expected);
  });
});

describe("denials", () => {
  it("make it denied when nobody asserts it", () => {
    expect(statusOf({ status: "denied" }, { status: "denied" })).toBe("denied");
  });

  it("make it disputed when others assert it", () => {
    expect(statusOf({ status: "reported" }, { status: "denied" })).toBe("disputed");
    expect(statusOf({ status: "alleged" }, { status: "denied", byParty: true })).toBe("disputed");
  });

  it("by a party leave a confirmed relation confirmed but contested", () => {
    const derived = deriveStatus([claim({ status: "confirmed", reliability: "A" }), claim({ status: "denied", byParty: true })]);
    expect(derived).toMatchObject({ status: "confirmed", contested: true, origins: 1, denials: 1 });
  });

  it("by one party and one outsider make a confirmed relation disputed", () => {
    const confirmed = { status: "confirmed", reliability: "A" } as const;
    expect(statusOf(confirmed, { status: "denied", byParty: true }, { status: "denied" })).toBe("disputed");
  });

  it("replace what the same origin said before, and are replaced by what it says after", () => {
    const early = { origin: "state/aa", publishedDay: 1 };
    const late = { origin: "state/aa", publishedDay: 2 };
    expect(statusOf({ ...early, status: "confirmed", byParty: true }, { ...late, status: "denied" })).toBe("denied");
    expect(statusOf({ ...late, status: "reported" }, { ...early, status: "denied" })).toBe("reported");
  });

  it("on the same day yield to the later claim of the source, c10 after c9", () => {
    const [denied, reported] = [
      claim({ status: "denied", origin: "o", id: "source/s#c9" }),
      claim({ origin: "o", id: "source/s#c10" }),
    ];
    expect(deriveStatus([denied, reported]).status).toBe("reported");
    expect(deriveStatus([reported, denied]).status).toBe("reported");
  });
});

describe("a relation without an actual claim", () => {
  it.each<[string, string, Partial<StatusClaim>[]]>([
    ["planned by a plan, a request or a threat", "planned", [{ modality: "threatened" }]],
    ["planned even beside an opinion", "planned", [{ opinion: true }, { modality: "requested" }]],
    ["conjecture when all is opinion", "conjecture", [{ opinion: true, status: "confirmed", reliability: "A" }]],
    ["conjecture when the plan is itself an opinion", "conjecture", [{ opinion: true, modality: "planned" }]],
    ["conjecture when all is hypothetical", "conjecture", [{ modality: "hypothetical" }]],
    ["retracted when every claim is withdrawn", "retracted", [{ retractedDay: 20 }, { retractedDay: 30 }]],
    ["hidden when there is no claim", "hidden", []],
  ])("is %s", (_, expected, claims) => {
    expect(statusOf(...claims)).toBe(expected);
  });
});

describe("the date until which things are known", () => {
  const claims = [
    claim({ status: "alleged", publishedDay: 5 }),
    claim({ status: "confirmed", reliability: "A", publishedDay: 8, retractedDay: 12 }),
  ];
  it.each([
    [4, "hidden"],
    [5, "alleged"],
    [8, "confirmed"],
    [11, "confirmed"],
    [12, "alleged"],
  ])("on day %i the status is %s", (day, expected) => {
    expect(deriveStatus(claims, day).status).toBe(expected);
  });
  it("without a date the retraction has happened", () => {
    expect(deriveStatus(claims).status).toBe("alleged");
  });
});

describe("the summary beside the status", () => {
  it("counts visible claims, asserting origins, denials and the span of grades of actual claims", () => {
    const derived = deriveStatus([
      claim({ origin: "a", credibility: 2 }),
      claim({ origin: "a", credibility: 5 }),
      claim({ origin: "b", status: "denied", credibility: 4 }),
      claim({ origin: "c", opinion: true, credibility: 1 }),
      claim({ origin: "d", modality: "planned", credibility: 6 }),
      claim({ origin: "e", retractedDay: 11, credibility: 1 }),
    ]);
    expect(derived).toEqual({
      status: "disputed",
      contested: false,
      claims: 5,
      origins: 1,
      denials: 1,
      strongest: 2,
      weakest: 5,
    });
  });
});

describe("laws of derived status", () => {
  const day = fc.integer({ min: -1, max: 15 });

  it("the order of claims does not matter", () => {
    fc.assert(
      fc.property(
        statusClaimsArb.chain((claims) =>
          fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
        ),
        fc.option(day, { nil: undefined }),
        ([claims, shuffled], known) => {
          expect(deriveStatus(shuffled, known)).toEqual(deriveStatus(claims, known));
        },
      ),
    );
  });

  it("as of a day equals deriving over what was published by then, later retractions ignored", () => {
    fc.assert(
      fc.property(statusClaimsArb, day, (claims, known) => {
        const then = claims
          .filter((c) => c.publishedDay <= known)
          .map((c) => ({
            ...c,
            retractedDay: c.retractedDay !== undefined && c.retractedDay <= known ? c.retractedDay : undefined,
          }));
        expect(deriveStatus(claims, known)).toEqual(deriveStatus(then));
      }),
    );
  });

  it("an opinion or a non-actual claim never changes a status that rests on actual claims", () => {
    fc.assert(
      fc.property(statusClaimsArb, statusClaimsArb, (claims, others) => {
        fc.pre(claims.some((c) => c.modality === "actual" && !c.opinion && c.retractedDay === undefined));
        const idle = others
          .filter((c) => c.opinion || c.modality !== "actual")
          .map((c, i) => ({ ...c, id: `source/z#c${i + 1}` }));
        const { claims: _, ...before } = deriveStatus(claims);
        const { claims: __, ...after } = deriveStatus([...claims, ...idle]);
        expect(after).toEqual(before);
      }),
    );
  });

  it("the denial of an outsider whose last word it is never leaves a relation confirmed", () => {
    fc.assert(
      fc.property(statusClaimsArb, (claims) => {
        const denial = claim({ status: "denied", origin: "org/outsider", publishedDay: 99 });
        expect(["disputed", "denied"]).toContain(deriveStatus([...claims, denial]).status);
      }),
    );
  });

  it("what was only ever alleged is never reported or confirmed", () => {
    fc.assert(
      fc.property(statusClaimsArb, (claims) => {
        const alleged = claims.map((c) => ({ ...c, status: c.status === "denied" ? ("denied" as const) : ("alleged" as const) }));
        expect(["reported", "confirmed"]).not.toContain(deriveStatus(alleged).status);
      }),
    );
  });

  it("claim ids are totally ordered", () => {
    const id = fc
      .tuple(fc.constantFrom("source/a", "source/a-c1", "source/b"), fc.integer({ min: 1, max: 120 }))
      .map(([s, n]) => `${s}#c${n}`);
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        expect(Math.sign(compareClaimIds(a, b)) + Math.sign(compareClaimIds(b, a))).toBe(0);
        expect(compareClaimIds(a, b) === 0).toBe(a === b);
        if (compareClaimIds(a, b) < 0 && compareClaimIds(b, c) < 0) expect(compareClaimIds(a, c)).toBeLessThan(0);
      }),
    );
  });
});
