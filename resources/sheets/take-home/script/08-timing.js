// The timeline's hands: pointer, wheel and keys.
function zoomTime(factor, share = 0.5) {
  const middle = view[0] + (view[1] - view[0]) * share;
  const span = Math.min(Math.max((view[1] - view[0]) * factor, 600), 2000 * 365 * 86400);
  view[0] = middle - span * share;
  view[1] = middle + span * (1 - share);
  drawTime();
}

/** Another stretch of the same length. */
function panTime(share) {
  const by = (view[1] - view[0]) * share;
  view[0] += by;
  view[1] += by;
  drawTime();
}

/** The event nearest to a place on the timeline, the shortest of those that cover it. */
function chooseAt(clientX) {
  const box = lanes.getBoundingClientRect();
  const time = view[0] + ((clientX - box.left - EDGE) / (box.width - EDGE)) * (view[1] - view[0]);
  let best = null;
  for (const event of timed) {
    const away = time < event.from ? event.from - time : time > event.to ? time - event.to : 0;
    const size = away + (event.to - event.from) / 1000;
    if (!best || size < best.size) best = { size, index: event.index };
  }
  if (best && best.index !== state.event) chooseEvent(best.index);
}

/** Another event, in the order of the times. */
function stepTime(by, from = timed.findIndex((event) => event.index === state.event)) {
  const event = timed[Math.max(0, Math.min(timed.length - 1, from + by))];
  if (event) chooseEvent(event.index);
}

let dragged = false;
lanes.addEventListener("pointerdown", (event) => { dragged = true; lanes.setPointerCapture(event.pointerId); chooseAt(event.clientX); });
lanes.addEventListener("pointermove", (event) => { if (dragged) chooseAt(event.clientX); });
for (const end of ["pointerup", "pointercancel"]) lanes.addEventListener(end, () => { dragged = false; });
lanes.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = lanes.getBoundingClientRect();
  const across = event.deltaX || (event.shiftKey ? event.deltaY : 0);
  if (Math.abs(across) > Math.abs(event.shiftKey ? 0 : event.deltaY)) panTime(across / box.width);
  else zoomTime(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width);
}, { passive: false });
lanes.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.shiftKey && event.key.startsWith("Arrow")) { panTime(event.key === "ArrowLeft" ? -0.2 : 0.2); event.preventDefault(); event.stopPropagation(); return; }
  const act = { ArrowRight: () => stepTime(1), ArrowDown: () => stepTime(1), ArrowLeft: () => stepTime(-1), ArrowUp: () => stepTime(-1),
    Home: () => stepTime(0, 0), End: () => stepTime(0, timed.length - 1), "+": () => zoomTime(0.625), "=": () => zoomTime(0.625),
    "-": () => zoomTime(1.6) }[event.key];
  if (act) { act(); event.preventDefault(); event.stopPropagation(); }
});

const tabs = make("div", { id: "tabs", role: "group", "aria-label": words.views });
const now = make("button", { class: "now", onclick: () => show("event") });
function tool(name, sign, act) { return make("button", { "aria-label": words[name], title: words[name], onclick: act }, sign); }
$("time").setAttribute("aria-label", words.timeline);
$("time").append(
  make("div", { class: "now-row" }, tool("previous", "◂", () => stepEvent(-1)), now, tool("next", "▸", () => stepEvent(1))),
  make("span", { class: "label for-lanes", "aria-hidden": "true" }, words.happened), lanes,
  make("div", { class: "tools" }, tool("previous", "◂", () => stepEvent(-1)), tool("next", "▸", () => stepEvent(1)),
    tool("further", "−", () => zoomTime(1.6)), tool("closer", "+", () => zoomTime(0.625))),
  make("label", { for: "known", class: "label for-known" }, words.known_by), known, knownShown,
  tabs);

onChange((values) => {
  if (!("event" in values)) return;
  const event = data.events[state.event];
  now.replaceChildren(make("bdi", {}, event.title));
  const at = timed.findIndex((each) => each.index === state.event);
  lanes.setAttribute("aria-valuenow", Math.max(1, at + 1));
  lanes.setAttribute("aria-valuetext", [event.title, event.time.shown].filter(Boolean).join(", "));
  const middle = at >= 0 && (timed[at].from + timed[at].to) / 2;
  if (at >= 0 && (middle < view[0] || middle > view[1])) {
    const half = (view[1] - view[0]) / 2;
    view[0] = middle - half;
    view[1] = middle + half;
    drawTime();
  } else drawChosen();
});
onChange((values) => { if ("knownBy" in values) drawTime(); });
new ResizeObserver(drawTime).observe(lanes);
