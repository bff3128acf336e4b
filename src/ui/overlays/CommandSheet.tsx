// Answers: which commands, keys and gestures are there?
import { type Gesture, MOVEMENT_KEYS, POINTER_GESTURES } from "../commands/gestures.ts";
import { keyText } from "../commands/keys.ts";
import { COMMANDS, sheetOf } from "../commands/registry.ts";
import { Dialog } from "./Dialog.tsx";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function CommandSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog onClose={onClose} size="xl" title="Commands, keys and gestures">
      <p className="muted">
        Single letters work while the graph or the list of everything shown has focus. Commands without a key are in the menus and
        in the search box: type &gt; there.
      </p>
      <div className="sheet" data-testid="command-sheet">
        {sheetOf(COMMANDS).map(([group, commands]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {commands.map(({ id, title, keys, scope, target }) => (
                <div key={id} data-command={id}>
                  <dt>{title}</dt>
                  <dd>
                    {keys?.map((key) => <kbd key={key}>{keyText(key, isMac)}</kbd>) ?? (
                      <span className="muted">{scope === "canvas" && target !== "none" ? "its menu" : "menu"}</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Gestures title="Pointer" gestures={POINTER_GESTURES} />
        <Gestures title="Moving about" gestures={MOVEMENT_KEYS} />
      </div>
    </Dialog>
  );
}

function Gestures({ title, gestures }: { readonly title: string; readonly gestures: readonly Gesture[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {gestures.map(({ how, does }) => (
          <div key={how} className="gesture">
            <dt>{how}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
