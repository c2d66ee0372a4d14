// The reader's own notes: kept by the browser where it keeps anything for files, saved to a small
// file, read back from one, and merged: a note is known by its id, the later writing wins.
const STORE = `triptych-notes-${data.content}`;
let notes = clean(kept.read(STORE));
let unsaved = false;

/** What is a note among what was read. */
function clean(found) {
  return (Array.isArray(found) ? found : [])
    .filter((note) => [note?.id, note?.on, note?.text, note?.made].every((part) => typeof part === "string"))
    .map((note) => ({ id: note.id, on: note.on, text: note.text, by: typeof note.by === "string" ? note.by : "", made: note.made }));
}

/** Keep the notes; where the browser keeps nothing, whoever closes the page is asked before. */
function writeStore() {
  setUnsaved(!kept.write(STORE, notes) && notes.length > 0);
  showNotes();
}
function setUnsaved(is) {
  unsaved = is;
  if (is) addEventListener("beforeunload", askBefore); else removeEventListener("beforeunload", askBefore);
}
function askBefore(event) { event.preventDefault(); event.returnValue = ""; }
// The same page in another tab.
addEventListener("storage", (event) => { if (event.key === STORE) { notes = clean(kept.read(STORE)); showNotes(); } });

/** Notes that were written in another tab stay. */
function withOthers() {
  const by = new Map(notes.map((note) => [note.id, note]));
  for (const note of clean(kept.read(STORE))) if (!by.has(note.id) && !gone.has(note.id)) by.set(note.id, note);
  return [...by.values()];
}
const gone = new Set();

function newId() { return [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, "0")).join(""); }

function currentOn() { return state.event < 0 ? "" : `event/${data.events[state.event].key}`; }

function eventOf(on) { return data.events.find((each) => on === `event/${each.key}`); }

function titleOf(on) { return eventOf(on)?.title ?? on; }

function editNote(note) {
  if (!note.on) return;
  const area = make("textarea", { rows: 6, "aria-label": say("note_on", { on: titleOf(note.on) }), dir: "auto" });
  area.value = note.text ?? "";
  const by = make("input", { type: "text", "aria-label": words.name_yourself, placeholder: words.name_yourself, dir: "auto", autocomplete: "off" });
  by.value = note.by ?? notes.at(-1)?.by ?? "";
  const save = () => { keep(note, area.value.trim(), by.value.trim()); $("sheet").close(); };
  open(make("h2", { dir: "auto" }, say("note_on", { on: titleOf(note.on) })), area, by, notKept(),
    make("div", { class: "row" },
      make("button", { class: "edged strong", onclick: save }, words.keep),
      note.id ? make("button", { class: "edged", onclick: () => { area.value = ""; save(); } }, words.delete) : null,
      closeButton()));
  area.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(); });
  // Escape keeps what was typed, as closing does everywhere in Triptych: nothing is saved by hand.
  $("sheet").oncancel = () => { if (area.value.trim() && area.value.trim() !== (note.text ?? "")) save(); };
  area.focus();
}

function keep(note, text, by) {
  notes = withOthers().filter((each) => each.id !== note.id);
  if (text) notes.push({ id: note.id ?? newId(), on: note.on, text, by, made: new Date().toISOString() });
  else if (note.id) gone.add(note.id);
  writeStore();
  announce(text ? (unsaved ? words.not_kept : words.kept) : words.deleted);
}

/** What a reader must know where the browser keeps nothing. */
function notKept() {
  if (kept.works && !unsaved) return null;
  return make("p", { class: "warning" }, sign(), " ", words.not_kept);
}

function noteBlock(note) {
  return make("div", { class: "note", dir: "auto" },
    make("span", { class: "by" }, dotted(own(titleOf(note.on)), own(note.by), note.made.slice(0, 10)), " ",
      make("button", { "data-key": note.id, "aria-label": say("note_on", { on: titleOf(note.on) }), title: words.change, onclick: () => editNote(note) }, "✎")),
    note.text);
}

