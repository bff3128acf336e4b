// Answers: what is wrong with a file, where, and what would mend it?

export const ISSUE_CODES = {
  "yaml-syntax": "The file is not well-formed YAML.",
  "yaml-feature": "Aliases, anchors, tags, directives and several documents are not allowed.",
  "yaml-duplicate-key": "A key stands twice in one map.",
  "file-encoding": "The file is not valid UTF-8.",
  "file-missing": "A required file is missing.",
  "file-unexpected": "A file stands where the build does not look for it.",
  "file-too-large": "The file is over the size limit.",
  "depth-limit": "Values are nested too deeply.",
  "key-forbidden": "This key can reach an object's prototype.",
  "field-unknown": "The record has no such field.",
  "field-missing": "A required field is missing.",
  "field-invalid": "The value does not have the field's form.",
  "text-control": "Control, zero-width or bidirectional characters are not allowed.",
  "text-not-nfc": "Text must be in Unicode normal form C.",
  "url-invalid": "URLs must be http or https, without credentials or text fragments.",
  "time-invalid": "Not a date or interval of the EDTF profile.",
  "id-path-mismatch": "The id does not equal the file's path.",
  "id-duplicate": "The id stands twice.",
  "actor-unknown": "No actor has this id.",
  "source-unknown": "No source has this id.",
  "type-unknown": "The vocabulary has no such relation type.",
  "domain-violation": "This kind of actor cannot stand at the relation's start.",
  "range-violation": "This kind of actor cannot stand at the relation's end.",
  "slot-unknown": "The relation type has no such slot.",
  "slot-invalid": "The slot does not take this value.",
  "slot-missing": "The relation type requires this slot.",
  "subtype-unknown": "The vocabulary has no such subtype or class.",
  "unit-unknown": "The vocabulary has no such unit.",
  "quantity-invalid": "The quantity is empty or its minimum is above its maximum.",
  "claim-after-publication": "An actual claim's time lies after its publication.",
  "claim-subject": "A claim has exactly one of `rel` and `attr`.",
  "supersedes-unknown": "No claim has this id.",
  "note-missing": "This relation type requires a curator's note.",
  cycle: "The relation type must not form a cycle.",
  "self-relation": "An actor cannot stand in this relation to itself.",
  "actor-unused": "No claim names this actor.",
  "locator-missing": "The text of the source was at hand, but the claim does not say where in it.",
  "locator-unfounded": "The source was read in excerpts only, so no place in its text can be known.",
  "para-out-of-range": "The paragraph lies beyond the source's paragraph count.",
  "text-missing": "No text file has this hash.",
  "locator-invalid": "The range is not one or more whole sentences of the stated paragraph.",
  "anchor-mismatch": "The anchor is not the hash of the sentence at this range.",
  "sentence-unaccounted": "No claim cites this sentence, and no entry of `skipped` says why.",
  "date-unrecorded": "The sentence has words for a date, but no claim on it has a `time`.",
  "speaker-unrecorded": "The sentence has words for a speaker, but no claim on it records one.",
  "unstated-needless": "The claims on this sentence record what this entry says they do not.",
  "words-shared": "Seven words in a row stand in the source too.",
  "query-invalid": "The query cannot be asked like this.",
  "question-missed": "The answer to a saved question does not hold what it is expected to hold.",
  "tour-unfounded": "The text of a tour does not stand on what the data say.",
  "link-too-long": "The link is longer than any view of this page needs.",
  "link-version": "This page cannot read links of this version.",
  "link-malformed": "The link is damaged.",
  "link-part-unknown": "This page does not know this part of the link and leaves it out.",
  "expectation-missed": "The dataset does not meet its expectations file.",
} as const;
export type IssueCode = keyof typeof ISSUE_CODES;

export type IssuePath = readonly (string | number)[];

export interface Issue {
  readonly code: IssueCode;
  readonly severity: "error" | "warning";
  /** Relative to the data folder, forward slashes. */
  readonly file: string;
  /** Where in the record; resolved to line and column by whoever holds the text. */
  readonly path: IssuePath;
  readonly message: string;
  readonly value?: string | undefined;
  readonly remedy?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  readonly col?: number | undefined;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

export function issue(
  code: IssueCode,
  file: string,
  path: IssuePath,
  more: { value?: string; remedy?: string; detail?: string; severity?: "error" | "warning" } = {},
): Issue {
  const message = more.detail === undefined ? ISSUE_CODES[code] : `${ISSUE_CODES[code]} ${more.detail}`;
  return { code, severity: more.severity ?? "error", file, path, message, value: more.value, remedy: more.remedy };
}

/** `file:line:col code message (value) → remedy`, one line. */
export function issueText(i: Issue): string {
  const place = i.line === undefined ? i.file : `${i.file}:${i.line}:${i.col ?? 1}`;
  const value = i.value === undefined ? "" : ` [${i.value.length > 80 ? `${i.value.slice(0, 77)}...` : i.value}]`;
  const remedy = i.remedy === undefined ? "" : ` → ${i.remedy}`;
  return `${place} ${i.severity} ${i.code}: ${i.message}${value}${remedy}`;
}
