// @ts-check
// Tools over a movable map: larger, smaller, back; the length of a scale bar; the wheel only with Ctrl. The map itself is
// drawn by the chart before this element, found by its key.
const EARTH = 40075016.686; // metres round the equator
const TILE = 512; // pixels of the world at zoom 0
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
  const [bar, line] = [parentElement.querySelector(".bar"), parentElement.querySelector(".line")];
  const buttons = parentElement.querySelectorAll("button");
  if (parentElement.ended) parentElement.ended();
  let going = true, tries = 0, map = null, onWheel = null, scale = null;
  parentElement.ended = () => {
    going = false;
    if (map) { map.off("move", scale); map.getContainer().removeEventListener("wheel", onWheel, true); }
  };
  const begin = () => {
    if (!going) return;
    const plot = chart(data.chart);
    map = mapOf(plot);
    if (!map || !map.getContainer().isConnected) { if (tries++ < 300) setTimeout(begin, 100); return; }
    map.setRenderWorldCopies(false); // no place stands on the map twice
    const [west, south, east, north] = data.box;
    const home = () => map.fitBounds([[west, south], [east, north]], { duration: 300 });
    const act = { larger: () => map.zoomIn(), smaller: () => map.zoomOut(), home };
    for (const button of buttons) button.onclick = act[button.className];
    scale = () => {
      const metres = round(resolution(map.getCenter().lat, map.getZoom()) * WIDEST);
      bar.hidden = map.getZoom() < 2;
      bar.querySelector("span").textContent = words(metres);
      line.style.width = `${metres / resolution(map.getCenter().lat, map.getZoom())}px`;
    };
    map.on("move", scale);
    onWheel = wheel(map);
    map.getContainer().addEventListener("wheel", onWheel, { capture: true, passive: false });
    const canvas = map.getCanvas();
    canvas.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus change its scale.");
    canvas.setAttribute("role", "application");
    canvas.tabIndex = 0;
    map.keyboard.enable();
    scale();
  };
  begin();
}
