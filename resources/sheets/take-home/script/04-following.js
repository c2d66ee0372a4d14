// Scrolling: the column the reader scrolls leads; the others follow by interpolating between the
// passages of shared events. The line at which they agree slides from the top of the first screen
// to the bottom of the last, so that no text is out of reach.
const expected = new Map();
let gathered = false;

function lead(column) { state.leader = column.number; gathered = false; }

/** Scroll without the column taking the lead. */
function scrollTo(column, top) {
  const most = column.text.scrollHeight - column.text.clientHeight;
  const wanted = Math.max(0, Math.min(most, Math.round(top)));
  if (Math.abs(column.text.scrollTop - wanted) < 1) return;
  expected.set(column.number, wanted);
  column.text.scrollTop = wanted;
}

/** The place of each event in a column, in pixels, null where it has none; and what hangs on it. */
function placesOf(column) {
  column.firsts ??= data.events.map((event) => column.passages.get(firstPassage(event.cells[column.number])));
  if (column.places?.version !== column.version) {
    column.places = { version: column.version, all: column.firsts.map((item) => (item ? topOf(item) : null)), chains: new Map() };
  }
  return column.places;
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
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]) chain.push(pairs[i]);
  return chain.reverse();
}

/** The chain from one column to another, worked out anew only when something has moved. */
function chainTo(leader, column) {
  const from = placesOf(leader), to = placesOf(column);
  const known = from.chains.get(column.number);
  if (known?.version === to.version) return known.chain;
  const chain = [[0, 0], ...ladderOf(from.all, to.all), [leader.text.scrollHeight, column.text.scrollHeight]];
  from.chains.set(column.number, { version: to.version, chain });
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
  if (!settings.follow || !leader) return;
  const most = Math.max(1, leader.text.scrollHeight - leader.text.clientHeight);
  const y = leader.text.scrollTop + (leader.text.scrollTop / most) * leader.text.clientHeight;
  for (const column of columns) {
    if (column === leader) continue;
    const target = interpolate(chainTo(leader, column), y);
    const reach = column.text.scrollHeight - column.text.clientHeight;
    scrollTo(column, target / (1 + column.text.clientHeight / Math.max(1, reach)));
    settle(column);
  }
}

/** After a column was moved: build what is in sight now, and remember the place. */
function settle(column) {
  buildView(column);
  hold(column);
  freshen(column);
}

let waiting = false;
function scrolled(column) {
  const wanted = expected.get(column.number);
  expected.delete(column.number);
  if (wanted != null && Math.abs(column.text.scrollTop - wanted) <= 1.5) return;
  lead(column);
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; settle(columns[state.leader]); followers(); });
}
for (const column of columns) column.text.addEventListener("scroll", () => scrolled(column), { passive: true });

/** Bring every column to its passage of the event, all at one height. */
function gather() {
  const found = columns.map((column) => column.marked[column.at]);
  const first = found.findIndex(Boolean);
  if (first < 0) return;
  if (!found[state.leader]) state.leader = first;
  const leader = columns[state.leader];
  for (const column of columns) if (found[column.number]) bring(column, found[column.number]);
  // A silent column goes to where it would speak, between its neighbours.
  const y = topOf(found[state.leader]);
  for (const column of columns) {
    if (!found[column.number]) scrollTo(column, interpolate(chainTo(leader, column), y) - column.text.clientHeight * LINE);
    settle(column);
  }
  gathered = true;
  if (!columns[state.shown].marked.length) change({ shown: first });
}
onChange((values) => { if ("event" in values) gather(); });

/** When the columns get another size, the reader keeps the place. */
function measured() {
  for (const column of columns) {
    if (lazy) guess(column);
    column.version += 1;
  }
  press();
  if (gathered) { gather(); return; }
  for (const column of columns) { restore(column); buildView(column); }
}
new ResizeObserver(measured).observe($("texts"));

/** The passage at an address such as A.14. */
function passageAt(address) {
  const [, letter, n] = /^(\p{L}+)\s*[.·]?\s*(\d{1,9})$/u.exec(address.trim()) ?? [];
  return columns.find((each) => each.source.letter === letter?.toUpperCase())?.passages.get(Number(n));
}

/** Go to an address, to its words that count. */
function goTo(address, words) {
  const item = passageAt(address);
  if (!item) return false;
  show("texts");
  visit(columns.find((column) => column.passages.get(item.n) === item), item, true, words);
  return true;
}
