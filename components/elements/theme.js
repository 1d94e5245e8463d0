// Tells the server when the reader's system turns dark or light: our own colours are chosen there.
// And once, where the browser cannot draw the movable map.
const draws = () => {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
};
export default function ({ parentElement, setTriggerValue }) {
  const media = window.matchMedia("(prefers-color-scheme: dark)");
  if (parentElement.turned) media.removeEventListener("change", parentElement.turned);
  parentElement.turned = () => setTimeout(() => setTriggerValue("turned", media.matches ? "dark" : "light"), 250);
  media.addEventListener("change", parentElement.turned);
  if (!parentElement.asked && !draws()) setTriggerValue("flat", true);
  parentElement.asked = true;
  lookForLost();
}

// Where the server is gone, Streamlit asks in a window whether "Streamlit is still running" and tells to type a command.
// The same window, made a band at the top, says what that means for who reads the page; it goes when the server is back.
const LOST = "The connection is lost. Trying again … Nothing that you see is gone yet.";
const say = (dialog) => {
  const body = dialog.querySelector("h2 + div");
  if (!body || dialog.dataset.said || dialog.querySelector("h2").textContent !== "Connection error") return;
  dialog.dataset.said = "lost";
  dialog.querySelector("h2").style.display = "none";
  for (const part of body.children) part.style.display = "none";
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = LOST;
  Object.assign(words.style, { margin: "0", color: "#FFFFFF" });
  const close = dialog.querySelector("button");
  if (close) close.style.color = "#FFFFFF";
  body.append(words);
  for (let at = dialog.parentElement; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).position === "fixed") Object.assign(at.style, { background: "none", pointerEvents: "none" });
  }
  Object.assign(dialog.style, {
    position: "fixed", inset: "0 0 auto 0", width: "auto", maxWidth: "none", margin: "0", borderRadius: "0",
    background: "#9B2226", color: "#FFFFFF", padding: "0.6rem 3rem 0.6rem 1.5rem", pointerEvents: "auto", boxShadow: "0 2px 10px rgb(0 0 0 / 0.25)",
  });
};
const lookForLost = () => {
  if (window.datelineLost) window.datelineLost.disconnect();
  window.datelineLost = new MutationObserver(() => document.querySelectorAll('[role="dialog"]').forEach(say));
  window.datelineLost.observe(document.body, { childList: true, subtree: true });
};
