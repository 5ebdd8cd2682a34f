/* Activity live: a stream through a model over a socket. */
import {element, get, percent, showProblem, socket, whole} from "./mote.js";
import {Signal, Timeline} from "./activity-pictures.js";
import {FaultList} from "./activity-faults.js";
import {Phone} from "./activity-phone.js";

const $ = id => document.getElementById(id);
const NO_TRUTH = -1;
const MOST_EVENTS = 12;
const SILENCE_MILLIS = 2000;

const signal = new Signal($("signal"));
const timeline = new Timeline($("timeline"));
const faults = new FaultList($("kind"), $("kind-text"), $("add"), $("faults"), () => tell({type: "faults", faults: faults.texts(), seed: seed()}));
const phone = new Phone($("sensor"), samples => tell({type: "samples", ...samples, label: $("doing").value}));

let models = [];
let streams = [];
let channel = null;       // the open socket
let started = null;       // what the studio told of the running stream
let paused = false;
let chosen = 0;           // number of the last choice: answers to earlier ones are not shown

function seed() {
  const value = $("seed").value.trim();
  return value === "" || !Number.isSafeInteger(Number(value)) ? null : Number(value);
}

function options(select, pairs) {
  select.replaceChildren(...pairs.map(([value, text]) => element("option", {value}, text)));
}

function model() {
  return models.find(each => each.id === $("model").value);
}

function stream() {
  return streams.find(each => each.id === $("stream").value);
}

async function chooseModel() {
  const turn = ++chosen;
  const found = await get(`/api/streams?model=${encodeURIComponent($("model").value)}`);
  if (turn !== chosen) {
    return;
  }
  streams = found;
  options($("stream"), streams.map(each => [each.id, each.title + (each.own ? " · its own data" : "")]));
  const wanted = new URLSearchParams(location.search).get("stream");
  if (streams.some(each => each.id === wanted)) {
    $("stream").value = wanted;
  }
  options($("doing"), [["", "not told"], ...model().labels.map(label => [label, label])]);
  faults.rate = model().rate_hertz;
  scoreRows(model().labels);
  $("schedules").replaceChildren(...["for=1h", "for=24h",
    model().labels.slice(0, 3).map(label => `${label}=20s`).join(",")].map(value => element("option", {value})));
  await chooseStream();
}

async function chooseStream() {
  const turn = ++chosen;
  const picked = stream();
  $("start").disabled = true;
  $("recording-field").hidden = picked.live;
  $("schedule-field").hidden = !picked.scheduled;
  $("speed").disabled = picked.live;
  $("by-time").disabled = picked.live;
  $("phone").hidden = !picked.live;
  showProblem($("problem"), null);
  if (picked.live) {
    showNotes(picked.fits ? [] : [`This model wants channels that a phone has not: ${model().channels.join(", ")}.`]);
    phone.describe();
    $("start").disabled = !picked.fits;
    return;
  }
  options($("recording"), [["0", "reading…"]]);
  showNotes([]);
  try {
    const found = await get(`/api/streams/${encodeURIComponent(picked.id)}/recordings?model=${encodeURIComponent(model().id)}`);
    if (turn !== chosen) {
      return;
    }
    options($("recording"), names(found.recordings));
    showNotes(found.notes);
    $("start").disabled = false;
  } catch (error) {
    if (turn === chosen) {
      options($("recording"), [["0", "–"]]);
      showProblem($("problem"), error);
    }
  }
}

/** Two recordings of one person are told apart by a number. */
function names(recordings) {
  const counts = new Map();
  recordings.forEach(each => counts.set(each.subject, (counts.get(each.subject) ?? 0) + 1));
  const seen = new Map();
  return recordings.map(each => {
    const place = (seen.get(each.subject) ?? 0) + 1;
    seen.set(each.subject, place);
    const name = each.subject === "" ? "recording" : each.subject;
    return [String(each.number), counts.get(each.subject) > 1 ? `${name}, part ${place}` : name];
  });
}

function showNotes(notes) {
  $("notes").replaceChildren(...notes.map(note => element("li", {}, note)));
}

function tell(message) {
  if (channel && channel.readyState === WebSocket.OPEN) {
    channel.send(JSON.stringify(message));
  }
}

async function start() {
  close();
  showProblem($("problem"), null);
  const picked = stream();
  if (picked.live && !await phone.allow()) {
    return;
  }
  state("Starting…");
  clear();
  const opened = await socket("/api/live/activity");
  channel = opened;
  opened.addEventListener("open", () => {
    tell({
      type: "start", model: model().id, stream: picked.id, recording: Number($("recording").value) || 0,
      schedule: picked.scheduled ? $("schedule").value.trim() : "", speed: picked.live ? 1 : Number($("speed").value),
      by_time: $("by-time").checked, faults: faults.texts(), seed: seed(),
    });
    if (picked.live) {
      phone.send($("inverted"));
      phone.onsilence(SILENCE_MILLIS, () => {
        close();
        fail("No motion sensor answers: this device has none, or the browser does not give it to pages.");
      });
    }
  });
  opened.addEventListener("message", event => opened === channel && hear(JSON.parse(event.data)));
  opened.addEventListener("close", () => opened === channel && gone());
  buttons();
}

