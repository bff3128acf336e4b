// Answers: what does the table of claims say of each claim? Before its details have come, only what the graph itself holds.
import { ActionIcon } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
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

export function claimColumns(app: AppContextValue, detailOf: DetailOf): Column<ClaimRow>[] {
  const { graph } = app;
  const detail = <T,>({ core }: ClaimRow, of: (claim: Claim) => T): T | undefined => {
    const claim = detailOf(core.id);
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
  const modalityOf = ({ core }: ClaimRow): string =>
    [core.modality === "actual" && core.opinion ? "" : core.modality, core.opinion ? "judgement or prediction" : ""]
      .filter((word) => word !== "")
      .join(", ");
  const statusOf = ({ core }: ClaimRow): string => `${core.status}${core.retractedDay === undefined ? "" : ", withdrawn"}`;
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
      value: ({ core }) => graph.sources.get(core.source)?.title,
      text: ({ core }) => graph.sources.get(core.source)?.title ?? core.source,
    },
    detailed("paragraph", "Para.", 92, (claim) => (claim.at === undefined ? "not recorded" : paragraphsOf(claim).join("–")), {
      hint: "Paragraph of the source; not recorded where it was read in excerpts",
      isNumeric: true,
      value: (row) => detail(row, (claim) => paragraphsOf(claim)[0]),
    }),
    detailed("date", "Date", 108, ({ time }) => time ?? "not recorded", {
      hint: "When it held, as the source dates it",
      value: ({ core }) => (core.dated ? core.bounds.earliestStart : undefined),
    }),
    {
      id: "status",
      title: "Status",
      hint: "How the source puts it",
      width: 142,
      value: ({ core }) => strengthOf(core.status),
      text: statusOf,
      cell: (row) => (
        <span className="grid-sample">
          {isAsserted(row) ? <LineSample status={row.core.status} polarity={polarityOf(row)} /> : null} {statusOf(row)}
        </span>
      ),
    },
    {
      id: "modality",
      title: "Modality",
      hint: "Only what is said to have happened feeds the status of a relation",
      width: 118,
      value: modalityOf,
      text: (row) =>
        row.core.modality === "actual" ? modalityOf(row) : `${modalityOf(row)}: ${MODALITY_WORDS[row.core.modality]}`,
      cell: modalityOf,
    },
    {
      id: "reliability",
      title: "Reliability",
      hint: "Of the source, from A to F",
      width: 128,
      value: ({ core }) => core.reliability,
      text: ({ core }) => `${core.reliability}, ${RELIABILITY_WORDS[core.reliability]}`,
    },
    {
      id: "credibility",
      title: "Credibility",
      hint: "Of the claim, from 1 to 6",
      width: 138,
      value: ({ core }) => core.credibility,
      text: ({ core }) => `${core.credibility}, ${CREDIBILITY_WORDS[core.credibility]}`,
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
      cell: ({ core, item }, tabIndex) => (
        <ActionIcon
          variant="subtle"
          size={28}
          tabIndex={tabIndex}
          aria-label={`Evidence around claim ${core.id}`}
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
function isAsserted({ core }: ClaimRow): boolean {
  return core.modality === "actual" && !core.opinion && core.retractedDay === undefined;
}
