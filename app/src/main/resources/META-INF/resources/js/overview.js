/* The overview: every run of the workspace in a table that is sorted, filtered, and of which two are compared. */
import {element, get, moment, percent, showProblem, whole} from "./mote.js";
import {findingList} from "./findings.js";
import {sparkline} from "./spark.js";

const USUAL_MILLIS = 15000;
const BUSY_MILLIS = 3000;
const PENDING_MILLIS = 500;

const place = id => document.getElementById(id);
const state = {runs: [], device: null, sort: "changed", down: true, filter: "", chosen: []};

/* key of the value that is sorted by; more: a line below */
const COLUMNS = [
  {key: "name", title: "Run", value: run => run.name.toLowerCase()},
  {key: "dataset", title: "Data", value: run => run.dataset ?? "", cell: dataCell},
  {key: "float", title: "Accuracy float", value: run => run.float_accuracy, cell: run => accuracyCell(run, run.float_accuracy), number: true},
  {key: "int8", title: "Accuracy int8", value: run => run.int8_accuracy, cell: run => text(run.int8_accuracy, percent), number: true},
  {key: "f1", title: "Macro F1 int8", value: run => run.int8_macro_f1, cell: run => text(run.int8_macro_f1, percent), number: true},
  {key: "weights", title: "Weights, bytes", value: run => run.weights_bytes, cell: run => text(run.weights_bytes, whole), number: true},
  {key: "arena", title: "Arena, bytes", value: run => run.arena_bytes, cell: run => text(run.arena_bytes, whole), number: true},
  {key: "macs", title: "MACs", value: run => run.macs, cell: run => text(run.macs, whole), number: true},
  {key: "instructions", title: "Instructions", value: run => run.board?.instructions, cell: instructionsCell, number: true},
  {key: "flash", title: "Flash, bytes", value: run => run.board?.flash_bytes, cell: flashCell, number: true},
  {key: "training", title: "Training", value: run => run.learning?.epochs, cell: run => run.learning ? [sparkline(run.learning)] : []},
  {key: "changed", title: "Changed", value: run => run.changed, cell: run => run.changed ? [moment(run.changed)] : []},
];

function text(value, shown) {
  return value === null || value === undefined ? [] : [shown(value)];
}

function dataCell(run) {
  return run.dataset === null ? [] : [run.dataset, run.synthetic ? element("div", {}, element("span", {class: "tag"}, "synthetic")) : null];
}

function accuracyCell(run, accuracy) {
  return accuracy === null && run.numbers.length > 0
    ? run.numbers.map(number => element("div", {class: "detail"},
      `${number.name}: off by ${number.mean_absolute_error?.toPrecision(3) ?? "–"} ${number.unit}`))
    : text(accuracy, percent);
}

function instructionsCell(run) {
  return run.board?.instructions == null ? []
    : [whole(run.board.instructions), element("div", {class: "detail"}, `${run.board.unit === "cycles" ? "cycles, " : ""}${run.board.origin}`)];
}

function flashCell(run) {
  return run.board == null ? []
    : [whole(run.board.flash_bytes), run.board.fits ? null : element("div", {}, element("span", {class: "tag bad"}, "does not fit"))];
}

function trainingTag(run) {
  if (run.training === null) {
    return null;
  }
  const {state: now, epochs_done: done, epochs_planned: planned} = run.training;
  const words = planned > 0 ? `${now}, epoch ${done} of ${planned}` : now;
  return element("a", {href: "/training.html", class: `tag ${now === "training" || now === "finishing" ? "good" : "bad"}`}, words);
}

function nameCell(run) {
  const errors = run.models.some(model => !model.runs && !model.pending);
  return element("th", {scope: "row", role: "rowheader"},
    run.model ? element("a", {href: `/model.html?id=${run.model}`, "data-focus": `name ${run.id}`}, run.name) : element("strong", {}, run.name),
    run.place === run.name ? null : element("div", {class: "detail"}, run.place === "" ? "the workspace itself" : run.place),
    element("div", {},
      run.upload ? element("span", {class: "tag plain"}, "upload") : null, trainingTag(run),
      errors ? element("span", {class: "tag bad"}, "cannot run") : null),
    element("div", {class: "links small"},
      ...run.models.filter(model => model.id !== run.model && model.readable)
        .map(model => element("a", {href: `/model.html?id=${model.id}`}, model.name.replace(/\.tflite$/, ""))),
      run.report ? element("a", {href: `/api/runs/${run.id}/report`, "aria-label": `report of ${run.name}`}, "report") : null));
}

