// What the sources say of the chosen event.
const panel = $("event");
panel.setAttribute("aria-label", words.this_event);

function addressButton(address) {
  const at = data.sources.findIndex((source) => source.letter === address.split(".")[0]);
  return coloured(make("button", { class: "address", "data-key": `to ${address}`, onclick: () => goTo(address) }, address), at);
}

/** Whether all the words a claim rests on were published later. */
function isClaimLater(claim, at) {
  const passages = claim[4].map((address) => columns[at].passages.get(Number(address.split(".").at(-1))));
  return passages.length > 0 && passages.every(isLater);
}

function claimLine(claim, at) {
  const [said, scope, how, when, addresses] = claim;
  const later = isClaimLater(claim, at);
  const rest = dotted(own(scope), own(how), own(when), later && words.later);
  return coloured(make("p", { class: later ? "claim later" : "claim" }, make("span", { class: "letter" }, data.sources[at].letter),
    make("span", { class: "what" }, own(said), rest.length ? make("span", { class: "how" }, " · ", rest) : null, " ",
      addresses.map(addressButton))), at);
}

function silentLine(silence, at) {
  return coloured(make("p", { class: "claim" }, make("span", { class: "letter" }, data.sources[at].letter),
    make("i", { class: "what muted" }, silence)), at);
}

function aspectBlock(aspect, number) {
  const lines = aspect.cells.flatMap((cell, at) => [
    ...cell.claims.map((claim) => claimLine(claim, at)),
    ...(cell.silence ? [silentLine(cell.silence, at)] : []),
  ]);
  const why = aspect.relations.map(([a, x, b, y, relation, , reason]) =>
    make("p", { class: "why" }, make("b", {}, a), " ", own(x), " – ", make("b", {}, b), " ", own(y), `: ${relation}. `, own(reason)));
  // What sums up all claims is not what one could say before some of them were published.
  const later = aspect.cells.some((cell, at) => cell.claims.some((claim) => isClaimLater(claim, at)));
  const conflict = aspect.conflicts && !later;
  return make("section", { class: "aspect" }, make("h3", { dir: "auto" }, aspect.title),
    aspect.summary ? make("p", { class: conflict ? "sum conflict" : "sum muted" },
      conflict ? [sign(), " "] : null, later ? `(${words.everything}: ${aspect.summary})` : aspect.summary) : null,
    lines,
    aspect.ladders.length ? make("button", { class: "edged", "data-key": `ladder ${number}`, onclick: () => openLadder(aspect) }, words.ladder) : null,
    why.length ? folded(`why ${number}`, words.relations, () => why) : null);
}

/** What is open stays open from event to event; what is closed is not made. */
const opened = new Set();
function folded(key, title, content) {
  const node = make("details", { open: opened.has(key) }, make("summary", { "data-key": key }, title));
  const fill = () => { if (node.open && node.childElementCount === 1) node.append(...content()); };
  node.addEventListener("toggle", () => { if (node.open) opened.add(key); else opened.delete(key); fill(); });
  fill();
  return node;
}

/** A picture made by the program, its words already escaped; parsed as SVG, so nothing in it runs. */
function ladder(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return make("div", { class: "ladder", tabindex: 0, role: "group", "aria-label": words.ladder }, document.importNode(parsed, true));
}

/** The figures of an aspect, where there is room for them. */
function openLadder(aspect) {
  open(make("h2", { dir: "auto" }, dotted(own(data.events[state.event].title), own(aspect.title))),
    make("p", { class: "muted" }, aspect.summary, state.knownBy == null ? "" : ` (${words.everything})`),
    aspect.ladders.map(ladder), make("div", { class: "row" }, closeButton()));
}

/** Whoever is in what is made anew stays at the same thing, else at its head. */
function keeping(place, make, head) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key ?? "" : null;
  make();
  if (key == null) return;
  const same = key && [...place.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key);
  (same || head()).focus({ preventScroll: true });
}

function showEvent() { keeping(panel, fillPanel, () => panel.firstChild); }

function fillPanel() {
  const event = data.events[state.event];
  if (!event) {
    panel.replaceChildren(make("h2", { tabindex: -1 }, words.this_event),
      make("p", { class: "muted" }, data.events.length ? words.choose_event : words.no_events), make("p", { class: "muted" }, words.help));
    return;
  }
  const links = event.links.map(([a, kind, b, note]) =>
    make("p", { class: "why" }, addressButton(a), ` ${kind} `, addressButton(b), note ? [": ", own(note)] : ""));
  const theirs = event.notes.map(([on, text, made]) =>
    make("div", { class: "note", dir: "auto" }, make("span", { class: "by" }, dotted(own(on), made)), text));
  panel.replaceChildren(
    make("h2", { dir: "auto", tabindex: -1 }, event.title),
    make("p", { class: "muted" }, dotted(moment(event.time), own(event.place), own(event.part))),
    make("div", { id: "own-notes" }),
    ...event.aspects.map(aspectBlock),
    ...(links.length ? [make("section", { class: "aspect" }, make("h3", {}, words.links), links)] : []),
    ...(theirs.length ? [make("section", { class: "aspect" }, make("h3", {}, words.notes), theirs)] : []));
  showNotes();
}

onChange((values) => {
  if ("event" in values) { showEvent(); panel.scrollTop = 0; }
  else if ("knownBy" in values) showEvent();
});
