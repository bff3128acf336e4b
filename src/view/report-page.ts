// Answers: what runs in an exported report, and how does it look?

/** What may run and how it looks; the page's security policy names their hashes, which a test works out anew. */
export const REPORT_SCRIPT = `"use strict";
const find = document.getElementById("find");
const entries = [...document.querySelectorAll("section.relation")];
const shown = document.getElementById("shown");
function filter() {
  const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let n = 0;
  for (const e of entries) {
    const text = e.textContent.toLowerCase();
    e.hidden = !words.every((w) => text.includes(w));
    if (!e.hidden) n += 1;
  }
  shown.textContent = n + " of " + entries.length + " relations shown";
}
find.addEventListener("input", filter);
filter();
document.addEventListener("click", (event) => {
  const line = event.target.closest("#drawing g[id]");
  if (line === null) return;
  const target = document.getElementById("about-" + line.id.split("+")[0]);
  if (target === null) {
    find.value = line.querySelector("title").textContent;
    filter();
    find.scrollIntoView();
    return;
  }
  find.value = "";
  filter();
  target.scrollIntoView();
  target.focus();
});
`;
export const REPORT_STYLE = `:root{color-scheme:light}body{font:16px/1.5 system-ui,sans-serif;color:#1d2126;background:#fbfbf9;margin:0 auto;max-width:60rem;padding:1rem}
svg{max-width:100%;height:auto;border:1px solid #80818b}#drawing g[id]{cursor:pointer}h1,h2,h3{line-height:1.25}li{overflow-wrap:anywhere}code{font-size:.8em;color:#5a626b}
input{font:inherit;padding:.4rem;width:100%;box-sizing:border-box}section.relation:focus{outline:3px solid #0b5cad}a{color:#0b5cad}@media print{input,#shown{display:none}}
`;
export const SCRIPT_HASH = "sha256-szUFD1RpgdEFOyBLQwPuuqQYJMboVzz2485NkZGrgcE=";
export const STYLE_HASH = "sha256-C39lRfr4DrnyzKzsyxjCFkdn1cHz2P6UZCBKnf6n1kI=";
