// Answers: how is the built page served for a browser that a script drives?
import { fileURLToPath } from "node:url";
import { preview } from "vite";

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves `dist/` on a free port of this machine. */
export async function serveDist(): Promise<Served> {
  const server = await preview({
    root: fileURLToPath(new URL("..", import.meta.url)),
    preview: { port: 0, strictPort: false, open: false, host: "127.0.0.1" },
    logLevel: "silent",
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the preview server has no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => server.close(),
  };
}
