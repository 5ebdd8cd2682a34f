/* The page of trainings: a form for a new one, and all of the workspace as they go on. */
import {element, get, post, showProblem, socket} from "./mote.js";
import {Card} from "./training-card.js";

const at = id => document.getElementById(id);
const RETRY_MILLIS = 2000;
let recipes = [];

function optionsOf(title, entries) {
  return element("optgroup", {label: title}, ...entries.map(recipe =>
    element("option", {value: recipe.id, disabled: !recipe.ready}, `${recipe.title} · ${recipe.file} (${recipe.data}${recipe.ready ? "" : ", not here"})`)));
}

async function fillForm() {
  const offered = await get("/api/recipes");
  recipes = offered.recipes;
  const groups = Map.groupBy(recipes, recipe => recipe.title);
  at("example").replaceChildren(element("option", {value: ""}, "an empty recipe"), ...[...groups].map(([title, list]) => optionsOf(title, list)));
  at("data").replaceChildren(element("option", {value: ""}, "as the recipe says"),
    element("optgroup", {label: "Data sets"}, ...offered.datasets.map(name => element("option", {value: name}, name))),
    offered.recordings.length === 0 ? "" : element("optgroup", {label: "Uploaded recordings"},
      ...offered.recordings.map(recording => element("option", {value: recording.id}, recording.label))));
  const first = recipes.find(recipe => recipe.id === "activity-recipe" && recipe.ready) ?? recipes.find(recipe => recipe.ready);
  if (first && at("recipe").value === "") {
    at("example").value = first.id;
    at("recipe").value = first.text;
  }
}

function choose() {
  const recipe = recipes.find(known => known.id === at("example").value);
  at("recipe").value = recipe ? recipe.text : "";
  at("data").value = "";
  showProblem(at("problem"), null);
}

/** The line that a message names: it is selected, and scrolled to. */
function showLine(message) {
  const found = /^recipe:(\d+)/.exec(message);
  at("recipe").setAttribute("aria-invalid", "true");
  if (!found) {
    return;
  }
  const area = at("recipe");
  const lines = area.value.split("\n");
  const line = Math.min(Number(found[1]), lines.length) - 1;
  const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + lines[line].length);
  area.scrollTop = Math.max(0, line - 4) * area.scrollHeight / Math.max(1, lines.length);
}

async function start(event) {
  event.preventDefault();
  at("begin").disabled = true;
  at("hint").textContent = "";
  try {
    const seed = at("seed").value;
    const made = await post("/api/trainings", {
      recipe: at("recipe").value, data: at("data").value, example: at("example").value,
      quantize: at("quantize").checked, seed: seed === "" ? null : Number(seed),
    });
    showProblem(at("problem"), null);
    at("recipe").removeAttribute("aria-invalid");
    at("hint").textContent = made.state === "waiting" ? `${made.name} waits: number ${made.position} in the queue.` : `${made.name} begins.`;
  } catch (error) {
    showProblem(at("problem"), error);
    showLine(error.message);
  } finally {
    at("begin").disabled = false;
  }
}

const cards = new Map();

function receive(news) {
  for (const change of news.changed) {
    const id = change.training.id;
    if (!cards.has(id)) {
      cards.set(id, new Card());
    }
    cards.get(id).update(change);
  }
  for (const id of [...cards.keys()].filter(id => !news.order.includes(id))) {
    cards.get(id).node.remove();
    cards.delete(id);
  }
  const list = at("trainings");
  news.order.forEach((id, k) => {
    const node = cards.get(id).node;
    if (list.children[k] !== node) {
      list.insertBefore(node, list.children[k] ?? null);
    }
  });
  const count = state => [...cards.values()].filter(card => card.view.state === state).length;
  const parts = ["running", "waiting", "stopped", "failed", "done"].map(state => [count(state), state]).filter(([n]) => n > 0)
    .map(([n, state]) => `${n} ${state}`);
  const text = parts.length > 0 ? parts.join(", ") : "None yet. Start one above, or with mote train; it will show here.";
  if (at("status").textContent !== text) {
    at("status").textContent = text;
  }
}

/** Listens; when the studio ends, tries until there is one again, which then tells everything anew. */
async function listen() {
  try {
    const live = await socket("/api/live/trainings");
    live.addEventListener("message", message => receive(JSON.parse(message.data)));
    live.addEventListener("close", () => {
      at("status").textContent = "The studio does not answer; trying again …";
      setTimeout(listen, RETRY_MILLIS);
    });
  } catch {
    setTimeout(listen, RETRY_MILLIS);
  }
}

at("example").addEventListener("change", choose);
at("start").addEventListener("submit", start);
fillForm().catch(error => showProblem(at("problem"), error));
listen();
