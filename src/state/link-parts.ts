// Answers: what does each part of a link say, and what of it is damaged or unknown here?
import type { EntenteGraph } from "../graph/graph.ts";
import { MAX_HOPS } from "../graph/paths/path-limits.ts";
import { type ActorId, isActorId, parseRelationId, type SourceId, TYPE_ID } from "../model/ids.ts";
import { type Issue, type IssuePath, issue } from "../model/issue.ts";
import { ACTOR_KINDS, DIRECTIONS, RELATION_STATUSES } from "../model/kinds.ts";
import { LEAST_STATUSES, NO_QUESTION, ROUTE_EXTRAS, ROUTE_PRESETS, ROUTE_SCOPES, type RouteQuestion } from "./route-question.ts";
import {
  type DayRange,
  type Filters,
  FOCUS_HOPS,
  type Focus,
  type ItemId,
  NO_FILTERS,
  type Point,
  type TourPlace,
} from "./view-state.ts";

/** Positions beyond are moved to it. */
export const MAX_COORDINATE = 1_000_000;
/** Stands for a filter of statuses that leaves all of them on. */
export const NONE = "none";
/** Stands for the end of a range without end. */
export const OPEN = "open";

export const PARTS = [
  "corner",
  "actors",
  "order",
  "hidden",
  "pinned",
  "focus",
  "kinds-off",
  "types-off",
  "statuses-off",
  "sources-off",
  "degree",
  "valid",
  "known",
  "fading",
  "route-from",
  "route-to",
  "must-pass",
  "avoid",
  "ask",
  "route",
  "tour",
  "selected",
  "extent",
] as const;
export type Part = (typeof PARTS)[number];

type PlacedActor = readonly [ActorId, Point];

/** What is in sight of the drawing: left upper corner and size, in layout units. Pan and zoom, apart from the size of the screen. */
export interface Extent extends Point {
  readonly width: number;
  readonly height: number;
}

/** What the parts of a link say; the damage they have is in `issues`. */
export interface LinkContent {
  /** In the order they came onto the canvas, unknown ones too. */
  readonly placed: readonly PlacedActor[];
  readonly hidden: readonly ItemId[];
  readonly pinned: readonly ItemId[];
  readonly focus: Focus | undefined;
  readonly filters: Filters;
  readonly isFading: boolean;
  readonly question: RouteQuestion;
  /** Undefined when an actor of it is unknown: it would be another route. */
  readonly route: readonly ActorId[] | undefined;
  /** Undefined when the tour or the step is unknown. */
  readonly tour: TourPlace | undefined;
  readonly selected: readonly ItemId[];
  readonly extent: Extent | undefined;
  /** Whatever but placed actors the graph does not hold, each once. */
  readonly unknown: ReadonlySet<string>;
  /** Errors only. */
  readonly issues: readonly Issue[];
}

