import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { asked as entente, askedJson as json } from "../support/command-line.ts";

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly sentence: string;
  readonly claims: readonly string[];
}
interface Question {
  readonly id: string;
  readonly question: string;
  readonly ask?: object;
  readonly expect?: { readonly actors?: readonly string[]; readonly relations?: ReadonlyArray<readonly string[]> };
}

const QUESTIONS = (parse(readFileSync("graph-data/starters.yaml", "utf8")) as { starters: Question[] }).starters.filter(
  (q) => q.ask !== undefined,
);
const ADMISSION = "source/admission-and-international-law";

describe("entente ask", () => {
  it("lists ten saved questions, each with what it must find", async () => {
    const listed = (await json("ask")) as Question[];
    expect(listed.length).toBeGreaterThanOrEqual(10);
    expect(listed.map((q) => q.id)).toEqual(QUESTIONS.map((q) => q.id));
    expect(listed.filter((q) => (q.expect?.relations ?? []).length === 0)).toEqual([]);
  });

  it.each(QUESTIONS.map((q) => [q.id, q] as const))("answers %s with the expected actors and relations", async (id, question) => {
    const answer = await json("ask", id);
    const actors = answer.actors.map((a: { id: string }) => a.id);
    const triples = answer.relations.map((r: Relation) => [r.from, r.type, r.to]);
    expect(actors).toEqual(expect.arrayContaining([...(question.expect?.actors ?? [])]));
    expect(triples).toEqual(expect.arrayContaining([...(question.expect?.relations ?? [])]));
    expect(answer.relations.filter((r: { saidBy: string[] }) => r.saidBy.length === 0)).toEqual([]);
  });

  it("says under each relation who says so, and where", async () => {
    const { out } = await entente("ask", "arms-and-resolutions");
    expect(out).toMatch(/is alleged to violate UN Security Council resolution 1718\n {6}\S.*, in source\//);
  });

  it("keeps what Russia might give apart from what North Korea has given", async () => {
    const { relations } = await json("ask", "russia-in-return");
    expect(relations.filter((r: Relation) => r.from === "state/kp")).toEqual([]);
    // What is confirmed is that its president says so of his backing; of what was given, nothing is.
    expect(relations.filter((r: Relation) => r.status === "confirmed").map((r: Relation) => r.type)).toEqual(["backs"]);
  });

  it("names the nearest question for an unknown one", async () => {
    const { code, out, err } = await entente("ask", "missile-technician");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/did you mean `missile-technicians`/);
  });
});

describe("entente paths", () => {
  it("gives ranked routes with all evidence of every hop", async () => {
    const { routes } = await json("paths", "North Korea", "Bashar al-Assad", "--k", "3");
    expect(routes).toHaveLength(3);
    const [first] = routes;
    expect(first.actors.map((a: { id: string }) => a.id)).toEqual(["state/kp", "org/assad-government", "person/bashar-al-assad"]);
    expect(first.hops[0].relations.length).toBeGreaterThan(1);
    expect(first.hops.flatMap((h: { relations: Relation[] }) => h.relations).every((r: Relation) => r.claims.length > 0)).toBe(
      true,
    );
    const hops = routes.map((r: { hops: unknown[] }) => r.hops.length);
    expect(hops).toEqual([...hops].sort());
  });

  it("passes where it must and avoids what it should", async () => {
    const query = ["paths", "state/kp", "person/bashar-al-assad", "--k", "5"];
    const actors = async (...more: string[]) =>
      (await json(...query, ...more)).routes.map((r: { actors: { id: string }[] }) => r.actors.map((a) => a.id)) as string[][];
    const [passing, avoiding] = await Promise.all([actors("--must-pass", "state/ru"), actors("--avoid", "org/assad-government")]);
    expect(passing.length).toBeGreaterThan(0);
    expect(passing.every((route) => route.includes("state/ru"))).toBe(true);
    expect(avoiding.some((route) => route.includes("org/assad-government"))).toBe(false);
  });

  it("explains why there is none, and what would bring one", async () => {
    const { code, out } = await entente("paths", "org/dprk-missile-technicians", "materiel/chemical-weapons-items");
    expect(code).toBe(0);
    expect(out).toMatch(/No route .* under this query/);
    expect(out).toMatch(/--slots\): (at least )?\d+ routes?/);
  });
});

