// The reader's own notes: kept by the browser where it keeps anything for files, saved to a small
// file, read back from one, and merged: a note is known by its id, the later writing wins.
const STORE = `triptych-notes-${data.content}`;
let notes = readStore();

function readStore() {
  try { return JSON.parse(localStorage.getItem(STORE) ?? "[]"); } catch { return []; }
}

function writeStore() {
  try { localStorage.setItem(STORE, JSON.stringify(notes)); } catch { /* kept on the page only */ }
  showNotes();
}

function newId() { return [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, "0")).join(""); }

function currentOn() { return state.event < 0 ? "" : `event/${data.events[state.event].key}`; }

function titleOf(on) {
  const event = data.events.find((each) => on === `event/${each.key}`);
  return event ? event.title : on;
}

function editNote(note) {
  const area = make("textarea", { rows: 6, "aria-label": say("note_on", { on: titleOf(note.on) }), dir: "auto" });
  area.value = note.text ?? "";
  const by = make("input", { type: "text", "aria-label": words.name_yourself, placeholder: words.name_yourself });
  by.value = note.by ?? "";
  const save = () => {
    const text = area.value.trim();
    notes = notes.filter((each) => each.id !== note.id);
    if (text) notes.push({ id: note.id ?? newId(), on: note.on, text, by: by.value.trim(), made: new Date().toISOString() });
    writeStore();
    $("sheet").close();
  };
  open(make("h2", {}, say("note_on", { on: titleOf(note.on) })), area, by,
    make("div", { class: "row" },
      make("button", { class: "edged", onclick: save }, words.keep),
      note.id ? make("button", { class: "edged", onclick: () => { area.value = ""; save(); } }, words.delete) : null,
      make("button", { class: "edged", onclick: () => $("sheet").close() }, words.close)));
  // Escape keeps what was typed, as closing does everywhere in Triptych: nothing is saved by hand.
  $("sheet").oncancel = () => { if (area.value.trim() && area.value.trim() !== (note.text ?? "")) save(); };
  area.focus();
}

function noteBlock(note) {
  return make("div", { class: "note", dir: "auto" },
    make("span", { class: "by" }, [titleOf(note.on), note.by, note.made.slice(0, 10)].filter(Boolean).join(" · ")),
    note.text, " ", make("button", { "aria-label": say("note_on", { on: titleOf(note.on) }), onclick: () => editNote(note) }, "✎"));
}

function showNotes() {
  for (const column of columns) {
    for (const [n, passage] of column.passages) {
      const has = notes.some((note) => note.on === `${column.source.letter}.${n}`);
      const button = passage.node.firstChild.firstChild;
      if (has !== button.classList.contains("has-note")) {
        button.classList.toggle("has-note", has);
        button.textContent = `${column.source.letter}.${n}${has ? " ✎" : ""}`;
      }
    }
  }
  const place = $("own-notes");
  if (!place) return;
  const here = new Set(columns.flatMap((c) => c.marked.map((p) => `${c.source.letter}.${p.node.dataset.n}`)));
  const shown = notes.filter((note) => note.on === currentOn() || here.has(note.on));
  place.replaceChildren(...shown.map(noteBlock),
    make("button", { class: "edged", onclick: () => editNote({ on: currentOn() }) }, words.add_note));
}

function saveNotes() {
  const file = { format: "triptych-notes", version: 1, corpus: data.corpus, content: data.content, seal: data.seal,
    editions: Object.fromEntries(data.sources.map((s) => [s.letter, s.edition])), notes };
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
  const link = make("a", { href: url, download: `${data.title.replace(/[\\/:*?"<>|]+/g, " ").slice(0, 60)} – notes.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** Merge notes from the text of a file; returns how many, and how many were known; null for others. */
function mergeNotes(text) {
  let file;
  try { file = JSON.parse(text); } catch { return null; }
  if (file?.format !== "triptych-notes" || !Array.isArray(file.notes)) return null;
  const by = new Map(notes.map((note) => [note.id, note]));
  let known = 0, read = 0;
  for (const note of file.notes) {
    if (![note?.id, note?.on, note?.text, note?.made].every((part) => typeof part === "string")) continue;
    read += 1;
    const mine = by.get(note.id);
    if (mine && mine.made >= note.made) { known += 1; continue; }
    by.set(note.id, { id: note.id, on: note.on, text: note.text, by: typeof note.by === "string" ? note.by : "", made: note.made });
  }
  notes = [...by.values()];
  writeStore();
  return { read, known };
}

const picker = make("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: async () => {
  const [file] = picker.files;
  if (!file) return;
  const merged = file.size < 20e6 ? mergeNotes(await file.text()) : null;
  picker.value = "";
  const text = merged ? say("notes_read", { n: merged.read, known: merged.known }) : words.notes_wrong;
  announce(text);
  $("notes-said").textContent = text;
} });

function openNotes() {
  const shown = [...notes].sort((a, b) => a.on.localeCompare(b.on) || a.made.localeCompare(b.made));
  open(make("h2", {}, words.my_notes), make("p", { id: "notes-said", class: "muted" }), shown.map(noteBlock),
    make("div", { class: "row" },
      make("button", { class: "edged", onclick: saveNotes }, words.save_notes),
      make("button", { class: "edged", onclick: () => picker.click() }, words.load_notes),
      make("button", { class: "edged", onclick: () => $("sheet").close() }, words.close), picker));
}
