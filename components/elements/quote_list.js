// The quotes as a reading column, by speaker or in the article's order, and beside it a strip for each speaker
// that scrolls the column. Finding, kinds and what is open stay in the browser: none of it asks the server.
const KINDS = [["direct", "Direct"], ["mixed", "Mixed"], ["indirect", "Indirect"]];

// What the reader has done here outlives a redraw.
function memory(box) {
  box.kept = box.kept || { words: "", off: new Set(), open: new Map() };
  return box.kept;
}

function shownItems(data, kept) {
  const words = kept.words.trim().toLowerCase();
  return data.items.filter((item) => !kept.off.has(item.kind)
    && (!words || item.text.toLowerCase().includes(words) || item.speaker.toLowerCase().includes(words)));
}

function tools(data, kept, redraw) {
  const bar = el("div", "tools");
  const find = el("input", "find");
  find.type = "search";
  find.placeholder = "Find words or a speaker";
  find.setAttribute("aria-label", "Find words or a speaker in the quotes");
  find.value = kept.words;
  find.oninput = () => { kept.words = find.value; redraw(); };
  bar.append(find);
  const kinds = KINDS.filter(([id]) => data.items.some((item) => item.kind === id));
  for (const [id, name] of kinds) {
    const label = el("label", "kind");
    const tick = el("input");
    tick.type = "checkbox";
    tick.checked = !kept.off.has(id);
    tick.disabled = kinds.length < 2;
    tick.onchange = () => { kept.off[tick.checked ? "delete" : "add"](id); redraw(); };
    label.append(tick, el("i", "q-" + id), `${name} ${data.items.filter((item) => item.kind === id).length}`);
    bar.append(label);
  }
  const told = el("p", "sum");
  told.setAttribute("role", "status");
  bar.append(told);
  return bar;
}

function section(group, items, ctx, data, next) {
  const node = el("section", group.unclear ? "group unclear" : "group");
  node.dataset.key = group.key;
  const head = el("h3");
  const name = button("who", group.name, () => ctx.choose("speaker:" + group.key));
  name.setAttribute("aria-pressed", String(ctx.chosen.includes("speaker:" + group.key)));
  head.append(name);
  if (group.role) head.append(el("span", "role", ", " + group.role));
  const line = el("p", "numbers", group.numbers);
  const told = el("span", "told");
  told.setAttribute("role", "status");
  line.append(" ", button("quiet", items.length > 1 ? `copy all ${items.length}` : "copy",
    () => copyText(items.map((item) => item.copy).join("\n\n"), (words) => (told.textContent = words))));
  if (next) line.append(button("quiet", "next speaker ↓", () => jump(next)));
  line.append(told);
  const list = el("ol");
  list.append(...items.map((item) => quoteItem(item, { ...ctx, names: data.names })));
  node.append(head, line, list);
  return node;
}

function jump(node) {
  node.scrollIntoView({ block: "start", behavior: "auto" });
  const first = node.querySelector(".who, .words");
  if (first) first.focus({ preventScroll: true });
}

// A strip a speaker: where in the article the quotes stand. The bars are for the pointer; the name is the button.
function rail(data, items, column) {
  const node = el("nav", "rail");
  node.setAttribute("aria-label", "Where each speaker is quoted in the article");
  const to = (id) => {
    const line = column.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (!line) return;
    line.scrollIntoView({ block: "center", behavior: "auto" });
    line.classList.remove("flash");
    void line.offsetWidth;
    line.classList.add("flash");
    line.querySelector(".words").focus({ preventScroll: true });
  };
  const strip = (own) => {
    const line = el("div", "strip");
    line.setAttribute("aria-hidden", "true");
    for (const item of own) {
      const bar = el("i", "q-" + item.kind);
      bar.style.left = (100 * item.at) / data.length + "%";
      bar.style.width = Math.max((100 * item.long) / data.length, 0.8) + "%";
      bar.title = item.text.slice(0, 160);
      bar.onclick = () => to(item.id);
      line.append(bar);
    }
    return line;
  };
  for (const group of data.groups) {
    const own = items.filter((item) => item.key === group.key);
    if (!own.length) continue;
    const row = el("div", group.unclear ? "lane unclear" : "lane");
    const name = button("", "", () => to(own[0].id));
    name.append(el("span", "t", group.name), el("span", "c", String(own.length)));
    row.append(name, strip(own));
    node.append(row);
  }
  const all = el("div", "lane all");  // where there is no room for a lane a speaker
  all.append(strip(items));
  node.append(all);
  const ends = el("p", "ends");
  ends.append(el("span", "", "start"), el("span", "", "end"));
  node.append(ends);
  return node;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".quotes");
  paint(box, data.colours);
  if (box.article !== data.article) box.kept = undefined;
  const kept = memory(box);
  const choose = (pick) => setTriggerValue("chosen", pick);
  const send = (what) => setTriggerValue("corrected", JSON.stringify(what));
  const draw = () => {
    const items = shownItems(data, kept);
    const ctx = { chosen: data.chosen, names: data.names, words: kept.words.trim().toLowerCase(), open: kept.open, choose, send, named: data.view === "article" };
    const column = el("div", "column");
    if (data.view === "article") {
      const list = el("ol");
      list.append(...items.map((item) => quoteItem(item, ctx)));
      column.append(list);
    } else {
      const groups = data.groups.map((group) => [group, items.filter((item) => item.key === group.key)]).filter(([, own]) => own.length);
      let next = null;
      for (const [group, own] of groups.reverse()) {
        const node = section(group, own, ctx, data, next);
        column.prepend(node);
        next = node;
      }
    }
    const bar = box.querySelector(".tools");
    bar.querySelector(".sum").textContent = items.length === data.items.length ? ""
      : items.length ? `${items.length} of ${data.items.length} quotes` : "No quote has these words.";
    const side = el("aside");
    side.append(rail(data, items, column));
    for (const old of box.querySelectorAll(".column, aside")) old.remove();
    box.append(side, column);
  };
  const stamp = JSON.stringify([data.article, data.items, data.view, data.chosen, data.groups]);
  if (box.stamp === stamp) return;
  const root = box.getRootNode();
  const at = root.activeElement && root.activeElement.closest("[data-id]");
  const again = at && root.activeElement.textContent;
  box.stamp = stamp;
  box.article = data.article;
  const typing = root.activeElement && root.activeElement.classList.contains("find");
  box.replaceChildren(tools(data, kept, draw));
  draw();
  if (typing) box.querySelector(".find").focus();
  const line = at && box.querySelector(`[data-id="${CSS.escape(at.dataset.id)}"]`);
  const same = line && [...line.querySelectorAll("button, .words")].find((node) => node.textContent === again);
  if (same) same.focus({ preventScroll: true });
}
