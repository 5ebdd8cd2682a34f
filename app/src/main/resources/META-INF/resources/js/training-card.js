/* A training of the list: made once, then kept up to date, so that nobody loses the button under the finger. */
import {element, percent, post, send, showProblem, whole} from "./mote.js";
import {curves} from "./curves.js";

const MOST_POINTS = 1200;
const STATES = {running: "running", waiting: "waiting", stopped: "stopped", failed: "failed", done: "done"};
const PHASES = {starting: "reads the data", training: "", finishing: "measures and writes the results", stopping: "is being stopped"};

function number(value) {
  return value === null || value === undefined ? "–" : value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(2) : value.toFixed(4);
}

/** Seconds as a person says them. */
export function duration(seconds) {
  const s = Math.max(1, Math.round(seconds));
  return s < 60 ? `${s} s` : s < 3600 ? `${Math.floor(s / 60)} min ${s % 60} s` : `${Math.floor(s / 3600)} h ${Math.floor(s % 3600 / 60)} min`;
}

export class Card {
  constructor() {
    this.epochs = [];
    this.title = element("h3");
    this.state = element("span", {class: "state"});
    this.about = element("span", {class: "small"});
    this.bar = element("progress", {max: "1"});
    this.way = element("span", {class: "small"});
    this.wayRow = element("div", {class: "way"}, this.bar, this.way);
    this.now = element("dl", {class: "now"});
    this.curves = element("div", {class: "columns curves"});
    this.problem = element("p", {class: "problem", role: "alert"});
    this.text = element("pre", {tabindex: "0"});
    this.log = element("details", {}, element("summary", {}, "What it said last"), this.text);
    this.stop = this.button("Stop", () => post(`/api/trainings/${this.id}/stop`));
    this.resume = this.button("Resume", () => post(`/api/trainings/${this.id}/resume`));
    this.remove = this.button("Remove", () => this.forget());
    this.model = element("a", {class: "button primary"}, "Look at the model");
    this.does = element("div", {class: "does"}, this.model, this.stop, this.resume, this.remove);
    this.node = element("article", {class: "training"}, element("header", {}, this.title, this.state, this.about),
      this.wayRow, this.now, this.problem, this.curves, this.log, this.does);
  }

  button(text, act) {
    return element("button", {type: "button", onclick: async event => {
      event.target.disabled = true;
      try {
        await act();
        showProblem(this.problem, null);
      } catch (error) {
        showProblem(this.problem, error);
      } finally {
        event.target.disabled = false;
      }
    }}, text);
  }

  async forget() {
    const kept = this.view.state === "done" || this.view.state === "waiting";
    if (kept || confirm(`Remove ${this.view.name} and what it has learned so far?`)) {
      await send(`/api/trainings/${this.id}`, {method: "DELETE"});
    }
  }

  /** @param entry {whole, training} as the server tells it */
  update({whole: all, training}) {
    const had = this.epochs.at(-1)?.epoch ?? 0;
    this.epochs = all ? training.epochs : [...this.epochs, ...training.epochs.filter(point => point.epoch > had)];
    if (this.epochs.length > MOST_POINTS) {
      this.epochs = this.epochs.filter((point, k) => k % 2 === 0 || k === this.epochs.length - 1);
    }
    this.view = training;
    this.id = training.id;
    this.head();
    this.progress();
    this.figures();
    if (all || training.epochs.length > 0) {
      this.draw();
    }
    this.rest();
  }

  head() {
    const view = this.view;
    this.node.id = `training-${view.id}`;
    this.node.dataset.state = view.state;
    this.title.textContent = view.name;
    this.state.className = `state ${view.state}`;
    this.state.textContent = view.state === "waiting" ? `waiting, ${whole(view.position)} in the queue` : STATES[view.state];
    this.about.textContent = `${view.data} · ${view.place}${view.studio ? "" : " · started by the command"}${view.int8 ? "" : " · float only"}`;
    for (const [button, verb] of [[this.stop, "Stop"], [this.resume, "Resume"], [this.remove, "Remove"], [this.model, "Look at the model of"]]) {
      button.setAttribute("aria-label", `${verb} ${view.name}`);
    }
  }

