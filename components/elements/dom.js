// What the scripts of several elements share; custom.py puts it before theirs. Text becomes a text node, never HTML.
// A node with its classes and its text.
const el = (tag, css, text) => {
  const node = document.createElement(tag);
  if (css) node.className = css;
  if (text !== undefined) node.textContent = text;
  return node;
};

// A button that does something.
const button = (css, text, act) => {
  const node = el("button", css, text);
  node.type = "button";
  node.onclick = act;
  return node;
};

// The theme's colours, as custom properties of a node.
const paint = (box, colours) => {
  for (const [name, value] of Object.entries(colours)) box.style.setProperty("--" + name, value);
};
