// The passages behind a choice: sentences with the chosen words marked, or whole quotes. The current one is brought into
// sight; on a narrow page, where the list is a sheet at the bottom, the sheet takes the focus when something is chosen.
function sentence(item) {
  const line = el("li", item.now ? "item now" : "item");
  const words = el("p", "context plain");
  for (const [text, css] of item.pieces) words.append(css ? el("mark", css, text) : text);
  if (item.now) line.setAttribute("aria-current", "true");
  line.append(el("b", "n", String(item.number)), words);
  return line;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".passages");
  paint(box, data.colours);
  const stamp = JSON.stringify([data.article, data.items, data.chosen]);
  if (box.stamp === stamp) return;
  box.stamp = stamp;
  const choose = (pick) => setTriggerValue("chosen", pick);
  const send = (what) => setTriggerValue("corrected", JSON.stringify(what));
  box.open = box.choice === data.choice && box.open ? box.open : new Map();
  const ctx = { chosen: data.chosen, names: data.names, words: "", open: box.open, choose, send, named: data.named };
  for (const item of data.items) if (item.now && item.text && data.items.length === 1) box.open.set(item.id, "context");
  const list = el("ol");
  list.append(...data.items.map((item) => {
    const line = item.text === undefined ? sentence(item) : quoteItem(item, ctx);
    if (item.now) line.classList.add("now");
    return line;
  }));
  const had = box.getRootNode().activeElement;
  const id = had?.closest(".item")?.dataset.id;
  box.replaceChildren(list);
  if (id) {
    const item = list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const same = [...(item?.querySelectorAll("button, .words") ?? [])].find((one) => one.textContent === had.textContent);
    (same ?? item?.querySelector(".words"))?.focus({ preventScroll: true });
  }
  const now = list.querySelector(".now");
  const panel = parentElement.getRootNode().host ? parentElement.getRootNode().host.closest(".st-key-evidence") : null;
  if (!panel) return;
  const fresh = box.choice !== data.choice;
  box.choice = data.choice;
  if (fresh) panel.scrollTop = 0;
  if (now && data.items.length > 1) requestAnimationFrame(() => {
    const head = panel.querySelector(".st-key-evidence-head");
    const top = panel.getBoundingClientRect().top + (head ? head.getBoundingClientRect().height : 0);
    const place = now.getBoundingClientRect();
    if (place.bottom > panel.getBoundingClientRect().bottom || place.top < top) panel.scrollTop += place.top - top - 8;
  });
  let active = document.activeElement;
  while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
  const typing = active && active.matches("input, textarea, select");
  if (fresh && !typing && getComputedStyle(panel).position === "fixed") {
    const title = panel.querySelector(".dl-evidence .who");
    if (title) {
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }
  }
}
