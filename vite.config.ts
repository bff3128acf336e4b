import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type HtmlTagDescriptor, type Plugin } from "vite";

/** Three scripts at the start: what draws the first picture, what makes the graph live, and the panels around it. The rest comes when asked for. */
const groups = [
  { name: "start", tags: ["$initial" as const], priority: 3 },
  { name: "page", test: /\/src\/ui\/shell\/mount\.tsx$/, priority: 2 },
  { name: "panels", test: /\/src\/ui\/shell\/panels\.ts$/, priority: 1 },
];

/** The page's script and style are fetched while the first picture is drawn, not after it. */
const preloadPage: Plugin = {
  name: "preload-page",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {}).flatMap((file): HtmlTagDescriptor[] => {
        const href = `./${file}`;
        if (/\/page-[^/]*\.js$/.test(file))
          return [{ tag: "link", injectTo: "head", attrs: { rel: "modulepreload", crossorigin: true, href } }];
        if (/\/page-[^/]*\.css$/.test(file))
          return [{ tag: "link", injectTo: "head", attrs: { rel: "preload", as: "style", crossorigin: true, href } }];
        return [];
      }),
  },
};

const { name, version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {
  name: string;
  version: string;
};

export default defineConfig({
  base: "./",
  define: { __ENTENTE__: JSON.stringify(`${name} ${version}`) },
  plugins: [react(), preloadPage],
  build: { target: "es2022", chunkSizeWarningLimit: 1200, rolldownOptions: { output: { codeSplitting: { groups } } } },
});