function hear(reply) {
  switch (reply.type) {
    case "started": begin(reply); break;
    case "tick": tick(reply); break;
    case "ended": totals(reply.totals); finish("The stream is over."); break;
    case "problem": fail(reply.error); break;
    case "refused": finish("Stopped."); fail(reply.error); break;
  }
}

function begin(reply) {
  started = reply;
  paused = false;
  signal.begin(reply);
  timeline.begin(reply);
  legend();
  $("doing").disabled = false;
  showNotes([...(reply.synthetic ? ["The stream is synthetic."] : []),
    ...(reply.has_float ? [] : ["The run of this model has no float model to compare with."]), ...reply.notes]);
  state("Running.");
  buttons();
}

function legend() {
  $("legend").replaceChildren(...started.channels.map((name, i) =>
    element("span", {class: `key line c${i % 8}`}, `${name}${started.units[i] ? `, ${started.units[i]}` : ""}`)));
  $("classes").replaceChildren(...started.labels.map((name, i) => element("span", {class: `key c${i % 8}`}, name)));
  scoreRows(started.labels);
  $("values").tBodies[0].replaceChildren(...started.channels.map((name, i) => element("tr", {},
    element("th", {scope: "row"}, name), element("td", {class: "n"}, "–"), element("td", {}, started.units[i]))));
}

/** Empty ones are there before the first window, so that nothing below them jumps. */
function scoreRows(labels) {
  $("scores").tBodies[0].replaceChildren(...labels.map((name, i) => element("tr", {class: `c${i % 8}`},
    element("th", {scope: "row", class: "class"}, name),
    element("td", {}, element("span", {class: "number"}, "–"), element("span", {class: "bar"})),
    element("td", {class: "float"}, element("span", {class: "number"}, "–"), element("span", {class: "bar"})))));
}

let truth = NO_TRUTH;
let floatLabel = -1;

function tick(reply) {
  signal.add(reply);
  timeline.add(reply);
  if (reply.truth.length) {
    truth = reply.truth.at(-1).label;
    setText("truth", name(truth, truth === NO_TRUTH ? "not known" : "none of the model's"));
  }
  setText("position", time(reply.at));
  reply.int8_events.forEach(event => heard("int8", event));
  reply.float_events.forEach(event => {
    floatLabel = event.label;
    heard("float", event);
  });
  if (reply.windows.length) {
    scores(reply.windows.at(-1));
  }
  if (reply.totals) {
    totals(reply.totals);
    currentValues(reply);
  }
}

function name(label, other = "unknown") {
  return label >= 0 ? started.labels[label] : other;
}

/** Minutes and seconds of the stream. */
function time(micros) {
  const seconds = micros / 1e6;
  const whole = Math.floor(seconds / 60);
  return `${whole}:${(seconds - 60 * whole).toFixed(1).padStart(4, "0")}`;
}

/** Screen readers speak only what changes. */
function setText(id, text) {
  if ($(id).textContent !== text) {
    $(id).textContent = text;
  }
}

function heard(by, event) {
  if (by === "int8") {
    setText("label", name(event.label));
    setText("since", `since ${time(event.begin)}, told at ${time(event.at)}`);
  } else {
    setText("float-label", name(event.label));
  }
  const rows = $("events").tBodies[0];
  rows.prepend(element("tr", {}, element("td", {class: "n"}, time(event.at)), element("td", {class: "n"}, time(event.begin)),
    element("td", {}, by), element("td", {class: event.label >= 0 ? `class c${event.label % 8}` : ""}, name(event.label))));
  while (rows.rows.length > MOST_EVENTS) {
    rows.deleteRow(-1);
  }
}

function scores(window) {
  [...$("scores").tBodies[0].rows].forEach((row, i) => {
    score(row.cells[1], window.scores[i], i === window.best);
    score(row.cells[2], window.float_scores[i], i === window.float_best);
  });
  const differs = window.float_best !== null && window.float_best !== window.best;
  setText("differ", !started.has_float ? "no float model" : differs
    ? `window: int8 ${name(window.best)}, float ${name(window.float_best)}` : "window: same class");
}

function score(cell, value, best) {
  cell.classList.toggle("best", best);
  cell.firstChild.textContent = value === undefined ? "–" : value.toFixed(2) + (best ? " ◂" : "");
  cell.lastChild.style.width = `${100 * Math.min(1, Math.max(0, value ?? 0))}%`;
}

function share(part, all) {
  return all === 0 ? null : part / all;
}