describe("what a source carries", () => {
  it("goes with it: the sentence weakens where the admission is off", async () => {
    const query = ["between", "state/kp", "state/ru", "--type", "sends-personnel-to"];
    const [[all], [without]] = (await Promise.all([json(...query), json(...query, "--source-off", ADMISSION)])) as [
      Relation[],
      Relation[],
    ];
    expect(all?.sentence).toBe("North Korea sends troops to Russia");
    expect(without?.sentence).toBe("North Korea sends troops to Russia (denied by a party to it)");
    expect(all?.claims.some((id) => id.startsWith(ADMISSION))).toBe(true);
    expect(without?.claims.some((id) => id.startsWith(ADMISSION))).toBe(false);
    const supporters = await json("support", "state/ru", "--source-off", ADMISSION);
    const through = supporters.actors.flatMap((a: { through: Relation[] }) => a.through) as Relation[];
    expect(through.length).toBeGreaterThan(0);
    expect(through.every((r) => r.claims.length > 0 && r.claims.every((id) => !id.startsWith(ADMISSION)))).toBe(true);
    const [before] = (await json(...query, "--known-on", "2024-12-31")) as Relation[];
    expect(before?.sentence).toBe("It is disputed that North Korea sends troops to Russia");
  });

  it("is told by impact, with the route that no longer holds", async () => {
    const found = await json("impact", ADMISSION);
    expect(found.vanished.length).toBeGreaterThan(0);
    expect(found.changed.find((c: { sentence: string }) => c.sentence === "North Korea sends troops to Russia")).toMatchObject({
      sentenceAfter: "North Korea sends troops to Russia (denied by a party to it)",
    });
    const sources = await json("sources");
    expect(sources.length).toBe(readdirSync("graph-data/sources").length);
  });
});

describe("support, opposition, common, measures, contradictions", () => {
  it("name who supports whom in reading direction, and give a deeper chain as a chain", async () => {
    const { actors } = await json("support", "Assad government", "--depth", "2");
    expect(actors.map((a: { actor: string }) => a.actor)).toEqual(expect.arrayContaining(["state/kp", "state/ru"]));
    expect(actors.every((a: { chain: string[]; hops: number }) => a.chain.length === a.hops + 1)).toBe(true);
    const supported = await json("support", "North Korea", "--direction", "out");
    expect(supported.actors.map((a: { actor: string }) => a.actor)).toContain("state/ru");
  });

  it("answer, each in its own form", async () => {
    const [opposed, shared, measures, contradictions] = await Promise.all([
      json("opposition", "Ukraine", "--opinions", "--modality", "all"),
      json("common", "North Korea", "Assad government"),
      json("measures", "--top", "3"),
      json("contradictions"),
    ]);
    expect(opposed.actors.map((a: { actor: string }) => a.actor)).toContain("state/ru");
    expect(shared.map((n: { id: string }) => n.id)).toContain("state/ru");
    expect(measures.actors[0].id).toBe("state/kp");
    expect(contradictions.length).toBeGreaterThan(0);
    const early = await json("contradictions", "--known-on", "2023-06-01");
    expect(early.length).toBeGreaterThan(0);
    expect(early.length).toBeLessThan(contradictions.length);
    const sourcesOf = (found: { sides: { claims: string[] }[] }[]) =>
      new Set(found.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims.map((id) => id.split("#")[0]))));
    expect([...sourcesOf(contradictions)]).toContain("source/dprk-general-in-russia");
    const without = await json("contradictions", "--source-off", "source/dprk-general-in-russia");
    expect([...sourcesOf(without)]).not.toContain("source/dprk-general-in-russia");
  });
});

describe("wrong questions", () => {
  it.each([
    [["paths", "North Korea"], /Name both ends/],
    [["paths", "Noth Korea", "Syria"], /North Korea \(state\/kp\)/],
    [["paths", "state/kp", "state/ru", "--ranking", "best"], /shortest or best-evidenced, not `best`/],
    [["paths", "state/kp", "state/ru", "--k", "0"], /whole number from 1/],
    [["support", "Russia", "--direction", "both"], /in or out/],
    [["between", "state/kp", "state/ru", "--modality", "planed"], /did you mean `planned`/],
    [["neighbors", "state/kp", "--source-off", "source/admission"], /No source/],
    [["neighbors", "state/kp", "--known-on", "yesterday"], /takes a date/],
    [["contradictions", "--known-on", "2024-99-01"], /takes a date/],
    [["contradictions", "--min-status", "reported"], /no use for --min-status: it takes --source-off/],
    [["impact"], /at least one source/],
    [["common", "Russia"], /at least two/],
  ])("%j is refused with the remedy", async (args, message) => {
    const { code, out, err } = await entente(...(args as string[]));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message as RegExp);
  });
});
