// What cells have: a column of the profile in shades, and the figures of one cell.

import { ask } from "./api.js";
import { hatching } from "./classes.js";
import { list, make } from "./dom.js";
import { number, t, titleOf } from "./text.js";

/** What one cell has; null where it is not among those that were counted. */
export async function askCell(code, question) {
  try {
    return await ask(`/v1/grids/${encodeURIComponent(code)}/profile`, question);
  } catch (error) {
    if (error.status !== 404) throw error;
    return null;
  }
}

/** The columns that may be shown to everyone, as options of a choice. */
export const columnOptions = (columns) =>
  columns.filter((column) => !column.is_hidden).map((column) => [column.name, titleOf(column)]);

// ColorBrewer YlGnBu, light to dark (Harrower and Brewer 2003, doi:10.1179/000870403235002042).
const shades = ["#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494"];

/**
 * Shades for counts, as many cells to each as there can be: a list of { from, to, shade }, the least first. Cells of
 * equal counts are never of two shades, and those that have none are by themselves.
 */
export function shadesOf(counts) {
  const known = counts.filter((count) => count !== null && count > 0).sort((a, b) => a - b);
  const steps = counts.includes(0) ? [{ from: 0, to: 0, shade: "#ffffff" }] : [];
  const distinct = [...new Set(known)];
  const most = Math.min(shades.length, distinct.length);
  let start = 0;
  for (let step = 0; step < most && start < known.length; step += 1) {
    let end = Math.round(start + (known.length - start) / (most - step)) - 1;
    end = known.lastIndexOf(known[Math.max(start, end)]);
    steps.push({ from: known[start], to: known[end], shade: shades[Math.round(step * (shades.length - 1) / Math.max(1, most - 1))] });
    start = end + 1;
  }
  return steps;
}

/** The cells in the shades of their counts; those of which nothing is told are hatched. */
export function profileLayer(features, answer, column, isOnGround) {
  const counts = new Map(answer.cells.map((cell) => [cell.code, cell.counts[column]]));
  const steps = shadesOf([...counts.values()].map((count) => count ?? null));
  const fillOf = (count) =>
    steps.find(({ from, to }) => count >= from && count <= to)?.shade ?? hatching();
  return L.geoJSON(features, {
    interactive: false,
    style: ({ properties }) => {
      const count = counts.get(properties.code) ?? null;
      return {
        color: "#7f8c98", weight: 0.6, fillOpacity: isOnGround ? 0.66 : 0.92,
        fillColor: count === null ? hatching() : fillOf(count),
      };
    },
  });
}

/** What the shades mean, and how many cells have each. */
export function profileLegend(answer, column) {
  const counts = answer.cells.map((cell) => cell.counts[column] ?? null);
  const row = (fill, text, count) => make("div", {}, swatchOf(fill), text, make("b", {}, number(count)));
  const rows = shadesOf(counts).map(({ from, to, shade }) =>
    row(shade, from === to ? number(from) : `${number(from)} – ${number(to)}`,
      counts.filter((count) => count !== null && count >= from && count <= to).length));
  const withheld = counts.filter((count) => count === null).length;
  if (withheld) rows.push(row(hatching(), t("suppressed"), withheld));
  const title = answer.columns.find(({ name }) => name === column);
  return [make("h2", {}, title ? titleOf(title) : column), ...rows];
}

function swatchOf(fill) {
  const canvas = make("canvas", { width: 22, height: 14 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = fill;
  pen.fillRect(0, 0, 22, 14);
  return canvas;
}

/** As of when the counts are, and how much of the column lies in no cell. */
export function profileSummary(answer, column) {
  const parts = [list([
    [t("asOf"), answer.as_of],
    [t("inNoCell"), answer.nowhere[column] === undefined ? null : told(answer.nowhere[column])],
  ])];
  if (!answer.is_current) parts.push(make("p", { className: "warning" }, t("outdated")));
  return parts;
}

/** Words where a count is withheld. */
const told = (count) => (count === null ? t("suppressed") : number(count));

/** All that may be told of one cell. */
export function cellProfile(answer) {
  const [cell] = answer.cells;
  const columns = answer.columns.filter((column) => !column.is_hidden);
  const rows = columns.map((column) => {
    const share = cell.completeness[column.name];
    const known = share === undefined || share === null ? "" : ` · ${t("known", number(100 * share))}`;
    return [titleOf(column), told(cell.counts[column.name]) + known];
  });
  if (cell.size) rows.push([t(`norm_${cell.size.kind}`), number(cell.size.norm)]);
  return [make("h3", {}, t("profileOf", answer.as_of)), list(rows)];
}
