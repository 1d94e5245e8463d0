// Copies a picture that the server draws when it is asked. The clipboard is opened in the click itself, as browsers
// demand, and gets the picture when it has come.
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button");
  const told = parentElement.querySelector(".told");
  for (const [name, value] of Object.entries(data.colours)) button.parentElement.style.setProperty("--" + name, value);
  if (data.picture && button.deliver) {
    const bytes = Uint8Array.from(atob(data.picture), (letter) => letter.charCodeAt(0));
    button.deliver(new Blob([bytes], { type: "image/png" }));
    button.deliver = null;
  }
  const say = (words) => (told.textContent = words);
  button.onclick = () => {
    if (!navigator.clipboard || !window.ClipboardItem) return say("This browser copies no pictures here: take the PNG.");
    const picture = new Promise((done) => (button.deliver = done));
    say("…");
    navigator.clipboard.write([new ClipboardItem({ "image/png": picture })])
      .then(() => say("Copied."), () => say("The browser does not let the page copy: take the PNG."));
    setTriggerValue("asked", String(Date.now()));
  };
}
