// Keeps the token of the visit in this tab, and shows the one kept from before a reload. Never in an address.
const NAME = "dateline-visit";
export default function ({ data, setTriggerValue }) {
  let kept = null;
  try {
    kept = window.sessionStorage.getItem(NAME);
    if (data.leave || !kept || kept === data.refused) {
      window.sessionStorage.setItem(NAME, data.token);
      kept = data.token;
    }
  } catch {
    return; // a browser that keeps nothing: the visit ends with its connection
  }
  if (data.leave) window.location.replace(window.location.pathname);
  else if (kept !== data.token) setTriggerValue("shown", kept);
}
