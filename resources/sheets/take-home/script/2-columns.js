// The columns: whole texts, the words that speak of the event marked, what came later in grey.
const columns = data.sources.map((source, number) => buildColumn(source, number));

function buildColumn(source, number) {
  // Of very long texts only what is in sight is laid out.
  const long = source.passages.length > 3000;
  const text = make("div", { class: long ? "text long" : "text", tabindex: 0, role: "document", lang: source.language,
    "aria-label": `${source.letter} ${source.label}` });
  const passages = new Map();
  let report = -1;
  for (const [n, kind, said, of, since] of source.passages) {
    if (of !== report && of >= 0) text.append(reportHead(source.reports[of], kind));
    report = of;
    const node = buildPassage(source, n, kind, said);
    passages.set(n, { node, said, since, letters: null });
    text.append(node);
  }
  if (!source.passages.length) text.append(make("p", { class: "muted" }, source.about));
  const step = make("button", { class: "step", hidden: true, title: "N" });
  const silence = make("p", { class: "silence", hidden: true });
  const node = make("section", { class: "column", "aria-label": source.label },
    make("header", {}, rule(source, number),
      make("h2", {}, make("span", { class: "letter" }, source.letter), make("span", {}, source.label), step),
      make("div", { class: "about" }, source.about)),
    silence, text);
  node.style.setProperty("--colour", "var(--source-" + number + ")");
  $("texts").append(node);
  const column = { source, number, node, text, passages, step, silence, marked: [], at: 0 };
  step.addEventListener("click", () => stepThrough(column));
  return column;
}

function reportHead(report, kind) {
  const shown = [moment(report.time), kind !== "heading" && report.heading, report.author].filter(Boolean);
  return make("div", { class: "report" }, shown.flatMap((part, at) => (at ? [" · ", part] : [part])));
}

function buildPassage(source, n, kind, said) {
  const address = `${source.letter}.${n}`;
  const button = make("button", { title: words.add_note, "aria-label": `${address}: ${words.add_note}`,
    onclick: () => editNote({ on: address }) }, address);
  return make("div", { class: `passage ${kind}`, id: address, "data-n": n },
    make("span", { class: "address" }, button), make("p", { dir: "auto" }, said));
}

/** Offsets count code points, as everywhere in Triptych. */
function letters(passage) { return (passage.letters ??= Array.from(passage.said)); }

function markColumn(column) {
  for (const passage of column.marked) {
    passage.node.classList.remove("here");
    passage.node.lastChild.textContent = passage.said;
  }
  column.marked = [];
  const event = data.events[state.event];
  const cell = event?.cells[column.number];
  for (const n of new Set((cell?.marks ?? []).map((mark) => mark[0]))) {
    const passage = column.passages.get(n);
    if (!passage) continue;
    passage.node.classList.add("here");
    passage.node.lastChild.replaceChildren(...markedParts(passage, cell.marks.filter((m) => m[0] === n)));
    column.marked.push(passage);
  }
  column.at = Math.max(0, column.marked.findIndex((passage) => Number(passage.node.dataset.n) === firstPassage(cell)));
  showStep(column);
}

/** The first passage that reports or denies the event, else the first that speaks of it at all. */
function firstPassage(cell) {
  const told = cell?.marks.find((mark) => mark[3] === "reports" || mark[3] === "denies");
  return (told ?? cell?.marks[0])?.[0];
}

function markedParts(passage, marks) {
  const parts = [];
  let at = 0;
  for (const [, start, end, how] of [...marks].sort((a, b) => a[1] - b[1])) {
    if (start > at) parts.push(letters(passage).slice(at, start).join(""));
    parts.push(make("mark", { "data-how": how }, letters(passage).slice(Math.max(at, start), end).join("")));
    at = Math.max(at, end);
  }
  parts.push(letters(passage).slice(at).join(""));
  return parts;
}

function showStep(column) {
  const count = column.marked.length;
  column.step.hidden = count < 2;
  column.step.textContent = say("step", { at: column.at + 1, of: count });
  column.step.setAttribute("aria-label", `${say("step_next", { source: column.source.label })}, ${column.step.textContent}`);
}

function stepThrough(column) {
  if (column.marked.length < 2) return;
  column.at = (column.at + 1) % column.marked.length;
  showStep(column);
  lead(column);
  scrollTo(column, topOf(column.marked[column.at].node) - column.text.clientHeight * LINE);
  announce(`${column.source.letter}.${column.marked[column.at].node.dataset.n}`);
}

/** Whether a passage was published after the time the reader has set. */
function isLater(passage) {
  return state.knownBy != null && (passage?.since == null || passage.since > state.knownBy);
}

/** Whether everything a source says of an event was published later. */
function isCellLater(cell, at) {
  return cell.marks.length > 0 && cell.marks.every((mark) => isLater(columns[at].passages.get(mark[0])));
}

function greyLater(column) {
  for (const passage of column.passages.values()) {
    const later = isLater(passage);
    passage.node.classList.toggle("later", later);
    passage.node.title = later ? words.later : "";
  }
}

/** Why a column says nothing of the event: it never does, or had not yet. */
function showSilence(column) {
  const cell = data.events[state.event]?.cells[column.number];
  const why = !cell ? [] : isCellLater(cell, column.number) ? [words.later]
    : cell.silence ? [cell.silence, cell.reason && ` — ${cell.reason}`].filter(Boolean) : [];
  column.silence.hidden = !why.length;
  column.silence.classList.toggle("unread", Boolean(cell && !cell.looked));
  column.silence.replaceChildren(...why);
}

onChange((values) => {
  if ("event" in values) columns.forEach(markColumn);
  if ("event" in values || "knownBy" in values) columns.forEach(showSilence);
  if ("knownBy" in values) columns.forEach(greyLater);
  if ("shown" in values) columns.forEach((c) => c.node.toggleAttribute("data-shown", c.number === state.shown));
});
