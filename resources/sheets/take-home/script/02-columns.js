// The columns: whole texts in blocks. Of long texts only the blocks near what is in sight are
// built, the others are empty boxes of about the height they will have.
const BLOCK = 40, MOST_BUILT = 16, LINE = 0.25;
const lazy = data.sources.reduce((sum, source) => sum + source.passages.length, 0) > 3000;
const columns = data.sources.map((source, number) => buildColumn(source, number));
if (lazy) columns.forEach(guess);

function buildColumn(source, number) {
  const name = `${source.letter} ${source.label}`;
  const text = make("div", { class: "text", role: "feed", lang: source.language, dir: source.rtl ? "rtl" : "ltr",
    "aria-label": say("text_of", { source: name }) });
  const items = source.passages.map(([n, kind, said, report, since], index) =>
    ({ n, kind, said, report, since, index, address: `${source.letter}.${n}`, node: null, marks: [], hits: [], noted: false }));
  // Room for the longest address.
  text.style.setProperty("--address", `${Math.max(38, 7 * (items.at(-1)?.address.length ?? 0) + 4)}px`);
  const step = make("button", { class: "step", hidden: true, title: "N" });
  const silence = make("p", { class: "silence", hidden: true });
  const node = coloured(make("section", { class: "column", "aria-label": name },
    make("header", {}, rule(source, number),
      make("h2", {}, make("span", { class: "letter" }, source.letter), make("bdi", { class: "label", title: source.label }, source.label), step),
      make("div", { class: "about", dir: "auto" }, source.about)),
    make("div", { class: "under" }, silence, text)), number);
  const column = { source, number, node, text, items, passages: new Map(items.map((item) => [item.n, item])), blocks: [],
    step, silence, marked: [], at: 0, current: null, version: 0, places: null, held: null };
  if (!items.length) text.append(make("p", { class: "muted empty", dir: "auto" }, source.about));
  for (let from = 0; from < items.length; from += BLOCK) addBlock(column, from);
  setCurrent(column, items[0] ?? null);
  step.addEventListener("click", () => stepThrough(column, 1));
  $("texts").append(node);
  return column;
}

function addBlock(column, from) {
  const items = column.items.slice(from, from + BLOCK);
  const block = { node: make("div", { class: "block" }), items, from, built: false,
    letters: items.reduce((sum, item) => sum + item.said.length, 0) };
  for (const item of items) item.block = block;
  column.blocks.push(block);
  column.text.append(block.node);
  if (!lazy) build(column, block);
}

/** Give the boxes that are not built about the height that their words need. */
function guess(column) {
  const wide = Math.max(14, (Math.min(column.text.clientWidth, 640) - 86) / 7.9);
  for (const block of column.blocks) {
    if (!block.built) block.node.style.height = `${Math.round(block.items.length * 22 + (block.letters / wide) * 24)}px`;
  }
  column.version += 1;
}

function build(column, block) {
  const nodes = [];
  for (const item of block.items) {
    const before = column.items[item.index - 1]?.report;
    if (item.report >= 0 && item.report !== before) nodes.push(reportHead(column.source.reports[item.report], item.kind));
    nodes.push(buildPassage(column, item));
  }
  block.node.replaceChildren(...nodes);
  block.node.style.height = "";
  block.built = true;
  column.version += 1;
}

function empty(column, block) {
  block.node.style.height = `${block.node.offsetHeight}px`;
  block.node.replaceChildren();
  for (const item of block.items) item.node = null;
  block.built = false;
  column.version += 1;
}

function reportHead(report, kind) {
  return make("div", { class: "report", dir: "auto" },
    dotted(moment(report.time), own(kind !== "heading" && report.heading), own(report.author)));
}

function buildPassage(column, item) {
  const button = make("button", { tabindex: -1, onclick: () => { setCurrent(column, item); editNote({ on: item.address }); } });
  item.node = make("div", { role: "article", "data-n": item.n, tabindex: item === column.current ? 0 : -1,
    "aria-posinset": item.index + 1, "aria-setsize": column.items.length },
    make("span", { class: "address" }, button), make("p", { dir: "auto" }));
  item.node.addEventListener("focus", () => setCurrent(column, item));
  dress(item);
  return item.node;
}

/** How far a passage is below the beginning of its column, in pixels. */
function topOf(item) {
  if (item.node) return item.node.offsetTop;
  const box = item.block.node;
  return box.offsetTop + (box.offsetHeight * (item.index - item.block.from)) / item.block.items.length;
}

function blockAt(column, y) {
  let low = 0, high = column.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (column.blocks[middle].node.offsetTop <= y) low = middle; else high = middle - 1;
  }
  return low;
}

/** The passage at a height. */
function itemAt(column, y) {
  const block = column.blocks[blockAt(column, y)];
  if (!block) return null;
  return block.items.findLast((item) => topOf(item) <= y) ?? block.items[0];
}

/** What stands on the reading line, and how far from it. */
function hold(column) {
  const line = column.text.scrollTop + column.text.clientHeight * LINE;
  const item = itemAt(column, line + 1);
  column.held = item && { item, away: topOf(item) - line };
}

function restore(column) {
  const { text, held } = column;
  if (held) scrollTo(column, topOf(held.item) - held.away - text.clientHeight * LINE);
}

/** Build what is in sight and near it; what the reader sees stays where it is. */
function buildView(column) {
  if (!lazy || !column.blocks.length) return;
  for (let turn = 0; turn < 4; turn += 1) {
    const { scrollTop, clientHeight } = column.text;
    const first = blockAt(column, scrollTop - clientHeight), last = blockAt(column, scrollTop + 2 * clientHeight);
    const missing = column.blocks.slice(first, last + 1).filter((block) => !block.built);
    if (!missing.length) return tidy(column, (first + last) / 2);
    hold(column);
    for (const block of missing) build(column, block);
    restore(column);
  }
}

/** Empty the blocks that are farthest away. */
function tidy(column, middle) {
  const built = column.blocks.filter((block) => block.built);
  const away = (block) => Math.abs(block.from / BLOCK - middle);
  const chosen = getSelection();
  for (const block of built.sort((a, b) => away(b) - away(a)).slice(0, Math.max(0, built.length - MOST_BUILT))) {
    const busy = block === column.current?.block || (!chosen.isCollapsed && chosen.containsNode(block.node, true));
    if (!busy) empty(column, block);
  }
}

/** Where a passage is read from: its beginning, or its words that count where those would be out of sight. */
function lineOf(column, item, words) {
  const top = topOf(item), mark = item.node.querySelector(words);
  return mark && mark.offsetTop - top > column.text.clientHeight * 0.55 ? mark.offsetTop : top;
}

/** Scroll to a passage, built before it is measured. */
function bring(column, item, words = "mark.said") {
  for (let turn = 0; turn < 3; turn += 1) {
    if (!item.block.built) build(column, item.block);
    scrollTo(column, lineOf(column, item, words) - column.text.clientHeight * LINE);
    buildView(column);
  }
  hold(column);
}
