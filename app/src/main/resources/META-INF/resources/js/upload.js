/* Models and recordings that visitors send. */
import {element, get, moment, send, showProblem, whole} from "./mote.js";
import {findingList} from "./findings.js";
import {firmwareForm} from "./firmware.js";

const place = id => document.getElementById(id);
let limits = null;

const megabytes = bytes => bytes < 2 ** 20 ? `${Math.ceil(bytes / 2 ** 10)} KiB` : `${Math.round(bytes / 2 ** 20)} MiB`;

const DEFECTS = {
  missing_value: "values missing, NaN or infinite",
  unreadable_value: "values that are no number",
  wrong_columns: "rows with another number of columns than the header",
  unreadable_time: "rows without a readable time",
  repeated_time: "rows with the time of the row before",
  backward_time: "rows older than the row before",
  short_gap: "silences of a few samples",
  long_gap: "silences too long to be bridged",
  clock_reset: "jumps of the clock to an earlier time",
};

function facts(pairs) {
  return element("dl", {class: "facts"}, ...pairs.filter(pair => pair !== null).map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value))));
}

function ends(list) {
  return list.map(end => `${end.name} ${end.type} ${end.shape.join("x")}${end.quantization ? `, ${end.quantization}` : ""}`).join("\n");
}

async function modelResult({upload, model}) {
  const runs = model.runs;
  const details = await get(`/api/models/${model.id}`);
  return element("div", {class: "result"},
    element("h2", {}, upload.label),
    element("p", {}, runs ? "Mote runs this model." : "This model was read, but Mote cannot run it: see why below. It is kept, so that you can look at it."),
    facts([["File", `${whole(upload.bytes)} bytes`], ["Inputs", ends(model.inputs)], ["Outputs", ends(model.outputs)],
      ["Operators", whole(model.operators)],
      runs ? ["MACs", whole(model.macs)] : null, ["Weights", `${whole(model.weights_bytes)} bytes`],
      runs ? ["Arena", `${whole(model.arena_bytes)} bytes`] : null]),
    element("h3", {}, "Findings"),
    model.findings.length === 0 ? element("p", {}, "None: nothing speaks against this model.") : findingList(model.findings),
    element("div", {class: "actions"},
      element("a", {class: "button primary", href: `/model.html?id=${model.id}`}, "Open the model"),
      details.is_for_drawing ? element("a", {class: "button", href: `/digits.html?model=${model.id}`}, "Draw digits") : null,
      details.is_for_streams ? element("a", {class: "button", href: `/activity.html?model=${model.id}`}, "Run on a stream") : null,
      element("a", {class: "button", href: `/compare.html?b=${model.id}`}, "Compare")),
    runs ? element("h3", {}, "Firmware") : null,
    runs ? await firmwareForm(model.id) : null);
}

function recordingResult({upload}) {
  const found = upload.recording;
  const defects = Object.entries(found.defects);
  const labels = Object.entries(found.labels);
  return element("div", {class: "result"},
    element("h2", {}, upload.label),
    element("p", {}, defects.length === 0 ? "A recording without defects." : "A recording, with defects that a stream has to bear:"),
    defects.length === 0 ? null : element("ul", {class: "findings"}, ...defects.map(([kind, count]) =>
      element("li", {class: "warn"}, element("strong", {}, `${whole(count)} ×`), DEFECTS[kind] ?? kind))),
    facts([["File", `${whole(upload.bytes)} bytes`],
      ["Channels", found.channels.map((name, index) => found.units[index] ? `${name} [${found.units[index]}]` : name).join(", ")],
      ["Rate", `${Number(found.rate_hertz.toFixed(2))} Hz`], ["Rows", whole(found.rows)],
      ["Length", `${found.seconds.toFixed(1)} s in ${found.stretches} piece${found.stretches === 1 ? "" : "s"}`],
      ["Classes", labels.length === 0 ? "none told" : labels.map(([name, rows]) => `${name}: ${whole(rows)} rows`).join(", ")]]),
    element("div", {class: "actions"},
      element("a", {class: "button primary", href: `/activity.html?stream=upload-${upload.id}`}, "Run a model on it")));
}

async function result(uploaded) {
  return uploaded.upload.kind === "model" ? modelResult(uploaded) : recordingResult(uploaded);
}

