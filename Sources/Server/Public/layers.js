// What is drawn on the map. Nothing here asks the service.

import { classes, fillOf, swatch, textOf } from "./classes.js";
import { make } from "./dom.js";
import { number, t } from "./text.js";

/** Makes the map: no tiles, only what the service itself knows. */
export function makeMap(element) {
  const map = L.map(element, { preferCanvas: true, zoomSnap: 0.25, attributionControl: false });
  map.setView([0, 0], 2);
  L.control.scale({ imperial: false }).addTo(map);
  return map;
}

const gridStyle = { color: "#6d7f8f", weight: 1, fillColor: "#ffffff", fillOpacity: 0.75 };
/** Over the ground: lines that are not roads. */
const groundStyle = { color: "#7d4a86", weight: 0.9, opacity: 0.55, fill: false };

/**
 * The boundaries of a level; `isOnGround` where the base map is under them. The lines are heavier with
 * each of the `above` levels that the level is above the lowest: a street's border is no grid's.
 */
export function gridLayer(features, isOnGround, above = 0) {
  const style = isOnGround ? groundStyle : gridStyle;
  const line = { weight: style.weight + 0.7 * above, opacity: Math.min(1, 0.55 + 0.2 * above) };
  return L.geoJSON(features, { style: isOnGround ? { ...style, ...line } : style, interactive: false });
}

/** The boundaries under incidents: quieter. */
export function backgroundLayer(features, isOnGround) {
  const style = isOnGround
    ? { ...groundStyle, weight: 0.7, opacity: 0.5 } : { ...gridStyle, color: "#aab5bf", weight: 0.7 };
  return L.geoJSON(features, { style, interactive: false });
}

/** The cells in the colours of their classes. */
export function hotSpotLayer(features, isOnGround) {
  const opacity = (name) => (!isOnGround ? 0.92 : name === "none" ? 0.35 : 0.62);
  return L.geoJSON(features, {
    interactive: false,
    style: ({ properties }) => ({
      color: "#7f8c98", weight: 0.6, fillOpacity: opacity(properties.class),
      fillColor: fillOf(properties.class),
    }),
  });
}

const radiusOf = (count) => 2 + 1.6 * Math.sqrt(count);

/** One circle a place, its area by the number of incidents; the largest at the bottom. */
export function placeLayer(places) {
  const style = {
    color: "#7a1420", weight: 0.7, opacity: 0.8, fillColor: "#d6404e", fillOpacity: 0.45,
  };
  const circles = [...places].sort((a, b) => b.count - a.count).map((place) =>
    L.circleMarker([place.latitude, place.longitude], { ...style, radius: radiusOf(place.count) })
      .bindTooltip(() => t("incident", number(place.count))));
  return L.layerGroup(circles);
}

/** The outline of the cell that was asked about. */
export function chosenLayer(geometry) {
  return L.geoJSON(geometry, {
    style: { color: "#0b3d5c", weight: 3, fill: false }, interactive: false,
  });
}

/** A box in the corner of the map that explains the colours. */
export function legendControl(content) {
  const control = L.control({ position: "bottomright" });
  control.onAdd = () => {
    const box = make("section", { className: "legend" }, ...content);
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  return control;
}

/** The classes that occur, with how many cells have each. */
export function hotSpotLegend(features) {
  const counts = Map.groupBy
    ? new Map([...Map.groupBy(features, (f) => f.properties.class)].map(([k, v]) => [k, v.length]))
    : features.reduce((m, f) => m.set(f.properties.class, (m.get(f.properties.class) ?? 0) + 1),
      new Map());
  const always = classes.slice(0, 7);
  const rows = classes.filter((name) => always.includes(name) || counts.has(name)).map((name) =>
    make("div", {}, swatch(name), t(textOf(name)), make("b", {}, number(counts.get(name) ?? 0))));
  return [make("h2", {}, t("legend")), ...rows];
}

/** Circles of some sizes with their numbers. */
export function placeLegend(places) {
  const most = places.reduce((most, place) => Math.max(most, place.count), 1);
  const steps = [1, 10, 100, 1000, 10000].filter((step) => step < most).slice(-2);
  const rows = [...new Set([...steps, most])].map((count) => {
    const radius = Math.min(radiusOf(count), 40);
    const canvas = make("canvas", { width: 2 * radius + 2, height: 2 * radius + 2 });
    canvas.style.border = "0";
    const pen = canvas.getContext("2d");
    pen.arc(radius + 1, radius + 1, radius, 0, 2 * Math.PI);
    pen.fillStyle = "rgb(214 64 78 / 45%)";
    pen.fill();
    pen.strokeStyle = "#7a1420";
    pen.stroke();
    return make("div", {}, canvas, make("b", {}, number(count)));
  });
  return [make("h2", {}, t("legendPlaces")), ...rows];
}
