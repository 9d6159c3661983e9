/**
 * What a reader would miss on a page: words that reach out of what they stand in or off the page, and words
 * that are broken though they would fit. Runs in the page, so it may use nothing from outside itself.
 */
export function cutWords(): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (!element || element.closest('svg') || !element.checkVisibility({ visibilityProperty: true }))
      continue;
    const range = document.createRange();
    for (const { index, 0: word } of text.matchAll(/\(?[^\s(]+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const rects = Array.from(range.getClientRects()).filter(({ width }) => width > 0);
      const tops = new Set(rects.map(({ top }) => Math.round(top)));
      // Japanese and Chinese may break between any two letters.
      if (
        tops.size > 1 &&
        /[\p{L}\p{N}]{2}/u.test(word) &&
        !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(word)
      ) {
        // One that is longer than a line has to be broken: than the line there could be, not the one that was left to it.
        const needed = rects.reduce((sum, { width }) => sum + width, 0);
        let block: Element = element;
        while (getComputedStyle(block).display === 'inline' && block.parentElement)
          block = block.parentElement;
        const around = block.parentElement ?? block;
        const { paddingLeft, paddingRight } = getComputedStyle(around);
        const room = around.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        if (needed <= room && !/[-/@–]/.test(word)) found.add(`broken: ${word} | ${text}`);
      }
      for (const rect of rects) {
        for (let box: Element | null = element; box !== null; box = box.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(box);
          if (/auto|scroll/.test(overflowX + overflowY) && box.scrollWidth > box.clientWidth) break;
          const edge = box.getBoundingClientRect();
          const isClipped = box === document.documentElement || overflowX !== 'visible';
          if (isClipped && (rect.right > edge.right + 1 || rect.left < edge.left - 1)) {
            found.add(`cut off: ${word} | ${text}`);
            break;
          }
          if (/auto|scroll/.test(overflowY)) break;
        }
      }
    }
    const isShort = getComputedStyle(element).textOverflow === 'ellipsis';
    if (isShort && element.scrollWidth > element.clientWidth + 1) found.add(`shortened: ${text}`);
  }
  return [...found];
}