function showNotes() {
  const has = new Set(notes.map((note) => note.on));
  for (const item of noted) if (!has.has(item.address)) { item.noted = false; dress(item); }
  noted = [...has].map(passageAt).filter(Boolean);
  for (const item of noted) if (!item.noted) { item.noted = true; dress(item); }
  const place = $("own-notes");
  if (!place) return;
  const here = new Set([currentOn(), ...columns.flatMap((column) => column.marked.map((item) => item.address))]);
  keeping(place, () => place.replaceChildren(...[notes.filter((note) => here.has(note.on)).map(noteBlock), notes.length ? notKept() : null,
    make("button", { class: "edged", "data-key": "add", onclick: () => editNote({ on: currentOn() }) }, words.add_note)].flat().filter(Boolean)),
    () => place.lastChild);
}
let noted = [];

/** A short number for words, by which their place is found again: CRC-32 of their UTF-8, as in ZIP files. */
function crc(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ((sum ^ -1) >>> 0).toString(16).padStart(8, "0");
}

/** A note with what it stands on, so that it finds its place in a corpus that has changed. */
function placed(note) {
  const event = eventOf(note.on), item = passageAt(note.on);
  return { ...note, ...(event ? { title: event.title } : {}), ...(item ? { crc: crc(item.said) } : {}) };
}

function saveNotes() {
  const file = { format: "triptych-notes", version: 1, corpus: data.corpus, content: data.content, seal: data.seal,
    editions: Object.fromEntries(data.sources.map((s) => [s.letter, s.edition])), notes: notes.map(placed) };
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
  const name = data.title.replace(/[\\/:*?"<>|.\p{C}]+/gu, " ").trim().slice(0, 60).trim();
  make("a", { href: url, download: `${name || "Triptych"} – notes.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  setUnsaved(false);
  openNotes(say("notes_saved", { n: notes.length }));
}

/** Merge notes from the text of a file; returns how many, and how many were known; null for others. */
function mergeNotes(text) {
  let file;
  try { file = JSON.parse(text); } catch { return null; }
  if (file?.format !== "triptych-notes" || !Array.isArray(file.notes)) return null;
  const by = new Map(notes.map((note) => [note.id, note]));
  const read = clean(file.notes);
  let known = 0, elsewhere = 0;
  for (const note of read) {
    const mine = by.get(note.id);
    if (!eventOf(note.on) && !passageAt(note.on)) elsewhere += 1;
    if (mine && mine.made >= note.made) { known += 1; continue; }
    by.set(note.id, note);
  }
  notes = [...by.values()];
  writeStore();
  return { read: read.length, known, elsewhere };
}

const picker = make("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": words.load_notes, onchange: async () => {
  const [file] = picker.files;
  if (!file) return;
  const merged = file.size < 20e6 ? mergeNotes(await file.text()) : null;
  picker.value = "";
  openNotes(!merged ? words.notes_wrong : [say("notes_read", { n: merged.read, known: merged.known }),
    merged.elsewhere ? say("notes_elsewhere", { n: merged.elsewhere }) : ""].filter(Boolean).join(" "));
} });

function openNotes(said = "") {
  const shown = [...notes].sort((a, b) => a.on.localeCompare(b.on, "en", { numeric: true }) || a.made.localeCompare(b.made));
  open(make("h2", {}, words.my_notes), make("p", { id: "notes-said", class: "muted" }, said || (notes.length ? "" : words.notes_none)), notKept(),
    shown.map(noteBlock),
    make("div", { class: "row" },
      make("button", { class: "edged strong", disabled: !notes.length, onclick: saveNotes }, words.save_notes),
      make("button", { class: "edged", onclick: () => picker.click() }, words.load_notes), closeButton(), picker));
  if (said) announce(said);
}
