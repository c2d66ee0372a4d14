// Search in all texts: folded as the program folds them, every spelling of a name found by one,
// in turns short enough that typing never waits.
const FILLER = "\u0300", MOST = 60, TURN = 12;
const odd = new RegExp(`[${Object.keys(data.folds).map((c) => `\\u{${c.codePointAt(0).toString(16)}}`).join("")}]`, "gu");

/** The one form that all spellings of words share; as long as the words, so that places stay. */
function fold(text) {
  const out = text.replace(odd, (c) => (data.folds[c] + FILLER.repeat(c.length)).slice(0, c.length)).toLowerCase();
  return out.length === text.length ? out : Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
}

const box = make("input", { type: "search", placeholder: words.search, "aria-label": words.search, role: "combobox", autocomplete: "off",
  spellcheck: "false", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", oninput: () => search(), onkeydown: (event) => searchKey(event) });
const found = make("div", { id: "found", hidden: true, role: "listbox", "aria-label": words.results });

/** The words to look for: "quoted" ones stand together, -words must be absent, a name has all its spellings. */
function wanted(query) {
  const terms = [], without = [];
  const whole = spellings(query.trim());
  if (whole.length > 1) return { terms: [whole.map(pattern).filter(Boolean)], without, also: whole };
  const also = [];
  for (const [, minus, phrase, word] of query.matchAll(/(-)?(?:"([^"]*)"?|([^\s"]+))/g)) {
    const said = phrase ?? word, all = spellings(said);
    const patterns = all.map(pattern).filter(Boolean);
    if (!patterns.length) continue;
    (minus ? without : terms).push(patterns);
    if (all.length > 1) also.push(...all);
  }
  return { terms, without, also };
}

/** All spellings of a name that is spelt so, else the words themselves. */
function spellings(said) {
  const bare = (each) => fold(each).replaceAll(FILLER, "").trim();
  const name = data.names.find((each) => each.spellings.some((spelling) => bare(spelling) === bare(said)));
  return name ? name.spellings : [said];
}

/** Marks above and below letters, and what is invisible, may stand anywhere in what is found. */
function pattern(said) {
  const letters = Array.from(fold(said).replaceAll(FILLER, "").trim().replace(/\s+/g, " "));
  if (!letters.length) return null;
  return new RegExp(letters.map((c) => (c === " " ? `[\\s${FILLER}]+` : c.replace(/[\\^$.*+?()[\]{}|\/-]/g, "\\$&") + `${FILLER}*`)).join(""), "g");
}

/** Letters of scripts in which a word begins after a space; others put articles or other words before it. */
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{N}]/u;

/** The first place at the beginning of a word, or all of them. */
function placesIn(folded, patterns, all = false) {
  const places = [];
  for (const each of patterns) {
    for (const match of folded.matchAll(each)) {
      let at = match.index - 1;
      while (at >= 0 && folded[at] === FILLER) at -= 1;
      if (at >= 0 && SPACED.test(folded[at]) && SPACED.test(match[0][0])) continue;
      places.push([match.index, match.index + match[0].length]);
      if (!all) return places;
    }
  }
  return places;
}

let turn = 0, sought = null;
/** Give way to typing and drawing between two turns. */
const pause = () => new Promise((done) => { const channel = new MessageChannel(); channel.port1.onmessage = () => { channel.port1.close(); done(); }; channel.port2.postMessage(0); });

async function search() {
  const mine = (turn += 1), query = wanted(box.value);
  if (!query.terms.length) { sought = null; closeSearch(); showHits([]); return; }
  const hits = [], all = [], addressed = passageAt(box.value);
  // An address leads to its passage.
  if (addressed) hits.push({ column: columns.find((column) => column.items.includes(addressed)), item: addressed, place: [0, 0] });
  let more = 0, until = performance.now() + TURN;
  found.hidden = false;
  found.setAttribute("aria-busy", "true");
  box.setAttribute("aria-expanded", "true");
  for (const column of columns) {
    for (const item of column.items) {
      if (performance.now() > until) {
        await pause();
        if (mine !== turn) return;
        until = performance.now() + TURN;
      }
      const place = matches(item, query);
      if (!place) continue;
      all.push(item);
      if (hits.length < MOST) { hits.push({ column, item, place }); if (hits.length === MOST) showFound(query, hits, 0, true); } else more += 1;
    }
  }
  sought = query;
  found.removeAttribute("aria-busy");
  showFound(query, hits, more);
  showHits(all.slice(0, 2000));
  announce(hits.length ? `${words.results}: ${hits.length + more}` : words.no_results);
}

