// A short list whose rows are buttons; names reach the page as text, never as HTML. Its figures stand in columns under
// one line of heads; rows of less interest are folded below it.
const el = (tag, css, text) => {
  const node = document.createElement(tag);
  if (css) node.className = css;
  if (text !== undefined) node.textContent = text;
  return node;
};

const figures = (texts) => {
  const box = el("span", "n");
  box.append(...texts.map((text) => el("span", "", text)));
  return box;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".ranking");
  for (const [name, value] of Object.entries(data.colours)) box.style.setProperty("--" + name, value);
  const unfolded = box.querySelector("details")?.open ?? false;
  const line = ({ key, name, numbers, said, kind }) => {
    const row = el("li");
    const button = el("button");
    button.type = "button";
    if (kind) button.append(el("i", "k-" + kind));
    button.append(el("span", "t", name), figures(numbers));
    if (said) button.setAttribute("aria-label", `${name}: ${said}`);
    button.setAttribute("aria-pressed", String(data.chosen.includes(key)));
    button.onclick = () => setTriggerValue("chosen", key);
    row.append(button);
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
}
