// What opens over the page: what the page is, its keys, printing.
let before = null;
function open(...children) {
  const dialog = $("sheet");
  dialog.oncancel = null;
  dialog.replaceChildren(...children.flat(2).filter(Boolean));
  dialog.setAttribute("aria-label", dialog.querySelector("h2").textContent);
  if (!dialog.open) { before = document.activeElement; dialog.showModal(); }
  dialog.scrollTop = 0;
  if (!document.activeElement?.matches("#sheet *") || document.activeElement.closest(".note")) dialog.querySelector("input:not([hidden]), .row button:not([disabled])")?.focus();
}
/** The focus goes back to where it was, or to what stands there now. */
$("sheet").addEventListener("close", () => {
  const same = before?.isConnected ? before : [...document.querySelectorAll("[data-key]")].find((node) => node.dataset.key === before?.dataset.key);
  const passage = before?.closest(".passage") && columns[state.shown]?.current?.node;
  (passage || same || panel.querySelector("[data-key=add]") || chosenRow?.button || box).focus({ preventScroll: true });
});
$("sheet").addEventListener("click", (event) => { if (event.target === $("sheet")) { $("sheet").oncancel?.(); $("sheet").close(); } });

function closeButton() { return make("button", { class: "edged", onclick: () => { $("sheet").oncancel?.(); $("sheet").close(); } }, words.close); }

function about() {
  open(make("h2", { dir: "auto" }, data.title),
    make("p", { class: "muted", dir: "auto" }, say("printed_from", data)),
    data.notes.map((note) => make("p", { class: "muted" }, note)),
    make("p", { class: "muted" }, words.help),
    data.sources.map((source, at) => [
      coloured(make("h3", {}, make("span", { class: "letter" }, source.letter), " ", own(source.label)), at),
      make("dl", {}, source.known.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, value)]))]).flat(),
    data.names.length ? [make("h3", {}, words.names), make("dl", {}, data.names.flatMap((name) =>
      [make("dt", { dir: "auto" }, name.name), make("dd", {}, name.uses.flatMap((uses, at) =>
        uses.length ? [make("span", { class: "use" }, `${data.sources[at].letter}: `, uses.flatMap((use, n) => [n ? ", " : "", own(use)]))] : []))]))] : null,
    make("div", { class: "row" }, make("button", { class: "edged", onclick: keys }, words.keys_and_view), make("button", { class: "edged", onclick: lightOrDark }, words.light_dark),
      make("button", { class: "edged", onclick: () => print(false) }, words.print_event),
      make("button", { class: "edged", onclick: () => print(true) }, words.print_whole), closeButton()));
}

/** The keys, and what can be set. */
function keys() {
  const check = (name, title) => {
    const input = make("input", { type: "checkbox", onchange: () => set(name, input.checked) });
    input.checked = settings[name];
    return make("label", { class: "check" }, input, " ", title);
  };
  open(make("h2", {}, words.keys_and_view),
    make("table", { class: "keys" }, make("tbody", {}, KEYS.map(([shown, name]) => make("tr", {},
      make("th", { scope: "row" }, shown.split(" ").map((key) => [key === "–" ? key : make("kbd", {}, key), " "]).flat()), make("td", {}, words[name]))))),
    check("letters", words.letter_keys), check("follow", words.follow), check("list", words.show_list), check("event", words.show_event),
    make("div", { class: "row" }, closeButton()));
}

/** Print the chosen event, or with it the whole texts. */
function print(whole) {
  $("sheet").close();
  document.body.toggleAttribute("data-whole", whole);
  if (whole) for (const column of columns) for (const block of column.blocks) if (!block.built) build(column, block);
  window.print();
}
addEventListener("afterprint", () => { document.body.removeAttribute("data-whole"); columns.forEach(buildView); });
/** What is printed must be built. */
addEventListener("beforeprint", () => {
  for (const column of columns) for (const item of column.marked) if (!item.block.built) build(column, item.block);
});

/** Whether the page is dark: as the reader chose, else as the system asks. */
function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
function lightOrDark() {
  set("theme", isDark() ? "light" : "dark");
}

/** Each source's colour on the paper in use; paper to print on is light. */
function colours(dark = isDark()) {
  data.sources.forEach((source, at) => document.documentElement.style.setProperty(`--source-${at}`, dark ? source.dark : source.colour));
}
/** What the reader once chose is kept, as far as the browser keeps anything. */
onSettings(() => {
  if (["light", "dark"].includes(settings.theme)) document.documentElement.dataset.theme = settings.theme;
  colours();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => colours());
addEventListener("beforeprint", () => colours(false));
addEventListener("afterprint", () => colours());
