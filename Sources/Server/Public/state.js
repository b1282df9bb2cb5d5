// What the page shows, kept in its address: a link shows the same again.

const names = [
  "layer", "net", "level", "column", "of", "category", "from", "to", "per", "fdr", "permutations", "seed",
  "lon", "lat", "base", "view",
];

const standard = { layer: "grids", net: "base", fdr: "bh", seed: "1", base: "on" };

/** Reads the state from the address. */
export function readState() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? standard[name] ?? ""]));
}

/** Writes the state to the address; what is as usual is left out. */
export function writeState(state, language) {
  const query = new URLSearchParams();
  for (const name of names) {
    if (state[name] && state[name] !== standard[name]) query.set(name, state[name]);
  }
  query.set("lang", language);
  history.replaceState(null, "", `?${query}`);
}

/** The language: of the address, of the last visit, of the browser. */
export function firstLanguage() {
  return new URLSearchParams(location.search).get("lang")
    ?? remembered() ?? (navigator.language.startsWith("zh") ? "zh" : "en");
}

/** Remembers the language for the next visit; a browser may forbid that. */
export function rememberLanguage(language) {
  try { localStorage.setItem("gewu.language", language); } catch { /* not kept, then */ }
}

function remembered() {
  try { return localStorage.getItem("gewu.language"); } catch { return null; }
}