function matches(item, { terms, without }) {
  const folded = fold(item.said);
  const places = terms.map((patterns) => placesIn(folded, patterns)[0]);
  return places.every(Boolean) && !without.some((patterns) => placesIn(folded, patterns).length) ? places[0] : null;
}

function showFound(query, hits, more, busy = false) {
  const also = query.also.length ? make("p", { class: "muted" }, words.also, " ", query.also.flatMap((each, at) => [at ? ", " : "", own(each)])) : null;
  found.replaceChildren(...[also, ...hits.map(hitButton), !hits.length && make("p", {}, words.no_results),
    more || busy ? make("p", {}, busy ? "…" : say("more_results", { n: more })) : null].filter(Boolean));
}

function hitButton({ column, item, place: [from, to] }) {
  const { said } = item, start = wordFrom(said, Math.max(0, from - 60), from), end = whole(said, Math.min(said.length, to + 90));
  const line = make("span", { class: "line", dir: "auto", lang: column.source.language }, start ? "…" : "", said.slice(start, from),
    make("mark", { class: "hit" }, said.slice(from, to)), said.slice(to, end), end < said.length ? "…" : "");
  return coloured(make("button", { role: "option", "aria-selected": "false", onclick: () => { closeSearch(); goTo(item.address, "mark.hit"); flash(item); } },
    make("b", {}, item.address), line, isLater(item) ? make("span", { class: "muted since" }, words.later) : null), column.number);
}

/** Where the next word begins, if one does before the words that were found. */
function wordFrom(said, at, most) {
  const space = at ? said.indexOf(" ", at) : -1;
  return space >= 0 && space < most ? space + 1 : whole(said, at);
}

/** Never cut a character in two. */
function whole(said, at) { return at > 0 && /[\udc00-\udfff]/.test(said[at] ?? "") && /[\ud800-\udbff]/.test(said[at - 1]) ? at - 1 : at; }

/** Mark what was found where it stands. */
let marked = [];
function showHits(items) {
  const before = marked;
  marked = items;
  for (const item of before) item.hits = [];
  for (const item of items) {
    const folded = fold(item.said);
    item.hits = sought.terms.flatMap((patterns) => placesIn(folded, patterns, true)).sort((a, b) => a[0] - b[0])
      .filter(([from], at, every) => !at || from >= every[at - 1][1]);
  }
  for (const item of new Set([...before, ...items])) dress(item);
}

function flash(item) {
  if (!quick.matches) item.node?.animate?.([{ background: "var(--selection)" }, { background: "transparent" }], { duration: 600 });
}

function closeSearch() { found.hidden = true; box.setAttribute("aria-expanded", "false"); }

function searchKey(event) {
  if (event.key === "Escape") {
    event.stopPropagation();
    event.preventDefault();
    if (!found.hidden) closeSearch();
    else if (box.value) { box.value = ""; search(); }
    else focusEvents();
  }
  if (event.key === "ArrowDown" || event.key === "Enter") {
    if (found.hidden && box.value.trim()) search();
    found.querySelector("button")?.focus();
    event.preventDefault();
  }
}
found.addEventListener("keydown", (event) => {
  const all = [...found.querySelectorAll("button")], at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Escape") { closeSearch(); box.focus(); event.stopPropagation(); }
  else if (to == null) return;
  else (all[Math.min(to, all.length - 1)] ?? box).focus();
  event.preventDefault();
});
document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".search")) closeSearch(); });
document.addEventListener("focusin", (event) => { if (!event.target.closest(".search")) closeSearch(); });
