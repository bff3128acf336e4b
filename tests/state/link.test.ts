import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { compileGraph } from "../../scripts/compile.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { MAX_HOPS } from "../../src/graph/paths/path-limits.ts";
import type { ActorId, RelationId } from "../../src/model/ids.ts";
import { issueText } from "../../src/model/issue.ts";
import { ACTOR_KINDS, DIRECTIONS, RELATION_STATUSES } from "../../src/model/kinds.ts";
import { isLink, LINK_STEP, type LinkedView, MAX_LINK_LENGTH, parseLink, writeLink } from "../../src/state/link.ts";
import { MAX_COORDINATE, PARTS } from "../../src/state/link-parts.ts";
import { LEAST_STATUSES, ROUTE_EXTRAS, ROUTE_PRESETS, ROUTE_SCOPES } from "../../src/state/route-question.ts";
import { EMPTY_VIEW, FOCUS_HOPS, type ItemId, NO_FILTERS, type Point, type ViewState } from "../../src/state/view-state.ts";
import { visibleGraphOf } from "../../src/state/visible.ts";
import { graphArb, sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

const HASH = "0123456789abcdef".repeat(4);
const DATASET = { id: "small", hash: HASH };

function opened(text: string, graph: EntenteGraph): LinkedView {
  const found = parseLink(text, graph);
  if (!found.ok) throw new Error(found.issues.map(issueText).join("\n"));
  return found.value;
}
function refusals(text: string, graph: EntenteGraph): string[] {
  const found = parseLink(text, graph);
  return found.ok ? [] : found.issues.map((i) => `${i.code} ${i.path.join(".")} ${i.value ?? ""}`.trim());
}

const whole = fc.integer({ min: -MAX_COORDINATE, max: MAX_COORDINATE });
const anyNumber = fc.oneof(fc.double(), whole, fc.double({ min: -3000, max: 3000, noNaN: true }));
const day = fc.option(fc.integer({ min: -800_000, max: 3_000_000 }), { nil: undefined });

/** Any view over the graph's ids, whether a reader could have come to it or not. */
function viewArb(graph: EntenteGraph, coordinate: fc.Arbitrary<number> = whole): fc.Arbitrary<ViewState> {
  const actors = [...graph.actors.keys()];
  const some = <T>(all: readonly T[]) => fc.subarray([...all]).map((list): ReadonlySet<T> => new Set(list));
  return fc.record({
    placed: fc
      .shuffledSubarray(actors)
      .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.record({ x: coordinate, y: coordinate })))))
      .map((rows): ReadonlyMap<ActorId, Point> => new Map(rows)),
    hidden: some(actors),
    pinned: some(actors),
    filters: fc.record({
      kindsOff: some(ACTOR_KINDS),
      typesOff: some([...graph.types.keys()]),
      statusesOff: fc.oneof(fc.constant(NO_FILTERS.statusesOff), some(RELATION_STATUSES)),
      sourcesOff: some([...graph.sources.keys()]),
      minDegree: fc.oneof(fc.constant(0), fc.nat(999_999)),
      valid: fc.option(
        fc.record({ from: day, to: day }).filter(({ from, to }) => from !== undefined || to !== undefined),
        { nil: undefined },
      ),
      knownOn: day,
    }),
    isFading: fc.boolean(),
    question: fc.record({
      from: fc.shuffledSubarray(actors, { maxLength: Math.min(3, actors.length) }),
      to: fc.shuffledSubarray(actors, { maxLength: Math.min(3, actors.length) }),
      mustPass: fc.shuffledSubarray(actors, { maxLength: Math.min(2, actors.length) }),
      avoid: fc.shuffledSubarray(actors, { maxLength: Math.min(2, actors.length) }),
      preset: fc.constantFrom(...ROUTE_PRESETS),
      direction: fc.constantFrom(...DIRECTIONS),
      maxHops: fc.integer({ min: 1, max: MAX_HOPS }),
      scope: fc.constantFrom(...ROUTE_SCOPES),
      slots: fc.boolean(),
      also: some(ROUTE_EXTRAS),
      leastStatus: fc.constantFrom(undefined, ...LEAST_STATUSES),
    }),
    tour: fc.option(
      fc.constantFrom(...graph.tours.flatMap(({ id, steps }) => steps.map((_, step) => ({ id, step }))), undefined),
      { nil: undefined },
    ),
    route: fc.option(
      fc.shuffledSubarray(actors).filter((ids) => ids.length > 1),
      { nil: undefined },
    ),
    focus: fc.option(fc.record({ actor: fc.constantFrom(...actors), hops: fc.constantFrom(...FOCUS_HOPS) }), { nil: undefined }),
    selected: fc.shuffledSubarray<ItemId>([...actors, ...graph.relations.keys()]),
    step: fc.string(),
  });
}
const graphAndView = graphArb().chain((graph) => fc.tuple(fc.constant(graph), viewArb(graph)));