function totals(now) {
  const int8 = now.int8;
  const real = now.float;
  const rows = [
    ["Windows", side => whole(side.windows)],
    ["Accuracy", side => percent(share(side.right, side.scored))],
    ["Events told", side => whole(side.events)],
    ["True events found", side => side.truth_events ? `${whole(side.found)} of ${whole(side.truth_events)}` : "–"],
    ["False alarms", side => side.truth_events ? whole(side.false_alarms) : "–"],
  ];
  $("totals").tBodies[0].replaceChildren(...rows.map(([title, text]) => element("tr", {}, element("th", {scope: "row"}, title),
    element("td", {class: "n"}, text(int8)), element("td", {class: "n"}, real ? text(real) : "–"))));
  $("agreement").textContent = agreement(now);
  const defects = Object.entries(now.defects).map(([kind, count]) => `${whole(count)} ${kind.replaceAll("_", " ")}`);
  const facts = [
    ["Measured by the sensor", `${whole(now.measured)} samples`],
    ["Reached the device", `${whole(now.samples)} samples`],
    ["Lost on the way here", `${whole(now.lost)} samples`],
    ["Stream waited", `${now.waited_seconds.toFixed(1)} s for studio or page`],
    ["Defects that the device saw", defects.length ? defects.join(", ") : "none"],
  ];
  $("samples").replaceChildren(...facts.map(([term, text]) => element("div", {}, element("dt", {}, term), element("dd", {}, text))));
}

function agreement(now) {
  if (!now.float || now.int8.windows === 0) {
    return "";
  }
  const same = `int8 and float tell the same class for ${percent(now.same_windows / now.int8.windows)} of the windows`;
  const change = 100 * (now.int8.right - now.float.right) / now.int8.scored;
  const level = Math.abs(change) < 0.005 ? "level with" : `${Math.abs(change).toFixed(2)} points ${change < 0 ? "below" : "above"}`;
  return now.int8.scored === 0 ? `${same}.` : `${same}; in accuracy int8 is ${level} float.`;
}

function currentValues(reply) {
  const width = started.channels.length;
  const newest = reply.values.slice(-width);
  [...$("values").tBodies[0].rows].forEach((row, i) => {
    row.cells[1].textContent = newest[i] === undefined ? "–" : newest[i].toFixed(3);
  });
}

function clear() {
  truth = NO_TRUTH;
  started = null;
  for (const id of ["label", "float-label", "truth"]) {
    $(id).textContent = "–";
  }
  for (const id of ["since", "differ", "position", "agreement"]) {
    $(id).textContent = "";
  }
  $("events").tBodies[0].replaceChildren();
}

function state(text) {
  $("state").textContent = text;
}

function fail(text) {
  showProblem($("problem"), new Error(text));
}

/** The stream ended; its pictures stay. */
function finish(text) {
  close();
  state(text);
}

function close() {
  const open = channel;
  channel = null;
  open?.close();
  phone.stop();
  buttons();
}

function gone() {
  finish("Stopped.");
  fail("The studio closed the connection; is it still running? Start again.");
}

function buttons() {
  $("pause").disabled = !channel;
  $("stop").disabled = !channel;
  $("pause").textContent = paused && channel ? "Go on" : "Pause";
  $("start").textContent = channel ? "Start anew" : "Start";
}

$("choice").addEventListener("submit", event => {
  event.preventDefault();
  start().catch(error => {
    state("Nothing runs.");
    showProblem($("problem"), error);
  });
});
$("pause").addEventListener("click", () => {
  paused = !paused;
  tell({type: paused ? "pause" : "resume"});
  phone.pause(paused);
  state(paused ? "Paused." : "Running.");
  buttons();
});
$("stop").addEventListener("click", () => tell({type: "stop"}));
$("speed").addEventListener("change", () => tell({type: "speed", speed: Number($("speed").value)}));
$("seed").addEventListener("change", () => tell({type: "faults", faults: faults.texts(), seed: seed()}));
const shown = change => () => change().catch(error => showProblem($("problem"), error));
$("model").addEventListener("change", shown(chooseModel));
$("stream").addEventListener("change", shown(chooseStream));

async function load() {
  [models] = await Promise.all([get("/api/streams/models"), faults.load()]);
  if (models.length === 0) {
    $("choice").hidden = true;
    document.querySelector(".live").hidden = true;
    $("notes").replaceChildren(element("li", {}, "There is no int8 model of a signal in this workspace yet. ",
      element("a", {href: "/training.html"}, "Train"), " or ", element("a", {href: "/upload.html"}, "upload"), " one, or make one with ",
      element("code", {}, "./mote demo activity --out FOLDER"), ", in a folder of the workspace."));
    return;
  }
  options($("model"), models.map(each => [each.id, each.title]));
  const wanted = new URLSearchParams(location.search).get("model");
  if (models.some(each => each.id === wanted)) {
    $("model").value = wanted;
  }
  await chooseModel();
}
shown(load)();
