// The list of events, and what the sources say of the chosen one.
const rows = [];
let chosenRow = null;
const filter = make("input", { type: "search", placeholder: words.find_event, "aria-label": words.find_event,
  oninput: () => filterEvents() });
const list = make("ol", { "aria-label": words.events });
$("events").setAttribute("aria-label", words.events);
$("events").append(make("div", { class: "head" }, filter), list);

data.events.forEach((event, index) => {
  const dots = event.cells.map((cell, at) => {
    const state = cell.marks.length ? "speaks" : cell.looked ? "" : "unread";
    const dot = make("span", { class: `dot ${state}` });
    dot.style.setProperty("--colour", `var(--source-${at})`);
    return dot;
  });
  const conflicts = event.aspects.some((aspect) => aspect.conflicts);
  const heard = event.cells.map((cell, at) => cell.marks.length ? data.sources[at].letter : "").filter(Boolean);
  const button = make("button", { tabindex: -1, onclick: () => { chooseEvent(index); show("texts"); },
    "aria-label": [event.title, event.time.shown, heard.join(", ")].filter(Boolean).join(", ") },
    make("span", { class: "dots", "aria-hidden": "true" }, dots),
    make("span", { class: "title", dir: "auto" }, event.title, conflicts ? [" ", sign()] : null),
    make("span", { class: "when" }, moment(event.time)));
  button.style.paddingInlineStart = `${12 + Math.min(event.depth, 3) * 12}px`;
  const row = make("li", {}, button);
  rows.push(row);
  list.append(row);
});

function filterEvents() {
  const wanted = fold(filter.value).split(" ").filter(Boolean);
  rows.forEach((row, index) => {
    const event = data.events[index];
    const said = fold(`${event.title} ${event.place} ${event.time.shown}`);
    row.hidden = !wanted.every((word) => said.includes(word));
  });
}

/** The next event in the list that is not filtered out. */
function stepEvent(by) {
  for (let at = state.event + by; at >= 0 && at < rows.length; at += by) {
    if (!rows[at].hidden) return chooseEvent(at);
  }
}

function addressButton(address) {
  const at = data.sources.findIndex((source) => source.letter === address.split(".")[0]);
  const button = make("button", { onclick: () => goTo(address) }, address);
  button.style.setProperty("--colour", `var(--source-${at})`);
  return button;
}

/** Whether all the words a claim rests on were published later. */
function isClaimLater(claim, at) {
  const passages = claim[4].map((address) => columns[at].passages.get(Number(address.split(".").at(-1))));
  return passages.length > 0 && passages.every(isLater);
}

function claimLine(claim, at) {
  const [said, scope, how, when, addresses] = claim;
  const later = isClaimLater(claim, at);
  const rest = [scope, how, when, later && words.later].filter(Boolean).join(" · ");
  const line = make("p", { class: later ? "claim later" : "claim" }, make("span", { class: "letter" }, data.sources[at].letter),
    make("span", { dir: "auto" }, said), rest ? make("span", { class: "how" }, ` · ${rest}`) : null, " ",
    addresses.map(addressButton));
  line.style.setProperty("--colour", `var(--source-${at})`);
  return line;
}

function aspectBlock(aspect) {
  const lines = aspect.cells.flatMap((cell, at) => [
    ...cell.claims.map((claim) => claimLine(claim, at)),
    ...(cell.silence ? [silentLine(cell.silence, at)] : []),
  ]);
  const why = aspect.relations.map(([a, x, b, y, relation, , reason]) =>
    make("p", { class: "why" }, make("b", {}, a), ` ${x} – `, make("b", {}, b), ` ${y}: ${relation}. ${reason}`));
  // What sums up all claims is not what one could say before some of them were published.
  const later = aspect.cells.some((cell, at) => cell.claims.some((claim) => isClaimLater(claim, at)));
  const conflict = aspect.conflicts && !later;
  return make("div", { class: "aspect" }, make("h4", {}, aspect.title),
    aspect.summary ? make("div", { class: conflict ? "conflict" : "muted" },
      conflict ? [sign(), " "] : null, later ? `(${words.everything}: ${aspect.summary})` : aspect.summary) : null,
    lines,
    aspect.ladders.length ? make("details", {}, make("summary", {}, words.ladder), aspect.ladders.map(ladder)) : null,
    why.length ? make("details", {}, make("summary", {}, words.relations), why) : null);
}

function silentLine(silence, at) {
  const line = make("p", { class: "claim" }, make("span", { class: "letter" }, data.sources[at].letter),
    make("i", { class: "muted" }, silence));
  line.style.setProperty("--colour", `var(--source-${at})`);
  return line;
}

/** A picture made by the program, its words already escaped; parsed as SVG, so nothing in it runs. */
function ladder(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return make("div", { class: "ladder", tabindex: 0 }, document.importNode(parsed, true));
}

function showEvent() {
  const panel = $("event");
  const event = data.events[state.event];
  panel.setAttribute("aria-label", words.this_event);
  if (!event) {
    panel.replaceChildren(make("p", { class: "muted" }, words.choose_event), make("p", { class: "muted" }, words.help));
    return;
  }
  const links = event.links.map(([a, kind, b, note]) =>
    make("p", { class: "why" }, addressButton(a), ` ${kind} `, addressButton(b), note ? `: ${note}` : ""));
  const own = event.notes.map(([on, text, made]) =>
    make("div", { class: "note", dir: "auto" }, make("span", { class: "by" }, [on, made].filter(Boolean).join(" · ")), text));
  panel.replaceChildren(
    make("h2", { dir: "auto" }, event.title),
    make("div", { class: "muted" }, moment(event.time), event.place ? ` · ${event.place}` : "", event.part ? ` · ${event.part}` : ""),
    make("div", { id: "own-notes" }),
    ...event.aspects.map(aspectBlock),
    ...(links.length ? [make("h3", {}, words.links), ...links] : []),
    ...(own.length ? [make("h3", {}, words.notes), ...own] : []));
  panel.scrollTop = 0;
  showNotes();
}

onChange((values) => {
  if (!("event" in values)) return;
  const listed = list.contains(document.activeElement);
  chosenRow?.firstChild.removeAttribute("aria-current");
  chosenRow?.firstChild.setAttribute("tabindex", -1);
  chosenRow = rows[state.event];
  chosenRow?.firstChild.setAttribute("aria-current", true);
  // One stop for Tab; the arrows go through the list, and the focus with them.
  chosenRow?.firstChild.setAttribute("tabindex", 0);
  chosenRow?.scrollIntoView({ block: "nearest" });
  if (listed) chosenRow?.firstChild.focus({ preventScroll: true });
  showEvent();
});
onChange((values) => {
  if (!("knownBy" in values) || "shown" in values) return;
  const top = $("event").scrollTop;
  showEvent();
  $("event").scrollTop = top;
});
