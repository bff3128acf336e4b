import { defineConfig } from "vitest/config";

const LIMITS = { environment: "node", testTimeout: 60_000, hookTimeout: 120_000 } as const;

/** Of the browser tests, those that the time of one CI run has no room for: `npm run test:all` runs them too. */
const LONG = ["commands", "gestures", "links", "table"].map((name) => `tests/e2e/${name}.test.ts`);
const isAll = process.env.ENTENTE_TESTS === "all";

/** Browser tests come after the rest, two files at a time: more browsers at once starve each other. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...LIMITS,
          name: "core",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...LIMITS,
          name: "browser",
          include: ["tests/e2e/*.test.ts"],
          exclude: isAll ? [] : LONG,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
