import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { askedJson as json } from "../support/command-line.ts";

interface Source {
  readonly id: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly published?: string;
  readonly paraCount?: string;
  readonly claims?: ReadonlyArray<{ readonly rel?: readonly string[]; readonly attr?: readonly string[] }>;
}
interface Contradiction {
  readonly kind: string;
  readonly about: string;
  readonly attribute?: readonly string[];
  readonly sides: ReadonlyArray<{ readonly says: string }>;
}

const SOURCES = readdirSync("graph-data/sources").map(
  (name) => parse(readFileSync(`graph-data/sources/${name}`, "utf8"), { schema: "failsafe" }) as Source,
);
/** Read in excerpts, around the articles that were read sentence by sentence. */
const RECORD = SOURCES.filter(({ paraCount }) => paraCount === undefined);

describe("the public record around the articles", () => {
  it("rests on two hundred publications and more, each with its publisher, address and date", () => {
    expect(RECORD.length).toBeGreaterThanOrEqual(200);
    const wanting = RECORD.filter(
      ({ publisher, url, published }) =>
        publisher === undefined || !/^https?:\/\/\S+$/.test(url ?? "") || !/^[12]\d{3}/.test(published ?? ""),
    );
    expect(wanting.map(({ id }) => id)).toEqual([]);
    expect(new Set(RECORD.map(({ url }) => url)).size).toBe(RECORD.length);
    expect(RECORD.flatMap(({ claims = [] }) => claims).length).toBeGreaterThanOrEqual(350);
  });

  it("names no actor of whom nothing is claimed, unless it publishes", () => {
    const text = SOURCES.map((source) => JSON.stringify(source)).join("\n");
    const ids = readdirSync("graph-data/actors", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => name.replace(/\.yaml$/, "").replaceAll("\\", "/"));
    expect(ids.length).toBeGreaterThanOrEqual(250);
    expect(ids.filter((id) => !text.includes(`"${id}"`))).toEqual([]);
  });

  it("shows the disagreements that are known of it side by side, and resolves none", async () => {
    const all = (await json("contradictions")) as Contradiction[];
    const sidesOf = (about: RegExp, kind: string) =>
      all
        .filter((c) => c.kind === kind && about.test(`${c.about} ${c.attribute?.join(" ") ?? ""}`))
        .flatMap(({ sides }) => sides.map(({ says }) => says));
    expect(sidesOf(/nameAsPrinted/, "attribute")).toEqual(["Kim Jong Bok", "Kim Yong Bok"]);
    expect(sidesOf(/unscr-1874 adopted/, "attribute")).toEqual(["12 June 2009", "May 2009"]);
    expect(sidesOf(/theThousandDeadOf2019/, "attribute")).toHaveLength(2);
    expect(sidesOf(/unitOfTheFortyCounted/, "attribute")).toEqual(["items", "shipments"]);
    expect(sidesOf(/killed.*war in Ukraine/, "quantity")).toEqual(
      expect.arrayContaining(["about 600 killed", "about 2000 killed"]),
    );
    expect(sidesOf(/casualties.*war in Ukraine/, "quantity")).toEqual(
      expect.arrayContaining(["about 1200 casualties", "at least 6000 casualties"]),
    );
    expect(sidesOf(/sends troops to Russia/, "quantity").length).toBeGreaterThan(2);
    expect(sidesOf(/shellsSent|missilesSent/, "attribute")).toHaveLength(4);
    expect(sidesOf(/postBySeoulsList/, "attribute")).toHaveLength(4);
    expect(sidesOf(/sends troops to Russia|fights for Russia/, "stance")).toEqual(["asserted", "denied", "asserted", "denied"]);
  });

  it("connects Syria's theatre with Russia's, hop by hop with its evidence", async () => {
    const { routes } = await json("paths", "KOMID", "North Korean contingent in Russia", "--k", "5");
    expect(routes.length).toBeGreaterThan(0);
    for (const { hops } of routes)
      for (const { relations } of hops)
        expect(relations.every(({ claims }: { claims: readonly string[] }) => claims.length > 0)).toBe(true);
    const through = new Set(routes.flatMap((r: { actors: { id: string }[] }) => r.actors.map(({ id }) => id)));
    expect([...through].some((id) => id === "org/ssrc" || id === "state/sy")).toBe(true);
  });
});
