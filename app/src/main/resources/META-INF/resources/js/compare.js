/* Two models side by side. */
import {element, get, percent, showProblem, whole} from "./mote.js";
import {findingList} from "./findings.js";
import {curves} from "./curves.js";

const place = id => document.getElementById(id);
const asked = new URLSearchParams(location.search);

const WRITTEN = {
  SHARE: percent,
  BYTES: whole,
  COUNT: whole,
  MILLISECONDS: value => value.toPrecision(3),
};
const UNITS = {SHARE: "", BYTES: " bytes", COUNT: "", MILLISECONDS: " ms"};
const WORDS = {BETTER: "better", WORSE: "worse", SAME: "the same", UNDECIDED: ""};

function signed(row) {
  if (row.difference === null) {
    return "–";
  }
  const sign = row.difference > 0 ? "+" : row.difference < 0 ? "−" : "";
  const size = Math.abs(row.difference);
  if (row.unit === "SHARE") {
    return `${sign}${(100 * size).toFixed(2)} points`;
  }
  const share = row.a > 0 && size > 0 ? ` (${sign}${(100 * size / row.a).toFixed(1)} %)` : "";
  return `${sign}${WRITTEN[row.unit](size)}${share}`;
}

function shown(row, value) {
  return value === null ? "–" : WRITTEN[row.unit](value);
}

function verdict(row) {
  const css = row.verdict === "BETTER" ? "better-text" : row.verdict === "WORSE" ? "worse-text" : "none";
  return element("td", {class: css, "data-label": "Second is"}, WORDS[row.verdict] || "–");
}

function table(caption, rows, one, other, first) {
  return [element("caption", {class: "hidden"}, caption),
    element("thead", {}, element("tr", {}, element("th", {scope: "col"}, first),
      element("th", {scope: "col", class: "n"}, one), element("th", {scope: "col", class: "n"}, other),
      element("th", {scope: "col", class: "n"}, "Difference"), element("th", {scope: "col"}, "Second is"))),
    element("tbody", {}, ...rows.map(row => element("tr", {},
      element("th", {scope: "row"}, `${row.name}${UNITS[row.unit] === "" ? "" : `,${UNITS[row.unit]}`}`),
      element("td", {class: "n", "data-label": one}, shown(row, row.a)), element("td", {class: "n", "data-label": other}, shown(row, row.b)),
      element("td", {class: "n", "data-label": "Difference"}, signed(row)), verdict(row))))];
}

function title(side) {
  return side.title;
}

function heading(side) {
  return [element("a", {href: `/model.html?id=${side.id}`}, title(side)),
    element("div", {class: "detail"}, side.dataset ?? "", side.synthetic ? " (synthetic)" : "")];
}

function layers(side) {
  if (side.operators.length === 0) {
    return element("div", {}, element("h3", {}, title(side)), element("p", {}, "Its operators cannot be read."));
  }
  return element("div", {class: "scroll"}, element("table", {},
    element("caption", {}, title(side)),
    element("thead", {}, element("tr", {}, element("th", {scope: "col", class: "n"}, "#"), element("th", {scope: "col"}, "Operator"),
      element("th", {scope: "col"}, "Output"), element("th", {scope: "col", class: "n"}, "MACs"))),
    element("tbody", {}, ...side.operators.map(row => element("tr", {},
      element("td", {class: "n"}, String(row.index)),
      element("th", {scope: "row"}, row.operator, element("div", {class: "detail"}, row.name)),
      element("td", {}, row.shape), element("td", {class: "n"}, row.macs === 0 ? "" : whole(row.macs)))))));
}

function points(epochs, key) {
  return epochs.filter(epoch => epoch[key] !== null).map(epoch => [epoch.epoch, epoch[key]]);
}

/** The curves of both in one picture for each quantity that either tells of. */
function training(a, b) {
  const last = Math.max(...[...a.epochs, ...b.epochs].map(epoch => epoch.epoch));
  return [["Loss", "loss", "validation_loss"], ["Accuracy", "accuracy", "validation_accuracy"]]
    .map(([name, key, held]) => [name, [a, b].flatMap((side, index) => [
      {name: `${title(side)}, training`, css: `c${index}`, points: points(side.epochs, key)},
      {name: `${title(side)}, validation`, css: `c${index} dashed`, points: points(side.epochs, held)},
    ])])
    .filter(([, series]) => series.some(one => one.points.length > 0))
    .map(([name, series]) => curves(name, series, last));
}

