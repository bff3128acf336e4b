// Answers: what runs in the page in which the layout engine is tested alone?
import { createLayoutEngine } from "../../src/view/layout/create-layout-engine.ts";

Object.assign(globalThis, { createLayoutEngine });
