// The map page: controls on the left, what they ask for on the map.

import { addressAnswer, matchAddress } from "./addresses.js";
import { placesSummary, positionAnswer, provenanceOf } from "./answers.js";
import { ask } from "./api.js";
import { makeBase } from "./base.js";
import { fill, make } from "./dom.js";
import * as draw from "./layers.js";
import {
  askCell, cellProfile, columnOptions, profileLayer, profileLegend, profileSummary,
} from "./profile.js";
import { firstLanguage, readState, rememberLanguage, writeState } from "./state.js";
import { language, number, t, titleOf, useLanguage } from "./text.js";

const panel = document.getElementById("panel");
const statusLine = document.getElementById("status");
const summary = document.getElementById("summary");
const controls = panel.elements;

const state = readState();
let map;
let base;
let nets = [];
let levels = [];
let datasets = [];
let boundaries = { net: "", level: "", features: null };
let hotCells = new Map();
let shown = [];
let legend = null;
let running = new AbortController();
let extent = null;
let isMoved = false;

start();

async function start() {
  useLanguage(firstLanguage());
  showLanguage();
  if (typeof L === "undefined") return fail(new Error(t("noLeaflet")));
  map = draw.makeMap("map");
  map.on("resize", fit);
  map.on("moveend", rememberView);
  for (const event of ["pointerdown", "wheel", "keydown"]) {
    map.getContainer().addEventListener(event, () => { isMoved = true; }, { passive: true });
  }
  map.on("click", ({ latlng }) => locate(latlng.lng, latlng.lat));
  panel.addEventListener("change", onChange);
  panel.addEventListener("submit", onSubmit);
  document.getElementById("language").addEventListener("click", switchLanguage);
  document.querySelector("#search button").addEventListener("click", () => findAddress());
  controls.address.addEventListener("keydown", (event) => {
    // While a word is being composed, Enter belongs to the input method.
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    findAddress();
  });
  try {
    busy("loading");
    [nets, datasets] = await Promise.all([
      // A net that has no boundaries yet is nothing to look at.
      ask("/v1/nets").then((answer) => answer.nets.filter(({ generation }) => generation)),
      ask("/v1/datasets").then((answer) => {
        document.getElementById("unsealed").hidden = answer.sealed;
        return answer.datasets;
      }),
    ]);
    if (!nets.some(({ name }) => name === state.net)) state.net = "base";
    await loadLevels();
    base = makeBase(map, datasets);
    showView();
    fillControls();
    await show();
    if (state.lon && state.lat) await locate(Number(state.lon), Number(state.lat));
  } catch (error) {
    fail(error);
  }
}

/** The levels of the net that is shown. */
async function loadLevels() {
  levels = (await ask("/v1/levels", { net: state.net })).levels;
}

// Controls

function fillControls() {
  if (![...controls.layer].some(({ value }) => value === state.layer)) state.layer = "grids";
  if (!levels.some(({ level }) => level === state.level)) state.level = levels.at(-1)?.level ?? "";
  if (!datasets.some(({ id }) => id === state.of)) {
    // The one with most positions is the likeliest to be asked about, but for the ground itself.
    state.of = datasets.filter(({ id }) => !id.startsWith("base_"))
      .sort((a, b) => b.attached - a.attached)[0]?.id ?? "";
  }
  document.getElementById("nets").hidden = nets.length < 2;
  fill(controls.net, nets.map((net) => [net.name, titleOf(net)]), state.net);
  fill(controls.level, levels.map(({ level, cells }) =>
    [level, `${t(level)} · ${number(cells)} ${t("cells")}`]), state.level);
  fill(controls.of, datasets.map((dataset) => [dataset.id, titleOf(dataset)]), state.of);
  fillDataset();
  fill(controls.fdr, ["bh", "none"].map((name) => [name, t(`fdr_${name}`)]), state.fdr);
  for (const name of ["from", "to", "permutations", "seed", "lon", "lat"]) {
    controls[name].value = state[name];
  }
  document.getElementById("ground").hidden = !base.isPresent;
  controls.base.checked = isOnGround();
  for (const radio of controls.layer) radio.checked = radio.value === state.layer;
  showControls();
}

/** The choices that depend on the data set. */
function fillDataset() {
  const dataset = datasets.find(({ id }) => id === state.of);
  const categories = dataset?.categories ?? [];
  if (!categories.includes(state.category)) state.category = "";
  fill(controls.category, [["", t("all")], ...categories.map((c) => [c, c])], state.category);
  // Any data set may offer the denominator: residents, households, firms.
  const exposures = datasets.flatMap((dataset) => dataset.exposures);
  if (!exposures.some(({ name }) => name === state.per)) state.per = "";
  fill(controls.per, [["", t("none")], ...exposures.map((e) => [e.name, titleOf(e)])], state.per);
  for (const name of ["from", "to"]) {
    controls[name].min = dataset?.first_date ?? "";
    controls[name].max = dataset?.last_date ?? "";
  }
}

