// A short list whose rows are buttons; names reach the page as text, never as HTML. Its figures stand in columns under
// one line of heads; rows of less interest are folded below it.
// What was pressed last: Streamlit may build the list anew for the answer, and the keyboard must not be lost with it.
let pressed = null;

const figures = (texts) => {
  const box = el("span", "n");
  box.append(...texts.map((text) => el("span", "", text)));
  return box;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".ranking");
  paint(box, data.colours);
  const stamp = JSON.stringify(data);
  if (box.stamp === stamp) return;
  const anew = !box.stamp && pressed && performance.now() - pressed.when < 20000 && document.activeElement === document.body;
  box.stamp = stamp;
  const unfolded = box.querySelector("details")?.open ?? false;
  const focus = anew ? pressed.key : box.getRootNode().activeElement?.dataset.at;
  const line = ({ key, name, numbers, said, kind }) => {
    const row = el("li");
    const way = button("", undefined, () => {
      pressed = { key, when: performance.now() };
      setTriggerValue("chosen", key);
    });
    way.dataset.at = key;
    if (kind) way.append(el("i", "k-" + kind));
    way.append(el("span", "t", name), figures(numbers));
    if (said) way.setAttribute("aria-label", `${name}: ${said}`);
    way.setAttribute("aria-pressed", String(data.chosen.includes(key)));
    row.append(way);
    return row;
  };
  const list = (rows) => {
    const node = el("ol");
    node.append(...rows.map(line));
    return node;
  };
  const nodes = [list(data.rows)];
  if (data.head.length) {
    const head = el("div", "head");
    head.setAttribute("aria-hidden", "true"); // each row says its figures in words
    head.append(el("span", "t", ""), figures(data.head));
    nodes.unshift(head);
  }
  if (data.more.length) {
    const fold = el("details");
    fold.open = unfolded;
    fold.append(el("summary", "", data.more_words), list(data.more));
    nodes.push(fold);
  }
  box.style.setProperty("--columns", String(Math.max(data.head.length, 1)));
  box.classList.toggle("headed", data.head.length > 0);
  box.replaceChildren(...nodes);
  if (focus) [...box.querySelectorAll("button")].find((way) => way.dataset.at === focus)?.focus({ preventScroll: true });
}
