/* The devices of the catalogue, as a table that can be sorted. */
import {element, get, showProblem, whole} from "./mote.js";

const place = name => document.getElementById(name);

const COLUMNS = [
  ["Device", "title", "asc"], ["Core", "core", "asc"], ["Fits", "fits", "desc"],
  ["Flash, bytes", "flash_needed_bytes", "asc"], ["RAM, bytes", "ram_needed_bytes", "asc"],
  ["One run, ms", "latency_ms", "asc"], ["One run, mJ", "energy_mj", "asc"], ["Battery, days", "battery_days", "desc"],
  ["What stands against it", "obstacle", "asc"],
];

let api;
let devices = [];
let cell = "";
let column = 2;
let falling = true;

function short(value) {
  return value >= 100 ? whole(value) : value.toPrecision(2).replace(/\.?0+$/, "");
}

/** The typical figure, and below it the range. */
function span(row, typical, low, high) {
  return row[typical] === null ? ["–"]
    : [short(row[typical]), element("span", {class: "sub"}, `${short(row[low])} to ${short(row[high])}`)];
}

function of(needed, available) {
  return [whole(needed), element("span", {class: "sub"}, `of ${whole(available)}`)];
}

function line(row) {
  const cells = [
    [row.core],
    [element("span", {class: row.fits ? "yes" : "no"}, row.fits ? "yes" : "no")],
    of(row.flash_needed_bytes, row.flash_available_bytes),
    of(row.ram_needed_bytes, row.ram_available_bytes),
    span(row, "latency_ms", "latency_low_ms", "latency_high_ms"),
    span(row, "energy_mj", "energy_low_mj", "energy_high_mj"),
    span(row, "battery_days", "battery_low_days", "battery_high_days"),
  ];
  return element("tr", {}, element("th", {scope: "row"}, row.title),
    ...cells.map((content, i) => element("td", {class: i >= 2 ? "n" : null}, ...content)),
    element("td", {class: "why"}, row.obstacle || (row.notes.length ? element("details", {}, element("summary", {}, "notes"), ...row.notes.map(note => element("div", {class: "small"}, note))) : "")));
}

function compare(a, b, key) {
  if (a[key] === null || b[key] === null) {
    return (a[key] === null) - (b[key] === null);
  }
  const order = typeof a[key] === "string" ? a[key].localeCompare(b[key], "en") : a[key] - b[key];
  return falling ? -order : order;
}

function draw() {
  const key = COLUMNS[column][1];
  const shown = devices.filter(row => place("show").value === "all" || row.fits);
  shown.sort((a, b) => compare(a, b, key) || a.ram_available_bytes - b.ram_available_bytes || a.title.localeCompare(b.title, "en"));
  place("device-rows").replaceChildren(...shown.map(line));
  [...place("device-head").querySelectorAll("th")].forEach((head, i) => {
    if (i === column) {
      head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    } else {
      head.removeAttribute("aria-sort");
    }
  });
}

function sortBy(index) {
  falling = index === column ? !falling : COLUMNS[index][2] === "desc";
  column = index;
  draw();
}

async function load() {
  showProblem(place("devices-problem"), null);
  const query = new URLSearchParams({cell: place("cell").value, every: place("every").value});
  const answer = await get(`${api}/devices?${query}`);
  devices = answer.devices;
  cell = answer.cell;
  const fitting = devices.filter(row => row.fits).length;
  place("devices-words").textContent = answer.note ? `${answer.note}.`
    : `Fits ${fitting} of ${devices.length} devices`
      + (answer.every_seconds === null ? "; how often it runs is not known, so time is not judged." : `, one inference every ${answer.every_seconds} s.`)
      + (cell && answer.every_seconds === null ? " Say how often it runs to see how long the battery lasts." : "");
  draw();
}

export async function showDevices(path, model) {
  api = path;
  place("device-head").append(element("tr", {}, ...COLUMNS.map(([name], i) =>
    element("th", {scope: "col", class: i >= 3 && i <= 7 ? "n" : null}, element("button", {type: "button", onclick: () => sortBy(i)}, name)))));
  const choices = await get("/api/boards");
  place("cell").append(...choices.cells.map(name => element("option", {value: name}, name)));
  for (const name of ["cell", "every"]) {
    place(name).addEventListener("change", () => load().catch(error => showProblem(place("devices-problem"), error)));
  }
  place("show").addEventListener("change", draw);
  place("devices").hidden = !model.runs;
  await load();
}
