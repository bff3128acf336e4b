// Answers: how are the codes of the model said in plain words?
import type { ClaimStatus, Credibility, Modality, Polarity, RelationStatus, Reliability, Voice } from "./kinds.ts";
import type { Locator } from "./records.ts";

export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
};

export const RELATION_STATUS_WORDS: Readonly<Record<RelationStatus, string>> = {
  confirmed: "A primary document, an admission, or independent well-graded sources",
  reported: "Stated as news by at least one source",
  alleged: "Said by someone, at a distance; not established",
  disputed: "Asserted by some, denied by others",
  denied: "Only denials are recorded",
  planned: "Planned, requested or threatened; not recorded as done",
  conjecture: "Judgements, predictions, recommendations or hypotheses only",
  retracted: "Withdrawn by its sources",
  hidden: "No claim is visible under the current settings",
};

export const CLAIM_STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  alleged: "alleged",
  reported: "reported",
  confirmed: "confirmed",
  denied: "denied",
};

export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  actual: "said to have happened",
  planned: "planned, not said to have happened",
  requested: "requested, not said to have happened",
  threatened: "threatened, not said to have happened",
  hypothetical: "hypothetical, not said to have happened",
};

export const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  author: "the author of the source",
  "official-named": "a named official",
  "official-unnamed": "unnamed officials",
  document: "a document",
  witness: "a witness",
  party: "a party to the matter",
  expert: "analysts or scholars",
};

export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
  supportive: "Support",
  hostile: "Hostility",
  legal: "Law and sanctions",
  structural: "Structure",
  neutral: "Other ties",
};

/** Where in its source a claim stands. */
export function placeText(at: Locator | undefined): string {
  if (at === undefined) return "place in the text not recorded (read in excerpts)";
  return typeof at.para === "number" ? `paragraph ${at.para}` : `paragraphs ${at.para.join("–")}`;
}
