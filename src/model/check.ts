// Answers: do all the records together make a dataset? Rules that need more than one record.

import { checkStarters } from "./check-starters.ts";
import { type ActorId, kindOf } from "./ids.ts";
import { type Issue, type IssuePath, issue } from "./issue.ts";
import { didYouMean } from "./nearest.ts";
import type { Actor, Claim, Dataset, RelationType, SourceRecord } from "./records.ts";
import { latestDayOf, OPEN_FUTURE, parseTime } from "./time.ts";

/** Which file holds which record; paths are relative to the data folder. */
export interface CheckedFiles {
  readonly fileOfActor: (index: number) => string;
  readonly fileOfSource: (index: number) => string;
  /** Ids that files stand for by their path, those that did not parse included: a broken actor is one issue, not one per mention. */
  readonly declared: readonly string[];
}

interface Context {
  readonly data: Dataset;
  readonly actorIds: ReadonlySet<string>;
  readonly sourceIds: ReadonlySet<string>;
  readonly issues: Issue[];
}

/** All issues of the dataset as a whole, in file order. Cost O(records), near-miss search for unknown ids apart. */
export function checkDataset(data: Dataset, files: CheckedFiles): Issue[] {
  const context: Context = {
    data,
    actorIds: new Set([...data.actors.map((a) => a.id as string), ...files.declared]),
    sourceIds: new Set([...data.sources.map((s) => s.id as string), ...files.declared]),
    issues: [],
  };
  checkIds(
    data.actors.map((a, i) => [a.id, files.fileOfActor(i), `actors/${a.id}.yaml`]),
    context,
  );
  checkIds(
    data.sources.map((s, i) => [s.id, files.fileOfSource(i), `sources/${s.id.slice("source/".length)}.yaml`]),
    context,
  );
  for (const [i, actor] of data.actors.entries()) checkActor(actor, files.fileOfActor(i), context);
  for (const [i, source] of data.sources.entries()) checkSource(source, files.fileOfSource(i), context);
  checkCycles(files, context);
  const areSourcesRead = files.declared.every((id) => !id.startsWith("source/") || data.sources.some((s) => s.id === id));
  if (areSourcesRead) checkUse(files, context);
  context.issues.push(...checkStarters(data.starters, context.actorIds, data.vocabulary));
  return context.issues;
}

function checkIds(records: ReadonlyArray<readonly [string, string, string]>, { issues }: Context): void {
  const seen = new Map<string, string>();
  for (const [id, file, expected] of records) {
    const first = seen.get(id);
    if (first !== undefined)
      issues.push(issue("id-duplicate", file, ["id"], { value: id, remedy: `also in ${first}; rename or merge one` }));
    else if (file !== expected)
      issues.push(issue("id-path-mismatch", file, ["id"], { value: id, remedy: `move the file to ${expected}` }));
    seen.set(id, first ?? file);
  }
}

function checkActor(actor: Actor, file: string, context: Context): void {
  if (actor.country !== undefined) needActor(actor.country, file, ["country"], context);
  if (actor.mergedInto !== undefined) needActor(actor.mergedInto, file, ["mergedInto"], context);
  for (const [i, name] of actor.names.entries())
    for (const [j, id] of (name.seenIn ?? []).entries()) needSource(id, file, ["names", i, "seenIn", j], context);
  for (const [field, group] of [
    ["subtype", actor.kind],
    ["class", "materiel"],
    ["level", "placeLevel"],
  ] as const) {
    const value = actor.extra[field];
    const allowed = context.data.vocabulary.subtypes.get(group);
    if (typeof value !== "string" || allowed === undefined || allowed.includes(value)) continue;
    context.issues.push(
      issue("subtype-unknown", file, [field], { value, remedy: didYouMean(value, allowed) ?? `one of ${allowed.join(", ")}` }),
    );
  }
}

function checkSource(source: SourceRecord, file: string, context: Context): void {
  const { issues } = context;
  if (source.publisher !== "unknown") needActor(source.publisher, file, ["publisher"], context);
  if (source.derivedFrom !== undefined) needSource(source.derivedFrom, file, ["derivedFrom"], context);
  const published = latestDayOf(source.published) ?? OPEN_FUTURE;
  const seen = new Set<string>();
  for (const [i, claim] of source.claims.entries()) {
    const path: IssuePath = ["claims", i];
    if (seen.has(claim.id))
      issues.push(
        issue("id-duplicate", file, [...path, "id"], { value: claim.id, remedy: "number it on; ids are never reused" }),
      );
    seen.add(claim.id);
    checkClaim(claim, file, path, published, context);
    checkPlace(claim, source, file, path, context);
    if (claim.supersedes !== undefined && !source.claims.some((c) => c.id.endsWith(`#${claim.supersedes}`)))
      issues.push(issue("supersedes-unknown", file, [...path, "supersedes"], { value: claim.supersedes }));
  }
  for (const list of ["skipped", "unstated"] as const)
    for (const [i, { at }] of source[list].entries()) checkPara(at.para, source, file, [list, i, "at", "para"], context);
}

