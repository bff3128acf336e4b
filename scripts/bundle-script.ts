// Answers: how does one file with all it imports get into a page that is not the product's?
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The text of a module script. */
export async function bundleScript(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "entente-script-"));
  try {
    await build({
      root: ROOT,
      configFile: false,
      publicDir: false,
      logLevel: "warn",
      build: {
        outDir,
        emptyOutDir: true,
        target: "es2022",
        lib: { entry: join(ROOT, entry), formats: ["es"], fileName: () => "script.js" },
      },
    });
    return readFileSync(join(outDir, "script.js"), "utf8");
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
