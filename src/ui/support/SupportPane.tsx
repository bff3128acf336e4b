// Answers: who supports, opposes or breaches whom, through what, since when?
export function SupportPane() {
  return <section className="pane" aria-label="Who supports whom" />;
}