/** What speaks against the models of a run, below it. */
function findingsRow(run) {
  const bad = run.models.filter(model => model.findings.length > 0);
  return bad.length === 0 ? [] : [element("tr", {role: "row", class: "below"}, element("td", {role: "cell", colspan: COLUMNS.length + 1},
    ...bad.map(model => element("details", {},
      element("summary", {class: "small", "data-focus": `findings ${model.id}`},
        `${model.name}: ${model.findings.length} finding${model.findings.length === 1 ? "" : "s"}`),
      findingList(model.findings)))))];
}

function row(run) {
  const chosen = state.chosen.includes(run.id);
  const pick = element("input", {
    type: "checkbox", "aria-label": `Compare ${run.name}`, checked: chosen, disabled: run.model === null, "data-focus": `pick ${run.id}`,
    onchange: event => choose(run.id, event.target.checked),
  });
  return element("tr", {class: chosen ? "chosen" : null, role: "row"},
    element("td", {class: "pick", role: "cell"}, pick), nameCell(run),
    ...COLUMNS.slice(1).map(column => {
      const content = column.cell(run);
      const css = [column.number ? "n" : "", content.length === 0 ? "empty" : ""].join(" ").trim();
      return element("td", {class: css || null, "data-label": column.title, role: "cell"},
        ...(content.length === 0 ? [element("span", {class: "none", "aria-label": "not known"}, "–")] : [element("span", {}, ...content.filter(part => part !== null))]));
    }));
}

function head() {
  return element("thead", {}, element("tr", {role: "row"}, element("th", {class: "pick", scope: "col", role: "columnheader"}, element("span", {class: "hidden"}, "Compare")),
    ...COLUMNS.map(column => element("th", {
      scope: "col", role: "columnheader", class: column.number ? "n" : null,
      "aria-sort": state.sort === column.key ? (state.down ? "descending" : "ascending") : null,
    }, element("button", {type: "button", "data-focus": `sort ${column.key}`, onclick: () => sortBy(column.key)}, column.title)))));
}

function sortBy(key) {
  const numeric = COLUMNS.find(column => column.key === key).number;
  state.down = state.sort === key ? !state.down : Boolean(numeric) || key === "changed";
  state.sort = key;
  place("sort").value = key;
  show();
}

function choose(id, on) {
  state.chosen = state.chosen.filter(other => other !== id);
  if (on) {
    state.chosen = [...state.chosen.slice(-1), id];
  }
  show();
}

function shownRuns() {
  const words = state.filter.toLowerCase().split(/\s+/).filter(word => word !== "");
  const value = COLUMNS.find(column => column.key === state.sort).value;
  const sign = state.down ? -1 : 1;
  return state.runs
    .filter(run => {
      const all = [run.name, run.place, run.dataset, run.synthetic ? "synthetic" : "", run.upload ? "upload" : "", run.training?.state].join(" ").toLowerCase();
      return words.every(word => all.includes(word));
    })
    .sort((one, other) => {
      const [a, b] = [value(one) ?? null, value(other) ?? null];
      /* What is not known stays at the end, whichever way. */
      return a === null || b === null ? (a === null) - (b === null) : sign * (a < b ? -1 : a > b ? 1 : 0);
    });
}

