// The page that the code on a grid's notice opens: a report with the grid set.

import { ask } from "./api.js";

const form = document.getElementById("report");
const status = document.getElementById("status");
const query = new URLSearchParams(location.search);
const [code, net] = [query.get("grid") ?? "", query.get("net") ?? "base"];
let middle = null;

start();

async function start() {
  form.addEventListener("submit", send);
  if (!code) return say("没有网格 No grid");
  try {
    const [{ path }, boundary] = await Promise.all([
      ask(`/v1/grids/${encodeURIComponent(code)}`, { net }),
      ask(`/v1/grids/${encodeURIComponent(code)}/boundary`, { net }),
    ]);
    document.getElementById("grid").textContent = path.map(({ name, code }) => name ?? code).join(" › ");
    middle = await inside(boundary);
  } catch (error) {
    say(error.message);
  }
}

/** A position in the grid: the middle of its largest part, or where that lies elsewhere one of its corners. */
async function inside({ type, coordinates }) {
  const rings = (type === "Polygon" ? [coordinates] : coordinates).map(([outer]) => outer);
  const ring = rings.sort((a, b) => b.length - a.length)[0];
  const sum = ring.slice(1).reduce(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0]);
  const mean = sum.map((value) => value / (ring.length - 1));
  const found = await ask("/v1/locate", { lon: mean[0], lat: mean[1], nets: net === "base" ? "" : net });
  const path = net === "base" ? found.path : found.nets[net].path;
  return path.some((step) => step.code === code) ? mean : ring[0];
}

async function send(event) {
  event.preventDefault();
  const fields = form.elements;
  try {
    const position = fields.here.checked ? await here() : middle;
    if (!position) return say("没有位置 No position");
    const response = await fetch("/v1/reports", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
      body: JSON.stringify({
        channel: "notice", longitude: position[0], latitude: position[1],
        category: fields.category.value || undefined,
        description: fields.description.value, contact: fields.contact.value || undefined,
      }),
    });
    const answer = await response.json();
    if (!response.ok) return say(answer.detail ?? answer.title);
    form.hidden = true;
    say(`已收到，回执编号 Received: ${answer.receipt}`);
  } catch (error) {
    say(error.message);
  }
}

/** Where the device says it is. */
function here() {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve([coords.longitude, coords.latitude]), reject);
  });
}

function say(text) {
  status.textContent = text;
}