const graph = buildGraph(
  datasetOf([
    ["state/a", "supplies", "org/b", { item: "materiel/i" }],
    ["state/a", "attacks", "state/constructor"],
    ["org/b", "member-of", "org/proto"],
  ]),
  { sha256Hex },
);
const small = { ...graph, hash: HASH };
const view: ViewState = {
  ...EMPTY_VIEW,
  placed: new Map((["state/a", "org/b", "state/constructor"] as ActorId[]).map((id, i) => [id, { x: 40 * i - 70, y: 7.6 - i }])),
  hidden: new Set(["org/b" as ActorId]),
  pinned: new Set(["state/constructor" as ActorId]),
  filters: { ...NO_FILTERS, typesOff: new Set(["attacks", "constructor"]), minDegree: 1, valid: { from: 18_500 } },
  isFading: true,
  focus: { actor: "state/a" as ActorId, hops: 2 },
  selected: ["org/b" as ActorId, "materiel/i" as ActorId],
};

describe("a link", () => {
  it("reads as what it holds, each kind named once, and nothing that is as in an empty view", () => {
    expect(writeLink(view, DATASET)).toBe(
      "#v1=small.0123456789ab&corner=-1y.6&actors=state:a.0.2,constructor.28.0;org:b.14.1&order=0.2.1&hidden=2&pinned=1" +
        "&focus=0.2&types-off=attacks.constructor&degree=1&valid=18500.open&fading=1&selected=2.materiel:i",
    );
    expect(writeLink(EMPTY_VIEW, { id: "small", hash: "" })).toBe("#v1=small");
  });

  it("opens the view it was made of, in its order, with positions in whole numbers", () => {
    const {
      view: again,
      unknownIds,
      unknownActors,
      actorCount,
      isOtherVersion,
      issues,
    } = opened(writeLink(view, DATASET), small);
    expect([...again.placed]).toEqual([
      ["state/a", { x: -70, y: 8 }],
      ["org/b", { x: -30, y: 7 }],
      ["state/constructor", { x: 10, y: 6 }],
    ]);
    expect(again).toEqual({ ...view, placed: again.placed, step: LINK_STEP });
    expect([unknownIds, unknownActors, actorCount, isOtherVersion, issues]).toEqual([[], [], 3, false, []]);
  });

  it("lists what is not in the dataset, and shows no more because of it", () => {
    const found = opened(
      "#v1=small.0123456789ab&actors=state:a.0.0,gone.1.1;org:b.2.2;planet:x.3.3&hidden=1&types-off=gone-type&statuses-off=odd" +
        "&kinds-off=planet&sources-off=gone&selected=1.e_ffffffffff.0.person:y",
      small,
    );
    expect(found.unknownActors).toEqual(["state/gone", "planet/x"]);
    expect(found.actorCount).toBe(4);
    expect(found.unknownIds).toEqual(["planet", "gone-type", "odd", "source/gone", "e_ffffffffff", "person/y"]);
    expect([...found.view.placed.keys()]).toEqual(["state/a", "org/b"]);
    expect(found.view.selected).toEqual(["state/a"]);
    expect(found.view.hidden.size).toBe(0);
  });

  it("with a focus on an unknown actor shows nothing, not everything", () => {
    const found = opened("#v1=small.0123456789ab&actors=state:a.0.0,gone.1.1;org:b.2.2&focus=1.1", small);
    expect(found.view.focus?.actor).toBe("state/gone");
    expect(visibleGraphOf(small, found.view).actors).toEqual([]);
    expect(opened("#v1=small&actors=state:a.0.0&focus=state:gone.1", small).unknownIds).toEqual(["state/gone"]);
  });

  it("says that it was made with another version of the data, or for another dataset", () => {
    expect(opened("#v1=small.0123456789ab", small)).toMatchObject({ isOtherVersion: false, datasetId: "small" });
    expect(opened("#v1=small.0123456789ac", small).isOtherVersion).toBe(true);
    expect(opened("#v1=small", small).isOtherVersion).toBe(true);
    expect(opened("#v1=other.0123456789ab", small).datasetId).toBe("other");
  });

  it("from a later page opens, and names the parts this page does not know", () => {
    const found = opened("#v1=small.0123456789ab&path=a~b&actors=state:a.0.0&tab=table", small);
    expect(found.view.placed.size).toBe(1);
    expect(found.issues.map((i) => [i.code, i.value])).toEqual([
      ["link-part-unknown", "path"],
      ["link-part-unknown", "tab"],
    ]);
  });

  it("is read with its characters escaped, as some programs pass it on", () => {
    const plain = writeLink(view, DATASET);
    expect(opened(`#${encodeURIComponent(plain.slice(1))}`, small)).toEqual(opened(plain, small));
  });

  it("is told from an anchor on the page", () => {
    expect(["#v1=small", "v2=x", "#v1"].map(isLink)).toEqual([true, true, true]);
    expect(["", "#", "#outline-title", "#view", "#constructor"].map(isLink)).toEqual([false, false, false, false, false]);
  });

  it.each([
    ["#v2=small", "link-version"],
    ["#v01=small", "link-version"],
    ["#v1", "link-malformed  v1"],
    ["#small", "link-malformed  small"],
    ["", "link-malformed"],
    ["#v1=", "link-malformed dataset"],
    ["#v1=Small.0123", "link-malformed dataset Small.0123"],
    ["#v1=small%", "link-malformed  #v1=small%"],
    ["#v1=small&actors", "link-malformed  actors"],
    ["#v1=small&", "link-malformed"],
    ["#v1=small&__proto__=1", "link-malformed  __proto__=1"],
    ["#v1=small&fading=1&fading=1", "link-malformed fading fading=1"],
    ["#v1=small&tab=1&tab=2", "link-malformed tab tab=2"],
    ["#v1=small&actors=", "link-malformed actors.0 :"],
    ["#v1=small&actors=state", "link-malformed actors.0 state:"],
    ["#v1=small&actors=state:a.0.0,__proto__.1.1", "link-malformed actors.1 state:__proto__.1.1"],
    ["#v1=small&actors=state:a.0.0,a.1.1", "link-malformed actors.1 state/a"],
    ["#v1=small&actors=state:a.0", "link-malformed actors.0"],
    ["#v1=small&actors=state:a.0.1.2", "link-malformed actors.0 state:a.0.1.2"],
    ["#v1=small&actors=state:a.0.Infinity", "link-malformed actors.0 Infinity"],
    ["#v1=small&actors=state:a.NaN.0", "link-malformed actors.0 NaN"],
    ["#v1=small&actors=state:a.1e9.zzzzzzz", "link-malformed actors.0 zzzzzzz"],
    ["#v1=small&corner=1&actors=state:a.0.0", "link-malformed corner.0 1"],
    ["#v1=small&actors=state:a.0.0,b.0.0&order=0", "link-malformed order.0 0"],
    ["#v1=small&actors=state:a.0.0,b.0.0&order=0.0", "link-malformed order.0 0.0"],
    ["#v1=small&actors=state:a.0.0,b.0.0&order=1.0.1", "link-malformed order.0 1.0.1"],
    ["#v1=small&actors=state:a.0.0,b.0.0&order=0.-1", "link-malformed order.0 0.-1"],
    ["#v1=small&actors=state:a.0.0&hidden=1", "link-malformed hidden.0 1"],
    ["#v1=small&pinned=", "link-malformed pinned.0"],
    ["#v1=small&selected=e_xyz", "link-malformed selected.0 e_xyz"],
    ["#v1=small&actors=state:a.0.0&focus=0", "link-malformed focus.1"],
    ["#v1=small&actors=state:a.0.0&focus=0.5", "link-malformed focus.1 5"],
    ["#v1=small&focus=e_0123456789.1", "link-malformed focus.0 e_0123456789"],
    ["#v1=small&kinds-off=constructor.A", "link-malformed kinds-off.1 A"],
    ["#v1=small&statuses-off=", "link-malformed statuses-off.0"],
    ["#v1=small&degree=-1", "link-malformed degree.0 -1"],
    ["#v1=small&degree=1e3", "link-malformed degree.0 1e3"],
    ["#v1=small&valid=1", "link-malformed valid.0 1"],
    ["#v1=small&valid=1.99999999", "link-malformed valid.0 1.99999999"],
    ["#v1=small&fading=0", "link-malformed fading.0 0"],
    ["#v1=small&extent=0.0.1", "link-malformed extent.0 0.0.1"],
    ["#v1=small&extent=0.0.0.1", "link-malformed extent.0 0.0.0.1"],
    ["#v1=small&extent=0.0.5.-5", "link-malformed extent.0 0.0.5.-5"],
  ])("is refused with what is wrong and where: %s", (text, expected) => {
    expect(refusals(text, small)).toEqual([expected]);
  });

  it("is refused with everything that is wrong", () => {
    expect(refusals("#v1=small&fading=2&degree=x&valid=a.b", small)).toHaveLength(3);
  });

  it("is refused when it is longer than any view needs, and read up to there", () => {
    const filler = (length: number): string => `#v1=small&later=${"x".repeat(length - 16)}`;
    expect(refusals(filler(MAX_LINK_LENGTH + 1), small)).toEqual(["link-too-long"]);
    expect(refusals(filler(MAX_LINK_LENGTH), small)).toEqual([]);
  });

  it("moves positions far outside to the limits", () => {
    const found = opened("#v1=small&corner=-zzzzzz.zzzzzz&actors=state:a.0.zzzzzz", small);
    expect([...found.view.placed.values()]).toEqual([{ x: -MAX_COORDINATE, y: MAX_COORDINATE }]);
  });
});

