// Search in all texts: folded as the program folds them, every spelling of a name found by one.
function fold(text) {
  let out = "";
  for (const letter of text) out += data.folds[letter] ?? letter.toLowerCase();
  return out.replaceAll("\u0300", "");
}

const MOST = 60;
const box = make("input", { type: "search", placeholder: words.search, "aria-label": words.search, role: "combobox",
  "aria-expanded": "false", "aria-controls": "found", oninput: () => search(), onkeydown: (event) => searchKey(event) });
const found = make("div", { id: "found", hidden: true, role: "listbox", "aria-label": words.results });

/** The words to look for: each one may stand for all spellings of a name. */
function wanted(query) {
  const folded = fold(query).trim().replace(/\s+/g, " ");
  if (!folded) return [];
  const name = data.names.find((each) => each.spellings.some((spelling) => fold(spelling) === folded));
  if (name) return [name.spellings.map(fold)];
  return folded.split(" ").map((word) => [word]);
}

function search() {
  const terms = wanted(box.value);
  found.hidden = !terms.length;
  box.setAttribute("aria-expanded", String(!found.hidden));
  if (!terms.length) return;
  const hits = [];
  let more = 0;
  for (const column of columns) {
    for (const [n, passage] of column.passages) {
      const folded = (passage.folded ??= fold(passage.said));
      const places = terms.map((spellings) => firstPlace(folded, spellings));
      if (places.some((place) => !place)) continue;
      if (hits.length < MOST) hits.push({ column, n, passage, place: places[0] }); else more += 1;
    }
  }
  found.replaceChildren(...hits.map(hitButton),
    ...(hits.length ? [] : [make("p", {}, words.no_results)]),
    ...(more ? [make("p", {}, say("more_results", { n: more }))] : []));
  announce(hits.length ? `${words.results}: ${hits.length + more}` : words.no_results);
}

function firstPlace(folded, spellings) {
  for (const spelling of spellings) {
    for (let at = folded.indexOf(spelling); at >= 0; at = folded.indexOf(spelling, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1])) return [at, at + spelling.length];
    }
  }
  return null;
}

function hitButton({ column, n, passage, place }) {
  const from = Math.max(0, place[0] - 60);
  const said = passage.said;
  const address = `${column.source.letter}.${n}`;
  return make("button", { role: "option", onclick: () => { closeSearch(); goTo(address); flash(column, n); } },
    make("b", {}, address), ` ${from ? "…" : ""}${said.slice(from, place[0])}`,
    make("b", {}, said.slice(place[0], place[1])), `${said.slice(place[1], place[1] + 90)}…`);
}

function flash(column, n) {
  const node = column.passages.get(n).node;
  node.animate?.([{ background: "var(--selection)" }, { background: "transparent" }],
    { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 900 });
}

function closeSearch() { found.hidden = true; box.setAttribute("aria-expanded", "false"); }

function searchKey(event) {
  if (event.key === "Escape") { closeSearch(); box.blur(); }
  if (event.key === "ArrowDown" || event.key === "Enter") { found.querySelector("button")?.focus(); event.preventDefault(); }
}
found.addEventListener("keydown", (event) => {
  const at = [...found.querySelectorAll("button")].indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (event.key === "Escape") { closeSearch(); box.focus(); }
  else if (to != null) { (found.querySelectorAll("button")[to] ?? box).focus(); event.preventDefault(); }
});
document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".search")) closeSearch(); });
