// What a passage looks like: the words that speak of the event, what was searched for, what came
// later in grey; and the one passage of each column at which Tab stops.

/** Where a code point stands in the browser's units: offsets count code points, as everywhere in Triptych. */
function unit(item, at) {
  item.letters ??= /[\ud800-\udfff]/.test(item.said) ? Array.from(item.said) : false;
  return item.letters ? item.letters.slice(0, at).join("").length : at;
}

/** Whether a passage was published after the time the reader has set. */
function isLater(item) { return state.knownBy != null && (item?.since == null || item.since > state.knownBy); }

/** Whether everything a source says of an event was published later. */
function isCellLater(cell, at) {
  return state.knownBy != null && cell.marks.length > 0 && cell.marks.every((mark) => isLater(columns[at].passages.get(mark[0])));
}

/** Show a passage, if it is built, as it is now. */
function dress(item) {
  if (!item.node) return;
  const later = isLater(item), here = item.marks.length > 0;
  item.node.className = ["passage", item.kind, here && "here", later && "later"].filter(Boolean).join(" ");
  item.node.title = later ? words.later : "";
  item.node.setAttribute("aria-label", [item.address, here && words.speaks, later && words.later, item.noted && words.my_notes].filter(Boolean).join(", "));
  const button = item.node.firstChild.firstChild;
  button.textContent = item.address + (item.noted ? " ✎" : "");
  button.classList.toggle("has-note", item.noted);
  button.setAttribute("aria-label", `${item.address}: ${words.add_note}`);
  button.title = words.add_note;
  item.node.lastChild.replaceChildren(...parts(item));
}

/** The words of a passage, cut where a mark begins or ends. */
function parts(item) {
  if (!item.marks.length && !item.hits.length) return [item.said];
  const spans = item.marks.map(([, from, to, how]) => [unit(item, from), unit(item, to), how]);
  const cuts = [...new Set([0, item.said.length, ...spans.flatMap(([a, b]) => [a, b]), ...item.hits.flat()])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1];
    let part = item.said.slice(from, to);
    const how = spans.find(([a, b]) => a <= from && to <= b)?.[2];
    if (item.hits.some(([a, b]) => a <= from && to <= b)) part = make("mark", { class: "hit" }, part);
    return how ? make("mark", { class: "said", "data-how": how }, part) : part;
  });
}

function markColumn(column) {
  const before = column.marked;
  const cell = data.events[state.event]?.cells[column.number];
  for (const item of before) item.marks = [];
  column.marked = [];
  for (const mark of cell?.marks ?? []) {
    const item = column.passages.get(mark[0]);
    if (!item) continue;
    if (!item.marks.length) column.marked.push(item);
    item.marks.push(mark);
  }
  new Set([...before, ...column.marked]).forEach(dress);
  column.at = Math.max(0, column.marked.findIndex((item) => item.n === firstPassage(cell)));
  if (column.marked.length) setCurrent(column, column.marked[column.at]);
  showStep(column);
}

/** The first passage that reports or denies the event, else the first that speaks of it at all. */
function firstPassage(cell) {
  const told = cell?.marks.find((mark) => mark[3] === "reports" || mark[3] === "denies");
  return (told ?? cell?.marks[0])?.[0];
}

function showStep(column) {
  const count = column.marked.length;
  column.step.hidden = count < 2;
  column.step.textContent = say("step", { at: column.at + 1, of: count });
  column.step.setAttribute("aria-label", `${say("step_next", { source: column.source.label })}, ${column.step.textContent}`);
}

/** Go to the next passage that speaks of the event, or the one before. */
function stepThrough(column, by) {
  const count = column?.marked.length ?? 0;
  if (!count) return;
  const inText = column.text.contains(document.activeElement);
  column.at = (column.at + by + count) % count;
  showStep(column);
  visit(column, column.marked[column.at], inText);
}

