"""What of a page is too pale to be read, worked out from the styles that the browser uses.

Contrast as WCAG 2.2 defines it: (L1 + 0.05) / (L2 + 0.05), L the relative luminance.
"""

TOO_PALE = r"""
(() => {
  const parse = (text) => {
    const numbers = text.match(/[\d.]+(e-?\d+)?/g).map(Number);
    const scale = text.startsWith("color(srgb") ? 255 : 1;
    return [...numbers.slice(0, 3).map((n) => n * scale), numbers[3] ?? 1];
  };
  const over = (top, under) =>
    [...top.slice(0, 3).map((n, i) => n * top[3] + under[i] * (1 - top[3])), 1];
  const light = ([r, g, b]) => [r, g, b].map((n) => n / 255)
    .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4))
    .reduce((sum, n, i) => sum + n * [0.2126, 0.7152, 0.0722][i], 0);
  const paper = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      layers.push(parse(getComputedStyle(at).backgroundColor));
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim();
    if (!words || /SCRIPT|STYLE|NOSCRIPT|TITLE|DESC/i.test(node.tagName)) continue;
    if (!node.checkVisibility({ visibilityProperty: true }) || node.closest(".unseen")) continue;
    const style = getComputedStyle(node);
    const under = paper(node.closest("svg")?.parentElement ?? node);
    const ink = over(parse(node.closest("svg") ? style.fill : style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    seen += 1;
    const what = `${node.tagName}.${node.className} ${words.slice(0, 30)}`;
    if (ratio < 4.5) found.add(`${ratio.toFixed(2)} ${what}`);
  }
  return seen < 100 ? ["nothing seen"] : [...found];
})()
"""

SMALL = r"""
[...document.querySelectorAll("button, input:not([hidden]), summary, label.check, [role=slider]")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }))
  .map((node) => [node, node.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.width < 39.5 || box.height < 39.5))
  .map(([node, box]) => [node.className, node.textContent.slice(0, 20), box.width, box.height])
"""
"""What is too small for a finger: under 40 pixels."""
