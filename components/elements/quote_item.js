// One quote or passage as it is read, with what a reader does to it: in context, copy, correct. Shared by the reading
// list and the evidence panel; custom.py puts it, with dom.js, before their own script. All text arrives as text, never as HTML.
// The text with every hit of the words marked; case does not matter.
function marked(node, text, words) {
  const low = text.toLowerCase();
  if (!words || low.length !== text.length) return void (node.textContent = text);
  let at = 0;
  for (let hit = low.indexOf(words); hit >= 0; hit = low.indexOf(words, at)) {
    if (hit > at) node.append(text.slice(at, hit));
    node.append(el("mark", "found", text.slice(hit, hit + words.length)));
    at = hit + words.length;
  }
  node.append(text.slice(at));
}

async function copyText(text, say) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page that is served without TLS has no clipboard: the old way.
    const area = el("textarea");
    area.value = text;
    area.style.cssText = "position:fixed;opacity:0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) return say("The browser does not let the page copy.");
  }
  say("Copied.");
}

// Enter and space press what is no button by nature, as text that can also be marked with the mouse.
function pressable(node, act) {
  node.setAttribute("role", "button");
  node.tabIndex = 0;
  node.onclick = () => {
    const root = node.getRootNode();
    const picked = root.getSelection ? root.getSelection() : document.getSelection();
    if (!picked || picked.isCollapsed || !picked.toString()) act();
  };
  node.onkeydown = (event) => {
    if (event.target !== node || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    act();
  };
}

function passage(pieces) {
  const node = el("p", "context");
  for (const [text, css] of pieces) node.append(css ? el("mark", css, text) : text);
  return node;
}

// Speaker and day of one quote, in place; what is sent is checked again by the server.
function correction(item, names, send, close) {
  const form = el("form", "fix");
  const who = el("select");
  who.setAttribute("aria-label", "Speaker");
  for (const [id, name] of [["keep", item.speaker + ", as it is"], ["", "Not clear who"], ...names]) {
    const option = el("option", "", name);
    option.value = id;
    who.append(option);
  }
  const day = el("input");
  day.type = "date";
  day.value = item.day;
  day.setAttribute("aria-label", "Said on");
  const apply = el("button", "main", "Apply");
  apply.type = "submit";
  form.onsubmit = (event) => {
    event.preventDefault();
    close();
    send({ id: item.id, who: who.value, day: day.value });
  };
  const label = (text, field) => {
    const node = el("label", "", text + " ");
    node.append(field);
    return node;
  };
  form.append(label("Speaker", who), label("Said on", day), apply,
    button("", "Not a quote", () => { close(); send({ id: item.id, drop: true }); }), button("", "Cancel", close));
  return form;
}

// ctx: chosen picks, names, words to mark, open (what is open below which quote, kept over a redraw), choose, send, named
function quoteItem(item, ctx) {
  const line = el("li", "item");
  line.dataset.id = item.id;
  const box = el("div");
  const text = el("p", "words");
  if (ctx.named) box.append(el("p", "by", item.speaker));
  marked(text, item.text, ctx.words);
  if (item.manner) text.append(" ", el("small", "rep", item.manner));
  text.setAttribute("aria-pressed", String(ctx.chosen.includes("quote:" + item.id)));
  pressable(text, () => ctx.choose("quote:" + item.id));
  const told = el("span", "told");
  told.setAttribute("role", "status");
  const say = (words) => (told.textContent = words);
  const acts = el("p", "acts");
  const below = el("div", "below");
  const show = (what) => {
    if (what) ctx.open.set(item.id, what);
    else ctx.open.delete(item.id);
    below.replaceChildren(...(what === "context" ? [passage(item.context)]
      : what === "fix" ? [correction(item, ctx.names, ctx.send, () => { show(""); fix.focus(); })] : []));
    context.setAttribute("aria-expanded", String(what === "context"));
    fix.setAttribute("aria-expanded", String(what === "fix"));
  };
  const toggle = (what) => show(ctx.open.get(item.id) === what ? "" : what);
  const context = button("", "in context", () => toggle("context"));
  const fix = button("", "wrong?", () => { toggle("fix"); const first = below.querySelector("select"); if (first) first.focus(); });
  acts.append(context, button("", "copy", () => copyText(item.copy, say)), fix, told);
  if (item.asks) box.append(question(item, ctx, () => { show("fix"); below.querySelector("select").focus(); }));
  box.prepend(...(ctx.named ? [box.firstChild] : []), text);
  box.append(acts, below);
  line.append(el("b", "n", String(item.number)), box);
  show(ctx.open.get(item.id) || "");
  return line;
}

// "it": A or B? Each candidate is a button that corrects the quote at once.
function question(item, ctx, other) {
  const node = el("p", "asks", item.asks + " ");
  for (const [id, name] of item.candidates)
    node.append(button("", name, () => ctx.send({ id: item.id, who: id, day: item.day })));
  node.append(button("plain", item.candidates.length ? "somebody else …" : "say who …", other));
  return node;
}
