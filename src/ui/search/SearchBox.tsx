// Answers: how does a user find an actor, a relation, a source, a question or a command by its words?
import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { commandsOf } from "../commands/commands.ts";
import { ariaKeys } from "../commands/keys.ts";
import { commandOf, runCommand } from "../commands/registry.ts";
import { useCommandContext } from "../commands/use-commands.ts";
import { focusOn, LANDMARKS } from "../shell/landmarks.ts";
import { ResultOption } from "./ResultOption.tsx";
import { isForCommands, nearestActors, type Result, resultGroupsOf } from "./results.ts";
import { useFound } from "./use-found.ts";

export function SearchBox({ onSource }: { readonly onSource: (id: string) => void }) {
  const context = useCommandContext();
  const { app } = context;
  const [text, setText] = useState("");
  const { found, isSettled } = useFound(text);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const isAsking = text.trim() !== "";
  /** Enter came before the answer: it takes the first result as soon as there is one. */
  const [pending, setPending] = useState<{ readonly isExpanding: boolean }>();
  const groups = isAsking && isSettled ? resultGroupsOf(context, text, found) : [];
  const nearest = isAsking && isSettled && groups.length === 0 && !isForCommands(text) ? nearestActors(context, text) : [];
  const results = [...groups.flatMap((group) => group.results), ...nearest];
  const first = results[0]?.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first result is chosen whenever the results change
  useEffect(() => {
    if (first !== undefined) combobox.selectFirstOption();
  }, [first, text, isSettled]);

  // At a first visit the page waits for a question, unless the reader has begun elsewhere.
  useEffect(() => {
    void app.session.isFirstVisit.then((isFirst) => {
      if (isFirst && document.activeElement === document.body && matchMedia("(pointer: fine)").matches) focusOn("search");
    });
  }, [app]);

  const take = ({ target }: Result, isExpanding: boolean): void => {
    const commands = commandsOf(app);
    combobox.closeDropdown();
    setText("");
    if (!focusOn("graph") && !focusOn("outline")) focusOn("inspector");
    if (target.kind === "source") onSource(target.id);
    else if (target.kind === "question") commands.openStarter(target.id);
    else if (target.kind === "relation") commands.openRelation(target.id);
    else if (target.kind === "command") runCommand(target.offer.command, context, target.offer.choice?.value);
    else {
      commands.add(target.id);
      if (isExpanding) commands.expand(target.id);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is what it waits for
  useEffect(() => {
    if (pending === undefined || !isSettled) return;
    setPending(undefined);
    if (results[0] !== undefined) take(results[0], pending.isExpanding);
  }, [pending, isSettled]);
  const takeValue = (value: string, isExpanding: boolean): void => {
    const result = results.find((other) => other.value === value);
    if (result !== undefined) take(result, isExpanding);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={(value) => takeValue(value, false)} withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={LANDMARKS.search}
          className="search"
          data-testid="search"
          role="combobox"
          aria-autocomplete="list"
          data-command="search"
          aria-label="Search actors, relations, sources, questions and commands, by any name"
          aria-keyshortcuts={ariaKeys(commandOf("search").keys ?? [])}
          placeholder="Search, or > for commands ( / )"
          autoComplete="off"
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPending(undefined);
            combobox.openDropdown();
          }}
          onFocus={() => isAsking && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            const isExpanding = event.ctrlKey || event.metaKey;
            if (event.key === "Enter" && !isSettled) {
              event.preventDefault();
              setPending({ isExpanding });
            } else if (event.key === "Enter" && isExpanding) {
              const chosen = results[Math.max(0, combobox.getSelectedOptionIndex())];
              event.preventDefault();
              if (chosen !== undefined) take(chosen, true);
            }
            // The key that leads here says nothing when it is pressed here once more.
            if (event.key === "/" && text === "") event.preventDefault();
            if (event.key === "Escape") {
              setText("");
              event.currentTarget.blur();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isAsking}>
        <Combobox.Options aria-label="Search results" className="results">
          {groups.map(({ title, total, results: listed }) => (
            <Combobox.Group
              key={title}
              label={listed.length < total ? `${title}: ${listed.length} of ${total}, more words narrow it` : title}
            >
              {listed.map((result) => (
                <ResultOption key={result.value} result={result} />
              ))}
            </Combobox.Group>
          ))}
          {nearest.length === 0 ? null : (
            <Combobox.Group label={`Nothing is recorded under “${text.trim()}”. Nearest names`}>
              {nearest.map((result) => (
                <ResultOption key={result.value} result={result} />
              ))}
            </Combobox.Group>
          )}
        </Combobox.Options>
        {results.length === 0 && isSettled ? (
          <Combobox.Empty>
            {isForCommands(text)
              ? "No command that can run now has these words. ? lists all commands."
              : `Nothing is recorded under “${text.trim()}”. That does not mean there is nothing.`}
          </Combobox.Empty>
        ) : null}
      </Combobox.Dropdown>
    </Combobox>
  );
}
