// Elements from data. Texts are set as text, never as markup: names and codes come from files.

/** An element with attributes or properties and children; strings become text. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A list of terms and what they are; rows without a value are left out. */
export function list(rows) {
  const terms = rows.filter(([, value]) => value !== null && value !== undefined);
  return make("dl", {}, ...terms.flatMap(
    ([term, value]) => [make("dt", {}, term), make("dd", {}, String(value))]));
}

/** Fills a select with [value, text] pairs and chooses `value` where it is one of them. */
export function fill(select, options, value) {
  select.replaceChildren(...options.map(([key, text]) => make("option", { value: key }, text)));
  if (options.some(([key]) => key === value)) select.value = value;
}
