// Answers: how does the link to the present view get into the reader's hands?
import { countText } from "../../model/text.ts";
import type { AppContextValue } from "../shell/app-context.ts";

/** Where the browser refuses to copy, the link is shown to be copied by hand. */
export async function copyLink({ session, store, notify, overlays }: AppContextValue): Promise<void> {
  const address = session.address();
  const { placed } = store.getState().history.present;
  try {
    await navigator.clipboard.writeText(address);
    notify(
      `Copied the link to this view: ${countText(placed.size, "actor")} with positions, filters, selection and what is in sight.`,
    );
  } catch {
    overlays.getState().setRefusedLink(address);
  }
}
