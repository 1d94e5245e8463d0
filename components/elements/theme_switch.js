// One button that turns the page dark or light. Streamlit keeps the choice of its own settings menu in localStorage and
// its way to change it inside React: that is used where it is found, and else the page is loaded again.
const KEY = `stActiveTheme-${window.location.pathname}-v2`;

const themes = () => {
  const root = document.getElementById("root");
  const key = Object.keys(root).find((name) => name.startsWith("__reactContainer$"));
  const queue = key ? [root[key]] : [];
  for (let looked = 0; queue.length && looked < 4000; looked++) {
    const fiber = queue.shift();
    const value = fiber.memoizedProps && fiber.memoizedProps.value;
    if (value && typeof value.setTheme === "function" && Array.isArray(value.availableThemes)) {
      if (value.availableThemes.length) return value;
    }
    if (fiber.child) queue.push(fiber.child);
    if (fiber.sibling) queue.push(fiber.sibling);
  }
  return null;
};

const turn = (name) => {
  const found = themes();
  const wanted = found && found.availableThemes.find((one) => (one.displayName || one.name) === name);
  if (wanted) return found.setTheme(wanted);
  window.localStorage.setItem(KEY, JSON.stringify(name));
  window.location.reload();
};

export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button");
  const other = data.theme === "dark" ? "Light" : "Dark";
  button.textContent = data.theme === "dark" ? "☼" : "☾";
  button.title = `${other} page`;
  button.setAttribute("aria-label", `Turn the page ${other.toLowerCase()}`);
  for (const [name, value] of Object.entries(data.colours)) button.style.setProperty("--" + name, value);
  button.onclick = () => {
    turn(other);
    setTimeout(() => setTriggerValue("turned", other), 250); // our own colours are chosen on the server
  };
}
