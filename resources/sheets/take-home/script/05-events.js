// The list of events: one stop for Tab, the arrows go through it.
const rows = [];
let chosenRow = null;
const filter = make("input", { type: "search", placeholder: words.find_event, "aria-label": words.find_event,
  oninput: () => filterEvents() });
const list = make("ol", { "aria-label": words.events });
const noneFound = make("p", { class: "muted none", hidden: data.events.length > 0 }, data.events.length ? words.no_results : words.no_events);
$("events").setAttribute("aria-label", words.events);
$("events").append(make("div", { class: "head" }, filter), noneFound, list);
data.events.forEach(addRow);

function addRow(event, index) {
  const dots = event.cells.map((cell, at) => coloured(make("span", { class: `dot ${cell.marks.length ? "speaks" : cell.looked ? "" : "unread"}` }), at));
  const conflicts = event.aspects.some((aspect) => aspect.conflicts);
  const heard = event.cells.map((cell, at) => cell.marks.length ? data.sources[at].letter : "").filter(Boolean);
  const button = make("button", { tabindex: index ? -1 : 0, onclick: () => { chooseEvent(index); show("texts"); },
    "aria-label": [event.title, event.time.shown, heard.join(", "), conflicts && words.disagree].filter(Boolean).join(", ") },
    make("span", { class: "dots", "aria-hidden": "true" }, dots),
    make("span", { class: "title", dir: "auto" }, conflicts ? signed(event.title) : event.title),
    make("span", { class: "when" }, moment(event.time)));
  button.style.paddingInlineStart = `${12 + Math.min(event.depth, 3) * 12}px`;
  const row = make("li", {}, button);
  rows.push({ node: row, button, dots, said: null });
  list.append(row);
}

/** Words with the mark of disagreement, which does not stand alone on a line. */
function signed(title) {
  const last = title.search(/\S{1,24}$/);
  return last < 0 ? [title, "\u00a0", sign()] : [title.slice(0, last), make("span", { class: "joined" }, title.slice(last), "\u00a0", sign())];
}

function filterEvents() {
  const wanted = fold(filter.value).replaceAll(FILLER, "").split(" ").filter(Boolean);
  let shown = 0;
  rows.forEach((row, index) => {
    const event = data.events[index];
    row.said ??= fold(`${event.title} ${event.place} ${event.time.shown}`).replaceAll(FILLER, "");
    row.node.hidden = !wanted.every((word) => row.said.includes(word));
    shown += row.node.hidden ? 0 : 1;
  });
  noneFound.hidden = shown > 0;
  // Tab must always find one of the rows that are left.
  const stop = chosenRow && !chosenRow.node.hidden ? chosenRow : rows.find((row) => !row.node.hidden);
  for (const row of rows) if (row.button.tabIndex === 0 && row !== stop) row.button.tabIndex = -1;
  if (stop) stop.button.tabIndex = 0;
  if (wanted.length) announce(`${words.events}: ${shown}`);
}

/** The next event in the list that is not filtered out. */
function stepEvent(by, from = state.event) {
  for (let at = from + by; at >= 0 && at < rows.length; at += by) {
    if (!rows[at].node.hidden) return chooseEvent(at);
  }
}

list.addEventListener("keydown", (event) => {
  const act = { Home: () => stepEvent(1, -1), End: () => stepEvent(-1, rows.length), PageDown: () => jump(1), PageUp: () => jump(-1) }[event.key];
  if (act) { act(); event.preventDefault(); }
});
function jump(by) { for (let left = 10; left > 0; left -= 1) stepEventQuietly(by); chooseEvent(state.event); }
function stepEventQuietly(by) {
  for (let at = state.event + by; at >= 0 && at < rows.length; at += by) if (!rows[at].node.hidden) { state.event = at; return; }
}

/** Bring the chosen row into sight; rows out of sight have only a likely height, so look again. */
function showRow() {
  const look = () => chosenRow?.node.scrollIntoView({ block: "nearest", inline: "nearest" });
  look();
  requestAnimationFrame(look);
}

function focusEvents() {
  show("events");
  (chosenRow && !chosenRow.node.hidden ? chosenRow : rows.find((row) => !row.node.hidden))?.button.focus();
}

onChange((values) => {
  if (!("event" in values)) return;
  const listed = list.contains(document.activeElement);
  chosenRow?.button.removeAttribute("aria-current");
  (chosenRow ?? rows[0]).button.tabIndex = -1;
  chosenRow = rows[state.event];
  chosenRow.button.setAttribute("aria-current", "true");
  chosenRow.button.tabIndex = 0;
  showRow();
  if (listed) chosenRow.button.focus({ preventScroll: true });
});
onChange((values) => {
  if (!("knownBy" in values)) return;
  data.events.forEach((event, index) => {
    const later = event.cells.map(isCellLater);
    event.cells.forEach((cell, at) => rows[index].dots[at].classList.toggle("speaks", cell.marks.length > 0 && !later[at]));
    rows[index].node.classList.toggle("later", state.knownBy != null && event.cells.every((cell, at) => !cell.marks.length || later[at]));
  });
});