  progress() {
    const view = this.view;
    const share = view.epochs_planned > 0
      ? Math.min(1, (view.epochs_done + (view.steps_per_epoch > 0 ? view.step / view.steps_per_epoch : 0)) / view.epochs_planned) : 0;
    const unknown = view.state === "running" && view.phase !== "training";
    if (unknown && view.phase !== "stopping") {
      this.bar.removeAttribute("value");
    } else {
      this.bar.value = share;
    }
    this.bar.setAttribute("aria-label", `Progress of ${view.name}`);
    const texts = [];
    if (view.epochs_planned > 0) {
      texts.push(`epoch ${whole(Math.min(view.epochs_done + (view.step > 0 ? 1 : 0), view.epochs_planned))} of ${whole(view.epochs_planned)}`);
    }
    if (view.state === "running" && PHASES[view.phase]) {
      texts.push(PHASES[view.phase]);
    }
    if (view.seconds_left !== null && view.phase === "training") {
      texts.push(`about ${duration(view.seconds_left)} left`);
    }
    this.way.textContent = texts.join(" · ");
    this.wayRow.hidden = view.state === "waiting" && view.epochs_done === 0 || view.state === "done";
  }

  figures() {
    const view = this.view;
    const pairs = [["Epochs", view.state === "done" ? whole(view.epochs_done) : null], ["Loss", view.loss === null ? null : number(view.loss)],
      ["Accuracy", view.accuracy === null ? null : percent(view.accuracy)],
      ["Validation loss", view.val_loss === null ? null : number(view.val_loss)],
      ["Validation accuracy", view.val_accuracy === null ? null : percent(view.val_accuracy)]].filter(([, text]) => text !== null);
    this.now.replaceChildren(...pairs.map(([term, text]) => element("div", {}, element("dt", {}, term), element("dd", {}, text))));
    this.now.hidden = pairs.length === 0;
  }

  draw() {
    const points = (key, factor = 1) => this.epochs.filter(point => point[key] !== null).map(point => [point.epoch, factor * point[key]]);
    const last = this.view.state === "done" ? 0 : this.view.epochs_planned > 2 * this.epochs.length ? 0 : this.view.epochs_planned;
    const end = Math.max(last, this.epochs.at(-1)?.epoch ?? 1);
    const pictures = [["Loss", points("loss"), points("val_loss")],
      ["Accuracy in %", points("accuracy", 100), points("val_accuracy", 100)]]
      .filter(([, training, validation]) => training.length + validation.length > 0)
      .map(([name, training, validation]) => curves(name, [{name: "training", css: "c0", points: training},
        {name: "validation", css: "c1 dashed", points: validation}], end));
    this.curves.replaceChildren(...pictures);
    this.curves.hidden = pictures.length === 0;
  }

  rest() {
    const view = this.view;
    if (view.state !== this.shownState || view.error) {
      const restart = view.state === "failed" || view.epochs_done === 0;
      showProblem(this.problem, view.error ? new Error(view.error) : null);
      this.resume.textContent = restart ? "Try again" : "Resume";
    }
    this.shownState = view.state;
    this.text.textContent = view.log.join("\n");
    this.log.hidden = view.log.length === 0 || view.state === "done";
    this.stop.hidden = !view.can_stop;
    this.resume.hidden = !view.can_resume;
    this.remove.hidden = !view.can_remove;
    this.remove.textContent = view.state === "done" ? "Remove from the list" : view.state === "waiting" ? "Remove from the queue" : "Remove";
    this.model.hidden = !view.model;
    if (view.model) {
      this.model.href = `/model.html?id=${encodeURIComponent(view.model)}`;
    }
  }
}