function show(found) {
  const {a, b} = found;
  const headed = rows => {
    const [caption, head, body] = table("Figures of both models", rows, title(a), title(b), "Figure");
    head.querySelectorAll("th")[1].replaceChildren(...heading(a));
    head.querySelectorAll("th")[2].replaceChildren(...heading(b));
    return [caption, head, body];
  };
  place("figures").replaceChildren(...headed(found.figures));
  place("origin").textContent = `Instructions, time, flash and RAM are of ${place("board").selectedOptions[0]?.textContent ?? found.device},`
    + ` estimated unless the run has a measurement.${sameData(a, b) ? "" : " The two were scored on different data, so their scores do not tell which is better."}`;
  place("findings").replaceChildren(...[a, b].filter(side => side.findings.length > 0)
    .flatMap(side => [element("h3", {}, `Findings about ${title(side)}`), findingList(side.findings)]));
  const drawings = training(a, b);
  place("curves").replaceChildren(...drawings);
  place("curves-section").hidden = drawings.length === 0;
  place("classes").replaceChildren(...table("Recall of each class", found.classes, title(a), title(b), "Class"));
  place("classes-section").hidden = found.classes.length === 0;
  place("layers").replaceChildren(layers(a), layers(b));
  place("result").hidden = false;
  const better = found.figures.filter(row => row.verdict === "BETTER").length;
  const worse = found.figures.filter(row => row.verdict === "WORSE").length;
  place("said").textContent = `The second is better in ${better} and worse in ${worse} of ${found.figures.length} figures.`;
  document.title = `${title(a)} and ${title(b)} · Mote studio`;
}

async function compare() {
  const chosen = {a: place("a").value, b: place("b").value, device: place("board").value};
  if (chosen.a === "" || chosen.b === "") {
    return;
  }
  try {
    const query = new URLSearchParams(chosen);
    history.replaceState(null, "", `?${query}`);
    show(await get(`/api/compare?${query}`));
    showProblem(place("problem"), null);
  } catch (error) {
    place("result").hidden = true;
    showProblem(place("problem"), error);
  }
}

/** As the studio calls it on every page. */
function modelTitle(run, model) {
  const file = model.name.replace(/\.tflite$/, "");
  return run.upload ? run.name : run.place === "" ? file : `${run.name} ${file}${run.name === run.place ? "" : `, ${run.place}`}`;
}

/** Also if nobody told of one of them. */
function sameData(a, b) {
  return a.dataset === null || b.dataset === null || a.dataset === b.dataset;
}

/** Of a run, the model that the overview shows. */
function modelOf(runs, id) {
  return runs.find(run => run.id === id)?.model ?? id;
}

async function start() {
  try {
    const {runs, boards, device} = await get("/api/runs");
    for (const [id, index] of [["a", 0], ["b", 1]]) {
      const options = runs.flatMap(run => run.models.map(model => element("option", {value: model.id},
        `${modelTitle(run, model)}${model.readable || model.pending ? "" : " (damaged)"}`)));
      place(id).append(...options);
      place(id).value = modelOf(runs, asked.get(id)) ?? "";
      if (!asked.has(id)) {
        place(id).value = runs.filter(run => run.model !== null)[index]?.model ?? "";
      }
    }
    place("board").append(...boards.map(board => element("option", {value: board.name}, `${board.title} (${board.core})`)));
    place("board").value = asked.get("device") ?? device;
    if (place("board").value === "") {
      place("board").value = device;
    }
    if (runs.every(run => run.models.length === 0)) {
      place("said").textContent = "There is no model in this workspace yet: run a demo, train or upload one, then compare.";
    } else if (place("a").value === "" || place("b").value === "") {
      place("said").textContent = asked.has("a") || asked.has("b")
        ? "One of the two is not there, or not any more: choose another." : "Choose two models.";
    }
    await compare();
  } catch (error) {
    showProblem(place("problem"), error);
  }
}

for (const id of ["a", "b", "board"]) {
  place(id).addEventListener("change", compare);
}
place("swap").addEventListener("click", () => {
  const first = place("a").value;
  place("a").value = place("b").value;
  place("b").value = first;
  compare();
});
place("fields").addEventListener("submit", event => event.preventDefault());
start();
