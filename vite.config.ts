import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Two scripts: what the first paint of the graph needs, and the panels around it. */
const groups = [
  { name: "start", tags: ["$initial" as const], priority: 2 },
  { name: "panels", test: /\.(?:tsx?|m?js)$/, priority: 1 },
];

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: { target: "es2022", chunkSizeWarningLimit: 1200, rolldownOptions: { output: { codeSplitting: { groups } } } },
});
