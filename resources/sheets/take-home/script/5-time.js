// The timeline: a lane a source, what each speaks of; uncertain times as stretches, never as points.
const LANE = 15, AXIS = 18;
const timed = data.events.map((event, index) => ({ index, from: event.time.from ?? event.time.to, to: event.time.to ?? event.time.from }))
  .filter((event) => event.from != null).sort((a, b) => a.from - b.from || a.to - b.to);
const view = usualView();
const lanes = draw("svg", { class: "lanes", role: "img", "aria-label": words.happened, height: AXIS + LANE * data.sources.length + 6 });
const published = [...new Set(columns.flatMap((c) => [...c.passages.values()].map((p) => p.since)).filter((t) => t != null))].sort((a, b) => a - b);
const known = make("input", { type: "range", id: "known", min: 0, max: published.length, value: published.length,
  "aria-label": words.known_by, oninput: () => setKnown(Number(known.value)) });
const knownShown = make("output", { for: "known" }, words.everything);

/** The shortest stretch in which most events lie: years before them would squeeze them to a line. */
function usualView() {
  const middles = timed.map((event) => (event.from + event.to) / 2).sort((a, b) => a - b);
  if (!middles.length) return [0, 1];
  const most = Math.ceil(middles.length * 0.6);
  let from = middles[0], to = middles.at(-1);
  for (let at = 0; at + most <= middles.length; at += 1) {
    const end = middles[at + most - 1];
    if (end - middles[at] < to - from) [from, to] = [middles[at], end];
  }
  const margin = Math.max(3600, (to - from) * 0.06);
  return [from - margin, to + margin];
}

/** Left of the lanes stand their letters. */
const EDGE = 20;
function x(time, width) { return EDGE + ((time - view[0]) / (view[1] - view[0])) * (width - EDGE); }

function drawTime() {
  const width = lanes.clientWidth || 600;
  lanes.setAttribute("viewBox", `0 0 ${width} ${AXIS + LANE * data.sources.length + 6}`);
  const marks = ticks(width).map(([at, text]) => draw("g", {},
    draw("line", { x1: at, x2: at, y1: AXIS - 4, y2: AXIS + LANE * data.sources.length, stroke: "var(--hairline)" }),
    textAt(at + 3, 11, text)));
  const shapes = timed.flatMap((event) => data.events[event.index].cells.flatMap((cell, lane) =>
    cell.marks.length ? [shape(event, lane, width)] : []));
  const chosen = timed.find((event) => event.index === state.event);
  const line = chosen ? [draw("line", { x1: x((chosen.from + chosen.to) / 2, width), x2: x((chosen.from + chosen.to) / 2, width),
    y1: 2, y2: AXIS + LANE * data.sources.length + 4, stroke: "var(--accent)", "stroke-width": 2 })] : [];
  const letters = data.sources.map((source, lane) => textAt(2, AXIS + LANE * lane + 11, source.letter, `var(--source-${lane})`));
  const cover = draw("rect", { x: 0, y: 0, width: EDGE - 2, height: "100%", fill: "var(--panel)" });
  lanes.replaceChildren(...marks, ...shapes, ...line, cover, ...letters);
}

function textAt(at, y, text, fill = "var(--muted)") {
  const node = draw("text", { x: at, y, fill, "font-size": 11, "font-family": "var(--sans)" });
  node.textContent = text;
  return node;
}

function shape(event, lane, width) {
  const from = x(event.from, width), to = x(event.to, width), y = AXIS + LANE * lane + LANE / 2;
  const colour = `var(--source-${lane})`;
  const strong = event.index === state.event;
  if (to - from < 6) return draw("circle", { cx: (from + to) / 2, cy: y, r: strong ? 5 : 3.2, fill: colour });
  const height = strong ? 4 : 2;
  return draw("path", { d: `M${from} ${y - 4}V${y + 4}M${from} ${y}H${to}M${to} ${y - 4}V${y + 4}`, stroke: colour,
    "stroke-width": height / 1.4, fill: "none", opacity: strong ? 1 : 0.55 });
}

/** Days, or hours where a day is wide; in the corpus's zone where the browser knows it. */
function ticks(width) {
  const span = view[1] - view[0];
  const steps = [900, 3600, 3 * 3600, 6 * 3600, 86400, 7 * 86400, 30 * 86400, 365 * 86400, 3650 * 86400];
  const step = steps.find((each) => (each / span) * width > 74) ?? steps.at(-1);
  const shift = offset();
  const found = [];
  for (let at = Math.ceil((view[0] + shift) / step) * step - shift; at < view[1]; at += step) {
    found.push([x(at, width), tickWords(at, step)]);
  }
  return found;
}

