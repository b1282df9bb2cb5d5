// What the service said, in words: the answer to a click, and where figures come from.

import { textOf } from "./classes.js";
import { list, make } from "./dom.js";
import { language, number, probability, t } from "./text.js";

const nameOf = ({ code, name }) => (name && name !== code ? `${name} (${code})` : code);

/** The grid of a position and the cells above it; with `cell`, its row of the hot spots. */
export function positionAnswer(answer, cell) {
  const title = answer.grid ? nameOf(answer.grid) : t(answer.status);
  const rows = answer.path.map((step) => [t(step.level), nameOf(step)]);
  if (answer.grid) rows.push([t("status"), t(answer.status)]);
  if (answer.nearest) {
    rows.push([t("nearest"), nameOf(answer.nearest)]);
    rows.push(["", t("away", number(answer.nearest.distance, 0))]);
  }
  if (answer.address) {
    rows.push([t("door"), answer.address.address]);
    rows.push(["", t("away", number(answer.address.distance, 0))]);
  }
  for (const post of answer.posts) rows.push([postName(post), postState(post)]);
  const parts = [make("h2", {}, title), list(rows)];
  if (!answer.coverage_valid) {
    parts.push(make("p", { className: "warning" }, t("invalidCoverage")));
  }
  if (cell) parts.push(make("hr"), list(hotSpotRows(cell)));
  return make("div", {}, ...parts);
}

const postName = ({ post, title, title_zh }) =>
  (language() === "zh" ? title_zh ?? title : title ?? title_zh) ?? post;

/** Whether a post is held and since when, or who stands in. */
function postState({ vacant, stand_in, from, office }) {
  if (vacant) return stand_in ? t("standIn", t(stand_in.level)) : t("vacant");
  return [from ? t("since", from) : t("held"), office].filter(Boolean).join(" · ");
}

function hotSpotRows(cell) {
  return [
    [t("class"), t(textOf(cell.class))],
    [t("count"), cell.count === null ? null : number(cell.count)],
    [t("exposure"), cell.exposure === null ? null : number(cell.exposure, 2)],
    [t("rate"), cell.rate === null ? null : number(cell.rate, 6)],
    [t("expected"), cell.expected === null ? null : number(cell.expected, 1)],
    [t("neighbours"), cell.neighbours === null ? null : number(cell.neighbours)],
    [t("z"), number(cell.z, 3)],
    [t("p"), probability(cell.p)],
    [t("pPermutation"), cell.p_permutation === null ? null : probability(cell.p_permutation)],
    [t("pAdjusted"), cell.p_adjusted === null ? null : probability(cell.p_adjusted)],
  ];
}

/** Where the hot spots come from: enough to compute them again. */
export function provenanceOf(provenance, language) {
  const { summary } = provenance;
  const parts = [
    make("h2", {}, t("provenance")),
    list([
      [t("method"), t("methodText", t(provenance.weights))],
      [t("adjustment"), t(`fdr_${summary.fdr}`)],
      [t("permutationRule"), t(summary.permutation_rule)],
      [t("draws"), number(summary.draws)],
      [t("islands"), t(`islands_${summary.islands}`)],
      [t("seed"), summary.seed],
      [t("generation"), provenance.generation],
      [t("version"), provenance.version],
    ]),
    make("h3", {}, t("rowsIn")),
    list(balanceOf(provenance.rows)),
  ];
  const exposure = provenance.exposure_source;
  if (exposure) {
    parts.push(make("h3", {}, t("exposureOf", sourceOf(exposure))),
      list(balanceOf(exposure.rows, "rows_without_amount")));
  }
  if (!provenance.coverage_valid) {
    parts.push(make("p", { className: "warning" }, t("invalidCoverage")));
  }
  for (const warning of provenance.warnings) {
    parts.push(make("p", { className: "warning" }, warning[language] ?? warning.en));
  }
  return parts;
}

/** Every row of a question and what became of it, in the service's order: the sum is the total. */
const fates = [
  "counted", "other_level", "earlier_generation", "unattached", "quarantined", "outside_period",
  "without_exposure",
];

/** A number of rows; words where it is withheld. */
const told = (rows) => (rows === null ? t("suppressed") : number(rows));

function balanceOf(rows, withoutExposure = "rows_without_exposure") {
  const happened = fates.filter((fate) => fate === "counted" || rows[fate] === null || rows[fate]);
  const nameOf = (fate) => (fate === "without_exposure" ? withoutExposure : `rows_${fate}`);
  return [
    ...happened.map((fate) => [t(nameOf(fate)), told(rows[fate])]),
    [t("rows_total"), told(rows.total)],
  ];
}

/** Whose exposure it is, and of when. */
function sourceOf(source) {
  const when = source.batch?.period ?? source.batch?.published?.slice(0, 10);
  return [source.dataset, when].filter(Boolean).join(" · ");
}

/** How many incidents are drawn. */
export function placesSummary({ count, places, complete }) {
  const parts = [make("p", { className: "hint" },
    t("incidents", number(count), number(places.length)))];
  if (!complete) {
    parts.push(make("p", { className: "warning" }, t("incomplete", number(places.length))));
  }
  return parts;
}
