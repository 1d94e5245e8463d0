// A picture that the server has drawn, set into the page so that its words have the page's own fonts (inside an <img>
// no served font is at hand). Only shapes and words are taken over: whatever else stands in it is left out.
const SHAPES = new Set(["svg", "g", "path", "rect", "circle", "text", "tspan", "title", "desc", "defs", "pattern",
  "clipPath", "line", "polygon", "polyline", "ellipse"]);

const read = (source) => {
  const drawing = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  for (const node of [drawing, ...drawing.querySelectorAll("*")]) {
    if (!SHAPES.has(node.localName)) node.remove();
    for (const { name } of [...node.attributes]) {
      if (/^on|href$/i.test(name)) node.removeAttribute(name);
    }
  }
  drawing.setAttribute("aria-hidden", "true"); // the box around it has the words
  drawing.removeAttribute("role");
  return drawing;
};

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".picture");
  box.setAttribute("aria-label", data.words);
  const widths = Object.keys(data.drawings).map(Number).sort((a, b) => a - b);
  let shown = null;
  const fit = () => {
    const room = box.clientWidth;
    const width = widths.filter((one) => one <= room * 1.12).pop() || widths[0];
    if (!room || width === shown) return;
    shown = width;
    box.replaceChildren(document.importNode(read(data.drawings[width]), true));
  };
  if (box.watcher) box.watcher.disconnect();
  box.watcher = new ResizeObserver(fit);
  box.watcher.observe(box);
  fit();
}
