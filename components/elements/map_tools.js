// @ts-check
// Tools over a movable map: larger, smaller, back; the length of a scale bar; the wheel only with Ctrl. The map itself is
// drawn by the chart before this element, found by its key. No name is cut by the edge.
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

// Names that the edge of the map would cut are written on another side of their point; the bearings among them are left
// out where no side has room. MapLibre itself looks only at other names.
const NAMES = [["place-names", true], ["place-names-east", true], ["area-names", true], ["town-names", false],
  ["country-names", false], ["sea-names", false]]; // layers; whether the article has the names
const LINE = 1.2, LONGEST = 9; // ems: from line to line, and of a line, as the style has it
const FREE = 8; // pixels between a name and the edge; letters may be a little wider than measured
const SLANT = 0.71; // of the way, along each axis
const BEHIND_DOT = ["left", [-0.3, 0]]; // a bearing begins with the dot that marks its point

/** Anchors, each with its way from the point in ems: MapLibre's text-variable-anchor-offset. An anchor is the side of
 * the name that lies at the point. @param {string[]} anchors @param {number} away */
export const ways = (anchors, away) => anchors.flatMap((anchor) => {
  const way = (ahead, back) => (anchor.includes(ahead) ? away : anchor.includes(back) ? -away : 0);
  const [x, y] = [way("left", "right"), way("top", "bottom")], step = x && y ? SLANT : 1;
  return [anchor, [x * step, y * step]];
});

/** Width and height of a name, in pixels, as the map breaks it into lines. @param {string} name @param {number} size
 * @param {(words: string) => number} measure */
export const extent = (name, size, measure) => {
  const whole = measure(name), room = LONGEST * size;
  if (whole <= room) return [whole, LINE * size];
  const longest = Math.max(...name.split(" ").map(measure));
  return [Math.min(whole, Math.max(room, longest)), Math.ceil(whole / room) * LINE * size];
};

/** The sides (anchor, [x, y] in ems, ...) at which the edge of the map does not cut a name: it lies inside, or like its point outside.
 * @param {any[]} sides @param {number[][]} points of all copies of the world @param {number[]} name wide, high
 * @param {number} size @param {number[]} map wide, high */
export const fitting = (sides, points, [wide, high], size, [right, bottom]) => {
  const found = [];
  for (let n = 0; n < sides.length; n += 2) {
    const [anchor, [dx, dy]] = [sides[n], sides[n + 1]];
    const back = (near, far, long) => (anchor.includes(near) ? 0 : anchor.includes(far) ? long : long / 2);
    const whole = points.every(([x, y]) => {
      const left = x + dx * size - back("left", "right", wide), top = y + dy * size - back("top", "bottom", high);
      const seen = x >= 0 && x <= right && y >= 0 && y <= bottom;
      const outside = left >= right || left + wide <= 0 || top >= bottom || top + high <= 0;
      return (outside && !seen) || (left >= FREE && left + wide <= right - FREE && top >= FREE && top + high <= bottom - FREE);
    });
    if (whole) found.push(anchor, sides[n + 1]);
  }
  return found;
};

let brush = null;
const measuring = (map, layer, size) => {
  brush = brush || document.createElement("canvas").getContext("2d");
  const [style, ...family] = map.getLayoutProperty(layer, "text-font");
  const spacing = (map.getLayoutProperty(layer, "text-letter-spacing") || 0) * size;
  const look = { Semibold: "600", Italic: "italic" }[style] || "";
  brush.font = `${look} ${size}px ${(look ? family : [style, ...family]).map((one) => JSON.stringify(one)).join(", ")}`;
  return (words) => brush.measureText(words).width + spacing * words.length;
};

const written = (map, layer, { name }) => {
  const field = JSON.stringify(map.getLayoutProperty(layer, "text-field"));
  return (field.includes("•") ? "• " : "") + (field.includes("upcase") ? name.toUpperCase() : name);
};

/** All sides that a name of this layer may have. */
const allowed = (map, layer, properties) => {
  const anchors = map.getLayoutProperty(layer, "text-variable-anchor");
  if (!anchors) return BEHIND_DOT;
  const away = map.getLayoutProperty(layer, "text-radial-offset");
  return ways(anchors, typeof away === "number" ? away : properties.offset);
};

/** [number, all its sides, those that have room] of each name. */
const seated = (map, layer, features) => {
  const { clientWidth: wide, clientHeight: high } = map.getContainer();
  return features.map(({ properties, geometry: { coordinates: [lon, lat] } }) => {
    const points = [-360, 0, 360].map((turn) => map.project([lon + turn, lat])).map(({ x, y }) => [x, y]);
    const told = map.getLayoutProperty(layer, "text-size"), size = typeof told === "number" ? told : properties.size;
    const room = extent(written(map, layer, properties), size, measuring(map, layer, size));
    const all = allowed(map, layer, properties);
    return [properties.n, all, fitting(all, points, room, size, [wide, high])];
  });
};

