// Answers: what is to be taken out of the graph, and with which words is that asked for again?
import type { EntenteGraph } from "../graph/graph.ts";
import type { PathsQuery } from "../graph/paths/paths.ts";
import type { RelationFilter } from "../graph/query/filter.ts";
import { dayText, OPEN_FUTURE, OPEN_PAST } from "../model/day.ts";
import type { ActorId, RelationId } from "../model/ids.ts";
import { type Direction, MODALITIES } from "../model/kinds.ts";
import { countText } from "../model/text.ts";

export type RecipeFilter = Omit<RelationFilter, "chainable">;

/** What a view of the page shows, or what is selected in it; the link says the same in a form that can be typed. */
export interface ViewScope {
  readonly kind: "view";
  readonly only: "visible" | "selection";
  /** `#v1=…` */
  readonly link: string;
  readonly positions: ReadonlyMap<ActorId, { readonly x: number; readonly y: number }>;
  readonly relations: ReadonlySet<RelationId>;
  /** What the view leaves out and why, in words: "kinds off: person". */
  readonly leftOut: readonly string[];
}

export type Scope =
  | { readonly kind: "all" }
  | {
      readonly kind: "neighborhood";
      readonly seeds: readonly ActorId[];
      readonly depth: number;
      readonly direction: Direction;
    }
  | { readonly kind: "path"; readonly query: Omit<PathsQuery, "filter"> }
  | ViewScope;

export interface Recipe {
  readonly scope: Scope;
  /** Of a view: its sources and clocks; everything else is in its sets. */
  readonly filter: RecipeFilter;
  /** Leaves out actors without a relation in the extract. */
  readonly connected?: boolean | undefined;
}

/** Options of `entente export` that ask for the same, without the format; they identify the recipe. */
export function recipeWords({ scope, filter, connected }: Recipe): string[] {
  const words = scopeWords(scope);
  if (connected === true) words.push("--connected");
  return scope.kind === "view" ? words : [...words, ...filterWords(filter)];
}

/** One shell command; words with other than plain characters stand in single quotes. */
export function commandText(words: readonly string[]): string {
  return words.map((word) => (/^[\w./,:=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(" ");
}

/** "2 hops around North Korea and Russia". */
export function scopeText(graph: EntenteGraph, scope: Scope): string {
  const names = (ids: readonly ActorId[]): string => ids.map((id) => graph.actors.get(id)?.label ?? id).join(", ");
  switch (scope.kind) {
    case "all":
      return "the whole dataset";
    case "neighborhood": {
      const way = { both: "", in: ", along relations towards it", out: ", along relations away from it" }[scope.direction];
      return `${countText(scope.depth, "hop")} around ${names(scope.seeds)}${way}`;
    }
    case "path":
      return `routes from ${names(scope.query.from)} to ${names(scope.query.to)}`;
    case "view":
      return scope.only === "visible" ? "what the view shows" : "what is selected in the view";
  }
}

/** Each constraint in words; what is not asserted as a fact is only in where a line says so. */
export function filterTexts(graph: EntenteGraph, { scope, filter, connected }: Recipe): string[] {
  const texts: string[] = scope.kind === "view" ? [...scope.leftOut] : [];
  const { types, polarities, minStatus, modalities, opinions, denials, sourcesOff, knownOn, valid, undated } = filter;
  const list = (words: Iterable<string>): string => [...words].join(", ");
  if (types !== undefined) texts.push(`only relation types: ${list(types)}`);
  if (polarities !== undefined) texts.push(`only layers: ${list(polarities)}`);
  if (minStatus !== undefined) texts.push(`at least ${minStatus}`);
  if (scope.kind !== "view") {
    texts.push(`modality: ${modalities === undefined ? "actual" : list(modalities)}`);
    texts.push(opinions === true ? "opinions included" : "without opinions");
    texts.push(denials === true ? "relations with nothing but denials included" : "without relations that are only denied");
  }
  if (sourcesOff !== undefined && sourcesOff.size > 0)
    texts.push(`without ${countText(sourcesOff.size, "source")} of ${graph.sources.size}: ${list(sourcesOff)}`);
  if (knownOn !== undefined) texts.push(`as known on ${dayText(knownOn)}`);
  if (valid !== undefined) texts.push(`only claims that may have held in ${windowText(valid)}`);
  if (undated === "strict") texts.push("without claims that have no date");
  if (connected === true) texts.push("without actors that have no relation here");
  return texts;
}

function scopeWords(scope: Scope): string[] {
  switch (scope.kind) {
    case "all":
      return [];
    case "neighborhood":
      return [
        ...scope.seeds.flatMap((id) => ["--neighbors", id]),
        ...["--depth", String(scope.depth)],
        ...(scope.direction === "both" ? [] : ["--direction", scope.direction]),
      ];
    case "path": {
      const { from, to, k, maxHops, direction, slots, mustPass = [], avoid = [], ranking, time } = scope.query;
      const each = (option: string, ids: readonly string[]): string[] => ids.flatMap((id) => [option, id]);
      const one = (option: string, value: string | number | undefined): string[] =>
        value === undefined ? [] : [option, String(value)];
      return [
        ...each("--from", from),
        ...each("--to", to),
        ...one("--k", k),
        ...one("--max-hops", maxHops),
        ...one("--direction", direction),
        ...one("--ranking", ranking),
        ...each("--must-pass", mustPass),
        ...each("--avoid", avoid),
        ...(slots === true ? ["--slots"] : []),
        ...one("--time", time?.rule),
        ...(time?.atLeast === "certain" ? ["--certain"] : []),
      ];
    }
    case "view":
      return ["--link", scope.link, ...(scope.only === "selection" ? ["--selection"] : [])];
  }
}

/** Options that ask for the same filter, whatever the scope. */
export function filterWords(filter: RecipeFilter): string[] {
  const { types, polarities, minStatus, modalities, opinions, denials, sourcesOff, knownOn, valid, undated } = filter;
  const sorted = (words: Iterable<string>): string => [...words].sort().join(",");
  const modality = modalities !== undefined && MODALITIES.every((m) => modalities.has(m)) ? "all" : sorted(modalities ?? []);
  return [
    ...(types === undefined ? [] : ["--type", sorted(types)]),
    ...(polarities === undefined ? [] : ["--layer", sorted(polarities)]),
    ...(minStatus === undefined ? [] : ["--min-status", minStatus]),
    ...(modalities === undefined ? [] : ["--modality", modality]),
    ...(opinions === true ? ["--opinions"] : []),
    ...(denials === true ? ["--denials"] : []),
    ...[...(sourcesOff ?? [])].sort().flatMap((id) => ["--source-off", id]),
    ...(knownOn === undefined ? [] : ["--known-on", dayText(knownOn)]),
    ...(valid === undefined ? [] : ["--valid", windowText(valid)]),
    ...(undated === undefined ? [] : ["--undated", undated]),
  ];
}

/** EDTF interval; an open end is `..`. */
function windowText({ from = OPEN_PAST, to = OPEN_FUTURE }: NonNullable<RecipeFilter["valid"]>): string {
  return `${from <= OPEN_PAST ? ".." : dayText(from)}/${to >= OPEN_FUTURE ? ".." : dayText(to)}`;
}
