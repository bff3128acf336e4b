// Answers: which link restores this view, and which view does a link restore?
import type { EntenteGraph } from "../graph/graph.ts";
import { type ActorId, isActorId, kindOf, type SourceId } from "../model/ids.ts";
import { type Issue, issue, type Result } from "../model/issue.ts";
import { clipped, type Extent, malformed, NONE, OPEN, PARTS, type Part, readParts, wholeOf } from "./link-parts.ts";
import { NO_QUESTION, ROUTE_EXTRAS, type RouteQuestion } from "./route-question.ts";
import { type Filters, type ItemId, NO_FILTERS, type Point, type ViewState } from "./view-state.ts";

export type { Extent } from "./link-parts.ts";

export const LINK_VERSION = 1;
/** Characters of a link that are read at all. */
export const MAX_LINK_LENGTH = 65_536;
export const LINK_STEP = "Opened a link";
/** Of the dataset's hash: enough to tell versions apart. */
const HASH_DIGITS = 12;
const DATASET = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([0-9a-f]{1,64}))?$/;

export interface LinkDataset {
  readonly id: string;
  /** Hex; "" when the dataset has none. */
  readonly hash: string;
}

export interface LinkedView {
  readonly view: ViewState;
  /** What of the drawing was in sight; undefined: all of it is to be framed. */
  readonly extent: Extent | undefined;
  /** Actors the link places, known or not. */
  readonly actorCount: number;
  /** Of these, the ones that the graph does not hold, in the link's order; they are not placed. */
  readonly unknownActors: readonly ActorId[];
  /** Everything else the link names that is not known here: relations, sources, types, kinds, statuses, actors that are not placed. */
  readonly unknownIds: readonly string[];
  readonly datasetId: string;
  /** The link was made with other content than the graph's; a hash does not tell which of them is newer. */
  readonly isOtherVersion: boolean;
  /** Warnings: parts that a later page may have added. */
  readonly issues: readonly Issue[];
}

/** True for a text that is meant as a link to a view, and not as an anchor on the page. */
export function isLink(text: string): boolean {
  return /^#?v\d/.test(text);
}

/**
 * `#v1=<dataset>.<hash>` and one `&part=value` for whatever differs from an empty view. Actors are grouped by kind, their positions, rounded,
 * in base 36 from the drawing's corner; other parts name a placed actor by its number in that list. Nothing in it needs a percent sign.
 * Everything is kept but `step`. Same view and extent, same link. Cost O(n log n).
 */
export function writeLink(view: ViewState, dataset: LinkDataset, extent?: Extent): string {
  const { placed, filters, focus, question } = view;
  const groups = new Map<string, ActorId[]>();
  for (const id of placed.keys()) {
    const group = groups.get(kindOf(id));
    if (group === undefined) groups.set(kindOf(id), [id]);
    else group.push(id);
  }
  const ordinals = new Map([...groups.values()].flat().map((id, i) => [id, i]));
  const points = new Map([...placed].map(([id, { x, y }]) => [id, { x: wholeOf(x), y: wholeOf(y) }]));
  const corner = cornerOf([...points.values()]);
  const entryOf = (id: ActorId): string => {
    const { x, y } = points.get(id) ?? corner;
    return `${slugOf(id)}.${(x - corner.x).toString(36)}.${(y - corner.y).toString(36)}`;
  };
  const refOf = (id: ItemId): string => {
    const ordinal = isActorId(id) ? ordinals.get(id) : undefined;
    return ordinal === undefined ? id.replace("/", ":") : ordinal.toString(36);
  };
  const order = [...placed.keys()].map((id) => ordinals.get(id) ?? 0);
  const { from, to } = filters.valid ?? {};
  const values: Readonly<Record<Part, string>> = {
    corner: corner.x === 0 && corner.y === 0 ? "" : `${corner.x.toString(36)}.${corner.y.toString(36)}`,
    actors: [...groups].map(([kind, ids]) => `${kind}:${ids.map(entryOf).join(",")}`).join(";"),
    order: order.every((ordinal, i) => ordinal === i) ? "" : order.map((ordinal) => ordinal.toString(36)).join("."),
    hidden: listText([...view.hidden].map(refOf)),
    pinned: listText([...view.pinned].map(refOf)),
    focus: focus === undefined ? "" : `${refOf(focus.actor)}.${focus.hops}`,
    "kinds-off": listText([...filters.kindsOff]),
    "types-off": listText([...filters.typesOff]),
    "statuses-off": statusText(filters.statusesOff),
    "sources-off": listText([...filters.sourcesOff].map(slugOf)),
    degree: filters.minDegree === 0 ? "" : String(filters.minDegree),
    valid: from === undefined && to === undefined ? "" : `${from ?? OPEN}.${to ?? OPEN}`,
    known: filters.knownOn === undefined ? "" : String(filters.knownOn),
    fading: view.isFading ? "1" : "",
    "route-from": question.from.map(refOf).join("."),
    "route-to": question.to.map(refOf).join("."),
    "must-pass": question.mustPass.map(refOf).join("."),
    avoid: question.avoid.map(refOf).join("."),
    ask: askText(question),
    route: (view.route ?? []).map(refOf).join("."),
    tour: view.tour === undefined ? "" : `${view.tour.id}.${view.tour.step + 1}`,
    selected: view.selected.map(refOf).join("."),
    extent: extent === undefined ? "" : extentText(extent),
  };
  const hash = dataset.hash.slice(0, HASH_DIGITS);
  const head = `#v${LINK_VERSION}=${dataset.id}${hash === "" ? "" : `.${hash}`}`;
  return [head, ...PARTS.filter((part) => values[part] !== "").map((part) => `${part}=${values[part]}`)].join("&");
}

