// Answers: how is a hedged sentence set, with its hedge marked and its names isolated?
import type { SentencePart } from "../../model/sentence.ts";

export function Sentence({ parts }: { readonly parts: readonly SentencePart[] }) {
  return (
    <>
      {parts.map((part, i) => {
        const key = `${i}-${part.kind}`;
        if (part.kind === "actor") return <bdi key={key}>{part.text}</bdi>;
        if (part.kind === "hedge")
          return (
            <em key={key} className="hedge">
              {part.text}
            </em>
          );
        return <span key={key}>{part.text}</span>;
      })}
    </>
  );
}