function offset() {
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone: data.zone, timeZoneName: "longOffset" })
      .formatToParts(new Date(((view[0] + view[1]) / 2) * 1000));
    const found = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find((p) => p.type === "timeZoneName").value);
    return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60) : 0;
  } catch { return 0; }
}

function inZone(options) {
  try { return new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: data.zone, ...options }); }
  catch { return new Intl.DateTimeFormat("en", options); }
}

function tickWords(at, step) {
  const date = new Date(at * 1000);
  if (step >= 365 * 86400) return inZone({ year: "numeric" }).format(date);
  const hours = inZone({ hour: "2-digit", minute: "2-digit", hour12: false }).format(date);
  if (step < 86400 && hours !== "00:00" && hours !== "24:00") return hours;
  return inZone({ day: "numeric", month: "short" }).format(date);
}

function setKnown(value) {
  const all = value >= published.length;
  const at = all ? null : published[value];
  knownShown.textContent = all ? words.everything
    : inZone({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(at * 1000));
  known.setAttribute("aria-valuetext", knownShown.textContent);
  change({ knownBy: at });
}

function zoomTime(factor, share = 0.5) {
  const middle = view[0] + (view[1] - view[0]) * share;
  const span = Math.min(Math.max((view[1] - view[0]) * factor, 600), 200 * 365 * 86400);
  view[0] = middle - span * share;
  view[1] = middle + span * (1 - share);
  drawTime();
}

/** The event nearest to a place on the timeline that some source speaks of. */
function chooseAt(clientX) {
  const box = lanes.getBoundingClientRect();
  const time = view[0] + ((clientX - box.left - EDGE) / (box.width - EDGE)) * (view[1] - view[0]);
  let best = null;
  for (const event of timed) {
    const away = time < event.from ? event.from - time : time > event.to ? time - event.to : 0;
    const size = away + (event.to - event.from) / 1000;
    if (!best || size < best.size) best = { size, index: event.index };
  }
  if (best) chooseEvent(best.index);
}

let dragged = false;
lanes.addEventListener("pointerdown", (event) => { dragged = true; lanes.setPointerCapture(event.pointerId); chooseAt(event.clientX); });
lanes.addEventListener("pointermove", (event) => { if (dragged) chooseAt(event.clientX); });
lanes.addEventListener("pointerup", () => { dragged = false; });
lanes.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = lanes.getBoundingClientRect();
  zoomTime(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width);
}, { passive: false });

const tabs = make("div", { id: "tabs", role: "toolbar", "aria-label": words.menu });
$("time").append(
  tabs,
  make("label", { class: "for-lanes" }, words.happened), lanes,
  make("div", { class: "tools" },
    make("button", { "aria-label": words.previous, title: words.previous, onclick: () => stepEvent(-1) }, "◂"),
    make("button", { "aria-label": words.next, title: words.next, onclick: () => stepEvent(1) }, "▸"),
    make("button", { "aria-label": words.further, title: words.further, onclick: () => zoomTime(1.6) }, "−"),
    make("button", { "aria-label": words.closer, title: words.closer, onclick: () => zoomTime(0.625) }, "+")),
  make("label", { for: "known" }, words.known_by), known, knownShown);
onChange((values) => {
  if ("event" in values) {
    const chosen = timed.find((event) => event.index === state.event);
    const middle = chosen && (chosen.from + chosen.to) / 2;
    if (chosen && (middle < view[0] || middle > view[1])) {
      const half = (view[1] - view[0]) / 2;
      view[0] = middle - half; view[1] = middle + half;
    }
    drawTime();
  }
  if ("knownBy" in values) {
    data.events.forEach((event, index) => {
      const later = event.cells.map(isCellLater);
      const dots = rows[index].querySelectorAll(".dot");
      event.cells.forEach((cell, at) => dots[at].classList.toggle("speaks", cell.marks.length > 0 && !later[at]));
      rows[index].classList.toggle("later", state.knownBy != null && event.cells.every((cell, at) => !cell.marks.length || later[at]));
    });
  }
});
addEventListener("resize", drawTime);
