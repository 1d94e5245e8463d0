// Tells the server which files the browser did not send (another kind, too large), so that the page can say so in words:
// Streamlit marks them red, with the reason under the pointer alone.
const refused = () =>
  [...document.querySelectorAll('[data-testid="stFileChip"][aria-invalid="true"]')].map((chip) => [
    chip.querySelector('[data-testid="stFileChipName"]')?.title ?? "",
    chip.querySelector('[role="alert"]')?.textContent ?? "",
  ]);

export default function ({ parentElement, setTriggerValue }) {
  if (parentElement.watcher) parentElement.watcher.disconnect();
  let waiting = null;
  const look = () => {
    const now = JSON.stringify(refused());
    if (now === (parentElement.told ?? "[]")) return;
    parentElement.told = now;
    setTriggerValue("refused", now);
  };
  parentElement.watcher = new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 300);
  });
  parentElement.watcher.observe(document.body, { subtree: true, childList: true });
}
