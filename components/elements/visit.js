// Keeps the token of the visit in this tab, and the title of what is open; shows those kept from before a reload, so that
// the visit goes on, or the page can say what was forgotten. Never in an address; gone with the tab.
const NAME = "dateline-visit";
const TITLE = "dateline-title";
export default function ({ data, setTriggerValue }) {
  let kept = null;
  let title = "";
  try {
    const tab = window.sessionStorage;
    kept = tab.getItem(NAME);
    title = tab.getItem(TITLE) ?? "";
    if (data.leave || !kept || kept === data.refused) {
      tab.setItem(NAME, data.token);
      kept = data.token;
    }
    if (data.leave) tab.removeItem(TITLE);
    else if (data.title) tab.setItem(TITLE, data.title);
  } catch {
    return; // a browser that keeps nothing: the visit ends with its connection
  }
  if (data.leave) window.location.replace(window.location.pathname);
  else if (kept !== data.token) setTriggerValue("shown", kept + (title ? "\n" + title : ""));
}
