// Answers: what does each query command say, for people and as JSON?
import { cutsOf } from "../../src/graph/analysis/cuts.ts";
import { impactOf, type StatusChange, sourceLoads } from "../../src/graph/analysis/impact.ts";
import { measuresOf } from "../../src/graph/analysis/measures.ts";
import { answerOf, filterOfQuery } from "../../src/graph/analysis/saved-question.ts";
import { enemiesOfEnemies, oppositionOf, supportOf } from "../../src/graph/analysis/support.ts";
import { commonNeighbors, relationsBetween } from "../../src/graph/analysis/ties.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { neighborhood } from "../../src/graph/query/neighborhood.ts";
import { didYouMean } from "../../src/model/nearest.ts";
import { countText, titleOf } from "../../src/model/text.ts";
import { dayText, OPEN_FUTURE, OPEN_PAST } from "../../src/model/time.ts";
import type { Loaded } from "../compile.ts";
import { coverage } from "./coverage-command.ts";
import {
  actorJson,
  labelOf,
  type Output,
  refused,
  refusedFor,
  relationJson,
  relationLines,
  relationsJson,
  sayersOf,
} from "./output.ts";
import { chainText, paths, pathsQueryOf, routeJson, sidesOf } from "./path-commands.ts";
import {
  actorOf,
  actorsOf,
  directionOf,
  filterOf,
  numberOf,
  type QueryValues,
  settingsOf,
  sourceOf,
  UsageError,
} from "./query-options.ts";
import { contradictions } from "./record-commands.ts";

type Command = (compiled: Loaded, words: readonly string[], values: QueryValues) => Output;

/** By the word on the command line. Each may throw a `UsageError`. */
export const QUERY_COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["neighbors", neighbors],
  ["paths", paths],
  ["support", (compiled, words, values) => chains(compiled, words, values, "support")],
  ["opposition", (compiled, words, values) => chains(compiled, words, values, "opposition")],
  ["enemies-of-enemies", sharedOpponents],
  ["common", common],
  ["between", between],
  ["impact", impact],
  ["sources", sources],
  ["measures", measures],
  ["coverage", coverage],
  ["contradictions", (compiled, _, values) => contradictions(compiled, settingsOf(compiled.graph, values, "contradictions"))],
  ["ask", ask],
]);

