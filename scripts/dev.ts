// Answers: npm run dev. Serves the page from source; a change of data is compiled and reloads the page.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const compiler = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/build-graph.ts", "--watch"], {
  cwd: ROOT,
  stdio: "inherit",
});
process.on("exit", () => compiler.kill());
const server = await createServer({ root: ROOT });
server.watcher.on("change", (path) => {
  if (path.endsWith("graph.json")) server.ws.send({ type: "full-reload" });
});
await server.listen();
server.printUrls();
