// The classes of hot spots, hottest first, and how each is drawn.

export const classes = [
  "hot99", "hot95", "hot90", "none", "cold90", "cold95", "cold99", "isolate", "low_data",
  "suppressed",
];

const colours = {
  hot99: "#b2182b", hot95: "#ef8a62", hot90: "#fddbc7", none: "#ffffff",
  cold90: "#d1e5f0", cold95: "#67a9cf", cold99: "#2166ac", isolate: "#c4cad0",
};

/** The name of the class's text. */
export const textOf = (name) => (name === "none" ? "class_none" : name);

/** The colour of a class, or a hatching where there is nothing to say about the cell. */
export const fillOf = (name) => colours[name] ?? hatching();

let pattern;

/** The pattern of cells of which nothing is told. */
export function hatching() {
  if (pattern) return pattern;
  const tile = document.createElement("canvas");
  tile.width = tile.height = 6;
  const pen = tile.getContext("2d");
  pen.fillStyle = "#eceff1";
  pen.fillRect(0, 0, 6, 6);
  pen.strokeStyle = "#9aa5af";
  pen.beginPath();
  for (const shift of [-6, 0, 6]) {
    pen.moveTo(shift, 6);
    pen.lineTo(shift + 6, 0);
  }
  pen.stroke();
  pattern = pen.createPattern(tile, "repeat");
  return pattern;
}

/** A small picture of the class for the legend. */
export function swatch(name) {
  const canvas = document.createElement("canvas");
  canvas.width = 22;
  canvas.height = 14;
  const pen = canvas.getContext("2d");
  pen.fillStyle = fillOf(name);
  pen.fillRect(0, 0, 22, 14);
  return canvas;
}
