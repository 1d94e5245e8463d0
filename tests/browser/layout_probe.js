// What is wrong with the words on the page as it stands: broken inside, cut off, or printed over one another.
window.layoutFaults = () => {
  const texts = [];
  const visit = root => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) visit(node.shadowRoot);
      if (node.closest("svg, canvas, script, style, textarea, select, [data-testid=stIconMaterial]")) continue;
      if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const box = node.getBoundingClientRect();
      if (box.width < 4 || box.height < 4 || getComputedStyle(node).clipPath === "inset(50%)") continue; // for a screen reader alone
      for (const child of node.childNodes) if (child.nodeType === 3 && child.data.trim()) texts.push([child, node]);
    }
  };
  visit(document.querySelector('[data-testid="stApp"]'));
  const words = [], broken = [], cut = [];
  const clips = node => getComputedStyle(node).overflowX !== "visible" || getComputedStyle(node).overflowY !== "visible";
  const frameOf = node => {
    for (let at = node; at; at = at.parentElement || (at.getRootNode().host ?? null)) if (clips(at)) return at;
    return null;
  };
  for (const [text, node] of texts) {
    const frame = frameOf(node);
    const scrolls = frame && /auto|scroll/.test(getComputedStyle(frame).overflowX + getComputedStyle(frame).overflowY);
    const edge = frame && frame.getBoundingClientRect();
    for (const found of text.data.matchAll(/[^\s\u00ad\u200b–—/-]+/g)) {
      const range = document.createRange();
      range.setStart(text, found.index);
      range.setEnd(text, found.index + found[0].length);
      const boxes = [...range.getClientRects()].filter(box => box.width > 0.5);
      if (!boxes.length) continue;
      if (new Set(boxes.map(box => Math.round(box.top / 4))).size > 1) broken.push(found[0]);
      for (const box of boxes) {
        if (!scrolls && edge && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) cut.push(found[0]);
        else words.push({ word: found[0], node, box });
      }
    }
  }
  words.sort((a, b) => a.box.top - b.box.top);
  const overlapping = [];
  words.forEach((one, n) => {
    for (let m = n + 1; m < words.length && words[m].box.top < one.box.bottom - 3; m++) {
      const two = words[m];
      if (one.node === two.node || one.node.contains(two.node) || two.node.contains(one.node)) continue;
      const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
      const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
      if (across > 2 && down > 4) overlapping.push(`${one.word} × ${two.word}`);
    }
  });
  return { broken, cut, overlapping };
};
