// The timeline: a lane a source, what each speaks of; uncertain times as stretches, never as points.
const DOTTED = { "stroke-dasharray": "1.6 1.4" };
const LANE = 15, AXIS = 18, EDGE = 20, HIGH = AXIS + LANE * data.sources.length + 6;
const timed = data.events.map((event, index) => ({ index, from: event.time.from ?? event.time.to, to: event.time.to ?? event.time.from }))
  .filter((event) => event.from != null).sort((a, b) => a.from - b.from || a.to - b.to);
const view = usualView();
const lanes = draw("svg", { class: "lanes", role: "slider", tabindex: 0, "aria-label": words.happened, height: HIGH,
  "aria-valuemin": 1, "aria-valuemax": Math.max(1, timed.length), "aria-valuenow": 1 });
const published = [...new Set(columns.flatMap((c) => c.items.map((item) => item.since)).filter((t) => t != null))].sort((a, b) => a - b);
const known = make("input", { type: "range", id: "known", min: 0, max: published.length, value: published.length,
  "aria-label": words.known_by, "aria-valuetext": words.everything, disabled: !published.length, oninput: () => askKnown() });
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
  // At least one of them is seen whole.
  const shortest = Math.min(...timed.map((event) => event.to - event.from));
  const margin = Math.max(3600, (to - from) * 0.06, shortest * 0.6);
  return [from - margin, to + margin];
}

/** Left of the lanes stand their letters. */
function x(time, width) { return Math.round((EDGE + ((time - view[0]) / (view[1] - view[0])) * (width - EDGE)) * 10) / 10; }
function lanesWide() { return lanes.getBoundingClientRect().width || 600; }

const back = draw("g"), front = draw("g"), margin = draw("g");
lanes.append(back, front, margin);
function drawTime() {
  const width = lanesWide();
  lanes.setAttribute("viewBox", `0 0 ${width} ${HIGH}`);
  const marks = !timed.length ? [] : ticks(width).map(([at, text]) => draw("g", {},
    draw("line", { x1: at, x2: at, y1: AXIS - 4, y2: HIGH - 6, stroke: "var(--hairline)" }), ...(at < width - 42 ? [textAt(at + 3, 11, text)] : [])));
  const cover = draw("rect", { x: 0, y: 0, width: EDGE - 2, height: "100%", fill: "var(--panel)" });
  const letters = data.sources.map((source, lane) => textAt(2, AXIS + LANE * lane + 11, source.letter, `var(--source-${lane})`));
  const none = timed.length ? [] : [textAt(EDGE, 11, words.no_times)];
  back.replaceChildren(...marks, ...data.sources.flatMap((_, lane) => laneShapes(lane, width)), ...none);
  margin.replaceChildren(cover, ...letters);
  drawChosen();
}

function textAt(at, y, text, fill = "var(--muted)") {
  const node = draw("text", { x: at, y, fill, "font-size": 11, "font-family": "var(--sans)" });
  node.textContent = text;
  return node;
}

/** All a source speaks of: stretches as one faint band with their ends, points on top; what is not
    yet published grey, what has a doubtful zone dotted. */
function laneShapes(lane, width) {
  const y = AXIS + LANE * lane + LANE / 2, colour = `var(--source-${lane})`;
  const bands = { plain: "", later: "" }, ends = { plain: "", dotted: "", later: "" }, points = { plain: "", dotted: "", later: "" };
  for (const event of timed) {
    const { cells, time } = data.events[event.index];
    if (!cells[lane].marks.length) continue;
    const from = x(event.from, width), to = x(event.to, width);
    if (to < EDGE - 10 || from > width + 10) continue;
    const later = isCellLater(cells[lane], lane), kind = later ? "later" : time.doubtful ? "dotted" : "plain";
    if (to - from < 6) { points[kind] += circle((from + to) / 2, y, 3.2); continue; }
    bands[later ? "later" : "plain"] += `M${from} ${y}H${to}`;
    ends[kind] += `M${from} ${y - 4}V${y + 4}M${to} ${y - 4}V${y + 4}`;
  }
  const path = (d, attributes) => (d ? [draw("path", { d, fill: "none", ...attributes })] : []);
  const grey = "var(--muted)", ring = { fill: "var(--panel)", "stroke-width": 1.4 };
  return [
    ...path(bands.later, { stroke: grey, "stroke-width": 1, opacity: 0.5 }), ...path(ends.later, { stroke: grey, opacity: 0.5 }),
    ...path(points.later, { ...ring, stroke: grey, opacity: 0.6 }), ...path(bands.plain, { stroke: colour, "stroke-width": 5, opacity: 0.3 }),
    ...path(ends.plain, { stroke: colour, "stroke-width": 1.3 }), ...path(ends.dotted, { stroke: colour, "stroke-width": 1.3, ...DOTTED }),
    ...path(points.plain, { fill: colour }), ...path(points.dotted, { ...ring, stroke: colour, ...DOTTED }),
  ];
}