/** Whether the base map is drawn. */
const isOnGround = () => base.isPresent && state.base !== "off";

function showControls() {
  const asks = ["places", "hotspots"].includes(state.layer);
  document.getElementById("question").style.display = asks ? "" : "none";
  document.getElementById("column").style.display = state.layer === "profile" ? "" : "none";
  document.getElementById("method").style.display = state.layer !== "hotspots" ? "none" : "";
}

async function onChange({ target }) {
  if (["lon", "lat", "address"].includes(target.name)) return;
  state[target.name] = target === controls.base ? (target.checked ? "on" : "off") : target.value;
  if (target.name === "net") {
    try {
      await loadLevels();
    } catch (error) {
      return fail(error);
    }
    map.closePopup();
    chosen?.remove();
    fillControls();
  }
  if (target.name === "of") {
    state.from = state.to = controls.from.value = controls.to.value = "";
    fillDataset();
  }
  showControls();
  await show();
}

async function onSubmit(event) {
  event.preventDefault();
  const [longitude, latitude] = [controls.lon.value, controls.lat.value].map(
    (text) => (text.trim() === "" ? NaN : Number(text)));
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) {
    return fail(new Error(t("badPosition")));
  }
  await locate(longitude, latitude, true);
}

function switchLanguage() {
  useLanguage(language() === "en" ? "zh" : "en");
  rememberLanguage(language());
  showLanguage();
  if (!map) return;
  fillControls();
  map.closePopup();
  show();
}

function showLanguage() {
  const button = document.getElementById("language");
  button.textContent = t("other");
  button.setAttribute("aria-label", t("otherLabel"));
  document.getElementById("map").setAttribute("aria-label", t("mapLabel"));
}

// Layers

/** Draws what the state says; an earlier question that is still open is given up. */
async function show() {
  writeState(state, language());
  running.abort();
  running = new AbortController();
  const { signal } = running;
  base.show(isOnGround());
  try {
    busy(state.layer === "hotspots" ? "computing" : "loading");
    if (state.layer === "hotspots") await showHotSpots(signal);
    else await showGrids(signal);
    if (!signal.aborted) done();
  } catch (error) {
    if (error.name !== "AbortError") fail(error);
  }
}

async function showGrids(signal) {
  const { net, level } = state;
  if (boundaries.net !== net || boundaries.level !== level) {
    const features = await ask("/v1/grids", { net, level }, { geo: true, signal });
    boundaries = { net, level, features };
  }
  hotCells = new Map();
  base.showLand(boundaries.features);
  if (state.layer === "grids") {
    base.nameCells(boundaries.features.features, levelsBelow() === 0 ? 2 : 30);
    return replace(
      [draw.gridLayer(boundaries.features, isOnGround(), levelsBelow())], null, []);
  }
  base.nameCells([]);
  if (state.layer === "profile") return showProfile(signal);
  if (!state.of) throw new Error(t("noDataset"));
  const { of, category, from, to } = state;
  const answer = await ask("/v1/places", { of, category, from, to, limit: 50000 }, { signal });
  replace(
    [draw.backgroundLayer(boundaries.features, isOnGround()), draw.placeLayer(answer.places)],
    draw.placeLegend(answer.places), placesSummary(answer));
}

/** The cells in shades of what they have of the column that was chosen. */
async function showProfile(signal) {
  const { net, level } = state;
  const ground = () => draw.backgroundLayer(boundaries.features, isOnGround());
  try {
    // Another net or count may have other columns.
    const { columns } = await ask("/v1/profile", { net, level: levels[0].level }, { signal });
    const options = columnOptions(columns);
    if (!options.length) throw new Error(t("noProfile"));
    if (!options.some(([name]) => name === state.column)) [[state.column]] = options;
    fill(controls.column, options, state.column);
  } catch (error) {
    fill(controls.column, [], "");
    if (error.name !== "AbortError") replace([ground()], null, []);
    throw error;
  }
  writeState(state, language());
  const answer = await ask("/v1/profile", { net, level, column: state.column }, { signal });
  replace([profileLayer(boundaries.features, answer, state.column, isOnGround())],
    profileLegend(answer, state.column), profileSummary(answer, state.column));
}

/** How many levels are below the one that is shown. */
const levelsBelow = () => levels.length - 1 - levels.findIndex(({ level }) => level === state.level);

