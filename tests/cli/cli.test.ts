import { describe, expect, it } from "vitest";
import { BASE_FILES, newFolder, writeFolder } from "../support/base-data.ts";
import { asked, entente, askedJson as json } from "../support/command-line.ts";

describe("entente check", () => {
  it("exits 0 on sound data and 1 with every issue on broken data", async () => {
    const dir = newFolder();
    writeFolder(dir, BASE_FILES);
    expect((await entente("check", "--data", dir)).code).toBe(0);
    writeFolder(dir, {
      "actors/state/bb.yaml": "id: state/bb\nkind: state\nlabel: { en: Beland }\nsumary: Typo.\n",
      "vocab/units.yaml": "units: [\n",
    });
    const broken = await entente("check", "--data", dir);
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^actors\/state\/bb\.yaml:4:1 error field-unknown: .*summary/m);
    expect(broken.out).toMatch(/^vocab\/units\.yaml:\d+:\d+ error yaml-syntax/m);
    const issues = (await json("check", "--data", dir)).issues as Array<{ code: string; line: number; col: number }>;
    expect(issues.find((i) => i.code === "field-unknown")).toMatchObject({ file: "actors/state/bb.yaml", line: 4, col: 1 });
  });
});

describe("entente show", () => {
  it("takes an id, a label or an alias in any script", async () => {
    const names = ["state/kp", "North Korea", "dprk", "조선민주주의인민공화국", "PRK", "assad government"];
    const ids = await Promise.all(names.map(async (name) => (await json("show", name)).id));
    expect(ids).toEqual(["state/kp", "state/kp", "state/kp", "state/kp", "state/kp", "org/assad-government"]);
  });

  it("shows a relation with each claim's speaker, place and grade", async () => {
    const sent = (await json("show", "state/kp")).relations.find(
      (r: { type: string; to: string }) => r.type === "sends-personnel-to" && r.to === "state/ru",
    );
    const relation = await json("show", sent.id);
    expect(relation.status).toBe("confirmed");
    expect(relation.origins).toBeGreaterThanOrEqual(5);
    const claims: Array<{ source: string; at?: { para: number }; paraphrase: string }> = relation.claims;
    const read = claims.filter((c) => c.source === "source/dprk-general-in-russia");
    expect(read.length).toBeGreaterThanOrEqual(3);
    expect(read.every((c) => (c.at?.para ?? 0) > 0)).toBe(true);
    expect(claims.every((c) => c.paraphrase !== "")).toBe(true);
    const text = (await asked("show", sent.id)).out;
    expect(text).toMatch(/North Korea sends troops to Russia/);
    expect(text).toMatch(/about 3,000 soldiers/);
    expect(text).toMatch(/says: South Korean intelligence \(unnamed officials\).*paragraph 4/);
    expect(text).toMatch(/says: North Korea \(a party to the matter\)/);
  });

  it("never says of an allegation that it is so", async () => {
    expect((await asked("show", "unit/cholma-1")).out).toMatch(/North Korea is alleged to deploy Cholma-1 to Syria/);
  });

  it("exits 2 with the nearest names for an unknown one", async () => {
    const run = await asked("show", "Noth Korea");
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/North Korea \(state\/kp\)/);
    expect(run.out).toBe("");
  });
});

describe("entente neighbors", () => {
  it("follows depth, direction and types", async () => {
    const out = await json("neighbors", "DPRK", "--direction", "out", "--type", "supplies");
    expect(out.relations.every((r: { type: string }) => r.type === "supplies")).toBe(true);
    const ids = out.actors.map((a: { id: string }) => a.id);
    expect(ids).toEqual(expect.arrayContaining(["state/kp", "state/ru", "state/sy", "materiel/ammunition"]));
    expect(ids).not.toContain("state/kr");
    const near = (await json("neighbors", "state/kp")).actors.length;
    expect((await json("neighbors", "state/kp", "--depth", "2")).actors.length).toBeGreaterThan(near);
  });

  it("refuses a bad depth, direction or type, and says what is meant", async () => {
    expect(await asked("neighbors", "state/kp", "--depth", "0")).toMatchObject({ code: 2 });
    expect((await asked("neighbors", "state/kp", "--direction", "up")).err).toMatch(/in, out or both/);
    expect((await asked("neighbors", "state/kp", "--type", "suplies")).err).toMatch(/supplies/);
  });
});

describe("entente search and stats", () => {
  it("finds by misspelling, and says when nothing is recorded", async () => {
    expect((await json("search", "Kim Jong Bok"))[0].id).toBe("person/kim-yong-bok");
    expect((await json("search", "zelenski"))[0].id).toBe("person/volodymyr-zelensky");
    expect((await asked("search", "qqqq")).out).toMatch(/Nothing is recorded/);
  });

  it("counts what check read", async () => {
    const stats = await json("stats");
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(stats.byKind)).toBe(stats.actors);
    expect(sum(stats.byStatus)).toBe(stats.relations);
    expect(sum(stats.bySource)).toBe(stats.claims);
  });
});

describe("the command line", () => {
  it("exits 2 with the usage for an unknown command or option, and names the near one", async () => {
    const run = await asked("shwo", "x");
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/show/);
    expect((await asked("show", "state/kp", "--jsn")).code).toBe(2);
    expect((await asked("stats", "--data", "/nowhere")).err).toMatch(/No folder \/nowhere/);
  });
});