function circle(at, y, r) { return `M${at - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`; }

/** The chosen event: a line, and in each lane that speaks of it its time, heavier. */
function drawChosen() {
  const width = lanesWide();
  const chosen = timed.find((event) => event.index === state.event);
  if (!chosen) { front.replaceChildren(); return; }
  const from = x(chosen.from, width), to = x(chosen.to, width), middle = (from + to) / 2;
  const shapes = data.events[state.event].cells.flatMap((cell, lane) => {
    if (!cell.marks.length) return [];
    const y = AXIS + LANE * lane + LANE / 2, colour = `var(--source-${lane})`;
    const later = isCellLater(cell, lane), doubtful = data.events[state.event].time.doubtful;
    const look = { stroke: later ? "var(--muted)" : colour, "stroke-width": 2.4, fill: "none", ...(doubtful ? DOTTED : {}) };
    if (to - from < 6) return [draw("path", { ...look, d: circle(middle, y, 5), "stroke-width": 2, fill: later ? "var(--panel)" : colour })];
    return [draw("path", { ...look, d: `M${from} ${y - 5}V${y + 5}M${to} ${y - 5}V${y + 5}` }), draw("path", { ...look, d: `M${from} ${y}H${to}`, "stroke-dasharray": "none" })];
  });
  front.replaceChildren(draw("line", { x1: middle, x2: middle, y1: 2, y2: HIGH - 2, stroke: "var(--accent)", "stroke-width": 2 }), ...shapes);
}

/** Days, or hours where a day is wide; in the corpus's zone where the browser knows it. */
function ticks(width) {
  const span = view[1] - view[0];
  const steps = [900, 3600, 3 * 3600, 6 * 3600, 86400, 7 * 86400, 30 * 86400, 365 * 86400, 3650 * 86400, 36500 * 86400];
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
  // Days before months, as everywhere in Triptych.
  const { lang } = document.documentElement, language = lang === "en" ? "en-GB" : lang;
  try { return new Intl.DateTimeFormat(language, { timeZone: data.zone, ...options }); }
  catch { return new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }); }
}

function tickWords(at, step) {
  const date = new Date(at * 1000);
  if (step >= 365 * 86400) return inZone({ year: "numeric" }).format(date);
  const hours = inZone({ hour: "2-digit", minute: "2-digit", hour12: false }).format(date);
  if (step < 86400 && hours !== "00:00" && hours !== "24:00") return hours;
  return inZone({ day: "numeric", month: "short" }).format(date);
}

/** The slider may be dragged faster than texts can be greyed: once a frame is enough. */
let asked = false;
function askKnown() {
  sayKnown();
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => { asked = false; change({ knownBy: knownAt() }); });
}
function knownAt() { return Number(known.value) >= published.length ? null : published[Number(known.value)]; }
function sayKnown() {
  const at = knownAt();
  knownShown.textContent = at == null ? words.everything
    : inZone({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(at * 1000));
  known.setAttribute("aria-valuetext", knownShown.textContent);
  known.style.setProperty("--known", `${(100 * Number(known.value)) / Math.max(1, published.length)}%`);
  document.body.toggleAttribute("data-known", at != null);
}