/**
 * Never throws. Fails on another version, on more than `MAX_LINK_LENGTH` characters and on anything not in the form that `writeLink` gives, with
 * all issues; an issue's path is the part and the place in it. What the graph does not hold is left out and listed; a focus on an unknown
 * actor is kept, and shows nothing.
 */
export function parseLink(text: string, graph: EntenteGraph): Result<LinkedView> {
  const split = splitLink(text);
  if (!split.ok) return split;
  const { datasetId, hash, values, warnings } = split.value;
  const { placed, unknown, issues, extent, ...content } = readParts(graph, values);
  if (issues.length > 0) return { ok: false, issues };
  const unknownActors = new Set(placed.map(([id]) => id).filter((id) => !graph.actors.has(id)));
  const view: ViewState = {
    ...content,
    placed: new Map(placed.filter(([id]) => !unknownActors.has(id))),
    hidden: new Set(content.hidden.filter(isActorId)),
    pinned: new Set(content.pinned.filter(isActorId)),
    step: LINK_STEP,
  };
  return {
    ok: true,
    value: {
      view,
      extent,
      actorCount: placed.length,
      unknownActors: [...unknownActors],
      unknownIds: [...unknown].filter((id) => !unknownActors.has(id as ActorId)),
      datasetId,
      isOtherVersion: hash !== graph.hash.slice(0, HASH_DIGITS),
      issues: warnings,
    },
  };
}

interface SplitLink {
  readonly datasetId: string;
  readonly hash: string;
  readonly values: ReadonlyMap<Part, string>;
  readonly warnings: readonly Issue[];
}

function splitLink(text: string): Result<SplitLink> {
  const refuse = (...found: Issue[]): Result<never> => ({ ok: false, issues: found });
  if (text.length > MAX_LINK_LENGTH) {
    const detail = `It has ${text.length} characters; at most ${MAX_LINK_LENGTH} are read.`;
    return refuse(issue("link-too-long", "link", [], { detail }));
  }
  const plain = decoded(text.startsWith("#") ? text.slice(1) : text);
  if (plain === undefined) return refuse(malformed([], text, "A percent sign in it stands for no character."));
  const version = /^v(\d+)=/.exec(plain)?.[1];
  if (version === undefined) return refuse(malformed([], plain, "It does not start with its version."));
  if (version !== String(LINK_VERSION)) {
    const detail = `The link is of version ${clipped(version)}, the page reads version ${LINK_VERSION}.`;
    return refuse(issue("link-version", "link", [], { detail }));
  }
  const [head = "", ...pairs] = plain.slice(version.length + 2).split("&");
  const [, datasetId, hash = ""] = DATASET.exec(head) ?? [];
  if (datasetId === undefined) return refuse(malformed(["dataset"], head, "The name of a dataset and its hash are expected."));
  const errors: Issue[] = [];
  const warnings: Issue[] = [];
  const values = new Map<Part, string>();
  const seen = new Set<string>();
  for (const pair of pairs) {
    const [, name, value = ""] = /^([a-z][a-z0-9-]{0,30})=(.*)$/s.exec(pair) ?? [];
    if (name === undefined) errors.push(malformed([], pair, "A part with a name and a value is expected."));
    else if (seen.has(name)) errors.push(malformed([name], pair, "This part stands twice."));
    else if (isPart(name)) values.set(name, value);
    else warnings.push(issue("link-part-unknown", "link", [name], { value: name, severity: "warning" }));
    if (name !== undefined) seen.add(name);
  }
  return errors.length > 0 ? refuse(...errors) : { ok: true, value: { datasetId, hash, values, warnings } };
}

/** Some programs escape what needs no escape when they pass a link on. */
function decoded(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}

function slugOf(id: ActorId | SourceId): string {
  return id.slice(id.indexOf("/") + 1);
}

/** Sorted, so that the same view gives the same link however it came about. */
function listText(texts: readonly string[]): string {
  return [...texts].sort().join(".");
}

/** What of a question differs from the first one, in the order of `ASK_WORDS`. */
function askText({ preset, direction, maxHops, scope, slots, also, leastStatus }: RouteQuestion): string {
  const words = [
    preset === NO_QUESTION.preset ? "" : preset,
    direction === NO_QUESTION.direction ? "" : direction,
    maxHops === NO_QUESTION.maxHops ? "" : `${maxHops}-hops`,
    scope === NO_QUESTION.scope ? "" : scope,
    slots ? "slots" : "",
    ...ROUTE_EXTRAS.filter((extra) => also.has(extra)),
    leastStatus === undefined ? "" : `least-${leastStatus}`,
  ];
  return words.filter((word) => word !== "").join(".");
}

function statusText(statusesOff: Filters["statusesOff"]): string {
  const text = listText([...statusesOff]);
  if (text === listText([...NO_FILTERS.statusesOff])) return "";
  return text === "" ? NONE : text;
}

function extentText({ x, y, width, height }: Extent): string {
  return [wholeOf(x), wholeOf(y), Math.max(1, wholeOf(width)), Math.max(1, wholeOf(height))].map((n) => n.toString(36)).join(".");
}

function cornerOf(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 };
  return { x: Math.min(...points.map((p) => p.x)), y: Math.min(...points.map((p) => p.y)) };
}
