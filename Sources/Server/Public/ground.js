// How the ground is drawn: water, green, buildings, roads and their names. Nothing here asks the service.

import { make } from "./dom.js";

/** The classes of roads, the least first: metres wide, least pixels, from which zoom, and colours. */
const roads = {
  人行道: { metres: 2, least: 0.8, from: 16, fill: "#c9b8a3" },
  乡村道路: { metres: 5, least: 0.9, from: 13, fill: "#ffffff", edge: "#c3c8cd" },
  街巷: { metres: 5, least: 0.8, from: 14.5, fill: "#ffffff", edge: "#c3c8cd" },
  支路: { metres: 9, least: 1, from: 12.5, fill: "#ffffff", edge: "#b8bec4", named: 16 },
  次干路: { metres: 16, least: 1.4, from: 11, fill: "#ffffff", edge: "#a9b0b7", named: 14.5 },
  主干路: { metres: 26, least: 2, from: 10, fill: "#fbe6a6", edge: "#d3b25c", named: 13.25 },
  快速路: { metres: 32, least: 2.4, from: 10, fill: "#f7cc80", edge: "#d59a45", named: 13.25 },
};
const unknownRoad = { metres: 6, least: 0.8, from: 14, fill: "#ffffff", edge: "#c3c8cd" };
const ranks = Object.keys(roads);

const land = "#f6f3ec";
const greens = { 林地: "#c5dcb6", 农田: "#eaedcf", 草地: "#dcead0", 广场: "#e6e4dc" };

/** The planes, the lowest first, all under the grids; names stand above these. */
const panes = { land: 205, base_green: 210, base_water: 220, base_building: 230, base_road: 240, names: 450 };

const renderers = {};

export function makePanes(map) {
  for (const [name, height] of Object.entries(panes)) {
    const pane = map.createPane(name);
    pane.style.zIndex = height;
    pane.style.pointerEvents = "none";
    if (name !== "names") renderers[name] = L.canvas({ pane: name, padding: 0.2 });
  }
}

/** The layers of a data set's features. */
export function layersOf(name, features, zoom) {
  if (name === "base_road") return roadLayers(features, zoom);
  const style = {
    base_green: ({ properties }) => ({
      stroke: false, fillColor: greens[properties.kind] ?? "#d2e5c6", fillOpacity: 1,
    }),
    base_water: () => ({ color: "#92bcd6", weight: 0.8, fillColor: "#b9d8ea", fillOpacity: 1 }),
    base_building: () => ({
      color: "#bdb2a6", weight: 0.7, fillColor: "#e2dad0", fillOpacity: 1,
    }),
  }[name];
  return [layer(name, features, style)];
}

/** What the district is built on: so that it stands out from what lies around it. */
export const landLayer = (collection) => layer("land", collection, {
  color: land, weight: 1, fillColor: land, fillOpacity: 1,
});

const layer = (pane, features, style) =>
  L.geoJSON(features, { pane, renderer: renderers[pane], interactive: false, style });

const roadOf = ({ properties }) => roads[properties.class] ?? unknownRoad;

/** The edges of all roads first, then what lies between them: so that crossings are open. */
function roadLayers(features, zoom) {
  const seen = features.filter((feature) => zoom >= roadOf(feature).from)
    .sort((a, b) => ranks.indexOf(a.properties.class) - ranks.indexOf(b.properties.class));
  const width = (road, feature) => {
    const latitude = positionsOf(feature)[0]?.[1] ?? 0;
    const pixel = 156543 * Math.cos(latitude * Math.PI / 180) / 2 ** zoom;
    return Math.max(road.least, road.metres / pixel);
  };
  const line = { lineCap: "round", lineJoin: "round", opacity: 1 };
  const edges = layer("base_road", seen.filter((feature) => roadOf(feature).edge), (feature) => {
    const road = roadOf(feature);
    return { ...line, color: road.edge, weight: width(road, feature) + (zoom < 13 ? 1.2 : 1.6) };
  });
  const insides = layer("base_road", seen, (feature) => {
    const road = roadOf(feature);
    return { ...line, color: road.fill, weight: width(road, feature) };
  });
  return [edges, insides];
}

/** The positions of a feature's longest line, or of its largest shell. */
function positionsOf({ geometry }) {
  const lines = {
    LineString: (c) => [c], MultiLineString: (c) => c, Polygon: (c) => [c[0]],
    MultiPolygon: (c) => c.map((polygon) => polygon[0]),
  }[geometry?.type]?.(geometry.coordinates) ?? [[]];
  return lines.reduce((best, one) => (one.length > best.length ? one : best));
}