async function showHotSpots(signal) {
  if (!state.of) throw new Error(t("noDataset"));
  const { of, category, from, to, net, level, per, fdr, permutations, seed } = state;
  const collection = await ask("/v1/hotspots",
    { of, category, from, to, net, level, per, fdr, permutations, seed }, { geo: true, signal });
  base.nameCells([]);
  base.showLand(collection);
  hotCells = new Map(collection.features.map(({ properties }) => [properties.code, properties]));
  replace([draw.hotSpotLayer(collection, isOnGround())], draw.hotSpotLegend(collection.features),
    provenanceOf(collection.provenance, language()));
}

function replace(layers, legendContent, summaryContent) {
  for (const layer of shown) layer.remove();
  legend?.remove();
  shown = layers.map((layer) => layer.addTo(map));
  legend = legendContent && draw.legendControl(legendContent).addTo(map);
  summary.replaceChildren(...summaryContent);
  extent ??= layers[0].getBounds();
  fit();
}

/** Shows all of the district, until the map is moved by hand. */
function fit() {
  if (isMoved || !extent?.isValid()) return;
  map.fitBounds(extent, { padding: [12, 12], animate: false });
}

/** Shows the view that the address names. */
function showView() {
  const [longitude, latitude, zoom] = state.view.split(",").map(Number);
  if (![longitude, latitude, zoom].every(Number.isFinite)) return;
  isMoved = true;
  map.setView([latitude, longitude], zoom, { animate: false });
}

function rememberView() {
  if (!isMoved) return;
  const { lng, lat } = map.getCenter();
  state.view = [lng.toFixed(5), lat.toFixed(5), map.getZoom()].join(",");
  writeState(state, language());
}

// A position

let marker = null;
let chosen = null;

async function locate(longitude, latitude, pan = false) {
  const lon = Number(longitude.toFixed(6));
  const lat = Number(latitude.toFixed(6));
  Object.assign(state, { lon: String(lon), lat: String(lat) });
  controls.lon.value = lon;
  controls.lat.value = lat;
  writeState(state, language());
  try {
    const answer = await askPosition({ lon, lat, net: state.net });
    const step = answer.path.find(({ level }) => level === state.level);
    const content = positionAnswer(answer, step && hotCells.get(step.code));
    if (state.layer === "profile" && step) {
      const profile = await askCell(step.code, { net: state.net, level: step.level });
      if (profile) content.append(make("hr"), ...cellProfile(profile));
    }
    marker?.remove();
    marker = L.marker([lat, lon], { keyboard: true, title: `${lon}, ${lat}` }).addTo(map);
    marker.bindPopup(content, { maxWidth: 340, maxHeight: 420, autoPan: true }).openPopup();
    document.getElementById("answer").replaceChildren(
      make("p", { className: "hint" }, content.querySelector("h2").textContent));
    if (pan) {
      isMoved = true;
      map.panTo([lat, lon]);
    }
    await outline(step);
    done();
  } catch (error) {
    fail(error);
  }
}

let hasRegister = true;

/** The answer for a position, with the nearest door where there is a register of addresses. */
async function askPosition(position) {
  if (hasRegister) {
    try {
      return await ask("/v1/locate", { ...position, address: true });
    } catch (error) {
      if (error.status !== 404) throw error;
      hasRegister = false;
    }
  }
  return ask("/v1/locate", position);
}

/** Looks a written address up, and shows where it is. */
async function findAddress(text = controls.address.value.trim()) {
  if (!text) return fail(new Error(t("noAddress")));
  controls.address.value = text;
  try {
    busy("loading");
    const answer = await matchAddress(text);
    if (answer.point) {
      isMoved = true;
      const { longitude, latitude } = answer.point;
      map.setView([latitude, longitude], Math.max(map.getZoom(), 17), { animate: false });
      await locate(longitude, latitude);
    }
    document.getElementById("answer").replaceChildren(...addressAnswer(answer, findAddress));
    done();
  } catch (error) {
    fail(error);
  }
}

async function outline(step) {
  chosen?.remove();
  chosen = null;
  if (!step) return;
  const path = `/v1/grids/${encodeURIComponent(step.code)}/boundary`;
  chosen = draw.chosenLayer(await ask(path, { net: state.net, level: step.level }, { geo: true })).addTo(map);
}

// The line that says what is going on

function busy(text) {
  statusLine.className = "busy";
  statusLine.textContent = t(text);
}

function done() {
  statusLine.className = "";
  statusLine.textContent = "";
}

function fail(error) {
  statusLine.className = "failed";
  statusLine.textContent = error.message;
}