function show() {
  const focused = document.activeElement?.dataset?.focus;
  const open = new Set([...document.querySelectorAll("#runs details[open] summary")].map(summary => summary.dataset.focus));
  const shown = shownRuns();
  place("runs").replaceChildren(
    element("caption", {class: "hidden"}, "Runs of the workspace"), head(),
    element("tbody", {role: "rowgroup"}, ...shown.flatMap(run => [row(run), ...findingsRow(run)])));
  for (const summary of document.querySelectorAll("#runs summary")) {
    summary.parentElement.open = open.has(summary.dataset.focus);
  }
  if (focused) {
    document.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
  place("said").textContent = shown.length === state.runs.length ? `${shown.length} run${shown.length === 1 ? "" : "s"}` : `${shown.length} of ${state.runs.length} runs`;
  showCompare();
}

function showCompare() {
  const button = place("compare");
  const ready = state.chosen.length === 2;
  button.textContent = ready ? "Compare the two" : `Choose two to compare (${state.chosen.length} of 2)`;
  button.setAttribute("aria-disabled", String(!ready));
  if (ready) {
    button.href = `/compare.html?${new URLSearchParams({a: state.chosen[0], b: state.chosen[1]})}`;
  } else {
    button.removeAttribute("href");
  }
}

let asking = 0;
let latest = "";
let next = null;

async function load() {
  const mine = ++asking;
  clearTimeout(next);
  let pause = USUAL_MILLIS;
  try {
    const found = await get(`/api/runs${state.device ? `?${new URLSearchParams({device: state.device})}` : ""}`);
    if (mine !== asking) {
      return;
    }
    state.runs = found.runs;
    state.device = found.device;
    state.chosen = state.chosen.filter(id => found.runs.some(run => run.id === id));
    place("empty").hidden = found.runs.length > 0;
    place("filled").hidden = found.runs.length === 0;
    if (place("board").options.length === 0) {
      place("board").append(...found.boards.map(board => element("option", {value: board.name}, `${board.title} (${board.core})`)));
    }
    place("board").value = found.device;
    showProblem(place("problem"), null);
    /* Nothing moves under the visitor's hands unless something is new. */
    if (latest !== JSON.stringify(found)) {
      latest = JSON.stringify(found);
      show();
      place("said").textContent += found.pending > 0 ? `; ${found.pending} models are still being looked at` : "";
    }
    const busy = found.runs.some(run => ["training", "finishing"].includes(run.training?.state));
    pause = found.pending > 0 ? PENDING_MILLIS : busy ? BUSY_MILLIS : USUAL_MILLIS;
  } catch (error) {
    if (mine !== asking) {
      return;
    }
    showProblem(place("problem"), error instanceof TypeError ? new Error("The studio does not answer; is it still running? Trying again …") : error);
  }
  next = setTimeout(load, pause);
}

async function loadData() {
  try {
    const sets = await get("/api/datasets");
    place("datasets").replaceChildren(
      element("caption", {class: "hidden"}, "Data sets that Mote knows"),
      element("thead", {}, element("tr", {}, ...["Name", "State", "Samples", "Publisher"].map(title => element("th", {scope: "col"}, title)))),
      element("tbody", {}, ...sets.map(set => element("tr", {},
        element("th", {scope: "row"}, set.name),
        element("td", {"data-label": "State"}, element("span", {}, element("span", {class: `tag ${set.synthetic ? "" : set.found ? "good" : "plain"}`},
          set.synthetic ? "synthetic" : set.found ? "ready" : "missing"))),
        element("td", {"data-label": "Samples"}, element("span", {}, set.records)),
        element("td", {"data-label": "Publisher", class: "small"}, element("span", {}, set.publisher))))));
  } catch (error) {
    showProblem(place("problem"), error);
  }
}

place("demo").textContent = "./mote demo digits --out WORKSPACE/digits";
get("/api/about").then(about => {
  place("demo").textContent = `./mote demo digits --out ${about.workspace}/digits`;
});
place("sort").append(...COLUMNS.map(column => element("option", {value: column.key}, column.title)));
place("sort").value = state.sort;
place("sort").addEventListener("change", event => {
  state.sort = "";
  sortBy(event.target.value);
});
place("fields").addEventListener("submit", event => event.preventDefault());
place("filter").addEventListener("input", event => {
  state.filter = event.target.value;
  show();
});
place("board").addEventListener("change", event => {
  state.device = event.target.value;
  load();
});
load();
loadData();
