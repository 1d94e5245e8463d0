// Draws the article from pieces of plain text: every node is made with textContent, nothing is parsed as HTML.
export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".text");
  for (const [name, value] of Object.entries(data.colours)) box.style.setProperty("--" + name, value);
  if (box.dataset.stamp === data.stamp) return;
  const top = box.dataset.article === data.article ? box.scrollTop : 0;
  box.dataset.stamp = data.stamp;
  box.dataset.article = data.article;
  const seen = new Set();
  const drawn = document.createDocumentFragment();
  for (const [text, css, title, key] of data.pieces) {
    if (!css) {
      drawn.append(document.createTextNode(text));
      continue;
    }
    const span = document.createElement("span");
    span.className = css;
    span.textContent = text;
    span.title = title;
    if (key) {
      span.dataset.key = key;
      span.setAttribute("role", "button");
      if (!seen.has(key + "|" + css) || !css.startsWith("q")) span.tabIndex = 0;
      seen.add(key + "|" + css);
    }
    drawn.append(span);
  }
  box.replaceChildren(drawn);
  const choose = (event) => {
    const key = event.target.dataset && event.target.dataset.key;
    if (key) setTriggerValue("chosen", key);
  };
  box.onclick = choose;
  box.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(event);
  };
  const here = box.querySelector(".here");
  box.scrollTop = here ? Math.max(here.offsetTop - box.clientHeight / 3, 0) : top;
}
