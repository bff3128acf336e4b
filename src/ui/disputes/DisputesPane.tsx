// Answers: where do the sources disagree?
export function DisputesPane() {
  return <section className="pane" aria-label="Disputes" />;
}
