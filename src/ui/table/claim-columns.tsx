// Answers: what does the table of claims say of each claim? Before its details have come, only what the graph itself holds.
import { ActionIcon } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import type { ClaimCore } from "../../graph/graph.ts";
import { claimParts, claimSentence, quantityText } from "../../graph/phrases.ts";
import type { Claim } from "../../model/records.ts";
import { strengthOf } from "../../model/status.ts";
import { capitalized } from "../../model/text.ts";
import { CREDIBILITY_WORDS, MODALITY_WORDS, RELIABILITY_WORDS, VOICE_WORDS } from "../../model/words.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import type { AppContextValue } from "../shell/app-context.ts";
import { showEvidence } from "./row-actions.ts";
import type { ClaimRow } from "./row-model.ts";
import type { Column } from "./table-rows.ts";
import type { DetailOf } from "./use-claim-details.ts";

const LOADING = "…";

/** Columns whose order only the details tell. */
export const ORDERED_BY_DETAILS: ReadonlySet<string> = new Set(["sentence", "speaker", "paragraph", "quantity"]);

export function claimColumns(app: AppContextValue, detailOf: DetailOf): Column<ClaimRow>[] {
  const { graph } = app;
  const detail = <T,>({ key }: ClaimRow, of: (claim: Claim) => T): T | undefined => {
    const claim = detailOf(key);
    return claim === undefined ? undefined : of(claim);
  };
  /** A column of what only the details tell. */
  const detailed = (
    id: string,
    title: string,
    width: number,
    textOf: (claim: Claim) => string,
    more: Partial<Column<ClaimRow>> = {},
  ): Column<ClaimRow> => ({
    id,
    title,
    width,
    value: (row) => detail(row, textOf),
    text: (row) => detail(row, textOf) ?? LOADING,
    ...more,
  });
  const speakerOf = (claim: Claim): string => {
    const speaker = claim.by.actor === undefined ? undefined : graph.actors.get(claim.by.actor);
    const voice = VOICE_WORDS[claim.by.voice];
    return speaker === undefined ? capitalized(voice) : `${capitalized(speaker.label)} (${voice})`;
  };
  const paragraphsOf = ({ at }: Claim): readonly number[] => (at === undefined ? [] : [at.para].flat());
  const ofCore =
    <T,>(of: (core: ClaimCore) => T) =>
    ({ ordinal }: ClaimRow): T =>
      of(graph.claims.at(ordinal)?.core as ClaimCore);
  const modalityOf = ({ modality, opinion }: ClaimCore): string =>
    [modality === "actual" && opinion ? "" : modality, opinion ? "judgement or prediction" : ""]
      .filter((word) => word !== "")
      .join(", ");
  const statusOf = (core: ClaimCore): string => `${core.status}${core.retractedDay === undefined ? "" : ", withdrawn"}`;
  const polarityOf = (row: ClaimRow) => graph.relations.get(row.item as never)?.type.polarity;
  return [
    detailed("sentence", "Claim", 250, (claim) => claimSentence(graph, claim), {
      grows: true,
      cell: (row) => detail(row, (claim) => <Sentence parts={claimParts(graph, claim)} />) ?? LOADING,
    }),
    detailed("speaker", "Who says so", 150, speakerOf),
    {
      id: "source",
      title: "Source",
      width: 160,
      value: ofCore(({ source }) => graph.sources.get(source)?.title),
      text: ofCore(({ source }) => graph.sources.get(source)?.title ?? source),
    },
    detailed("paragraph", "Para.", 92, (claim) => (claim.at === undefined ? "not recorded" : paragraphsOf(claim).join("–")), {
      hint: "Paragraph of the source; not recorded where it was read in excerpts",
      isNumeric: true,
      value: (row) => detail(row, (claim) => paragraphsOf(claim)[0]),
    }),
    detailed("date", "Date", 108, ({ time }) => time ?? "not recorded", {
      hint: "When it held, as the source dates it",
      value: ofCore(({ dated, bounds }) => (dated ? bounds.earliestStart : undefined)),
    }),
    {
      id: "status",
      title: "Status",
      hint: "How the source puts it",
      width: 142,
      value: ofCore(({ status }) => strengthOf(status)),
      text: ofCore(statusOf),
      cell: (row) =>
        ofCore((core) => (
          <span className="grid-sample">
            {isAsserted(core) ? <LineSample status={core.status} polarity={polarityOf(row)} /> : null} {statusOf(core)}
          </span>
        ))(row),
    },
    {
      id: "modality",
      title: "Modality",
      hint: "Only what is said to have happened feeds the status of a relation",
      width: 118,
      value: ofCore(modalityOf),
      text: ofCore((core) =>
        core.modality === "actual" ? modalityOf(core) : `${modalityOf(core)}: ${MODALITY_WORDS[core.modality]}`,
      ),
      cell: ofCore(modalityOf),
    },
    {
      id: "reliability",
      title: "Reliability",
      hint: "Of the source, from A to F",
      width: 128,
      value: ofCore(({ reliability }) => reliability),
      text: ofCore(({ reliability }) => `${reliability}, ${RELIABILITY_WORDS[reliability]}`),
    },
    {
      id: "credibility",
      title: "Credibility",
      hint: "Of the claim, from 1 to 6",
      width: 138,
      value: ofCore(({ credibility }) => credibility),
      text: ofCore(({ credibility }) => `${credibility}, ${CREDIBILITY_WORDS[credibility]}`),
    },
    detailed(
      "quantity",
      "Quantity",
      128,
      ({ quantity }) => (quantity === undefined ? "not recorded" : quantityText(graph, quantity)),
      {
        value: (row) => detail(row, ({ quantity }) => quantity?.min ?? quantity?.max),
      },
    ),
    {
      id: "evidence",
      title: "Evidence",
      width: 40,
      text: () => "",
      cell: ({ key, item }, tabIndex) => (
        <ActionIcon
          variant="subtle"
          size={28}
          tabIndex={tabIndex}
          aria-label={`Evidence around claim ${key}`}
          title="Read it in full, beside the other claims"
          onClick={() => showEvidence(app, item)}
        >
          <IconFileText size={15} aria-hidden="true" />
        </ActionIcon>
      ),
    },
  ];
}

/** Whether the claim says, as a fact or an allegation, that it happened: only then is there a line that it would draw. */
function isAsserted({ modality, opinion, retractedDay }: ClaimCore): boolean {
  return modality === "actual" && !opinion && retractedDay === undefined;
}