/** Names where they have room: of main roads along them, of water and green, of houses their numbers. */
export function nameLayers(map, features, zoom) {
  const taken = [];
  const names = [];
  const size = map.getSize();
  const bounds = L.bounds([0, 0], [size.x, size.y]);
  const candidates = features.map((feature) => candidateOf(map, feature, zoom, bounds))
    .filter(Boolean).sort((a, b) => b.rank - a.rank);
  for (const { text, at, angle, kind, room, rank } of candidates) {
    const width = text.length * 12.5;
    const across = Math.abs(Math.cos(angle)) * width + 10;
    const high = Math.abs(Math.sin(angle)) * width + 16;
    // The name of a grid must keep to it; that of a street may stand out a little rather than be missing.
    const least = kind !== "cell" ? 0.8 : rank < ranks.length ? 1 : 0.6;
    if (room < width * least) continue;
    // What lies at the edge of the view has its name inside it.
    if (angle === 0) at.x = Math.max(width / 2, Math.min(at.x, size.x - width / 2));
    const box = L.bounds([at.x - across / 2, at.y - high / 2], [at.x + across / 2, at.y + high / 2]);
    const near = L.bounds([at.x - 260, at.y - 260], [at.x + 260, at.y + 260]);
    if (taken.some((one) => one.box.overlaps(box)
      || (kind === "road" && one.text === text && one.box.overlaps(near)))) continue;
    taken.push({ box, text });
    const span = make("span", {}, text);
    span.style.transform = `translate(-50%, -50%) rotate(${angle}rad)`;
    names.push(L.marker(map.containerPointToLatLng(at), {
      pane: "names", interactive: false, keyboard: false,
      icon: L.divIcon({ className: `ground-name ${kind}`, html: span, iconSize: [0, 0] }),
    }));
  }
  return names;
}

function candidateOf(map, feature, zoom, bounds) {
  const { of, properties } = feature;
  const road = of === "base_road" ? roadOf(feature) : null;
  const text = of === "base_building" ? properties.number : properties.name;
  const from = road ? road.named ?? 99 : { base_building: 17.5, cell: 0 }[of] ?? 13;
  if (!text || zoom < from) return null;
  const points = positionsOf(feature).map(([x, y]) => map.latLngToContainerPoint([y, x]));
  if (road) return alongRoad(text, points, bounds, 10 + ranks.indexOf(properties.class));
  const chord = widestChord(points, bounds);
  if (!chord) return null;
  const name = { text, at: chord.at, angle: 0, room: chord.width };
  switch (of) {
    case "cell": return { ...name, kind: "cell", rank: feature.rank };
    case "base_building": return { ...name, kind: "house", room: 99, rank: 1 };
    default: return { ...name, kind: of === "base_water" ? "water" : "green", rank: 5 };
  }
}

/** The widest stretch from west to east in what is seen of a shell: a name in its middle lies inside. */
function widestChord(points, bounds) {
  const box = L.bounds(points);
  if (!box.isValid() || !box.intersects(bounds)) return null;
  const top = Math.max(box.min.y, bounds.min.y);
  const height = Math.min(box.max.y, bounds.max.y) - top;
  let best = null;
  // The middle first: of chords that are alike it wins.
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
    const y = top + height * share;
    const crossings = [];
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1], points[i]];
      if ((a.y > y) !== (b.y > y)) crossings.push(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 1; i < crossings.length; i += 2) {
      const [west, east] = [Math.max(crossings[i - 1], 0), Math.min(crossings[i], bounds.max.x)];
      const width = east - west;
      if (width > 0 && width > (best?.width ?? 0) * 1.15) {
        best = { at: L.point((west + east) / 2, y), width };
      }
    }
  }
  return best;
}

/** The middle of what is seen of a road, and the direction of the road there. */
function alongRoad(text, points, bounds, rank) {
  let best = null;
  let run = [];
  const end = () => {
    const length = run.reduce((sum, p, i) => sum + (i ? p.distanceTo(run[i - 1]) : 0), 0);
    if (!best || length > best.length) best = { length, run };
    run = [];
  };
  for (const point of points) {
    if (bounds.contains(point)) run.push(point);
    else end();
  }
  end();
  // A straight road may have no position in view: its ends are far away.
  if (best.run.length < 2) best = clipped(points, bounds) ?? best;
  if (best.run.length < 2) return null;
  let left = best.length / 2;
  for (let i = 1; i < best.run.length; i += 1) {
    const [a, b] = [best.run[i - 1], best.run[i]];
    const step = a.distanceTo(b);
    if (step >= left && step > 0) {
      const at = a.add(b.subtract(a).multiplyBy(left / step));
      let angle = Math.atan2(b.y - a.y, b.x - a.x);
      if (angle > Math.PI / 2) angle -= Math.PI;
      if (angle < -Math.PI / 2) angle += Math.PI;
      return { text, at, angle, kind: "road", room: best.length, rank };
    }
    left -= step;
  }
  return null;
}

/** The longest stretch between two positions that is seen. */
function clipped(points, bounds) {
  let best = null;
  for (let i = 1; i < points.length; i += 1) {
    const run = L.LineUtil.clipSegment(points[i - 1], points[i], bounds);
    if (run && (!best || run[0].distanceTo(run[1]) > best.length)) {
      best = { run, length: run[0].distanceTo(run[1]) };
    }
  }
  return best;
}
