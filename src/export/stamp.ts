// Answers: of which dataset and recipe is this file, by which licence, and how is it made again?
import { countText } from "../model/text.ts";
import type { Extract } from "./extract.ts";
import { nameUuid } from "./name-uuid.ts";
import { commandText, filterTexts, filterWords, recipeWords, scopeText } from "./recipe.ts";

/** What every exported file carries. No clock: same recipe, same stamp. */
export interface Stamp {
  /** Name and version. */
  readonly tool: string;
  readonly dataset: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    /** SHA-256 of the snapshot's content, hex; "" when the data was not compiled to a snapshot. */
    readonly hash: string;
    readonly license: string;
  };
  readonly format: string;
  /** Makes the file again. */
  readonly command: string;
  /** 8 hex digits, the same for the same recipe. */
  readonly recipe: string;
  readonly scope: string;
  readonly filters: readonly string[];
  readonly notes: readonly string[];
  /** Exported, and in the whole dataset. */
  readonly counts: Readonly<Record<"actors" | "relations" | "claims" | "sources", readonly [number, number]>>;
}

export interface StampOptions {
  /** Name of the format. */
  readonly format: string;
  /** Name and version of the program. */
  readonly tool: string;
}

export function stampOf(extract: Extract, { format, tool }: StampOptions): Stamp {
  const { graph, recipe } = extract;
  const { id, title, version, license } = graph.info;
  const words = recipeWords(recipe);
  return {
    tool,
    dataset: { id, title, version, hash: graph.hash, license },
    format,
    command: commandText(["entente", "export", "--format", format, ...words]),
    recipe: recipeId(extract),
    scope: scopeText(graph, recipe.scope),
    filters: filterTexts(graph, recipe),
    notes: extract.notes,
    counts: {
      actors: [extract.actors.length, graph.actors.size],
      relations: [extract.relations.length, graph.relations.size],
      claims: [extract.claims.size, graph.claims.size],
      sources: [extract.sources.length, graph.sources.size],
    },
  };
}

/** The stamp as lines of text, for comments and footers. */
export function stampLines(stamp: Stamp): string[] {
  const { tool, dataset, command, scope, filters, notes, counts } = stamp;
  return [
    `${dataset.title} (${dataset.id}), version ${dataset.version}${dataset.hash === "" ? "" : `, ${dataset.hash.slice(0, 12)}`}`,
    `Scope: ${scope}`,
    `Filters: ${filters.length === 0 ? "none" : filters.join("; ")}`,
    ...notes.map((note) => `Note: ${note}`),
    `Holds ${countsText(counts)}`,
    "Status says how well a relation is evidenced: alleged, reported, confirmed, disputed, denied. A relation that is not confirmed is no established fact.",
    `Licence: ${dataset.license}`,
    `Made by ${tool}: ${command}`,
  ];
}

/** `dataset-version-hash-scope-recipe.extension`, in characters that every file system takes. */
export function fileNameOf({ dataset, recipe }: Stamp, extract: Extract, extension: string): string {
  const { scope } = extract.recipe;
  const kind = scope.kind === "view" ? scope.only : scope.kind;
  const parts = [dataset.id, dataset.version, dataset.hash.slice(0, 8), kind, recipe].map((part) =>
    part
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, "-")
      .replace(/^[-.]+|[-.]+$/g, ""),
  );
  return `${parts.filter((part) => part !== "").join("-")}.${extension}`;
}

/** Identifies what was asked, whatever the dataset's version. */
export function recipeId({ recipe }: Extract): string {
  return nameUuid(JSON.stringify(recipeWords(recipe))).slice(0, 8);
}

/** Identifies the evidence let in, whatever part of the graph is taken under it. */
export function filterId({ recipe }: Extract): string {
  return nameUuid(JSON.stringify(filterWords(recipe.filter))).slice(0, 8);
}

function countsText(counts: Stamp["counts"]): string {
  const [actors, relations, claims, sources] = (["actors", "relations", "claims", "sources"] as const).map(
    (name) => counts[name],
  );
  const text = ([some = 0, all = 0]: readonly number[] = [], one: string): string => `${some} of ${countText(all, one)}`;
  return [text(actors, "actor"), text(relations, "relation"), text(claims, "claim"), text(sources, "source")].join(", ");
}
