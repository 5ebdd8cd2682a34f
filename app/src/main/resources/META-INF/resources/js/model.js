/* The page of one model: what it is, and the sections of it. */
import {element, get, showProblem, whole} from "./mote.js";
import {showGraph} from "./model-graph.js";
import {showLayers} from "./model-layers.js";
import {showDevices} from "./model-devices.js";
import {findingList} from "./findings.js";
import {firmwareForm} from "./firmware.js";
import {picture} from "./picture.js";

const id = new URLSearchParams(location.search).get("id") ?? "";
const api = `/api/models/${encodeURIComponent(id)}`;
const place = name => document.getElementById(name);

/* What is rounded up at most, in bytes. */
const ALIGNMENT = 16;

const KINDS = {float: "float32", int8: "int8", int16: "int16", mixed: "several number types", other: "no numbers of a network"};

function fact(name, ...parts) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, ...parts));
}

function list(lines) {
  return element("ul", {}, ...lines.map(line => element("li", {}, line)));
}

function endWords(end) {
  const quantization = end.scale ? `, scale ${end.scale}${end.zero_point ? `, zero point ${end.zero_point}` : ""}` : "";
  return `${end.name}: ${end.shape} ${end.type}${quantization}`;
}

function card(name, figure, detail) {
  return element("div", {class: "card"}, element("dt", {}, name),
    element("dd", {}, element("div", {class: "figure"}, figure), element("div", {class: "detail"}, detail)));
}

function showCards(model) {
  const bytes = number => number === null ? "–" : whole(number);
  place("cards").append(
    card("Operators", whole(model.operators), model.runs ? "Mote runs all of them" : "Mote cannot run this model"),
    card("MACs", whole(model.macs), "multiply-accumulates of one run"),
    card("Weights", bytes(model.weights_bytes), "bytes in flash, factors of rescaling included"),
    card("Arena", bytes(model.arena_bytes), "bytes, all working memory"),
    card("Flash", bytes(model.flash_bytes), "bytes, estimated for a Cortex-M3 without start-up code"),
    card("Instructions", whole(model.instructions), "of one run, estimated for a Cortex-M3 and plain C"));
}

function showFindings(model) {
  place("findings-list").append(findingList(model.findings));
  place("findings").hidden = model.findings.length === 0;
}

function showAbout(model) {
  place("ends").append(
    fact("Inputs", list(model.inputs.map(endWords))),
    fact("Outputs", list(model.outputs.map(endWords))),
    model.labels.length ? fact("Labels", model.labels.join(", ")) : "",
    model.targets.length ? fact("Predicts", model.targets.join(", ")) : "",
    fact("From the sensor", model.input_words.length ? list(model.input_words) : "the file does not say how its input is made"),
    fact("After the model", model.output_words.length ? list(model.output_words) : "no post-processing"));
  const facts = Object.entries(model.provenance);
  place("provenance").append(
    fact("File", `${model.name}, ${whole(model.file_bytes)} bytes`),
    fact("Folder", model.place || "the workspace itself"),
    ...facts.map(([name, text]) => fact(name.replaceAll(/[_.]/g, " "), text)),
    facts.length ? "" : fact("Provenance", "the file does not say where it comes from"));
  place("about").hidden = false;
}

function link(path, text, primary = false) {
  return element("a", {class: primary ? "button primary" : "button", href: path}, text);
}

function showActions(model) {
  const float = model.float_model && ["Float model of this run", model.float_model];
  const int8 = model.int8_model && ["Int8 model of this run", model.int8_model];
  place("actions").append(
    model.is_for_drawing ? link(`/digits.html?model=${model.id}`, "Draw digits", true) : "",
    model.is_for_streams ? link(`/activity.html?model=${model.id}`, "Feed it a stream", true) : "",
    ...[float, int8].filter(Boolean).flatMap(([text, other]) => [
      link(`/model.html?id=${other}`, text),
      link(`/compare.html?a=${model.id}&b=${other}`, `Compare with ${text === "Float model of this run" ? "float" : "int8"}`)]));
}

async function showMemory(model) {
  if (!model.peak) {
    return;
  }
  const map = await get(`${api}/memory`);
  const tensors = Math.max(...map.blocks.map(block => block.offset + block.bytes));
  const frontEnd = map.peak_bytes - tensors >= ALIGNMENT
    ? ` The tensors take ${whole(tensors)} of it; the front end, which is done before, works in all of it.` : "";
  place("memory-words").textContent = `The arena takes ${whole(map.peak_bytes)} bytes.${frontEnd} No plan of the tensors needs less than`
    + ` ${whole(map.lower_bound_bytes)}. They take most ${model.peak.step.startsWith("step") ? "in " : ""}${model.peak.step}, where`
    + ` ${whole(model.peak.bytes)} bytes of them are in use. Each rectangle is a tensor: as wide as the steps in which it is needed, as high`
    + " as its bytes. A step may write over what it has read already, so that tensors of one step can overlap.";
  place("tensors").append(...map.blocks.map(block => element("tr", {}, element("th", {scope: "row"}, block.name),
    ...[whole(block.offset), whole(block.bytes), block.first_step < 0 ? "before" : block.first_step, block.last_step]
      .map(text => element("td", {class: "n"}, String(text))))));
  const svg = await picture(`${api}/memory.svg`);
  if (svg) {
    place("memory-frame").append(svg);
    place("memory").hidden = false;
  }
}

async function showDownloads(model) {
  place("files").append(link(`${api}/file`, `${model.name}`));
  place("downloads").hidden = false;
  if (model.has_report) {
    place("files").append(link(`/api/runs/${model.run}/report`, "Report of the run"));
  }
  if (model.runs) {
    place("firmware").append(await firmwareForm(model.id));
  }
}

async function show() {
  const model = await get(api);
  document.title = `${model.title} · Mote studio`;
  place("title").textContent = model.title;
  place("kind").replaceChildren("Model, computes in ", KINDS[model.kind] ?? model.kind);
  place("subtitle").textContent = [model.inputs[0]?.shape, model.labels.length ? `${model.labels.length} classes` : null,
    model.provenance.dataset ? `trained on ${model.provenance.dataset}` : null].filter(Boolean).join(" · ");
  showCards(model);
  showActions(model);
  showFindings(model);
  showAbout(model);
  const parts = [showGraph(api), showLayers(api, model), showMemory(model), showDevices(api, model), showDownloads(model)];
  for (const part of await Promise.allSettled(parts)) {
    if (part.status === "rejected") {
      showProblem(place("problem"), part.reason);
    }
  }
  document.body.dataset.ready = "true";
}

if (id) {
  show().catch(error => showProblem(place("problem"), error));
} else {
  place("subtitle").replaceChildren("Choose a model in the ", element("a", {href: "/"}, "overview"), ".");
}