function neighbors({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  const actor = actorOf(graph, oneName("neighbors", words));
  const depth = numberOf(values.depth, "--depth") ?? 1;
  const direction = directionOf(values) ?? "both";
  const filter = filterOf(graph, values);
  const found = neighborhood(graph, [actor], { depth, direction, filter });
  const json = {
    actor,
    depth,
    direction,
    actors: [...found.distances].map(([id, hops]) => ({
      ...actorJson(graph, id),
      hops,
      hidden: Object.fromEntries(found.hidden.get(id) ?? []),
    })),
    relations: relationsJson(graph, found.relations, filter),
    filteredOut: found.filteredOut,
  };
  const lines = [
    `${countText(json.actors.length - 1, "actor")} within ${countText(depth, "hop")} of ${graph.actors.get(actor)?.label}`,
    ...json.actors.filter((a) => a.hops > 0).map((a) => `  ${a.hops}  ${a.id.padEnd(44)} ${titleOf(a.label)}`),
    countText(json.relations.length, "relation"),
    ...relationLines(json.relations),
    ...(found.filteredOut === 0
      ? []
      : [
          `${countText(found.filteredOut, "more relation")} between them set aside by the filter (see --opinions, --denials, --modality all)`,
        ]),
  ];
  return { code: 0, json, text: lines.join("\n") };
}

function chains({ graph }: Loaded, words: readonly string[], values: QueryValues, command: "support" | "opposition"): Output {
  const actor = actorOf(graph, oneName(command, words));
  const direction = directionOf(values) ?? "in";
  if (direction === "both") throw new UsageError("--direction takes in or out here.");
  const depth = numberOf(values.depth, "--depth") ?? 1;
  const asked = command === "support" ? supportOf : oppositionOf;
  const filter = filterOf(graph, values);
  const { supporters } = asked(graph, actor, { direction, depth, filter });
  const json = {
    actor,
    direction,
    depth,
    actors: supporters.map(({ chain, through, since, ...rest }) => ({
      ...rest,
      label: labelOf(graph, rest.actor),
      chain,
      through: relationsJson(graph, through, filter),
      since: since === undefined ? null : [dayOf(since.earliest), dayOf(since.latest)],
    })),
  };
  const verb = { support: ["supports", "is supported by"], opposition: ["opposes", "is opposed by"] }[command][
    direction === "in" ? 0 : 1
  ];
  const who =
    direction === "in"
      ? `Who ${verb} ${labelOf(graph, actor)}`
      : `Whom ${labelOf(graph, actor)} ${verb === "is supported by" ? "supports" : "opposes"}`;
  const lines = json.actors.flatMap((s) => [
    `${titleOf(s.label)}  [${s.status}; ${countText(s.origins, "origin")}${s.hops === 1 ? "" : `; ${countText(s.hops, "hop")}: ${s.chain.map((id) => labelOf(graph, id)).join(" → ")}`}; since ${sinceText(s.since)}]`,
    ...relationLines(s.through),
  ]);
  const end =
    json.actors.length === 0
      ? `${who}: nothing is recorded under this query`
      : `${who}: ${countText(json.actors.length, "actor")}`;
  return { code: 0, json, text: [...lines, end].join("\n") };
}

function sharedOpponents({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  const actor = actorOf(graph, oneName("enemies-of-enemies", words));
  const { actors } = enemiesOfEnemies(graph, actor, filterOf(graph, values));
  const lines = actors.map(
    (a) => `${titleOf(labelOf(graph, a.actor))}: ${a.opponents.map((id) => labelOf(graph, id)).join(", ")}`,
  );
  const end = `${countText(actors.length, "actor")} with an opponent in common with ${labelOf(graph, actor)}; that is a pattern, no recorded support`;
  return { code: 0, json: { actor, actors }, text: [...lines, end].join("\n") };
}

function common({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  const filter = filterOf(graph, values);
  const found = commonNeighbors(graph, actorsOf(graph, words), filter);
  if (found.issues.length > 0) return refusedFor(found.issues);
  const json = found.neighbors.map((n) => ({
    ...actorJson(graph, n.actor),
    ties: n.ties.map((tie) => ({ to: tie.to, relations: relationsJson(graph, tie.relations, filter) })),
  }));
  const lines = json.flatMap((n) => [titleOf(n.label), ...n.ties.flatMap((tie) => relationLines(tie.relations))]);
  return { code: 0, json, text: [...lines, `${countText(json.length, "actor")} in common`].join("\n") };
}

function between({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  const [from, to] = sidesOf(graph, words, values);
  const filter = filterOf(graph, values);
  const found = relationsBetween(graph, from, to, { direction: directionOf(values), filter });
  if (found.issues.length > 0) return refusedFor(found.issues);
  const json = relationsJson(graph, found.relations, filter);
  const end = json.length === 0 ? "No relation between them is recorded under this query" : countText(json.length, "relation");
  return { code: 0, json, text: [...relationLines(json), end].join("\n") };
}

function impact({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  if (words.length === 0) throw new UsageError("`impact` needs the id of at least one source.");
  const off = words.map((text) => sourceOf(graph, text));
  const filter = filterOf(graph, values);
  const hasPath = values.from !== undefined || values.to !== undefined;
  const found = impactOf(graph, off, { filter, path: hasPath ? pathsQueryOf(graph, [], values) : undefined });
  const json = {
    off,
    vanished: found.vanished.map((id) => relationJson(graph, id)),
    changed: found.changed.map((change) => changeJson(graph, change)),
    weakened: found.weakened.map((change) => changeJson(graph, change)),
    appeared: found.appeared,
    isolated: found.isolated,
    ...(found.route === undefined
      ? {}
      : {
          route: {
            before: found.route.before === undefined ? null : routeJson(graph, found.route.before),
            after: found.route.after === undefined ? null : routeJson(graph, found.route.after),
          },
        }),
  };
  const lines = [
    `Without ${off.join(", ")}:`,
    `${countText(json.vanished.length, "relation")} would vanish`,
    ...relationLines(json.vanished),
    `${countText(json.changed.length, "relation")} would change status`,
    ...json.changed.map((c) => `  ${c.id}  ${c.sentence}  [${c.before.status} → ${c.after.status}]`),
    `${countText(json.weakened.length, "relation")} would keep the status on fewer origins`,
    ...json.weakened.map((c) => `  ${c.id}  ${c.sentence}  [${c.before.origins} → ${c.after.origins}]`),
    `${countText(json.isolated.length, "actor")} would be left without a relation`,
    ...json.isolated.map((id) => `  ${titleOf(labelOf(graph, id))}`),
    ...(json.route === undefined
      ? []
      : [`Route before: ${chainText(json.route.before)}`, `Route after: ${chainText(json.route.after)}`]),
  ];
  return { code: 0, json, text: lines.join("\n") };
}

function sources({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  if (words.length > 0) throw new UsageError("`sources` takes no name; for one source ask `show` or `impact`.");
  const json = sourceLoads(graph, filterOf(graph, values));
  const lines = json.map(
    (s) =>
      `${s.source}  ${countText(s.claims, "claim")} on ${countText(s.relations.length, "relation")}, ${s.alone.length} on it alone, ${countText(s.bridges.length, "bridge")}`,
  );
  return { code: 0, json, text: lines.join("\n") };
}

function measures({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  if (words.length > 0) throw new UsageError("`measures` takes no name.");
  const filter = filterOf(graph, values);
  const cuts = cutsOf(graph, filter);
  const articulation = new Set(cuts.actors);
  const actors = [...measuresOf(graph, filter)].map(([id, m]) => ({
    ...actorJson(graph, id),
    ...m,
    isArticulation: articulation.has(id),
  }));
  actors.sort((a, b) => b.betweenness - a.betweenness || b.neighbors - a.neighbors || (a.id < b.id ? -1 : 1));
  const top = numberOf(values.top, "--top") ?? 20;
  const rows = actors
    .slice(0, top)
    .map(
      (a) =>
        `${a.betweenness.toFixed(3)}  ${String(a.neighbors).padStart(4)}  ${String(a.relations).padStart(4)}  ${a.isArticulation ? "*" : " "}  ${titleOf(a.label)}`,
    );
  const lines = [
    "share of shortest routes, neighbors, relations, * without it the graph falls apart",
    ...rows,
    `${Math.min(top, actors.length)} of ${countText(actors.length, "actor")}; ${countText(cuts.bridges.length, "bridge")} (--json lists all)`,
  ];
  return { code: 0, json: { actors, bridges: cuts.bridges }, text: lines.join("\n") };
}

function ask(compiled: Loaded, words: readonly string[], _values: QueryValues): Output {
  const { graph } = compiled;
  const saved = graph.starters.filter((s) => s.ask !== undefined);
  const [id] = words;
  if (id === undefined) {
    const lines = saved.map((s) => `${s.id.padEnd(36)} ${s.question}`);
    return {
      code: 0,
      json: saved.map(({ positions: _, ...s }) => s),
      text: [...lines, countText(saved.length, "saved question")].join("\n"),
    };
  }
  const question = saved.find((s) => s.id === id);
  if (question?.ask === undefined) {
    const near = didYouMean(
      id,
      saved.map((s) => s.id),
    );
    return refused(`No saved question \`${id}\`. ${near ?? "`entente ask` lists them."}`);
  }
  const found = answerOf(graph, question.ask);
  const json = {
    id,
    question: question.question,
    ask: question.ask,
    actors: [...found.actors].map((a) => actorJson(graph, a)),
    relations: relationsJson(graph, found.relations, filterOfQuery(question.ask)).map((relation) => ({
      ...relation,
      saidBy: sayersOf(compiled, relation.claims),
    })),
  };
  const lines = [
    question.question,
    ...json.relations.flatMap((relation) => [...relationLines([relation]), ...relation.saidBy.map((who) => `      ${who}`)]),
    countText(json.relations.length, "relation"),
  ];
  return { code: 0, json, text: lines.join("\n") };
}

function oneName(command: string, words: readonly string[]): string {
  if (words.length === 0) throw new UsageError(`\`${command}\` needs a name or an id.`);
  return words.join(" ");
}

function changeJson(graph: EntenteGraph, { relation, before, after }: StatusChange) {
  return {
    id: relation,
    sentence: relationJson(graph, relation, { status: before }).sentence,
    sentenceAfter: relationJson(graph, relation, { status: after }).sentence,
    before,
    after,
  };
}

/** ISO day, or null for an open end. */
function dayOf(day: number): string | null {
  return day <= OPEN_PAST || day >= OPEN_FUTURE ? null : dayText(day);
}

function sinceText(since: readonly (string | null)[] | null): string {
  if (since === null) return "not recorded";
  const [earliest, latest] = since;
  if (earliest === latest) return earliest ?? "not recorded";
  return earliest === null
    ? `${latest} at the latest`
    : latest === null
      ? `${earliest} at the earliest`
      : `between ${earliest} and ${latest}`;
}
