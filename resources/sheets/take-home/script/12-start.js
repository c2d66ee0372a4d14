// The head of the page, its keys, and the beginning.
document.title = data.title;
/** A button that says in a sign what it does where there is no room for words. */
function short(title, sign, act) {
  return make("button", { onclick: act, "aria-label": title, title },
    make("span", { class: "if-wide" }, title), make("span", { class: "if-narrow", "aria-hidden": "true" }, sign));
}
$("top").append(
  make("h1", { dir: "auto", title: data.title }, data.title),
  make("p", { class: "printed muted" }, say("printed_from", data)),
  make("div", { class: "search", role: "search" }, box, found),
  short(words.my_notes, "✎", () => openNotes()),
  make("button", { class: "wide", onclick: keys, "aria-label": words.keys_and_view, title: `${words.keys_and_view} (?)` }, "?"),
  make("button", { class: "wide", onclick: lightOrDark }, words.light_dark),
  short(words.about, "⋯", about));
$("texts").setAttribute("aria-label", words.texts);
if (!columns.length) $("texts").append(make("p", { class: "muted empty" }, words.no_sources));

// Where there is room for one thing at a time, these change what is seen.
const views = [["events", words.events], ...data.sources.map((source, at) => ["texts", source.letter, at]), ["event", words.this_event]];
for (const [kind, title, at] of views) {
  tabs.append(coloured(make("button", { "data-view": kind, "data-at": at, "aria-pressed": "false", class: at == null ? false : "letter",
    "aria-label": at == null ? false : `${title} ${data.sources[at].label}`,
    onclick: () => { show(kind); if (at != null) change({ shown: at }); } }, title), at ?? -1));
}
function show(kind) {
  document.body.dataset.view = kind;
  // Who goes to what is hidden wants to see it.
  if (kind === "events" && !settings.list) set("list", true);
  if (kind === "event" && !settings.event) set("event", true);
  press();
}
function press() {
  const narrow = $("texts").scrollWidth > $("texts").clientWidth + 4;
  for (const tab of tabs.children) {
    const at = tab.dataset.at;
    tab.setAttribute("aria-pressed", String(tab.dataset.view === document.body.dataset.view && (at == null || !narrow || inSight(columns[Number(at)]))));
  }
}
function inSight(column) {
  const left = column.node.offsetLeft - $("texts").offsetLeft - $("texts").scrollLeft;
  return left > -column.node.offsetWidth / 2 && left < $("texts").clientWidth - column.node.offsetWidth / 2;
}

/** Bring a column into sight, where not all have room. */
function reveal() {
  const column = columns[state.shown];
  if (column && !inSight(column)) $("texts").scrollLeft = column.node.offsetLeft - $("texts").offsetLeft;
  press();
}
onChange((values) => { if ("shown" in values) reveal(); });
// Swiped: what is in sight now is what is shown.
$("texts").addEventListener("scroll", () => {
  if (!columns[state.shown] || inSight(columns[state.shown])) return press();
  const seen = columns.find(inSight);
  if (seen) { state.shown = seen.number; press(); }
}, { passive: true });

const KEYS = [["↓ ↑ J K", "key_events"], ["N ⇧N", "key_passages"], [columns.length > 1 ? `1 – ${columns.length}` : "1", "key_columns"], ["↓ ↑ Home End", "key_inside"], ["← →", "key_beside"],
  ["Enter M", "key_note"], ["/ F", "key_search"], ["E", "key_list"], ["P", "key_event"], ["T", "key_time"], ["B ⇧K", "key_known"], ["?", "key_keys"], ["Esc", "key_back"]];
function focusKnown() { if (known.checkVisibility?.() === false) show("events"); known.focus(); }
function noteHere(column) { editNote({ on: column?.current?.address ?? currentOn() }); }

/** What a letter does. By its place on the keyboard, so that it works in every script. */
function letterKeys(column) {
  return {
    j: () => stepEvent(1), k: () => stepEvent(-1), K: focusKnown, b: focusKnown,
    n: () => stepThrough(column ?? columns[state.leader], 1), N: () => stepThrough(column ?? columns[state.leader], -1),
    m: () => noteHere(column), f: focusSearch, e: focusEvents, t: () => lanes.focus(),
    p: () => { show("event"); panel.firstChild.focus(); },
  };
}
function focusSearch() { box.focus(); box.select(); }

document.addEventListener("keydown", (event) => {
  if (lazy && (event.ctrlKey || event.metaKey) && event.code === "KeyF" && document.activeElement !== box && !$("sheet").open) {
    // The browser would find only what is built; asked once more, it may.
    focusSearch();
    event.preventDefault();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || $("sheet").open) return;
  const typing = event.target.closest("textarea, select, input:not([type=range])");
  if (event.key === "Escape") { focusEvents(); event.preventDefault(); return; }
  if (typing) { if (typing === filter && event.key === "ArrowDown") { focusEvents(); event.preventDefault(); } return; }
  const inText = event.target.closest(".text");
  const column = inText && columns.find((each) => each.text === inText);
  if (column && keyInText(event, column)) { event.preventDefault(); return; }
  const letter = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  const plain = { ArrowDown: () => stepEvent(1), ArrowUp: () => stepEvent(-1), "/": focusSearch, "?": keys }[event.key];
  const arrows = event.key.startsWith("Arrow") && event.target.closest("#event, #time, #texts, #top");
  const act = arrows || (plain && event.key.length === 1 && !settings.letters && event.key !== "?") ? null
    : plain ?? (settings.letters ? letterKeys(column)[event.shiftKey ? letter.toUpperCase() : letter.toLowerCase()] : null);
  if (act) { act(); event.preventDefault(); return; }
  const other = settings.letters && !event.shiftKey ? columns[Number(event.key) - 1] : null;
  if (other) { enter(other); event.preventDefault(); }
});

document.body.dataset.view = "texts";
press();
fillPanel();
drawTime();
// Begin where the sources have most to say, or at the event that the address names.
const spoken = data.events.map((event) => event.aspects.flatMap((aspect) => aspect.cells).reduce((sum, cell) => sum + cell.claims.length, 0)
  + event.cells.filter((cell) => cell.marks.length).length);
function eventNamed(hash) {
  let key = hash.slice(1);
  try { key = decodeURIComponent(key); } catch { /* as it stands */ }
  return data.events.findIndex((event) => event.key === key);
}
const named = eventNamed(location.hash);
const most = spoken.reduce((best, count, at) => (count > spoken[best] ? at : best), 0);
chooseEvent(named >= 0 ? named : most);
document.fonts?.ready.then(measured);

// A page that is loaded anew, or whose address is copied, is at the same event.
let placing = 0;
onChange((values) => {
  if (!("event" in values)) return;
  clearTimeout(placing);
  placing = setTimeout(() => {
    try { history.replaceState(null, "", `#${encodeURIComponent(data.events[state.event].key)}`); } catch { /* not everywhere */ }
  }, 300);
});
addEventListener("hashchange", () => chooseEvent(eventNamed(location.hash)));
if (named < 0) goTo(location.hash.slice(1));
