// Answers: on which sources does all this rest, and what if one of them is wrong?
export function SourcesPane({ onSource: _ }: { readonly onSource: (id: string) => void }) {
  return <section className="pane" aria-label="Sources" />;
}
