// Draws the article from pieces of plain text: every node is made with textContent, nothing is parsed as HTML.
// Offsets are those of the server: characters, where a JavaScript string counts some twice.
const length = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);
const part = (text, from, to) =>
  /[\ud800-\udfff]/.test(text) ? [...text].slice(from, to).join("") : text.slice(from, to);

function draw(data, choose) {
  const drawn = document.createDocumentFragment();
  const seen = new Set();
  const blocks = data.paragraphs.map(([number, start, end, aside]) => {
    const block = el("p", aside ? "aside" : "");
    if (aside) block.title = "Beside the article: neither counted nor quoted";
    const sign = button("para", String(number), (event) => {
      event.stopPropagation();
      choose(`span:${start}-${end}`);
    });
    sign.title = "Choose this paragraph";
    sign.setAttribute("aria-label", `Choose paragraph ${number}`);
    block.append(sign);
    drawn.append(block);
    return { block, start, end };
  });
  let at = data.start;
  let n = 0;
  for (const [text, css, title, key] of data.pieces) {
    const end = at + length(text);
    let from = at;
    while (from < end && n < blocks.length) {
      const { block, start, end: stop } = blocks[n];
      if (from < start) from = Math.min(start, end);
      const to = Math.min(end, stop);
      if (from < to) {
        block.append(piece(part(text, from - at, to - at), from, css, title, key, seen));
        if (css.includes("here")) block.classList.add("current");
        from = to;
      }
      if (from >= stop) n += 1;
    }
    at = end;
  }
  return drawn;
}

function piece(text, at, css, title, key, seen) {
  const span = el("span", css, text);
  span.dataset.at = at;
  if (!key) return span;
  span.title = title;
  span.dataset.key = key;
  span.setAttribute("role", "button");
  if (!seen.has(key + "|" + css) || !css.includes("q-")) span.tabIndex = 0;
  seen.add(key + "|" + css);
  return span;
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

// Where the words stand in the text, as ranges: the browser marks them without a change to the page.
function hits(box, words) {
  const found = [];
  for (const block of words ? box.querySelectorAll("p") : []) {
    const nodes = [...block.querySelectorAll("[data-at]")].map((span) => span.firstChild).filter(Boolean);
    const text = nodes.map((node) => node.data).join("");
    const low = text.toLowerCase();
    if (low.length !== text.length) continue;
    for (let at = low.indexOf(words); at >= 0; at = low.indexOf(words, at + words.length)) {
      const range = document.createRange();
      let before = 0;
      for (const node of nodes) {
        const after = before + node.data.length;
        if (at >= before && at < after) range.setStart(node, at - before);
        if (at + words.length > before && at + words.length <= after) range.setEnd(node, at + words.length - before);
        before = after;
      }
      found.push(range);
    }
  }
  return found;
}

function finder(tools, box) {
  const field = tools.querySelector("input[type=search]");
  const told = tools.querySelector(".told");
  let found = [];
  let now = -1;
  const show = (name, ranges) => window.CSS && CSS.highlights && window.Highlight
    && CSS.highlights.set(name, new Highlight(...ranges));
  const look = () => {
    found = hits(box, field.value.trim().toLowerCase());
    now = -1;
    show("dateline-found", found);
    show("dateline-now", []);
    told.textContent = !field.value.trim() ? "" : found.length ? `${found.length} found` : "not in the text";
  };
  const go = (by) => {
    if (!found.length) return;
    now = (now + by + found.length) % found.length;
    show("dateline-now", [found[now]]);
    told.textContent = `${now + 1} of ${found.length}`;
    found[now].startContainer.parentElement.scrollIntoView({ block: "center" });
  };
  field.oninput = look;
  field.onkeydown = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  };
  const [back, on] = tools.querySelectorAll(".go");
  back.onclick = () => go(-1);
  on.onclick = () => go(1);
  return look;
}

function range(tools, data, choose) {
  const form = tools.querySelector("form");
  const [first, last] = form.querySelectorAll("input");
  const most = data.paragraphs.length ? data.paragraphs[data.paragraphs.length - 1][0] : 1;
  const least = data.paragraphs.length ? data.paragraphs[0][0] : 1;
  for (const field of [first, last]) {
    field.min = least;
    field.max = most;
  }
  form.onsubmit = (event) => {
    event.preventDefault();
    const ends = [Number(first.value || last.value), Number(last.value || first.value)].sort((a, b) => a - b);
    const from = data.paragraphs.find(([number]) => number === ends[0]);
    const to = data.paragraphs.find(([number]) => number === ends[1]);
    if (from && to) choose(`span:${from[1]}-${to[2]}`);
  };
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".text");
  const bar = parentElement.querySelector(".pick");
  const tools = parentElement.querySelector(".strip");
  for (const place of [box, bar, tools]) paint(place, data.colours);
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
  range(tools, data, choose);
  tools.querySelector(".legend").replaceChildren(...data.legend.map(([css, words]) => {
    const line = el("li");
    line.append(el("span", css, words));
    return line;
  }));
  const look = box.look || (box.look = finder(tools, box));
  if (box.dataset.stamp === data.stamp) return;
  const active = box.getRootNode().activeElement;
  const focus = active && box.contains(active) ? active.dataset.at || active.getAttribute("aria-label") : null;
  const moved = box.dataset.here !== data.here;
  box.dataset.stamp = data.stamp;
  box.dataset.here = data.here;
  box.replaceChildren(draw(data, choose));
  bar.hidden = true;
  look();
  if (focus) {
    const again = [...box.querySelectorAll("[tabindex], .para")].find((node) => (node.dataset.at || node.getAttribute("aria-label")) === focus);
    if (again) again.focus({ preventScroll: true });
  }
  const here = box.querySelector(".here");
  if (here && moved && data.here) requestAnimationFrame(() => {
    const place = here.getBoundingClientRect();
    if (place.top < 120 || place.bottom > window.innerHeight * 0.5) here.scrollIntoView({ block: "start" });
  });
}
