// The base map under the grids: which of its data sets there are, and what of them a view needs.

import { ask } from "./api.js";
import * as draw from "./ground.js";

/** The kinds of ground, each a data set `base_…`, from the zoom on from which it is drawn. */
const kinds = [
  { of: "base_green", from: 10 }, { of: "base_water", from: 10 },
  { of: "base_building", from: 15 }, { of: "base_road", from: 10 },
];

/** How many answers are kept. */
const kept = 24;
/** How many answers of 20,000 features a view may take. */
const pages = 5;

/** Draws the ground of a map's view, and again whenever it has moved. */
export function makeBase(map, datasets) {
  const present = kinds.filter(({ of }) => datasets.some(({ id }) => id === of));
  const answers = new Map();
  const shown = new Map();
  let running = new AbortController();
  let isOn = false;
  let cells = [];
  draw.makePanes(map);
  map.on("moveend", () => { if (isOn) refresh(); });

  async function refresh() {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const zoom = map.getZoom();
    await Promise.all(present.map(async ({ of, from }) => {
      try {
        const features = zoom < from ? [] : await featuresOf(of, view(map), signal);
        if (!signal.aborted) replace(of, features, zoom);
      } catch (error) {
        // A map without its ground is still one: the next move asks again.
        if (error.name !== "AbortError") console.warn(`${of}: ${error.message}`);
      }
    }));
    if (!signal.aborted) nameAll();
  }

  function nameAll() {
    const ground = [...shown.values()].flatMap((one) => one.features);
    replace("names", [...ground, ...cells], map.getZoom());
  }

  /** The features of a box, from an earlier answer or all pages of a new one. */
  async function featuresOf(of, { bbox, simplify }, signal) {
    const key = `${of} ${bbox} ${simplify}`;
    let features = answers.get(key);
    answers.delete(key);
    if (!features) {
      features = [];
      let after;
      for (let page = 0; page < pages; page += 1) {
        const answer = await ask("/v1/features", { of, bbox, simplify, after }, { geo: true, signal });
        for (const feature of answer.features) features.push(Object.assign(feature, { of }));
        if (answer.complete) break;
        after = answer.next;
      }
    }
    // What was asked for last goes last, so that the first is the one to be forgotten.
    answers.set(key, features);
    if (answers.size > kept) answers.delete(answers.keys().next().value);
    return features;
  }

  function replace(name, features, zoom) {
    const before = shown.get(name);
    if (name !== "names" && before?.features === features && before.zoom === zoom) return;
    const layers = name === "names"
      ? draw.nameLayers(map, features, zoom) : draw.layersOf(name, features, zoom);
    for (const layer of layers) layer.addTo(map);
    for (const layer of before?.layers ?? []) layer.remove();
    shown.set(name, { layers, zoom, features: name === "names" ? [] : features });
  }

  return {
    isPresent: present.length > 0,
    /** Writes the names of cells among those of the ground; of two that collide the higher rank stays. */
    nameCells(features, rank = 0) {
      cells = features.map(({ properties, geometry }) => ({ of: "cell", properties, geometry, rank }));
      if (isOn) nameAll();
    },
    /** The land that the cells of a collection cover, under all that is drawn of the ground. */
    showLand(collection) {
      if (!isOn || shown.get("land")?.zoom === collection) return;
      const before = shown.get("land");
      const layers = [draw.landLayer(collection).addTo(map)];
      for (const layer of before?.layers ?? []) layer.remove();
      shown.set("land", { layers, zoom: collection, features: [] });
    },
    show(wanted) {
      if (isOn === wanted) return;
      isOn = wanted;
      if (isOn) return void refresh();
      running.abort();
      for (const { layers } of shown.values()) for (const layer of layers) layer.remove();
      shown.clear();
    },
  };
}

/** The view's box, out to a lattice, so that a small move asks for nothing; and how fine it is drawn. */
function view(map) {
  const zoom = Math.floor(map.getZoom());
  const step = 180 / 2 ** zoom;
  const bounds = map.getBounds();
  const down = (value) => Math.floor(value / step - 0.25) * step;
  const up = (value) => Math.ceil(value / step + 0.25) * step;
  const south = Math.max(down(bounds.getSouth()), -90);
  const north = Math.min(up(bounds.getNorth()), 90);
  const bbox = [down(bounds.getWest()), south, up(bounds.getEast()), north];
  // Half a pixel.
  const simplify = Math.floor(156543 / 2 ** zoom * Math.cos(south * Math.PI / 180) / 2);
  return {
    bbox: bbox.map((value) => Number(value.toFixed(7))).join(","),
    simplify: simplify > 0 ? Math.min(simplify, 10000) : "",
  };
}
