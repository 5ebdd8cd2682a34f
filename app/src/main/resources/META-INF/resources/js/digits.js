/* Digits live: drawings go to the studio at each stroke, its answers come back as bars. */
import {element, get, percent, send, showProblem} from "./mote.js";
import {Pad} from "./pad.js";

const PAUSE = 30;
const ASK_AGAIN = 700;
const KEPT = 100;
const WARMING = 5;
const MOST_ROWS = 12;

const at = id => document.getElementById(id);
let model = null;
let pad = null;
let examples = Math.floor(Math.random() * 1000);
const latencies = [];

/* One request at a time; what was drawn meanwhile goes with the next one. */
let busy = false;
let wanted = null;
let lastSent = 0;

function changed(eventTime, final) {
  at("empty").hidden = !pad.isEmpty();
  if (pad.isEmpty()) {
    wanted = null;
    showNothing();
    return;
  }
  wanted = {eventTime, final};
  pump();
}

async function pump() {
  if (busy || wanted === null) {
    return;
  }
  const wait = wanted.final ? 0 : lastSent + PAUSE - performance.now();
  if (wait > 0) {
    setTimeout(pump, wait);
    return;
  }
  const {eventTime} = wanted;
  const asked = model;
  wanted = null;
  busy = true;
  lastSent = performance.now();
  try {
    const answer = await ask(asked, pad.grey(asked.side));
    if (asked === model && !pad.isEmpty()) {
      show(answer);
      measure(performance.now() - eventTime, answer.server_millis);
      if (answer.c.pending) {
        setTimeout(again, ASK_AGAIN);
      }
    }
    showProblem(at("problem"), null);
  } catch (error) {
    showProblem(at("problem"), error);
  } finally {
    busy = false;
  }
  pump();
}

/** For the C, once it is compiled. */
function again() {
  if (!pad.isEmpty() && wanted === null) {
    wanted = {eventTime: performance.now(), final: false};
    pump();
  }
}

function measure(millis, server) {
  latencies.push(millis);
  if (latencies.length > KEPT) {
    latencies.shift();
  }
  const sorted = [...latencies].sort((a, b) => a - b);
  at("last").textContent = milliseconds(millis);
  at("median").textContent = milliseconds(sorted[Math.floor(sorted.length / 2)]);
  at("longest").textContent = milliseconds(sorted[sorted.length - 1]);
  at("server").textContent = milliseconds(server);
  at("count").textContent = latencies.length === KEPT ? `last ${KEPT}` : String(latencies.length);
}

const milliseconds = millis => `${millis.toFixed(1)} ms`;
const microseconds = micros => micros < 1000 ? `${micros.toFixed(0)} µs` : `${(micros / 1000).toFixed(1)} ms`;

function show(answer) {
  const {labels, int8, float_model: real} = answer;
  const told = labels[int8.predicted];
  const winner = at("winner");
  if (winner.textContent !== told) {
    winner.textContent = told;
    winner.classList.toggle("long", told.length > 3);
  }
  at("verdict").textContent = verdict(answer);
  showPicture(answer.picture);
  showScores(labels, int8, real);
  at("scores-caption").textContent = real
    ? `Probabilities; largest difference of float and int8: ${percent(answer.largest_difference)}`
    : "Probabilities";
  showEngines(answer);
}

function verdict({labels, int8, float_model: real, same_class: same}) {
  const sure = percent(int8.probabilities[int8.predicted]);
  if (!real) {
    return `with ${sure}.`;
  }
  return same
    ? `with ${sure}; the float model says the same with ${percent(real.probabilities[real.predicted])}.`
    : `with ${sure}; the float model says ${labels[real.predicted]} with ${percent(real.probabilities[real.predicted])}.`;
}

/** What was there before any drawing. */
function showNothing() {
  at("winner").textContent = "–";
  at("winner").classList.remove("long");
  at("verdict").textContent = "Nothing is drawn yet.";
  at("scores-caption").textContent = "Probabilities";
  showPicture(null);
  const none = {probabilities: [], scores: [], predicted: -1};
  showScores(model.labels, none, null);
  showEngines(null);
}

