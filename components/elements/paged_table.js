// A table sorted and paged by the server: headings, names and page turns are buttons. All text arrives as text. Where its
// columns do not fit, each row is a card.
const NARROW = 480; // pixels; below it rows are always cards

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".box");
  paint(box, data.colours);
  const stamp = JSON.stringify(data);
  if (box.stamp === stamp) return;
  const focus = box.getRootNode().activeElement && box.getRootNode().activeElement.dataset.at;
  box.stamp = stamp;
  const say = (what, id) => setTriggerValue("chosen", JSON.stringify([what, id]));

  const table = el("table");
  const caption = data.caption ? [el("caption", "", data.caption)] : [];
  if (data.label) table.setAttribute("aria-label", data.label);
  const head = el("tr");
  if (data.pick) head.append(el("th", "pick", ""));
  for (const column of data.columns) {
    const th = el("th", column.css);
    th.scope = "col";
    if (column.sorts) {
      const on = data.order === column.id;
      const sorter = button("", column.name, () => say("sort", column.id));
      sorter.dataset.at = "sort " + column.id;
      sorter.title = "Sort by this column";
      th.append(sorter);
      if (on) {
        sorter.append(el("i", "", data.descending ? " ↓" : " ↑"));
        th.setAttribute("aria-sort", data.descending ? "descending" : "ascending");
      }
    } else th.textContent = column.name;
    head.append(th);
  }
  const thead = el("thead");
  thead.append(head);
  const body = el("tbody");
  for (const row of data.rows) body.append(line(row, data, say));
  table.append(...caption, thead, body);
  const nodes = [table];
  if (data.pages > 1) nodes.push(turns(data, say));
  box.replaceChildren(...nodes);
  let before = 0;
  const fit = () => {
    if (box.clientWidth === before) return;
    before = box.clientWidth;
    box.classList.remove("cards");
    box.classList.toggle("cards", before <= NARROW || box.scrollWidth > before);
  };
  if (box.watcher) box.watcher.disconnect();
  box.watcher = new ResizeObserver(fit);
  box.watcher.observe(box);
  fit();
  if (focus) {
    const again = [...box.querySelectorAll("button, input")].find((node) => node.dataset.at === focus);
    if (again) again.focus({ preventScroll: true });
  }
}

function line(row, data, say) {
  const tr = el("tr", row.css || "");
  const chosen = data.chosen.includes(row.id);
  if (chosen) tr.setAttribute("aria-selected", "true");
  const open = (event) => say(data.toggles && event.shiftKey ? "add" : "open", row.id);
  if (data.pick) {
    const cell = el("td", "pick");
    const tick = el("input");
    tick.type = "checkbox";
    tick.checked = data.picked.includes(row.id);
    tick.disabled = row.css === "failed";
    tick.setAttribute("aria-label", data.pick + ": " + row.cells[0]);
    tick.dataset.at = "pick " + row.id;
    tick.onchange = () => say("pick", row.id);
    cell.append(tick);
    tr.append(cell);
  }
  row.cells.forEach((text, n) => {
    const column = data.columns[n];
    const cell = el(n ? "td" : "th", column.css);
    if (!n) cell.scope = "row";
    cell.dataset.name = column.name;
    if (n === data.opens && row.css !== "failed") {
      if (row.kind) cell.append(el("b", "dot k-" + row.kind));
      const way = button("way", text, open);
      if (data.toggles) way.setAttribute("aria-pressed", String(chosen));
      way.dataset.at = "open " + row.id;
      way.title = data.title;
      cell.append(way);
    } else cell.textContent = text;
    if (column.css.includes("share")) cell.prepend(bar(text));
    if (n === data.opens && row.note) cell.append(el("small", "", row.note));
    tr.append(cell);
  });
  if (data.opens >= 0 && row.css !== "failed") {
    tr.classList.add("leads"); // the whole row is the target; its button is what keyboard and screen reader have
    tr.onclick = (event) => {
      if (!event.target.closest("button, input") && !String(getSelection())) open(event);
    };
  }
  return tr;
}

function bar(text) {
  const box = el("i", "bar");
  box.append(el("i"));
  box.firstChild.style.width = Math.min(parseFloat(text) || 0, 100) + "%";
  return box;
}

function turns(data, say) {
  const bar = el("nav");
  bar.setAttribute("aria-label", "Pages of the table");
  const turn = (name, page, at) => {
    const node = button("", name, () => say("page", String(page)));
    node.disabled = page < 1 || page > data.pages;
    node.dataset.at = at;
    return node;
  };
  bar.append(
    turn("First", data.page > 1 ? 1 : 0, "first"),
    turn("Previous", data.page - 1, "previous"),
    el("span", "", data.where),
    turn("Next", data.page + 1, "next"),
    turn("Last", data.page < data.pages ? data.pages : data.pages + 1, "last"),
  );
  return bar;
}
