/* The table of layers: cost on a board, estimated or measured, and what quantization did. */
import {element, get, post, send, showProblem, whole} from "./mote.js";
import {choose} from "./model-graph.js";

const place = name => document.getElementById(name);
const POLL_MILLIS = 700;

let api;
let boards;
let errors = null;
let table = null;
let asked = 0;

function query() {
  return new URLSearchParams({board: place("board").value, opt: place("opt").value});
}

function bar(value, most, tone) {
  const strip = element("span", {class: `bar ${tone}`});
  strip.style.width = `${most > 0 ? Math.max(0, 100 * value / most) : 0}%`;
  return strip;
}

function figure(value, most, tone) {
  return element("td", {class: "n"}, whole(value), value === null ? null : bar(value, most, tone));
}

function output(end) {
  const numbers = [end.type, end.scale, end.zero_point].filter(Boolean).join(", ");
  return element("td", {}, end.shape || "–", element("span", {class: "sub"}, numbers));
}

/** Size of all constants, and the scale of the weights. */
function constants(layer) {
  const scale = layer.weights[0]?.scale;
  return `${whole(layer.weights_bytes)} bytes${scale ? `, ${scale.includes(":") ? "scales" : "scale"} ${scale}` : ""}`;
}

function errorCell(number) {
  const row = errors?.layers.find(layer => layer.number === number);
  if (!row) {
    return element("td", {class: "n"}, "–");
  }
  if (row.sqnr_db >= errors.exact_db) {
    return element("td", {class: "n"}, "exact");
  }
  const most = Math.max(...errors.layers.filter(layer => layer.sqnr_db < errors.exact_db).map(layer => layer.sqnr_db));
  const least = Math.min(...errors.layers.map(layer => layer.sqnr_db));
  return element("td", {class: "n"}, row.sqnr_db === least ? element("span", {class: "tag"}, "lowest") : null,
    ` ${row.sqnr_db.toFixed(1)}`, bar(row.sqnr_db, most, "c2"));
}

function row(layer, mostMacs, mostInstructions) {
  const weights = layer.weights[0];
  const pick = element("button", {
    type: "button", class: "pick", "aria-label": `${layer.number} ${layer.operator}: show in the graph`,
    onclick: () => choose(layer.number), onfocus: () => choose(layer.number),
  }, String(layer.number));
  return element("tr", {id: `row-${layer.number}`, class: layer.known_before ? "known" : null},
    element("td", {class: "n"}, pick),
    element("th", {scope: "row"}, element("span", {class: "long", title: layer.output.name}, layer.output.name || "–")),
    element("td", {}, [layer.operator, layer.activation].filter(Boolean).join(" + "),
      element("span", {class: "sub"}, layer.known_before ? "computed before the run" : `reads ${layer.reads.join(", ") || "nothing"}`)),
    output(layer.output),
    element("td", {class: "weights"}, weights?.shape ?? "–", layer.weights_bytes ? element("span", {class: "sub"}, constants(layer)) : null),
    figure(layer.macs, mostMacs, "c0"),
    figure(layer.instructions, mostInstructions, "c1"),
    errorCell(layer.number));
}

function draw() {
  const most = key => Math.max(0, ...table.layers.map(layer => layer[key] ?? 0));
  const chosen = document.querySelector("tr.chosen")?.id;
  place("rows").replaceChildren(...table.layers.map(layer => row(layer, most("macs"), most("instructions"))));
  if (chosen) {
    place(chosen)?.classList.add("chosen");
  }
  place("unit").textContent = table.unit === "cycles" ? "Cycles" : "Instructions";
  place("weights-sum").textContent = `${whole(table.layers.reduce((sum, layer) => sum + layer.weights_bytes, 0))} bytes in the file`;
  place("macs-sum").textContent = whole(table.macs);
  place("instructions-sum").textContent = whole(table.instructions);
}

function words(measurement) {
  if (table.note) {
    return `${table.note}.`;
  }
  if (table.origin === "estimated") {
    return `${table.core}: ${whole(table.instructions)} ${table.unit} a run, estimated from the table of kernels. Measure runs the firmware on an emulator.`;
  }
  const report = measurement.report;
  return `${table.core}: ${whole(report.instructions)} ${report.unit} a run, measured on the emulated ${report.board}.`
    + ` ${report.exact ? `All ${report.samples} samples gave the simulator's bytes.` : `${report.mismatches} of ${report.samples} samples differ from the simulator.`}`
    + ` Flash ${whole(report.flash_bytes)} bytes, RAM ${whole(report.ram_bytes)} bytes with ${whole(report.stack_bytes)} of stack.`;
}

/** Shows what is known of the chosen board; goes on looking while it is measured. */
async function refresh() {
  const turn = ++asked;
  showProblem(place("measure-problem"), null);
  const [measurement, layers] = await Promise.all([get(`${api}/measure?${query()}`), get(`${api}/layers?${query()}`)]);
  if (turn !== asked) {
    return;
  }
  const goesOn = measurement.state === "waiting" || measurement.state === "running";
  if (!table || JSON.stringify(layers) !== JSON.stringify(table)) {
    table = layers;
    draw();
  }
  place("measure").hidden = goesOn || measurement.state === "done";
  place("cancel").hidden = !goesOn;
  place("measured").textContent = goesOn ? `Measuring on ${measurement.board}: ${measurement.progress} …`
    : measurement.state === "cancelled" ? "The measurement was stopped." : words(measurement);
  if (measurement.state === "failed") {
    showProblem(place("measure-problem"), new Error(measurement.problem));
  }
  if (goesOn) {
    setTimeout(() => turn === asked && refresh().catch(failed), POLL_MILLIS);
  }
}

function failed(error) {
  showProblem(place("measure-problem"), error);
}

async function compare() {
  place("error").disabled = true;
  place("error-note").textContent = "Running float and int8 side by side …";
  try {
    errors = await get(`${api}/error`);
    place("error-note").textContent = errors.why ? `No error of the layers: ${errors.why}.`
      : `Error of each layer against the float model over ${errors.samples} samples of ${errors.data}${errors.synthetic ? " (synthetic)" : ""}:`
        + " signal to quantization noise at its output, what the layers before it lost included. 6 dB more is one bit more.";
    draw();
  } catch (error) {
    place("error-note").textContent = "";
    failed(error);
  }
  place("error").disabled = false;
}

export async function showLayers(path, model) {
  api = path;
  boards = await get("/api/boards");
  place("board").append(...boards.boards.map(board =>
    element("option", {value: board.board, selected: board.board === "mps2-an386"}, `${board.core} (${board.board})`)));
  place("opt").append(...boards.goals.map(goal => element("option", {value: goal, selected: goal === "balanced"}, goal)));
  for (const name of ["board", "opt"]) {
    place(name).addEventListener("change", () => refresh().catch(failed));
  }
  place("measure").addEventListener("click", () =>
    post(`${api}/measure?${query()}`).then(refresh).catch(failed));
  place("cancel").addEventListener("click", () =>
    send(`${api}/measure?${query()}`, {method: "DELETE"}).then(refresh).catch(failed));
  place("error").addEventListener("click", compare);
  place("layers").hidden = false;
  await refresh();
  place("measure").disabled = !model.runs;
  place("error").hidden = model.kind === "float" || !model.runs;
}
