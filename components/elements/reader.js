// Draws the article from pieces of plain text: every node is made with textContent, nothing is parsed as HTML.
// Offsets are those of the server: characters, where a JavaScript string counts some twice.
const BREAK = /(\n[ \t]*\n\s*)/;
const length = (text) => {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
};

function draw(data, choose) {
  const drawn = document.createDocumentFragment();
  const seen = new Set();
  const paragraphs = [];
  let at = data.start;
  let fresh = true;
  const begin = () => {
    const own = { start: at, end: at };
    const button = document.createElement("button");
    button.type = "button";
    button.className = "para";
    button.title = "Choose this paragraph";
    button.setAttribute("aria-label", `Choose paragraph ${paragraphs.length + 1}`);
    button.onclick = (event) => {
      event.stopPropagation();
      choose(`span:${own.start}-${own.end}`);
    };
    paragraphs.push(own);
    drawn.append(button);
    fresh = false;
  };
  for (const [whole, css, title, key] of data.pieces) {
    for (const text of whole.split(BREAK)) {
      if (!text) continue;
      const gap = BREAK.test(text) && !text.trim();
      if (!gap && fresh && text.trim()) begin();
      const span = document.createElement("span");
      span.className = gap ? "" : css;
      span.textContent = text;
      span.dataset.at = at;
      if (key && !gap) {
        span.title = title;
        span.dataset.key = key;
        span.setAttribute("role", "button");
        if (!seen.has(key + "|" + css) || !css.includes("q-")) span.tabIndex = 0;
        seen.add(key + "|" + css);
      }
      drawn.append(span);
      at += length(text);
      if (gap) fresh = true;
      else if (paragraphs.length) paragraphs[paragraphs.length - 1].end = at;
    }
  }
  return drawn;
}

// The stretch that is marked with the mouse, a finger or shift and arrows; null where there is none.
function stretch(box) {
  const root = box.getRootNode();
  const marked = root.getSelection ? root.getSelection() : document.getSelection();
  const all = document.getSelection();
  const range =
    marked && marked.rangeCount && !marked.isCollapsed ? marked.getRangeAt(0)
    : all && all.getComposedRanges && root !== document ? all.getComposedRanges({ shadowRoots: [root] })[0]
    : null;
  if (!range) return null;
  const place = (node, offset) => {
    const span = node.nodeType === 3 ? node.parentElement : node.childNodes[offset] || node;
    const base = span && span.closest && span.closest("[data-at]");
    if (!base || !box.contains(base)) return null;
    return Number(base.dataset.at) + (node.nodeType === 3 ? length(node.data.slice(0, offset)) : 0);
  };
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : [start, end];
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".text");
  const bar = parentElement.querySelector(".pick");
  for (const part of [box, bar])
    for (const [name, value] of Object.entries(data.colours)) part.style.setProperty("--" + name, value);
  const choose = (key) => setTriggerValue("chosen", key);
  const answer = (event) => {
    const key = event.target.dataset && event.target.dataset.key;
    if (key && !stretch(box)) choose(key);
  };
  const offer = () => setTimeout(() => (bar.hidden = !stretch(box)), 0);
  box.onclick = answer;
  box.onmouseup = box.ontouchend = box.onkeyup = offer;
  box.onkeydown = (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || !event.target.dataset.key) return;
    event.preventDefault();
    answer(event);
  };
  bar.querySelector("button").onclick = () => {
    const span = stretch(box);
    bar.hidden = true;
    if (span) choose(`span:${span[0]}-${span[1]}`);
  };
  if (box.dataset.stamp === data.stamp) return;
  const top = box.dataset.article === data.article ? box.scrollTop : 0;
  box.dataset.stamp = data.stamp;
  box.dataset.article = data.article;
  box.replaceChildren(draw(data, choose));
  bar.hidden = true;
  const here = box.querySelector(".here");
  box.scrollTop = here ? Math.max(here.offsetTop - box.clientHeight / 3, 0) : top;
}
