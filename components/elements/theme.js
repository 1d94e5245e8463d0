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
}
