// What is chosen, as buttons; titles reach the page as text, never as HTML.
export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".chips");
  for (const [name, value] of Object.entries(data.colours)) box.style.setProperty("--" + name, value);
  const had = box.getRootNode().activeElement;
  const at = had ? [...box.querySelectorAll("button")].indexOf(had) : -1;
  const make = (css, label, did, ...parts) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = css;
    if (label) button.setAttribute("aria-label", label);
    for (const [tagCss, text] of parts) {
      const part = document.createElement("span");
      part.className = tagCss;
      part.textContent = text;
      button.append(part);
    }
    button.onclick = () => setTriggerValue("did", did());
    return button;
  };
  const chips = data.rows.map(([key, kind, title]) =>
    make("chip", `Take off ${kind} ${title}`, () => "off " + key, ["kind", kind], ["title", title], ["x", "×"]));
  const more = make("more", "", () => "several " + (data.several ? "off" : "on"), ["", "Add to these"]);
  more.setAttribute("aria-pressed", String(data.several));
  more.hidden = typeof data.several !== "boolean";
  more.title = "On: another choice of the same kind is added (both names or places; either speaker, quote, date or stretch). Off: it takes the place of the first.";
  const all = make("all", "", () => "clear", ["", "Clear all"]);
  const words = document.createElement("span");
  words.className = "words";
  words.setAttribute("role", "status");
  words.textContent = data.words;
  box.replaceChildren(...(chips.length ? [...chips, more, all] : []), words);
  box.classList.toggle("none", !chips.length);
  if (at >= 0) {  // the keyboard stays where it was; where nothing is chosen any more, at the words that say so
    const buttons = [...box.querySelectorAll("button")];
    const next = buttons.find((one) => one.textContent === had.textContent) || buttons[Math.min(at, chips.length - 1)] || words;
    words.tabIndex = -1;
    next.focus({ preventScroll: true });
  }
}
