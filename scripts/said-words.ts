// Answers: does a sentence date something, and does it say who says so? Word lists for English, wide enough to ask a person to look.
const MONTH = "January|February|March|April|June|July|August|September|October|November|December";
const SPAN = "years?|months?|weeks?|decades?";

const DATE_WORDS = new RegExp(
  [
    "\\b(?:1[89]|20)\\d\\d\\b",
    `\\b(?:${MONTH})\\b`,
    "\\bMay \\d",
    `\\b(?:last|past|this|previous|next) (?:${SPAN})\\b`,
    "\\b(?:yesterday|today|tomorrow|since)\\b",
    `\\bfor (?:over |more than |about |nearly )?(?:(?:a|one|two|three|several|many|\\d+) )?(?:${SPAN})\\b`,
    `\\b(?:${SPAN}) (?:ago|later|earlier)\\b`,
  ].join("|"),
  "i",
);

const VERBS = [
  "says?|said|told|according to|stated|states that|quot(?:es|ed|ing)|declar(?:es|ed)|announc(?:es|ed)|insist(?:s|ed)",
  "suggest(?:s|ed)|argu(?:es|ed)|not(?:es|ed) that|warn(?:s|ed)|urg(?:es|ed)|call(?:s|ed) (?:on|for)|advocat(?:es|ed)",
  "claim(?:s|ed)|alleg(?:es|ed|edly)|accus(?:es|ed|ing)|condemn(?:s|ed)|den(?:ies|ied)|confirm(?:s|ed)|reveal(?:s|ed)",
  "acknowledg(?:es|ed)|admit(?:s|ted)|pledged?|report(?:s|ed|edly)?|assess(?:es|ed)|estimat(?:es|ed)",
];
const SPEAKER_WORDS = new RegExp(`\\b(?:${VERBS.join("|")})\\b`, "i");

export function hasDateWords(sentence: string): boolean {
  return DATE_WORDS.test(sentence);
}

export function hasSpeakerWords(sentence: string): boolean {
  return SPEAKER_WORDS.test(sentence);
}