/** Go to a passage; the others follow. */
function visit(column, item, focus = true, words = "mark.said") {
  lead(column);
  if (state.shown !== column.number) change({ shown: column.number });
  setCurrent(column, item);
  bring(column, item, words);
  followers();
  if (focus) item.node.focus({ preventScroll: true }); else announce(item.address);
}

function setCurrent(column, item) {
  if (!column || column.current === item) return;
  column.current?.node?.setAttribute("tabindex", -1);
  column.current = item;
  item?.node?.setAttribute("tabindex", 0);
}

/** A column that was scrolled away from its current passage takes the one on the reading line. */
function freshen(column) {
  const item = column.current;
  if (!item || column.text.contains(document.activeElement)) return;
  const top = topOf(item) - column.text.scrollTop;
  if (top > -40 && top < column.text.clientHeight - 40) return;
  setCurrent(column, itemAt(column, column.text.scrollTop + column.text.clientHeight * LINE));
}

/** Keys inside a text; returns false for those that mean nothing there. */
function keyInText(event, column) {
  const item = column.current, { text, items } = column;
  if (!item) return false;
  const read = (by) => { text.scrollTop += by * text.clientHeight; };
  const page = (by) => { read(by); settle(column); visitAt(column, itemAt(column, text.scrollTop + text.clientHeight * LINE)); };
  const bottom = item.node ? topOf(item) + item.node.offsetHeight - text.scrollTop : 0;
  const act = {
    ArrowDown: () => (bottom > text.clientHeight ? read(0.6) : nextTo(column, item.index + 1)),
    ArrowUp: () => (topOf(item) < text.scrollTop ? read(-0.6) : nextTo(column, item.index - 1)),
    ArrowRight: () => beside(column, 1), ArrowLeft: () => beside(column, -1),
    PageDown: () => page(0.85), PageUp: () => page(-0.85),
    Home: () => visit(column, items[0]), End: () => visit(column, items.at(-1)),
    Enter: () => (event.target.closest("button") ? false : editNote({ on: item.address })),
  }[event.key];
  return act ? act() !== false : false;
}

/** The passage before or after: scrolled no further than needed. */
function nextTo(column, index) {
  const item = column.items[index];
  if (!item) return;
  if (!item.block.built) build(column, item.block);
  const { text } = column, top = topOf(item), end = top + item.node.offsetHeight;
  if (end > text.scrollTop + text.clientHeight) text.scrollTop = Math.min(top - 24, end - text.clientHeight + 24);
  else if (top < text.scrollTop) text.scrollTop = Math.max(0, Math.min(top - 24, end - text.clientHeight + 24));
  visitAt(column, item);
}

function visitAt(column, item) {
  setCurrent(column, item);
  item.node?.focus({ preventScroll: true });
}

function beside(column, by) {
  const other = columns[column.number + by];
  if (other) enter(other);
}

/** Put the focus on the current passage of a column. */
function enter(column) {
  show("texts");
  change({ shown: column.number });
  const item = column.current;
  if (!item) { column.text.setAttribute("tabindex", -1); column.text.focus({ preventScroll: true }); return; }
  if (!item.block.built) bring(column, item);
  item.node.focus({ preventScroll: true });
}

/** Why a column says nothing of the event: it never does, or had not yet. */
function showSilence(column) {
  const cell = data.events[state.event]?.cells[column.number];
  const why = !cell ? [] : isCellLater(cell, column.number) ? [words.later]
    : cell.silence ? [cell.silence, cell.reason && " — ", own(cell.reason)].filter(Boolean) : [];
  column.silence.hidden = !why.length;
  column.silence.classList.toggle("unread", Boolean(cell && !cell.looked));
  column.silence.replaceChildren(...why);
}

onChange((values) => {
  if ("event" in values) columns.forEach(markColumn);
  if ("event" in values || "knownBy" in values) columns.forEach(showSilence);
  if ("knownBy" in values) for (const column of columns) {
    for (const block of column.blocks) if (block.built) block.items.filter((item) => isLater(item) !== item.node.classList.contains("later")).forEach(dress);
  }
});
