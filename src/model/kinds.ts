// Answers: which closed sets of words may data use?

export const ACTOR_KINDS = [
  "state",
  "person",
  "org",
  "unit",
  "instrument",
  "event",
  "activity",
  "facility",
  "place",
  "materiel",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const CLAIM_STATUSES = ["alleged", "reported", "confirmed", "denied"] as const;
/** How the source puts it. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/**
 * Status of a relation, derived from its claims. `conjecture` = nothing but judgements, predictions and hypotheses;
 * `hidden` = no claim is visible under the current clocks and sources.
 */
export const RELATION_STATUSES = [
  "confirmed",
  "reported",
  "alleged",
  "disputed",
  "denied",
  "planned",
  "conjecture",
  "retracted",
  "hidden",
] as const;
export type RelationStatus = (typeof RELATION_STATUSES)[number];

export const MODALITIES = ["actual", "planned", "requested", "threatened", "hypothetical"] as const;
export type Modality = (typeof MODALITIES)[number];

export const VOICES = ["author", "official-named", "official-unnamed", "document", "witness", "party", "expert"] as const;
export type Voice = (typeof VOICES)[number];

export const EXTENTS = ["within", "throughout"] as const;
export type Extent = (typeof EXTENTS)[number];

export const SOURCE_TYPES = ["article", "wire", "report", "official-document", "statement", "dataset"] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const POLARITIES = ["supportive", "hostile", "legal", "structural", "neutral"] as const;
export type Polarity = (typeof POLARITIES)[number];

/** Admiralty code (STANAG 2511), letter: reliability of the source. */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Admiralty code (STANAG 2511), digit: credibility of the information; 1 is best, 6 cannot be judged. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** Of travel along relations: with the reading direction, against it, or any. */
export const DIRECTIONS = ["in", "out", "both"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * Of routes; lexicographic. `shortest`: fewest hops, then strongest weakest hop, then most origins at the hop that has fewest, then most recent
 * evidence at the hop where it is oldest. `best-evidenced`: strongest weakest hop first, then as shortest. Ties by the ids along the route.
 */
export const RANKINGS = ["shortest", "best-evidenced"] as const;
export type Ranking = (typeof RANKINGS)[number];

/** What a saved question can ask. */
export const SAVED_QUERIES = ["neighbors", "paths", "support", "opposition", "common", "between"] as const;

export const NAME_TYPES = [
  "official",
  "short",
  "acronym",
  "native",
  "transliteration",
  "spelling",
  "former",
  "code",
  "nickname",
] as const;
export type NameType = (typeof NAME_TYPES)[number];

export const SKIP_REASONS = ["background", "rhetoric", "heading", "duplicate"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/**
 * Why no claim records a date or a speaker though the sentence has words for one: what is dated is no relation, the word attributes
 * nothing, whoever says so is not named, or what they say of themselves is recorded as a relation of theirs.
 */
export const UNSTATED_REASONS = ["no-date", "no-speaker", "speaker-unnamed", "as-relation"] as const;
export type UnstatedReason = (typeof UNSTATED_REASONS)[number];
