// Answers: npm start. Builds the data and the page, serves dist/ and prints its address. PORT picks the port.
import { fileURLToPath } from "node:url";
import { preview } from "vite";

const port = Number(process.env.PORT ?? "4173");
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT takes a number from 1 to 65535, not \`${process.env.PORT}\`.`);
  process.exit(2);
}
await import("./build.ts");
const server = await preview({
  root: fileURLToPath(new URL("..", import.meta.url)),
  preview: { port, open: false },
  logLevel: "warn",
});
console.log(`Entente is at ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`} (Ctrl+C stops it)`);
