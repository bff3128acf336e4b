// Answers: how does a browser get a script, with all it imports and its workers, in a page that is not the product's?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import type { Served } from "./serve-dist.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Serves an empty page that runs `entry`, a path from the root of the project, under the product's rule: scripts of its own origin alone. */
export async function serveScript(entry: string): Promise<Served> {
  const root = mkdtempSync(join(tmpdir(), "entente-script-"));
  writeFileSync(
    join(root, "index.html"),
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self' 'unsafe-inline'"><body style="margin:0"><script type="module" src="./page.ts"></script>`,
  );
  mkdirSync(join(root, "public"));
  // Browsers ask for it, and its absence would be an error on the console.
  writeFileSync(join(root, "public/favicon.ico"), "");
  writeFileSync(join(root, "page.ts"), `import ${JSON.stringify(join(ROOT, entry))};\n`);
  await build({ root, base: "./", logLevel: "error", configFile: false, build: { target: "es2022" } });
  const server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    preview: { port: 0, strictPort: false, host: "127.0.0.1" },
  });
  return {
    url: server.resolvedUrls?.local[0] ?? "",
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