function inWords(error, file) {
  if (error.status === 413) {
    return new Error(`${file.name}: has ${megabytes(file.size)}, ${megabytes(limits.most_bytes_each)} is the most that the studio takes;`
      + " send a smaller file, or put it into the workspace folder yourself");
  }
  return error instanceof TypeError ? new Error(`${file.name}: the connection broke while it was sent; is the studio still running?`) : error;
}

async function upload(file) {
  place("result").replaceChildren();
  place("refused").replaceChildren();
  showProblem(place("problem"), null);
  place("said").textContent = `Sending ${file.name}, ${megabytes(file.size)} …`;
  try {
    if (limits !== null && file.size > limits.most_bytes_each) {
      throw Object.assign(new Error("too large"), {status: 413});
    }
    const response = await send(`/api/uploads?${new URLSearchParams({name: file.name})}`, {
      method: "POST", headers: {"Content-Type": "application/octet-stream"}, body: file,
    });
    const shown = await result(await response.json());
    place("said").textContent = `${file.name} was uploaded.`;
    place("result").replaceChildren(shown);
    await list();
  } catch (error) {
    place("said").textContent = "";
    showProblem(place("problem"), inWords(error, file));
    if (error.detail?.findings?.length > 0) {
      place("refused").replaceChildren(element("h2", {}, "What is wrong with it"), findingList(error.detail.findings));
    }
  }
  place("file").value = "";
}

async function remove(entry) {
  if (!confirm(`Delete ${entry.label}?`)) {
    return;
  }
  try {
    await send(`/api/uploads/${entry.id}`, {method: "DELETE"});
    place("result").replaceChildren();
    place("said").textContent = `${entry.label} was deleted.`;
    await list();
  } catch (error) {
    showProblem(place("problem"), error);
  }
}

async function open(uploaded) {
  place("result").replaceChildren(await result(uploaded));
  place("result").scrollIntoView({block: "nearest"});
}

function state({upload: entry, model}) {
  if (entry.kind === "recording") {
    const defects = Object.values(entry.recording.defects).reduce((sum, count) => sum + count, 0);
    return defects === 0 ? "no defects" : `${whole(defects)} defect${defects === 1 ? "" : "s"}`;
  }
  if (model === null || !model.runs) {
    return element("span", {class: "tag bad"}, "cannot run");
  }
  return model.findings.length === 0 ? "runs" : `runs, ${model.findings.length} finding${model.findings.length === 1 ? "" : "s"}`;
}

async function list() {
  limits = await get("/api/uploads");
  place("limits").textContent = `At most ${megabytes(limits.most_bytes_each)} each; ${limits.uploads.length} of ${limits.most} uploads,`
    + ` ${megabytes(limits.bytes)} of ${megabytes(limits.most_bytes)} are used.`;
  place("none").hidden = limits.uploads.length > 0;
  place("uploads").hidden = limits.uploads.length === 0;
  place("uploads").replaceChildren(
    element("caption", {class: "hidden"}, "Uploads"),
    element("thead", {}, element("tr", {}, ...["Name", "Kind", "State", "Bytes", "Uploaded", ""].map((title, column) =>
      element("th", {scope: "col", class: column === 3 ? "n" : null}, title === "" ? element("span", {class: "hidden"}, "Actions") : title)))),
    element("tbody", {}, ...limits.uploads.map(row)));
}

function row(uploaded) {
  const entry = uploaded.upload;
  return element("tr", {},
    element("th", {scope: "row"}, entry.label), element("td", {"data-label": "Kind"}, entry.kind),
    element("td", {"data-label": "State"}, state(uploaded)), element("td", {class: "n", "data-label": "Bytes"}, whole(entry.bytes)),
    element("td", {"data-label": "Uploaded"}, moment(entry.uploaded)),
    element("td", {}, element("div", {class: "actions"},
      entry.kind === "model" && uploaded.model === null ? null
        : element("button", {type: "button", "aria-label": `Show ${entry.label}`, onclick: () => open(uploaded)}, "Show"),
      element("button", {type: "button", "aria-label": `Delete ${entry.label}`, onclick: () => remove(entry)}, "Delete"))));
}

const drop = place("drop");
place("file").addEventListener("change", event => {
  const [file] = event.target.files;
  if (file) {
    upload(file);
  }
});
drop.addEventListener("submit", event => event.preventDefault());
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", event => {
  event.preventDefault();
  drop.classList.remove("over");
  const files = event.dataTransfer.files;
  if (files.length === 1) {
    upload(files[0]);
  } else {
    showProblem(place("problem"), new Error("drop one file, not " + files.length));
  }
});
list().catch(error => showProblem(place("problem"), error));
