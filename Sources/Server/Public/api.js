// Questions to the service. Failures come as errors with a text for people.

import { language, t } from "./text.js";

/** Asks `path` with `parameters` (empty ones are left out); GeoJSON where `geo` says so. */
export async function ask(path, parameters = {}, { geo = false, signal } = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== "" && value !== null && value !== undefined) query.set(name, value);
  }
  let response;
  try {
    response = await fetch(query.size ? `${path}?${query}` : path, {
      headers: { Accept: geo ? "application/geo+json" : "application/json" }, signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error(t("unreachable"));
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  throw new Error(describe(body) || `HTTP ${response.status}`);
}

/** The problem details in the language of the page. The general Chinese text says less than
 *  the English one, so both are shown. */
function describe(problem) {
  if (language() === "zh" && problem.detail_zh) {
    return problem.errors || problem.status >= 500
      ? problem.detail_zh : `${problem.detail_zh}\n${problem.detail}`;
  }
  return problem.detail ?? problem.title;
}
