// The head of the page, keys, and the beginning.
function open(...children) {
  $("sheet").oncancel = null;
  $("sheet").replaceChildren(...children.flat().filter(Boolean));
  if (!$("sheet").open) $("sheet").showModal();
}

function about() {
  open(make("h2", { dir: "auto" }, data.title),
    make("p", { class: "muted" }, say("printed_from", data)),
    data.notes.map((note) => make("p", { class: "muted" }, note)),
    make("p", { class: "muted" }, words.help),
    data.sources.map((source, at) => {
      const head = make("h3", {}, make("span", { class: "letter" }, source.letter), ` ${source.label}`);
      head.style.setProperty("--colour", `var(--source-${at})`);
      return [head, make("dl", {}, source.known.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, value)]))];
    }),
    data.names.length ? [make("h3", {}, words.names), make("dl", {}, data.names.flatMap((name) =>
      [make("dt", { dir: "auto" }, name.name), make("dd", {}, name.uses.map((uses, at) =>
        uses.length ? `${data.sources[at].letter}: ${uses.join(", ")}` : "").filter(Boolean).join(" · "))]))] : null,
    make("div", { class: "row" }, make("button", { class: "edged", onclick: () => $("sheet").close() }, words.close)));
}

function show(view) {
  document.body.dataset.view = view;
  for (const tab of tabs.children) tab.setAttribute("aria-pressed", String(tab.dataset.view === view && (view !== "texts" || Number(tab.dataset.at) === state.shown)));
}

function lightOrDark() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  colours();
}

/** Each source's colour on the paper in use. */
function colours() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  data.sources.forEach((source, at) => root.style.setProperty(`--source-${at}`, dark ? source.dark : source.colour));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colours);

$("top").append(
  make("h1", { dir: "auto" }, data.title),
  make("div", { class: "search", role: "search" }, box, found),
  make("button", { onclick: openNotes }, words.my_notes),
  make("button", { class: "wide", onclick: lightOrDark }, words.light_dark),
  make("button", { onclick: about }, words.about));

const views = [["events", words.events], ...data.sources.map((source) => ["texts", source.letter]), ["event", words.this_event]];
views.forEach(([view, title], at) => {
  tabs.append(make("button", { "data-view": view, "data-at": at - 1, "aria-pressed": "false",
    onclick: () => { if (view === "texts") change({ shown: at - 1 }); show(view); } }, title));
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("sheet").open) return;
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && typing) { typing.blur(); rows[Math.max(0, state.event)]?.firstChild.focus(); return; }
  if (typing) return;
  const inText = event.target.closest(".text");
  const act = {
    ArrowDown: () => !inText && stepEvent(1), ArrowUp: () => !inText && stepEvent(-1),
    j: () => stepEvent(1), k: () => stepEvent(-1),
    n: () => stepThrough(inText ? columns.find((c) => c.text === inText) : columns[state.leader]),
    "/": () => box.focus(), K: () => known.focus(),
    Escape: () => rows[Math.max(0, state.event)]?.firstChild.focus(),
  }[event.key];
  if (act) { if (act() !== false) event.preventDefault(); return; }
  const column = columns[Number(event.key) - 1];
  if (column) { change({ shown: column.number }); show("texts"); column.text.focus(); event.preventDefault(); }
});

colours();
change({ shown: 0, knownBy: null });
show("texts");
showEvent();
const begin = location.hash.slice(1);
const named = data.events.findIndex((event) => event.key === decodeURIComponent(begin));
// Begin where the sources have most to say.
const spoken = data.events.map((event) => event.aspects.flatMap((aspect) => aspect.cells).reduce((sum, cell) => sum + cell.claims.length, 0)
  + event.cells.filter((cell) => cell.marks.length).length);
chooseEvent(named >= 0 ? named : spoken.indexOf(Math.max(...spoken)));
drawTime();
document.fonts?.ready.then(() => { gather(); drawTime(); });