/** A text that was at hand gives every claim its place; excerpts give none. */
function checkPlace(claim: Claim, source: SourceRecord, file: string, path: IssuePath, context: Context): void {
  const hadText = source.paraCount !== undefined || source.bodySha256 !== undefined;
  if (claim.at !== undefined && hadText) checkPara(claim.at.para, source, file, [...path, "at", "para"], context);
  else if (hadText)
    context.issues.push(issue("locator-missing", file, path, { value: claim.id, remedy: "give `at: { para, chars, anchor }`" }));
  else if (claim.at !== undefined)
    context.issues.push(
      issue("locator-unfounded", file, [...path, "at"], {
        value: claim.id,
        remedy: "give the source's `paraCount` and `bodySha256`, or remove `at`",
      }),
    );
}

function checkPara(
  para: number | readonly [number, number],
  source: SourceRecord,
  file: string,
  path: IssuePath,
  { issues }: Context,
): void {
  const [first, last] = typeof para === "number" ? [para, para] : para;
  if (first >= 1 && first <= last && (source.paraCount === undefined || last <= source.paraCount)) return;
  issues.push(
    issue("para-out-of-range", file, path, { value: String(last), remedy: `between 1 and ${source.paraCount ?? "the last"}` }),
  );
}

function checkClaim(claim: Claim, file: string, path: IssuePath, published: number, context: Context): void {
  const { issues, data } = context;
  if ((claim.rel === undefined) === (claim.attr === undefined))
    issues.push(
      issue("claim-subject", file, path, {
        value: claim.id,
        remedy: "give one of `rel: [from, type, to]` and `attr: [actor, property, value]`",
      }),
    );
  if (claim.rel !== undefined) checkRelation(claim, claim.rel, file, path, context);
  if (claim.attr !== undefined) needActor(claim.attr[0], file, [...path, "attr", 0], context);
  if (claim.by.actor !== undefined) needActor(claim.by.actor, file, [...path, "by", "actor"], context);
  const q = claim.quantity;
  if (q !== undefined) {
    if (!data.vocabulary.units.has(q.unit))
      issues.push(
        issue("unit-unknown", file, [...path, "quantity", "unit"], {
          value: q.unit,
          remedy: didYouMean(q.unit, data.vocabulary.units.keys()) ?? "add it to vocab/units.yaml",
        }),
      );
    if ((q.min === undefined && q.max === undefined) || (q.min !== undefined && q.max !== undefined && q.min > q.max))
      issues.push(issue("quantity-invalid", file, [...path, "quantity"], { remedy: "give min, max or both, min ≤ max" }));
  }
  const bounds = claim.time === undefined ? undefined : parseTime(claim.time, claim.extent);
  if (bounds === undefined || claim.modality !== "actual" || claim.opinion) return;
  const endsLater = bounds.latestEnd !== OPEN_FUTURE && bounds.earliestEnd > published + 1;
  if (bounds.earliestStart > published + 1 || endsLater)
    issues.push(
      issue("claim-after-publication", file, [...path, "time"], {
        value: claim.time ?? "",
        remedy: "correct the date, or give the modality (planned, hypothetical …)",
      }),
    );
}

function checkRelation(
  claim: Claim,
  rel: readonly [ActorId, string, ActorId],
  file: string,
  path: IssuePath,
  context: Context,
): void {
  const { issues, data } = context;
  const [from, typeId, to] = rel;
  const known = [needActor(from, file, [...path, "rel", 0], context), needActor(to, file, [...path, "rel", 2], context)];
  const type = data.vocabulary.types.get(typeId);
  if (type === undefined) {
    issues.push(
      issue("type-unknown", file, [...path, "rel", 1], {
        value: typeId,
        remedy: didYouMean(typeId, data.vocabulary.types.keys()) ?? "see vocab/relations.yaml",
      }),
    );
    return;
  }
  if (known[0] && !type.from.includes(kindOf(from)))
    issues.push(
      issue("domain-violation", file, [...path, "rel", 0], {
        value: from,
        remedy: `\`${typeId}\` starts at ${type.from.join(", ")}`,
      }),
    );
  if (known[1] && !type.to.includes(kindOf(to)))
    issues.push(
      issue("range-violation", file, [...path, "rel", 2], { value: to, remedy: `\`${typeId}\` ends at ${type.to.join(", ")}` }),
    );
  if (from === to)
    issues.push(issue("self-relation", file, [...path, "rel", 2], { value: to, remedy: "name two actors, or use `attr`" }));
  if (typeId === "linked-to") {
    if (claim.curatorNote === undefined)
      issues.push(
        issue("note-missing", file, [...path], { value: typeId, remedy: "say in `curatorNote` why no other type fits" }),
      );
  }
  checkSlots(claim, type, file, path, context);
}

