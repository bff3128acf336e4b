// Answers: how is a long list shown page by page, saying how much of it there is?
import { type ReactNode, useState } from "react";

interface Props<Item> {
  readonly items: readonly Item[];
  /** Items shown at first, and added with each click. */
  readonly page: number;
  /** One item, in a word, for the button. */
  readonly noun: string;
  readonly label?: string;
  readonly className?: string;
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

export function PagedList<Item>({ items, page, noun, label, className = "", keyOf, children }: Props<Item>) {
  const [wanted, setWanted] = useState(page);
  const shown = items.slice(0, wanted);
  const rest = items.length - shown.length;
  return (
    <>
      <ul className={`plain ${className}`} aria-label={label}>
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {rest === 0 ? null : (
        <p className="pane-more">
          <span className="muted">
            {shown.length} of {items.length} {noun}s listed.
          </span>{" "}
          <button type="button" className="link" onClick={() => setWanted(wanted + Math.max(page, 50))}>
            Show {rest <= Math.max(page, 50) ? `the other ${rest}` : `${Math.max(page, 50)} more`}
          </button>
        </p>
      )}
    </>
  );
}
