// Answers: what do pointer and movement keys do, beside the commands? For the sheet.

export interface Gesture {
  readonly how: string;
  readonly does: string;
}

export const POINTER_GESTURES: readonly Gesture[] = [
  { how: "Click", does: "Selects only it; beside everything, selects nothing" },
  { how: "Ctrl-, Cmd- or Shift-click", does: "Adds it to the selection, or takes it out" },
  { how: "Double-click an actor", does: "Expands it by one hop" },
  { how: "Double-click a line", does: "Opens its claims" },
  { how: "Drag an actor", does: "Moves it and pins it there" },
  { how: "Shift-drag", does: "Selects what is in the box" },
  { how: "Rest on something", does: "Lights it and what it is tied to, and says what it is" },
  { how: "Right-click or long press", does: "Opens the menu of its commands" },
];

export const MOVEMENT_KEYS: readonly Gesture[] = [
  { how: "Arrows, in the graph", does: "Select the nearest actor in that direction; with Shift, add it" },
  { how: "Menu key or Shift + F10", does: "Opens the menu of what is selected, or of the row in focus" },
  { how: "↑ ↓ Home End, in the list", does: "Go from row to row; with Shift, add to the selection" },
  { how: "→ ←, in the list", does: "Open and close a row, or go into it and out of it" },
  { how: "Shift + letters, in the list", does: "Go to the next row that begins so" },
];