describe("laws of links", () => {
  it("whatever the view, its link opens it again, in the same order", () => {
    fc.assert(
      fc.property(graphAndView, ([graph, view]) => {
        const again = opened(writeLink(view, { id: graph.info.id, hash: graph.hash }), graph);
        expect(again.view).toEqual({ ...view, step: LINK_STEP });
        expect([...again.view.placed.keys()]).toEqual([...view.placed.keys()]);
        expect(again).toMatchObject({ unknownIds: [], unknownActors: [], isOtherVersion: false, issues: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("what was in sight comes back in whole numbers, whatever it was", () => {
    fc.assert(
      fc.property(fc.record({ x: anyNumber, y: anyNumber, width: anyNumber, height: anyNumber }), (extent) => {
        const link = writeLink(view, DATASET, extent);
        const { extent: again } = opened(link, small);
        if (again === undefined) throw new Error("the extent is lost");
        for (const n of [again.x, again.y, again.width, again.height])
          expect(Number.isInteger(n) && Math.abs(n) <= MAX_COORDINATE && !Object.is(n, -0)).toBe(true);
        expect(again.width >= 1 && again.height >= 1).toBe(true);
        expect(writeLink(view, DATASET, again)).toBe(link);
        for (const key of ["x", "y"] as const)
          if (Math.abs(extent[key]) < MAX_COORDINATE) expect(Math.abs(again[key] - extent[key])).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it("the link of an opened link is that link, whatever the positions were", () => {
    fc.assert(
      fc.property(
        graphArb().chain((graph) => fc.tuple(fc.constant(graph), viewArb(graph, anyNumber))),
        ([graph, view]) => {
          const link = writeLink(view, DATASET);
          const { view: again } = opened(link, graph);
          expect(writeLink(again, DATASET)).toBe(link);
          for (const { x, y } of again.placed.values())
            for (const n of [x, y]) expect(Number.isInteger(n) && Math.abs(n) <= MAX_COORDINATE && !Object.is(n, -0)).toBe(true);
        },
      ),
    );
  });

  it("equal views have equal links, however their sets came about", () => {
    fc.assert(
      fc.property(graphAndView, ([, view]) => {
        const reversed = <T>(set: ReadonlySet<T>): ReadonlySet<T> => new Set([...set].reverse());
        const { kindsOff, typesOff, statusesOff, sourcesOff } = view.filters;
        const filters = {
          ...view.filters,
          kindsOff: reversed(kindsOff),
          typesOff: reversed(typesOff),
          statusesOff: reversed(statusesOff),
          sourcesOff: reversed(sourcesOff),
        };
        const same = { ...view, filters, hidden: reversed(view.hidden), pinned: reversed(view.pinned), step: "x" };
        expect(writeLink(same, DATASET)).toBe(writeLink(view, DATASET));
      }),
    );
  });

  it("needs no percent sign, and no program that finds links in text cuts its end off", () => {
    fc.assert(
      fc.property(graphAndView, ([, view]) => {
        const link = writeLink(view, DATASET);
        expect(new URL(link, "https://example.org/").hash).toBe(link);
        expect(link).toMatch(/^#v1=[a-z0-9_.:;,=&-]*[a-z0-9]$/);
      }),
    );
  });

  it("whatever the dataset it is opened with, it places nothing else and filters nothing less", () => {
    fc.assert(
      fc.property(graphAndView, graphArb(), ([graph, view], other) => {
        const { view: found, unknownActors } = opened(writeLink(view, DATASET), other);
        expect([...found.placed.keys()]).toEqual([...view.placed.keys()].filter((id) => other.actors.has(id)));
        expect(unknownActors).toEqual([...view.placed.keys()].filter((id) => !other.actors.has(id)));
        expect(found.focus).toEqual(view.focus);
        const kept = <T>(set: ReadonlySet<T>, isKnown: (item: T) => boolean) => new Set([...set].filter(isKnown));
        expect(found.hidden).toEqual(kept(view.hidden, (id) => other.actors.has(id)));
        expect(found.filters.sourcesOff).toEqual(kept(view.filters.sourcesOff, (id) => other.sources.has(id)));
        expect(found.filters.typesOff).toEqual(kept(view.filters.typesOff, (id) => other.types.has(id)));
        expect([found.filters.kindsOff, found.filters.statusesOff]).toEqual([view.filters.kindsOff, view.filters.statusesOff]);
        const shown = visibleGraphOf(other, found).actors;
        expect(shown.every((id) => graph.actors.has(id) && view.placed.has(id))).toBe(true);
      }),
    );
  });

  it("never throws, whatever the text, and says what is wrong when it opens nothing", () => {
    const graph = buildGraph(datasetOf([["state/a", "attacks", "state/b"]]), { sha256Hex });
    const sound = "#v1=small.0123&corner=1.-2&actors=state:a.0.2,b.28.0&order=1.0&hidden=1&focus=0.2&valid=1.open&selected=0";
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("state", "a", "0", "zz", "-1", "e_", "none", "open", ".", ":", ",", ";", "=", "%"))
        .map((l) => l.join("")),
    );
    const built = fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...PARTS), fc.string()), value))
      .map((pairs) => ["#v1=small", ...pairs.map(([name, text]) => `${name}=${text}`)].join("&"));
    const damaged = fc
      .tuple(fc.nat(sound.length), fc.nat(6), value)
      .map(([at, length, text]) => sound.slice(0, at) + text + sound.slice(at + length));
    const anything = fc.oneof(fc.string({ unit: "binary" }), built, damaged);
    let openedCount = 0;
    fc.assert(
      fc.property(anything, (text) => {
        const found = parseLink(text, graph);
        if (found.ok) {
          openedCount += 1;
          expect([...found.value.view.placed.keys()].every((id) => graph.actors.has(id))).toBe(true);
        } else {
          expect(found.issues.length).toBeGreaterThan(0);
          for (const { value: shown = "" } of found.issues) expect(shown.length).toBeLessThanOrEqual(40);
        }
      }),
      { numRuns: 3000 },
    );
    expect(openedCount).toBeGreaterThan(20);
  });
});

describe("the size of links", () => {
  const MAX_BYTES = 6000;
  let real: EntenteGraph;
  beforeAll(() => {
    const { compiled, issues } = compileGraph("graph-data");
    if (compiled === undefined) throw new Error(issues.map(issueText).join("\n"));
    real = compiled.graph;
  });

  /** Spread over some 15 000 units, which is wider than any layout of 150 actors. */
  function crowded(ids: readonly ActorId[], relations: readonly RelationId[]): ViewState {
    return {
      ...EMPTY_VIEW,
      placed: new Map(ids.map((id, i) => [id, { x: 97 * i - 7000, y: 89 * ((31 * i) % 150) - 6000 }])),
      hidden: new Set(ids.slice(0, 15)),
      pinned: new Set(ids.slice(10, 40)),
      isFading: true,
      selected: [...ids.slice(100, 105), ...relations.slice(0, 5)],
    };
  }

  it("keeps 150 actors of the dataset, some of them hidden, pinned or selected, within 6 kB", () => {
    const ids = [...real.actors.keys()];
    // In an order that interleaves the kinds.
    const mixed = [...ids].sort((a, b) => (sha256Hex(a) < sha256Hex(b) ? -1 : 1)).slice(0, 150);
    const view = crowded(mixed, [...real.relations.keys()]);
    const link = writeLink(view, { id: real.info.id, hash: HASH });
    expect(link.length).toBeLessThanOrEqual(MAX_BYTES);
    expect(opened(link, real).view).toEqual({ ...view, step: LINK_STEP });
    expect(view.placed.size).toBe(150);
  });

  it("keeps 150 made actors of every kind, with names as long as those of the dataset, within 6 kB", () => {
    const lengths = [...real.actors.keys()].map((id) => id.length - id.indexOf("/") - 1);
    const ids = Array.from({ length: 150 }, (_, i) => {
      const kind = ACTOR_KINDS[i % ACTOR_KINDS.length];
      return `${kind}/${String(i).padStart(lengths[(7 * i) % lengths.length] ?? 0, "a")}` as ActorId;
    });
    expect(new Set(ids).size).toBe(150);
    expect(writeLink(crowded(ids, []), { id: real.info.id, hash: HASH }).length).toBeLessThanOrEqual(MAX_BYTES);
  });
});