function checkSlots(claim: Claim, type: RelationType, file: string, path: IssuePath, context: Context): void {
  const { issues } = context;
  for (const [name, value] of Object.entries(claim.slots)) {
    const at = [...path, "slots", name];
    const slot = Object.hasOwn(type.slots, name) ? type.slots[name] : undefined;
    if (slot === undefined) {
      const names = Object.keys(type.slots);
      issues.push(
        issue("slot-unknown", file, at, {
          value: name,
          remedy: didYouMean(name, names) ?? `\`${type.id}\` has ${names.length === 0 ? "no slots" : names.join(", ")}`,
        }),
      );
    } else if (slot.kinds !== undefined) {
      if (needActor(value, file, at, context) && !slot.kinds.includes(kindOf(value as ActorId)))
        issues.push(issue("slot-invalid", file, at, { value, remedy: `expected ${slot.kinds.join(", ")}` }));
    } else if (slot.values !== undefined && !slot.values.includes(value))
      issues.push(
        issue("slot-invalid", file, at, { value, remedy: didYouMean(value, slot.values) ?? `one of ${slot.values.join(", ")}` }),
      );
  }
  for (const [name, slot] of Object.entries(type.slots))
    if (slot.required === true && !Object.hasOwn(claim.slots, name))
      issues.push(
        issue("slot-missing", file, path, { value: claim.id, detail: `\`${name}\``, remedy: `add \`slots: { ${name}: … }\`` }),
      );
}

/** Reports, for each acyclic type, the claim that closes a cycle in claim order. */
function checkCycles(files: CheckedFiles, { data, issues }: Context): void {
  const next = new Map<string, Set<string>>();
  for (const [s, source] of data.sources.entries())
    for (const [i, claim] of source.claims.entries()) {
      if (claim.rel === undefined) continue;
      const [from, typeId, to] = claim.rel;
      if (data.vocabulary.types.get(typeId)?.acyclic !== true || from === to) continue;
      if (reaches(next, `${typeId}|${to}`, `${typeId}|${from}`))
        issues.push(
          issue("cycle", files.fileOfSource(s), ["claims", i, "rel"], {
            value: `${from} ${typeId} ${to}`,
            remedy: `\`${to}\` already leads back to \`${from}\``,
          }),
        );
      else {
        const key = `${typeId}|${from}`;
        next.set(key, (next.get(key) ?? new Set()).add(`${typeId}|${to}`));
      }
    }
}

function reaches(next: ReadonlyMap<string, ReadonlySet<string>>, start: string, goal: string): boolean {
  const stack = [start];
  const seen = new Set(stack);
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at === goal) return true;
    for (const other of next.get(at) ?? []) if (!seen.has(other)) stack.push(...[other].filter((o) => seen.add(o)));
  }
  return false;
}

function checkUse(files: CheckedFiles, { data, issues }: Context): void {
  const used = new Set<string>();
  for (const source of data.sources) {
    used.add(source.publisher);
    for (const claim of source.claims) {
      for (const id of [claim.rel?.[0], claim.rel?.[2], claim.attr?.[0], claim.by.actor]) if (id !== undefined) used.add(id);
      for (const value of Object.values(claim.slots)) used.add(value);
    }
  }
  for (const [i, actor] of data.actors.entries())
    if (!used.has(actor.id) && actor.mergedInto === undefined)
      issues.push(
        issue("actor-unused", files.fileOfActor(i), ["id"], {
          value: actor.id,
          remedy: "add a claim about it, or remove the file",
        }),
      );
}

function needActor(id: string, file: string, path: IssuePath, context: Context): boolean {
  if (context.actorIds.has(id)) return true;
  context.issues.push(
    issue("actor-unknown", file, path, { value: id, remedy: didYouMean(id, context.actorIds) ?? `add actors/${id}.yaml` }),
  );
  return false;
}

function needSource(id: string, file: string, path: IssuePath, context: Context): void {
  if (context.sourceIds.has(id)) return;
  context.issues.push(
    issue("source-unknown", file, path, {
      value: id,
      remedy: didYouMean(id, context.sourceIds) ?? `add sources/${id.replace("source/", "")}.yaml`,
    }),
  );
}
