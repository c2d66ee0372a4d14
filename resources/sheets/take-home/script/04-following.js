// Scrolling: the column the reader scrolls leads; the others follow by interpolating between the
// passages of shared events, as the program does. The line at which they are compared slides from
// the top of the first screen to the bottom of the last, so that no text is out of reach.
const expected = new Map();
let gathered = false;

function lead(column) { state.leader = column.number; gathered = false; }

/** Scroll without the column taking the lead; what is lost by whole pixels is kept in mind. */
function scrollTo(column, top) {
  const most = Math.max(0, column.text.scrollHeight - column.text.clientHeight);
  column.exact = Math.max(0, Math.min(most, top));
  const wanted = Math.round(column.exact);
  column.last = wanted;
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

/** The most pairs of places that rise in both columns (patience sorting). */
function longest(pairs) {
  const ordered = pairs.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const tails = [], before = new Array(ordered.length).fill(-1);
  ordered.forEach(([, y], i) => {
    let low = 0, high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[tails[middle]][1] < y) low = middle + 1; else high = middle;
    }
    before[i] = low ? tails[low - 1] : -1;
    tails[low] = i;
  });
  const chain = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]) chain.push(ordered[i]);
  return chain.reverse();
}

/** The chain from one column to another, through the chosen event if both speak of it. */
function chainTo(leader, column) {
  const from = placesOf(leader), to = placesOf(column);
  const known = from.chains.get(column.number);
  if (known?.version === to.version && known.event === state.event) return known.chain;
  const pairs = from.all.map((y, i) => [y, to.all[i]]).filter(([a, b]) => a != null && b != null);
  const now = [from.all[state.event], to.all[state.event]];
  const inner = now[0] == null || now[1] == null ? longest(pairs) : [
    ...longest(pairs.filter(([a, b]) => a < now[0] && b < now[1])), now, ...longest(pairs.filter(([a, b]) => a > now[0] && b > now[1]))];
  const chain = [[0, 0], ...inner, [leader.text.scrollHeight, column.text.scrollHeight]];
  from.chains.set(column.number, { version: to.version, event: state.event, chain });
  return chain;
}

function interpolate(chain, y) {
  let low = 0, high = chain.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (chain[middle][0] <= y) low = middle; else high = middle;
  }
  const [a, b] = [chain[low], chain[high]];
  const share = b[0] === a[0] ? 0 : (y - a[0]) / (b[0] - a[0]);
  return a[1] + Math.max(0, Math.min(1, share)) * (b[1] - a[1]);
}

/** How far below the top of the window the columns are compared, when one is scrolled to a place. */
function lineAt(column, top) {
  const high = column.text.clientHeight, most = column.text.scrollHeight - high, reach = Math.max(1, high / 2);
  const first = Math.min(1, Math.max(0, top) / reach), last = 1 - Math.min(1, Math.max(0, most - top) / reach);
  return high * LINE * first + high * (1 - LINE) * last;
}

/** Where a follower goes when it is expected elsewhere: without a jump, what it is ahead or behind
    melting within a screen, and never against the reader. */
function caughtUp(was, now, actual, length, screen) {
  const step = now - was;
  if (!step) return actual;
  const ahead = step > 0 ? actual - was : was - actual;
  const left = step > 0 ? length - was : was;
  const room = Math.min(left, Math.max(screen / 3, Math.abs(ahead)));
  const melted = Math.abs(step) >= room ? 1 : Math.abs(step) / room;
  const gained = Math.max(0, Math.abs(step) - ahead * melted);
  return step > 0 ? actual + gained : actual - gained;
}

/** Put the followers where the leader's place expects them: at once, or as far as it was scrolled. */
function followers(from = null) {
  const leader = columns[state.leader];
  if (!settings.follow || !leader) return;
  const { scrollTop } = leader.text, line = lineAt(leader, scrollTop);
  const before = from == null ? null : { at: from + lineAt(leader, from), line: lineAt(leader, from) };
  for (const column of columns) {
    if (column === leader) continue;
    const chain = chainTo(leader, column), now = interpolate(chain, scrollTop + line);
    const { text } = column, stands = Math.abs((column.exact ?? -9) - text.scrollTop) < 1 ? column.exact : text.scrollTop;
    const to = before ? caughtUp(interpolate(chain, before.at), now, stands + before.line, text.scrollHeight, text.clientHeight) : now;
    // The line itself slides in the first and last screen: that may not carry a follower back.
    const against = before && (to - line - stands) * (scrollTop - from) < 0;
    scrollTo(column, against ? stands : to - line);
    settle(column);
  }
}

/** After a column was moved: build what is in sight now, and remember the place. */
function settle(column) {
  buildView(column);
  hold(column);
  freshen(column);
  column.last = column.text.scrollTop;
}

let waiting = false;
function scrolled(column) {
  const wanted = expected.get(column.number);
  expected.delete(column.number);
  if (wanted != null && Math.abs(column.text.scrollTop - wanted) <= 1.5) return;
  lead(column);
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const leader = columns[state.leader];
    followers(leader.last ?? leader.text.scrollTop);
    settle(leader);
  });
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
  showRow();
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
