// @ts-check
// Tools over a movable map: larger, smaller, back; the length of a scale bar; the wheel only with Ctrl. The map itself is
// drawn by the chart before this element, found by its key.
const EARTH = 40075016.686; // metres round the equator
const TILE = 512; // pixels of the world at zoom 0
const NAMED = 12; // places outside the view
const MOST_OF_IT = 120; // degrees of longitude
const NARROW = 520; // pixels of a map on which a name can be half as wide as the map
const ASIDE = 52; // pixels beside the outer pins
const WIDEST = 110; // pixels of the scale bar

/** The largest of 1, 2, 5, 10 ... that is not longer. @param {number} metres */
export const round = (metres) => {
  const power = 10 ** Math.floor(Math.log10(metres));
  return Math.max(...[1, 2, 5].map((step) => step * power).filter((length) => length <= metres));
};

/** @param {number} metres */
export const words = (metres) => (metres >= 1000 ? `${metres / 1000} km` : `${metres} m`);

/** Metres that a pixel stands for. @param {number} lat @param {number} zoom */
export const resolution = (lat, zoom) => (EARTH * Math.cos((lat * Math.PI) / 180)) / (TILE * 2 ** zoom);

/** Names of the places that the map does not show now. @param {any} map @param {Array<[string, number, number]>} places */
export const unseen = (map, places) => {
  const { clientWidth: wide, clientHeight: high } = map.getContainer();
  const seen = (lon, lat) => [-360, 0, 360].some((turn) => {
    const { x, y } = map.project([lon + turn, lat]);
    return x >= 0 && x <= wide && y >= 0 && y <= high;
  });
  return places.filter(([, lon, lat]) => !seen(lon, lat)).map(([name]) => name);
};

const chart = (key) => document.querySelector(`.st-key-${CSS.escape(key)} .js-plotly-plot`);
const mapOf = (plot) => plot && plot._fullLayout && plot._fullLayout.map && plot._fullLayout.map._subplot
  && plot._fullLayout.map._subplot.map;

const wheel = (map) => (event) => {
  if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
  event.preventDefault();
  event.stopPropagation();
  const box = map.getContainer().getBoundingClientRect();
  const around = map.unproject([event.clientX - box.left, event.clientY - box.top]);
  map.zoomTo(map.getZoom() - event.deltaY / 200, { around, duration: 0 });
};

export default function ({ data, parentElement }) {
  const away = parentElement.querySelector(".away");
  const [bar, line] = [parentElement.querySelector(".bar"), parentElement.querySelector(".line")];
  const buttons = parentElement.querySelectorAll("button");
  if (parentElement.ended) parentElement.ended();
  let going = true, tries = 0, map = null, onWheel = null, scale = null, tell = null;
  parentElement.ended = () => {
    going = false;
    if (map) { map.off("move", scale); map.off("moveend", tell); map.getContainer().removeEventListener("wheel", onWheel, true); }
  };
  const begin = () => {
    if (!going) return;
    const plot = chart(data.chart);
    map = mapOf(plot);
    if (!map || !map.getContainer().isConnected) { if (tries++ < 300) setTimeout(begin, 100); return; }
    const [west, south, east, north] = data.box;
    const wide = map.getContainer().clientWidth, narrow = wide < NARROW;
    map.setMinZoom(Math.log2(wide / TILE)); // one world at most, so that no place stands on the map twice
    const fit = (duration) => map.fitBounds([[west, south], [east, north]],
      { duration, padding: narrow ? { left: ASIDE, right: ASIDE, top: 16, bottom: 16 } : 0 });
    const home = () => fit(300);
    if (map.getContainer().clientHeight !== map.getCanvas().clientHeight) map.resize(); // the style sheet has cut it
    const whole = east - west > MOST_OF_IT; // fitted by the chart before it was told how small it may be
    if ((narrow || whole) && plot.framed !== String(data.box)) { // once a view; names beside the outer pins need room
      plot.framed = String(data.box);
      fit(0);
    }
    const act = { larger: () => map.zoomIn(), smaller: () => map.zoomOut(), home };
    for (const button of buttons) button.onclick = act[button.className];
    scale = () => {
      const metres = round(resolution(map.getCenter().lat, map.getZoom()) * WIDEST);
      bar.hidden = map.getZoom() < 2;
      bar.querySelector("span").textContent = words(metres);
      line.style.width = `${metres / resolution(map.getCenter().lat, map.getZoom())}px`;
    };
    map.on("move", scale);
    tell = () => {
      const names = unseen(map, data.places);
      away.textContent = names.length ? `Outside what you see: ${names.slice(0, NAMED).join(", ")}${names.length > NAMED ? " …" : ""}.` : "";
    };
    map.on("moveend", tell);
    onWheel = wheel(map);
    map.getContainer().addEventListener("wheel", onWheel, { capture: true, passive: false });
    const canvas = map.getCanvas();
    canvas.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus change its scale.");
    canvas.setAttribute("role", "application");
    canvas.tabIndex = 0;
    map.keyboard.enable();
    scale();
    tell();
  };
  begin();
}
