// Answers: how does a citation of the dataset, or of one source, get into the reader's bibliography?
import { Button } from "@mantine/core";
import { IconQuote } from "@tabler/icons-react";
import type { CitationFormat, Cited } from "../../export/citation.ts";
import { saveFile } from "../session/save-file.ts";
import { useApp } from "../shell/app-context.ts";

interface Props {
  readonly cited: Cited;
  /** "the dataset", "this source". */
  readonly what: string;
}

/** Where the browser refuses to copy, the citation is saved as a file. */
export function CiteButtons({ cited, what }: Props) {
  const { graph, notify } = useApp();

  async function copy(format: CitationFormat): Promise<void> {
    const { CITATION_FORMATS, citationText } = await import("../../export/citation.ts");
    const { label, extension, mediaType } = CITATION_FORMATS.find((f) => f.name === format) ?? CITATION_FORMATS[0];
    const text = citationText(graph, [cited], format);
    try {
      await navigator.clipboard.writeText(text);
      notify(`Copied the citation of ${what} as ${label}.`);
    } catch {
      const name = `${cited === "dataset" ? graph.info.id : cited.slice(cited.indexOf("/") + 1)}.${extension}`;
      saveFile(name, mediaType, text);
      notify(`The browser refuses to copy: saved ${name} instead.`);
    }
  }

  return (
    <p className="cite" data-testid="cite">
      <IconQuote size={14} aria-hidden="true" /> Cite {what}:{" "}
      {(["bibtex", "csl-json"] as const).map((format) => (
        <Button
          key={format}
          size="compact-sm"
          variant="default"
          aria-label={`${WORDS[format]}: copy the citation of ${what}`}
          onClick={() => void copy(format)}
        >
          {WORDS[format]}
        </Button>
      ))}
    </p>
  );
}

const WORDS: Readonly<Record<CitationFormat, string>> = { bibtex: "BibTeX", "csl-json": "CSL-JSON" };
