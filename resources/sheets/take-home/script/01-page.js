// What the page holds, and small tools. No library; nothing is fetched.
const data = JSON.parse(document.getElementById("data").textContent);
const words = JSON.parse(document.getElementById("words").textContent);
const $ = (id) => document.getElementById(id);
const quick = matchMedia("(prefers-reduced-motion: reduce)");

/** The words under a name, with what stands in braces filled in. */
function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

/** An element with attributes and children; strings become text, never markup. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child != null && child !== false && child !== ""));
  return node;
}

/** Words of others beside our own: each keeps its own direction. */
function own(text) { return text ? make("bdi", {}, text) : null; }

/** Parts with a middle dot between them. */
function dotted(...parts) {
  return parts.filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part]));
}

/** An SVG element. */
function draw(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Something in the colour of a source. */
function coloured(node, at) {
  if (at >= 0) node.style.setProperty("--colour", `var(--source-${at})`);
  return node;
}

function announce(text) { $("said").textContent = text; }

/** The mark of disagreement. */
function sign() {
  return draw("svg", { class: "sign", viewBox: "0 0 60 86", "aria-hidden": "true" },
    draw("path", { d: "M36 0 0 50H26L20 86 60 32H33Z" }));
}

/** A time, dotted where its zone is not stated. */
function moment(time) {
  return time.shown ? make("bdi", { class: time.doubtful ? "doubtful" : false }, time.shown) : null;
}

/** One period of a source's pattern: never colour alone. */
const SHAPES = {
  solid: [8, "M0 0H8V5H0Z"], diagonal: [6, "M0 5L5 0H2L-3 5ZM6 5L11 0H8L3 5Z"],
  dots: [5, "M2.5 .5a2 2 0 1 0 .01 0Z"], dashes: [10, "M0 0H6V5H0Z"],
  double: [8, "M0 0H8V1.6H0ZM0 3.4H8V5H0Z"],
  waves: [8, "M0 3.2Q2 -.4 4 2.2T8 2.4V4Q6 1.8 4 4T0 4.8Z"],
};
function rule(source, number) {
  const [width, path] = SHAPES[source.pattern];
  return draw("svg", { class: "rule", "aria-hidden": "true" },
    draw("pattern", { id: `rule-${number}`, width, height: 5, patternUnits: "userSpaceOnUse" },
      draw("path", { d: path, fill: "currentColor" })),
    draw("rect", { width: "100%", height: 5, fill: `url(#rule-${number})` }));
}

/** What the browser keeps for this page: nothing where it forbids that. */
const kept = {
  works: true,
  read(name) {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  },
  write(name, value) {
    try { localStorage.setItem(name, JSON.stringify(value)); this.works = true; } catch { this.works = false; }
    return this.works;
  },
};
const SETTINGS = "triptych-settings";
const settings = { follow: true, letters: true, list: true, event: true, ...kept.read(SETTINGS) };
const setters = [];
/** Do something now, and whenever a setting changes. */
function onSettings(setter) { setters.push(setter); setter(); }
function set(name, value) {
  settings[name] = value;
  kept.write(SETTINGS, settings);
  for (const setter of setters) setter();
}
/** The list and the panel may make room for more columns. */
onSettings(() => {
  document.body.toggleAttribute("data-no-list", !settings.list);
  document.body.toggleAttribute("data-no-event", !settings.event);
});

/** What the reader has chosen; views listen to its changes. */
const state = { event: -1, knownBy: null, leader: 0, shown: 0 };
const listeners = [];
function onChange(listener) { listeners.push(listener); }
function change(values) {
  Object.assign(state, values);
  for (const listener of listeners) listener(values);
}

function chooseEvent(index) {
  if (index < 0 || index >= data.events.length) return;
  change({ event: index });
  const event = data.events[index];
  const silent = event.cells.map((cell, at) => cell.silence &&
    say("silent", { source: data.sources[at].label, why: cell.silence })).filter(Boolean);
  announce([event.title, event.time.shown, ...silent].filter(Boolean).join(". "));
}