/** Reads the parts one by one, and collects on the way what is damaged and what is unknown. */
export function readParts(graph: EntenteGraph, values: ReadonlyMap<Part, string>): LinkContent {
  const issues: Issue[] = [];
  const unknown = new Set<string>();
  const fault: Fault = (part, place, value, detail) => {
    issues.push(malformed([part, place], value, detail));
    return undefined;
  };
  const listed = readActors(values, fault);
  const ids = listed.map(([id]) => id);

  /** Words of a closed set, or ids in the form of a slug; the unknown ones are noted and left out. */
  function words<T extends string>(part: Part, isKnown: (word: string) => boolean, prefix = ""): Set<T> {
    const found = new Set<T>();
    for (const [i, word] of listOf(values, part).entries()) {
      if (!TYPE_ID.test(word)) fault(part, i, word, "Lower-case letters, digits and hyphens are expected.");
      else if (isKnown(`${prefix}${word}`)) found.add(`${prefix}${word}` as T);
      else unknown.add(`${prefix}${word}`);
    }
    return found;
  }
  /** The id a text stands for, whether the graph holds it or not. */
  function itemAt(part: Part, place: number, text: string): ItemId | undefined {
    const expected = "The number or the id of an actor, or the id of a relation, is expected.";
    if (!/^[0-9a-z]{1,6}$/.test(text)) return parseRelationId(text) ?? actorIdOf(text) ?? fault(part, place, text, expected);
    return ids[Number.parseInt(text, 36)] ?? fault(part, place, text, `None of the link's ${ids.length} actors has this number.`);
  }
  function isHeld(id: ItemId): boolean {
    const isKnown = isActorId(id) ? graph.actors.has(id) : graph.relations.has(id);
    if (!isKnown) unknown.add(id);
    return isKnown;
  }
  function items(part: Part): ItemId[] {
    const found = listOf(values, part).map((text, i) => itemAt(part, i, text));
    return found.filter((id) => id !== undefined && isHeld(id)) as ItemId[];
  }
  function focus(): Focus | undefined {
    if (!values.has("focus")) return undefined;
    const [ref = "", count = "", ...more] = listOf(values, "focus");
    const hops = FOCUS_HOPS.find((n) => String(n) === count);
    const actor = itemAt("focus", 0, ref);
    if (hops === undefined || more.length > 0)
      return fault("focus", 1, count, `A number of hops up to ${FOCUS_HOPS.length} is expected.`);
    if (actor === undefined) return undefined;
    if (!isActorId(actor)) return fault("focus", 0, ref, "An actor is expected.");
    // Kept when unknown: nothing is within reach of it, where no focus would show everything.
    isHeld(actor);
    return { actor, hops };
  }
  function statusesOff(): Filters["statusesOff"] {
    const statuses = new Set<string>(RELATION_STATUSES);
    if (values.get("statuses-off") === NONE) return new Set();
    return values.has("statuses-off") ? words("statuses-off", (word) => statuses.has(word)) : NO_FILTERS.statusesOff;
  }

  function tour(): TourPlace | undefined {
    const value = values.get("tour");
    if (value === undefined) return undefined;
    const [, id, count] = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([1-9]\d{0,2})$/.exec(value) ?? [];
    if (id === undefined) return fault("tour", 0, value, "The name of a tour and the number of its step are expected.");
    const step = Number(count) - 1;
    if (graph.tours.find((known) => known.id === id)?.steps[step] !== undefined) return { id, step };
    unknown.add(`tour ${value}`);
    return undefined;
  }

  const kinds = new Set<string>(ACTOR_KINDS);
  const valid = readRange(values, fault);
  const known = readDay(values, fault);
  const actorsOf = (part: Part): ActorId[] => {
    const found = listOf(values, part).map((text, i) => [i, itemAt(part, i, text)] as const);
    for (const [i, id] of found) if (id !== undefined && !isActorId(id)) fault(part, i, id, "An actor is expected.");
    return [...new Set(found.flatMap(([, id]) => (id !== undefined && isActorId(id) && isHeld(id) ? [id] : [])))];
  };
  const route = actorsOf("route");
  return {
    placed: readOrder(values, listed, fault),
    hidden: items("hidden"),
    pinned: items("pinned"),
    focus: focus(),
    filters: {
      kindsOff: words("kinds-off", (word) => kinds.has(word)),
      typesOff: words("types-off", (word) => graph.types.has(word)),
      statusesOff: statusesOff(),
      sourcesOff: words("sources-off", (id) => graph.sources.has(id as SourceId), "source/"),
      minDegree: readCount(values, fault),
      ...(valid === undefined ? {} : { valid }),
      ...(known === undefined ? {} : { knownOn: known }),
    },
    isFading: readSwitch(values, fault),
    question: {
      ...readAsk(values, fault),
      from: actorsOf("route-from"),
      to: actorsOf("route-to"),
      mustPass: actorsOf("must-pass"),
      avoid: actorsOf("avoid"),
    },
    route: route.length > 1 && route.length === listOf(values, "route").length ? route : undefined,
    tour: tour(),
    selected: [...new Set(items("selected"))],
    extent: readExtent(values, fault),
    unknown,
    issues,
  };
}

export function malformed(path: IssuePath, value: string, detail: string): Issue {
  return issue("link-malformed", "link", path, { value: clipped(value), detail });
}

export function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A whole number within the limits, never -0; what is no number becomes 0. */
export function wholeOf(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.min(MAX_COORDINATE, Math.max(-MAX_COORDINATE, Math.round(value))) + 0;
}

type Values = ReadonlyMap<Part, string>;
/** Notes damage; gives undefined, for callers that have nothing else to give. */
type Fault = (part: Part, place: number, value: string, detail: string) => undefined;

function listOf(values: Values, part: Part): string[] {
  return values.get(part)?.split(".") ?? [];
}

function readActors(values: Values, fault: Fault): PlacedActor[] {
  const corner = listOf(values, "corner").map((text, i) => readNumber("corner", i, text, fault));
  if (corner.length !== 0 && corner.length !== 2) fault("corner", 0, values.get("corner") ?? "", "Two numbers are expected.");
  const [left = 0, top = 0] = corner;
  const found = new Map<ActorId, Point>();
  for (const group of values.get("actors")?.split(";") ?? []) {
    const [, kind = "", entries = ""] = /^([^:]*):(.*)$/s.exec(group) ?? [undefined, group];
    for (const entry of entries.split(",")) {
      const place = found.size;
      const [slug = "", x, y, ...more] = entry.split(".");
      const id = actorIdOf(`${kind}:${slug}`);
      if (id === undefined || more.length > 0)
        fault("actors", place, `${kind}:${entry}`, "A kind and a name with two numbers are expected.");
      else if (found.has(id)) fault("actors", place, id, "This actor stands twice.");
      else {
        const at = [x, y].map((text) => readNumber("actors", place, text, fault));
        found.set(id, { x: wholeOf(left + (at[0] ?? 0)), y: wholeOf(top + (at[1] ?? 0)) });
      }
    }
  }
  return [...found];
}