const settle = (map) => {
  for (const [layer, own] of NAMES) {
    const drawn = map.getLayer(layer), source = drawn && map.getSource(drawn.source);
    if (!source) continue;
    const found = seated(map, layer, source.serialize().data.features);
    const cut = found.filter(([, all, free]) => free.length < all.length);
    const stamp = JSON.stringify(cut);
    drawn.settled = `${map.getContainer().clientWidth} ${map.getZoom()} ${map.getCenter()}`; // for this very view
    if (stamp === (drawn.stamp || "[]")) continue; // or drawing and settling would go on for ever
    drawn.stamp = stamp;
    if (!own) map.setFilter(layer, ["!", ["in", ["get", "n"], ["literal", cut.filter(([, , free]) => !free.length).map(([n]) => n)]]]);
    const cases = found.flatMap(([n, all, free]) => [n, ["literal", free.length ? free : all]]);
    if (map.getLayoutProperty(layer, "text-variable-anchor")) {
      const [, all] = found[0];
      map.setLayoutProperty(layer, "text-variable-anchor-offset", ["match", ["get", "n"], ...cases, ["literal", all]]);
    }
  }
};

const chart = (key) => document.querySelector(`.st-key-${CSS.escape(key)} .js-plotly-plot`);
const mapOf = (plot) => plot && plot._fullLayout && plot._fullLayout.map && plot._fullLayout.map._subplot
  && plot._fullLayout.map._subplot.map;

const wheel = (map, leave) => (event) => {
  if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
  event.preventDefault();
  event.stopPropagation();
  leave();
  const box = map.getContainer().getBoundingClientRect();
  const around = map.unproject([event.clientX - box.left, event.clientY - box.top]);
  map.zoomTo(map.getZoom() - event.deltaY / 200, { around, duration: 0 });
};

export default function ({ data, parentElement }) {
  const away = parentElement.querySelector(".away");
  const [bar, line] = [parentElement.querySelector(".bar"), parentElement.querySelector(".line")];
  const buttons = parentElement.querySelectorAll("button");
  if (parentElement.ended) parentElement.ended();
  let going = true, tries = 0, map = null, onWheel = null, scale = null, tell = null, write = null, plot = null;
  parentElement.ended = () => {
    going = false;
    if (!map) return;
    for (const [event, act] of [["move", scale], ["moveend", tell], ["idle", write], ["resize", turned],
      ["movestart", left]]) map.off(event, act);
    map.getContainer().removeEventListener("wheel", onWheel, true);
  };
  const leave = () => { plot.away = true; }; // the reader looks elsewhere than at the view
  const left = (event) => { if (event.originalEvent) leave(); };
  const fit = (duration) => {
    const [west, south, east, north] = data.box, narrow = map.getContainer().clientWidth < NARROW;
    map.fitBounds([[west, south], [east, north]],
      { duration, padding: narrow ? { left: ASIDE, right: ASIDE, top: 16, bottom: 16 } : 0 });
  };
  const once = () => {
    const { clientWidth: wide } = map.getContainer(); // none while another tab is open
    if (wide) map.setMinZoom(Math.log2(wide / TILE));
  };
  const turned = () => { // a telephone, or the evidence has taken some room
    once();
    if (!plot.away && map.getContainer().clientWidth) fit(0);
  };
  const begin = () => {
    if (!going) return;
    plot = chart(data.chart);
    map = mapOf(plot);
    if (!map || !map.getContainer().isConnected) { if (tries++ < 300) setTimeout(begin, 100); return; }
    const narrow = map.getContainer().clientWidth < NARROW;
    once(); // one world at most, so that no place stands on the map twice
    map.on("resize", turned);
    map.on("movestart", left);
    if (map.getContainer().clientHeight !== map.getCanvas().clientHeight) map.resize(); // the style sheet has cut it
    if (plot.box !== String(data.box)) plot.away = false; // another view is home again
    plot.box = String(data.box);
    const whole = data.box[2] - data.box[0] > MOST_OF_IT; // fitted by the chart before it was told how small it may be
    if ((narrow || whole) && plot.framed !== String(data.box)) { // once a view; names beside the outer pins need room
      plot.framed = String(data.box);
      fit(0);
    }
    const act = {
      larger: () => { leave(); map.zoomIn(); },
      smaller: () => { leave(); map.zoomOut(); },
      home: () => { plot.away = false; fit(300); },
    };
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
    write = () => settle(map);
    map.on("idle", write);
    onWheel = wheel(map, leave);
    map.getContainer().addEventListener("wheel", onWheel, { capture: true, passive: false });
    const canvas = map.getCanvas();
    canvas.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus change its scale.");
    canvas.setAttribute("role", "application");
    canvas.tabIndex = 0;
    map.keyboard.enable();
    scale();
    tell();
    if (map.isStyleLoaded()) write();
  };
  begin();
}
