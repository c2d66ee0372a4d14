// Scrolling: the column the reader scrolls leads; the others follow by interpolating between the
// passages of shared events. The line at which they agree slides from the top of the first screen
// to the bottom of the last, so that no text is out of reach.
const LINE = 0.25;
let expected = new Map();

function topOf(node) { return node.offsetTop; }

function lead(column) { state.leader = column.number; }

/** Scroll without the column taking the lead. */
function scrollTo(column, top) {
  const most = column.text.scrollHeight - column.text.clientHeight;
  const wanted = Math.max(0, Math.min(most, Math.round(top)));
  if (Math.abs(column.text.scrollTop - wanted) < 1) return;
  expected.set(column.number, wanted);
  column.text.scrollTop = wanted;
}

/** The place of each event in a column, in pixels; null where it has none. */
function places(column) {
  return data.events.map((event) => {
    const passage = column.passages.get(firstPassage(event.cells[column.number]));
    return passage ? topOf(passage.node) : null;
  });
}

/** Pairs of places of shared events, both rising: the longest such chain (patience sorting). */
function ladderOf(one, other) {
  const pairs = one.map((y, i) => [y, other[i]]).filter(([a, b]) => a != null && b != null)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const tails = [], before = new Array(pairs.length).fill(-1);
  pairs.forEach(([, y], i) => {
    let low = 0, high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]][1] < y) low = middle + 1; else high = middle;
    }
    before[i] = low ? tails[low - 1] : -1;
    tails[low] = i;
  });
  const chain = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]) chain.unshift(pairs[i]);
  return chain;
}

function interpolate(chain, y) {
  let low = 0, high = chain.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (chain[middle][0] <= y) low = middle; else high = middle;
  }
  const [a, b] = [chain[low], chain[high]];
  return b[0] === a[0] ? a[1] : a[1] + ((y - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
}

function followers() {
  const leader = columns[state.leader];
  const most = Math.max(1, leader.text.scrollHeight - leader.text.clientHeight);
  const y = leader.text.scrollTop + (leader.text.scrollTop / most) * leader.text.clientHeight;
  const here = places(leader);
  for (const column of columns) {
    if (column === leader) continue;
    const chain = [[0, 0], ...ladderOf(here, places(column)), [leader.text.scrollHeight, column.text.scrollHeight]];
    const target = interpolate(chain, y);
    const reach = column.text.scrollHeight - column.text.clientHeight;
    scrollTo(column, target / (1 + column.text.clientHeight / Math.max(1, reach)));
  }
}

let waiting = false;
function scrolled(column) {
  const wanted = expected.get(column.number);
  if (wanted != null && Math.abs(column.text.scrollTop - wanted) <= 1.5) { expected.delete(column.number); return; }
  expected.delete(column.number);
  lead(column);
  if (!state.follow || waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; followers(); });
}
for (const column of columns) column.text.addEventListener("scroll", () => scrolled(column), { passive: true });

/** Bring every column to its passage of the event, all at one height. */
function gather() {
  const found = columns.map((column) => column.marked[column.at]?.node);
  const first = found.findIndex(Boolean);
  if (first < 0) return;
  if (!found[state.leader]) state.leader = first;
  const silent = columns.filter((column) => !found[column.number]);
  const leader = columns[state.leader];
  for (const column of columns) {
    const node = found[column.number];
    if (node) scrollTo(column, topOf(node) - column.text.clientHeight * LINE);
  }
  // A silent column goes to where it would speak, between its neighbours.
  const here = places(leader), y = topOf(found[state.leader]);
  for (const column of silent) {
    const chain = [[0, 0], ...ladderOf(here, places(column)), [leader.text.scrollHeight, column.text.scrollHeight]];
    scrollTo(column, interpolate(chain, y) - column.text.clientHeight * LINE);
  }
  if (!columns[state.shown].marked.length) change({ shown: first });
}
onChange((values) => { if ("event" in values) { gather(); requestAnimationFrame(gather); } });

/** Go to an address such as A.14. */
function goTo(address) {
  const [letter, n] = address.split(".");
  const column = columns.find((each) => each.source.letter === letter);
  const passage = column?.passages.get(Number(n));
  if (!passage) return;
  lead(column);
  change({ shown: column.number });
  document.body.dataset.view = "texts";
  scrollTo(column, topOf(passage.node) - column.text.clientHeight * LINE);
  requestAnimationFrame(() => scrollTo(column, topOf(passage.node) - column.text.clientHeight * LINE));
  followers();
  column.text.focus({ preventScroll: true });
  announce(address);
}
