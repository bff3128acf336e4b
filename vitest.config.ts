import { defineConfig } from "vitest/config";

const LIMITS = { environment: "node", testTimeout: 60_000, hookTimeout: 120_000 } as const;

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
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
