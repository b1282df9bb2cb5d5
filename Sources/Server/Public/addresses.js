// The search for a written address, and what the register says of it.

import { ask } from "./api.js";
import { list, make } from "./dom.js";
import { t } from "./text.js";

/** Which entry of the register a text means. */
export const matchAddress = (text) => ask("/v1/addresses/match", { address: text });

/** What the register says; `choose` is called with the text of a candidate that was picked. */
export function addressAnswer(answer, choose) {
  const parts = [make("p", { className: "hint" }, t(`match_${answer.class}`))];
  if (answer.address) parts.push(make("h2", {}, answer.address.address));
  parts.push(list([
    [t("understood"), answer.level === "none" ? null : t(`level_${answer.level}`)],
    [t("grid"), answer.grid && (answer.grid.name ?? answer.grid.code)],
    [t("successor"), answer.successor?.address],
    [t("faults"), answer.faults.length ? answer.faults.map(faultText).join(t("comma")) : null],
    [t("unused"), answer.unused.length ? answer.unused.join(" ") : null],
  ]));
  if (answer.candidates.length) {
    const buttons = answer.candidates.map(({ address }) => {
      const button = make("button", { type: "button" }, address);
      button.addEventListener("click", () => choose(address));
      return make("li", {}, button);
    });
    parts.push(make("ul", { className: "candidates" }, ...buttons));
  }
  if (answer.address && !answer.point) parts.push(make("p", { className: "hint" }, t("noPoint")));
  return parts;
}

const faultText = ({ fault, text }) => t(`fault_${fault}`) + (text ? ` (${text})` : "");
