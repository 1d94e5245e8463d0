// A short list whose rows are buttons; names reach the page as text, never as HTML.
export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ol");
  for (const [name, value] of Object.entries(data.colours)) list.style.setProperty("--" + name, value);
  list.replaceChildren(
    ...data.rows.map(([key, name, number, kind]) => {
      const row = document.createElement("li");
      const button = document.createElement("button");
      const parts = [["i", kind ? "k-" + kind : "", ""], ["span", "t", name], ["span", "n", number]];
      for (const [tag, css, text] of parts) {
        if (tag === "i" && !css) continue;
        const part = document.createElement(tag);
        part.className = css;
        part.textContent = text;
        button.append(part);
      }
      button.type = "button";
      button.setAttribute("aria-pressed", String(data.chosen.includes(key)));
      button.onclick = () => setTriggerValue("chosen", key);
      row.append(button);
      return row;
    }),
  );
}
