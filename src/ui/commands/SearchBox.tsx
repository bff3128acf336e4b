// Answers: how does a user find an actor or a source by any of its names?
import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconFileText, IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { SearchHit } from "../../graph/search.ts";
import type { ActorId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import { KindSwatch } from "../parts/Swatch.tsx";
import { useApp } from "../shell/app-context.ts";
import { commandsOf } from "./commands.ts";

export function SearchBox({ onSource }: { readonly onSource: (id: string) => void }) {
  const app = useApp();
  const [text, setText] = useState("");
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useHotkeys([
    ["/", () => input.current?.focus()],
    ["mod+K", () => input.current?.focus()],
  ]);
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() === "") {
      setHits([]);
      return;
    }
    app.engine.search(text, { limit: 10 }).then((found) => {
      if (isCurrent) setHits(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [app, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first hit is chosen whenever the hits change
  useEffect(() => {
    if (hits.length > 0) combobox.selectFirstOption();
  }, [hits]);

  const take = (id: string, isExpanding: boolean): void => {
    combobox.closeDropdown();
    setText("");
    if (id.startsWith("source/")) {
      onSource(id);
      return;
    }
    commandsOf(app).add(id as ActorId);
    if (isExpanding) commandsOf(app).expand(id as ActorId);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={(id) => take(id, false)} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={input}
          className="search"
          data-testid="search"
          aria-label="Search actors and sources by name, alias or other script"
          placeholder="Search actors and sources ( / )"
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => text !== "" && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && hits[0] !== undefined) {
              event.preventDefault();
              take(hits[Math.max(0, combobox.getSelectedOptionIndex())]?.id ?? hits[0].id, true);
            }
            if (event.key === "Escape") input.current?.blur();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ""}>
        <Combobox.Options aria-label="Search results">
          {hits.map((hit) => (
            <Combobox.Option value={hit.id} key={hit.id}>
              <span className="hit">
                {hit.actorKind === undefined ? (
                  <IconFileText size={18} aria-hidden="true" />
                ) : (
                  <KindSwatch kind={hit.actorKind} />
                )}
                <span>
                  <bdi>{titleOf(hit.label)}</bdi>
                  {hit.matched === undefined ? null : (
                    <span className="muted">
                      {" "}
                      · <bdi>{hit.matched}</bdi>
                    </span>
                  )}
                </span>
                <span className="muted hit-kind">{hit.actorKind ?? "source"}</span>
              </span>
            </Combobox.Option>
          ))}
          {hits.length === 0 ? <Combobox.Empty>Nothing is recorded under “{text.trim()}”.</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
