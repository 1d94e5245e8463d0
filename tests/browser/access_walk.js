// The walk with the Tab key, run in the page by access_tools.py: what there is, where the focus is, what was missed.
window.kbDeep = root => {
  const at = root.activeElement;
  return at && at.shadowRoot && at.shadowRoot.activeElement ? window.kbDeep(at.shadowRoot) : at;
};

// How an element, its frame and its neighbours look: whatever of it changes with the focus is a sign of it.
window.kbLook = e => {
  const found = [];
  const one = (at, part) => {
    const s = getComputedStyle(at, part);
    const ring = s.outlineStyle === "none" ? "" : s.outlineWidth + s.outlineColor;
    found.push([ring, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.textDecorationLine, s.opacity]);
  };
  let at = e;
  for (let n = 0; at && n < 5; n++, at = at.parentElement || at.getRootNode().host || null)
    for (const part of [null, "::before", "::after"]) one(at, part);
  for (const near of [e.previousElementSibling, e.nextElementSibling]) if (near) one(near, null);
  return found.join("|");
};

// Everything that answers a hand, with the look it has without the focus.
window.kbNumber = () => {
  const all = [];
  const visit = root => {
    for (const e of root.querySelectorAll("*")) {
      all.push(e);
      if (e.shadowRoot) visit(e.shadowRoot);
    }
  };
  visit(document.querySelector('[data-testid="stApp"]'));
  const roles = ["button", "tab", "checkbox", "switch", "option", "radio", "slider", "combobox", "grid"];
  const wanted =
    "a[href], button, input, select, textarea, summary, [tabindex='0'], " + roles.map(r => `[role=${r}]`).join(", ");
  const shut = "[aria-hidden=true], [inert], [hidden]";
  const shown = e => {
    const label = e.closest("label");
    const box = e.getBoundingClientRect();
    return (box.width > 1 && box.height > 1) || (label && label.getBoundingClientRect().width > 1);
  };
  const off = e =>
    e.disabled || e.closest(shut) || ["hidden", "file"].includes(e.type) ||
    getComputedStyle(e).visibility === "hidden" || (e.checkVisibility && !e.checkVisibility());
  window.kbAll = all
    .filter(e => e.matches(wanted) && shown(e) && !off(e))
    .map(e => ({ e, look: window.kbLook(e), seen: false, ring: null }));
  const top = document.createElement("span");
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  window.kbOver = window.kbMoved = false;
};

// Notes where the focus is; whether the walk is over.
window.kbNote = () => {
  window.kbMoved = false;
  window.kbOver ||= window.kbStop() === "end";
  return window.kbOver;
};

// Each stop is noted when the next press begins: to ask after every press would cost as much as the press.
if (!window.kbListens) {
  window.kbListens = true;
  const note = event => {
    if (event.key !== "Tab") return;
    if (window.kbMoved) window.kbNote();
    window.kbMoved = true;
  };
  addEventListener("keydown", note, true);
}

// Where the focus is now; "end" where it has left the page or come back.
window.kbStop = () => {
  const e = window.kbDeep(document);
  if (!e || e === document.body) return "end";
  const one = window.kbAll.find(one => one.e === e);
  if (!one) return "other";
  if (one.seen) return "end";
  one.seen = true;
  const own = "input:not([type=checkbox]):not([type=radio]), textarea, canvas"; // a caret; a ring drawn round the cell
  one.ring = window.kbLook(e) !== one.look || e.matches(own);
  return "one";
};

// What the walk never reached, and what it reached without a sign; within a group the arrow keys go on.
window.kbMissed = () => {
  const groups = ["tablist", "radiogroup", "listbox", "grid", "menu", "toolbar"].map(r => `[role=${r}]`).join(", ");
  const within = "button, label, [role=combobox], [data-baseweb=select], [data-baseweb=input]";
  const reached = new Set(window.kbAll.filter(one => one.seen).map(one => one.e.closest(groups)).filter(Boolean));
  const keys = new Set(window.kbAll.filter(one => one.seen).map(one => one.e.dataset.key).filter(Boolean));
  const label = e => (e.getAttribute("aria-label") || e.innerText || e.title || e.outerHTML).trim().slice(0, 90);
  const missed = window.kbAll.filter(
    ({ e, seen }) =>
      !seen && !reached.has(e.closest(groups)) && !e.querySelector("a, button, input") &&
      !keys.has(e.dataset.key) && // a further piece of a quote whose first piece was reached
      !(e.tabIndex < 0 && e.closest(within)),
  );
  return {
    missed: missed.map(one => label(one.e)),
    dark: window.kbAll.filter(one => one.seen && !one.ring).map(one => label(one.e)),
  };
};
