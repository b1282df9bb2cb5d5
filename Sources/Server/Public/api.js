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
      headers: {
        Accept: geo ? "application/geo+json" : "application/json", "Accept-Language": language(),
      },
      signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error(t("unreachable"));
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  // Problem details come in the language that was asked for.
  const error = new Error(body.detail ?? body.title ?? `HTTP ${response.status}`);
  throw Object.assign(error, { status: response.status });
}