function readOrder(values: Values, listed: readonly PlacedActor[], fault: Fault): readonly PlacedActor[] {
  if (!values.has("order")) return listed;
  const numbers = listOf(values, "order").map((text, i) => readNumber("order", i, text, fault));
  const ordered = [...new Set(numbers)].flatMap((n) => (listed[n] === undefined ? [] : [listed[n]]));
  if (ordered.length !== listed.length || numbers.length !== listed.length)
    fault("order", 0, values.get("order") ?? "", "The number of each actor is expected once.");
  return ordered;
}

function readNumber(part: Part, place: number, text: string | undefined, fault: Fault): number {
  if (text !== undefined && /^-?[0-9a-z]{1,6}$/.test(text)) return Number.parseInt(text, 36) + 0;
  fault(part, place, text ?? "", "A whole number of at most six digits, base 36, is expected.");
  return 0;
}

function readCount(values: Values, fault: Fault): number {
  const value = values.get("degree") ?? "0";
  if (/^\d{1,6}$/.test(value)) return Number(value);
  fault("degree", 0, value, "A whole number of at most six digits is expected.");
  return 0;
}

function readRange(values: Values, fault: Fault): DayRange | undefined {
  if (!values.has("valid")) return undefined;
  const days = listOf(values, "valid");
  if (days.length !== 2 || !days.every((day) => day === OPEN || /^-?\d{1,7}$/.test(day)))
    return fault("valid", 0, days.join("."), `Two days, counted from 1970-01-01, are expected; “${OPEN}” stands for none.`);
  const [from, to] = days.map((day) => (day === OPEN ? undefined : Number(day) + 0));
  return { from, to };
}

function readDay(values: Values, fault: Fault): number | undefined {
  const day = values.get("known");
  if (day === undefined) return undefined;
  if (/^-?\d{1,7}$/.test(day)) return Number(day) + 0;
  return fault("known", 0, day, "A day, counted from 1970-01-01, is expected.");
}

function readAsk(values: Values, fault: Fault): RouteQuestion {
  let question = NO_QUESTION;
  for (const [i, word] of listOf(values, "ask").entries()) {
    const preset = ROUTE_PRESETS.find((known) => known === word);
    const direction = DIRECTIONS.find((known) => known === word);
    const scope = ROUTE_SCOPES.find((known) => known === word);
    const leastStatus = LEAST_STATUSES.find((known) => `least-${known}` === word);
    const extra = ROUTE_EXTRAS.find((known) => known === word);
    const [, hops] = /^(\d{1,2})-hops$/.exec(word) ?? [];
    if (preset !== undefined) question = { ...question, preset };
    else if (direction !== undefined) question = { ...question, direction };
    else if (scope !== undefined) question = { ...question, scope };
    else if (leastStatus !== undefined) question = { ...question, leastStatus };
    else if (extra !== undefined) question = { ...question, also: new Set([...question.also, extra]) };
    else if (word === "slots") question = { ...question, slots: true };
    else if (hops !== undefined && Number(hops) >= 1 && Number(hops) <= MAX_HOPS)
      question = { ...question, maxHops: Number(hops) };
    else fault("ask", i, word, "A word of the path workbench is expected.");
  }
  return question;
}

function readExtent(values: Values, fault: Fault): Extent | undefined {
  if (!values.has("extent")) return undefined;
  const numbers = listOf(values, "extent").map((text, i) => readNumber("extent", i, text, fault));
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map(wholeOf);
  if (numbers.length !== 4 || width < 1 || height < 1)
    return fault("extent", 0, values.get("extent") ?? "", "A corner, a width and a height of at least 1 are expected.");
  return { x, y, width, height };
}

function readSwitch(values: Values, fault: Fault): boolean {
  const value = values.get("fading");
  if (value !== undefined && value !== "1") fault("fading", 0, value, "1 is expected.");
  return value === "1";
}

/** Of any kind: a later page may know more of them. */
function actorIdOf(text: string): ActorId | undefined {
  return /^[a-z]{1,30}:[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? (text.replace(":", "/") as ActorId) : undefined;
}