function showPicture(base64) {
  const canvas = at("seen");
  canvas.width = model.width;
  canvas.height = model.height;
  const context = canvas.getContext("2d");
  const image = context.createImageData(model.width, model.height);
  const bytes = base64 === null ? null : Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  for (let i = 0; i < model.width * model.height; i++) {
    for (let c = 0; c < 3; c++) {
      image.data[4 * i + c] = bytes === null ? 0 : bytes[i * model.channels + (model.channels === 3 ? c : 0)];
    }
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

function showScores(labels, int8, real) {
  let rows = labels.map((label, index) => index);
  if (labels.length > MOST_ROWS && int8.predicted >= 0) {
    rows.sort((a, b) => int8.probabilities[b] - int8.probabilities[a]);
  }
  rows = rows.slice(0, MOST_ROWS);
  const body = at("scores").tBodies[0];
  body.replaceChildren(...rows.map(index => {
    const row = element("tr", {class: index === int8.predicted ? "told-row" : null},
      element("th", {scope: "row"}, labels[index]),
      share(real?.probabilities[index], "c0"),
      share(int8.probabilities[index], "c1"),
      element("td", {class: "n"}, real ? difference(int8.probabilities[index] - real.probabilities[index]) : "–"),
      element("td", {class: "n wide"}, int8.scores.length === labels.length ? String(int8.scores[index]) : "–"));
    return row;
  }));
}

function share(probability, tone) {
  const bar = element("span", {class: `bar ${tone}`});
  bar.style.width = `${100 * (probability ?? 0)}%`;
  return element("td", {class: "share"}, element("span", {}, percent(probability)), bar);
}

function difference(value) {
  const size = (100 * Math.abs(value)).toFixed(2);
  return Number(size) === 0 ? "0.00 %" : `${value < 0 ? "−" : "+"}${size} %`;
}

function showEngines(answer) {
  const body = at("engines").tBodies[0];
  const row = (name, said, took, beside) => element("tr", {},
    element("th", {scope: "row"}, name), element("td", {}, said), element("td", {class: "n"}, took), element("td", {}, beside));
  if (answer === null) {
    body.replaceChildren(
      row("float, simulator", "–", "–", model.float_note ?? "–"), row("int8, simulator", "–", "–", "–"),
      row("int8, compiled C", "–", "–", "–"));
    return;
  }
  const {labels, int8, float_model: real, c} = answer;
  body.replaceChildren(
    real
      ? row("float, simulator", labels[real.predicted], microseconds(real.microseconds),
        `differs by at most ${percent(answer.largest_difference)}`)
      : row("float, simulator", "–", "–", answer.float_note ?? "–"),
    row("int8, simulator", labels[int8.predicted], microseconds(int8.microseconds), "–"),
    c.ready
      ? row("int8, compiled C", labels[int8.predicted], microseconds(c.microseconds), c.same_bytes ? "same bytes: yes" : "same bytes: NO")
      : row("int8, compiled C", "–", "–", c.note));
}

async function choose(id) {
  at("live").hidden = true;
  model = null;
  wanted = null;
  const asked = await get(`/api/models/${encodeURIComponent(id)}/digit`);
  model = asked;
  history.replaceState(null, "", `?model=${encodeURIComponent(id)}`);
  at("placing-field").hidden = model.front_end;
  at("placing").value = model.placing;
  at("about").textContent = [
    `${model.height} x ${model.width}${model.channels === 3 ? " colour" : " grey"} picture in, ${model.labels.length} classes out`,
    model.dataset ? `trained on ${model.dataset}${model.synthetic ? " (synthetic)" : ""}` : "training data unknown",
    model.front_end ? "drawings pass the model's own image front end" : null,
  ].filter(Boolean).join("; ") + ".";
  at("seen-text").textContent = `What the network sees, ${model.height} x ${model.width}`;
  await warm(asked);
  latencies.length = 0;
  for (const id of ["last", "server", "median", "longest"]) {
    at(id).textContent = "–";
  }
  at("count").textContent = "0";
  at("live").hidden = false;
  pad.resize();
  showNothing();
  changed(performance.now(), true);
}

/** Empty drawings, so that the first stroke finds everything ready. */
async function warm(asked) {
  for (let i = 0; i < WARMING; i++) {
    await ask(asked, new Uint8Array(asked.side * asked.side));
  }
}

async function ask({id}, grey) {
  const response = await send(`/api/models/${id}/digit?placing=${at("placing").value}`, {
    method: "POST", headers: {"Content-Type": "application/octet-stream"}, body: grey,
  });
  return response.json();
}

async function example() {
  const shown = await get(`/api/models/${model.id}/digit/example?number=${examples++}`);
  const canvas = new OffscreenCanvas(shown.width, shown.height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(shown.width, shown.height);
  const bytes = Uint8Array.from(atob(shown.pixels), letter => letter.charCodeAt(0));
  bytes.forEach((level, i) => {
    image.data.set([level, level, level, 255], 4 * i);
  });
  context.putImageData(image, 0, 0);
  const began = performance.now();
  pad.picture(canvas, false);
  at("source").textContent = `Test picture ${shown.number} of ${shown.dataset}${shown.synthetic ? " (synthetic)" : ""}, labelled ${shown.label}.`;
  changed(began, true);
}

async function open(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const turned = pad.picture(bitmap, true);
    at("source").textContent = `${file.name}${turned ? ", dark on light, so turned round" : ""}.`;
    changed(performance.now(), true);
  } catch {
    showProblem(at("problem"), new Error(`${file.name}: is no picture that this browser reads; open a PNG or a JPEG`));
  }
}

function attempt(action) {
  return async (...values) => {
    try {
      showProblem(at("problem"), null);
      await action(...values);
    } catch (error) {
      showProblem(at("problem"), error);
    }
  };
}

async function start() {
  pad = new Pad(at("canvas"), (time, final) => {
    at("source").textContent = "";
    changed(time, final);
  });
  at("undo").addEventListener("click", () => pad.undo());
  at("clear").addEventListener("click", () => pad.clear());
  at("example").addEventListener("click", attempt(example));
  at("file").addEventListener("change", event => event.target.files[0] && open(event.target.files[0]).then(() => {
    event.target.value = "";
  }));
  at("choice").addEventListener("submit", event => event.preventDefault());
  at("placing").addEventListener("change", () => changed(performance.now(), true));
  at("model").addEventListener("change", attempt(() => choose(at("model").value)));
  const models = await get("/api/digits/models");
  const asked = new URLSearchParams(location.search).get("model");
  if (models.length === 0 && !asked) {
    at("none").hidden = false;
    return;
  }
  if (asked && !models.some(({id}) => id === asked)) {
    models.unshift({id: asked, name: "the model asked for"});
  }
  at("choice").hidden = false;
  at("model").replaceChildren(...models.map(({id, name}) => element("option", {value: id}, name)));
  at("model").value = asked ?? models[0].id;
  await choose(at("model").value);
}

attempt(start)();
