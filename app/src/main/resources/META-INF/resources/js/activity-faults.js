/* The faults of "Activity live": a kind and a slider for its level each. */
import {element, get} from "./mote.js";

const TELL_MILLIS = 120;

export class FaultList {
  /** @param changed is called when a level changes, at most eight times a second */
  constructor(select, text, add, list, changed) {
    this.select = select;
    this.list = list;
    this.changed = changed;
    this.kinds = [];
    this.faults = [];
    this.rate = 0;
    this.number = 0;
    select.addEventListener("change", () => this.describe(text));
    add.addEventListener("click", () => this.add(this.kinds.find(kind => kind.name === select.value)));
    this.text = text;
  }

  async load() {
    this.kinds = await get("/api/faults");
    const stages = [...new Set(this.kinds.map(kind => kind.stage))];
    this.select.replaceChildren(...stages.map(stage => element("optgroup", {label: stage},
      ...this.kinds.filter(kind => kind.stage === stage).map(kind => element("option", {value: kind.name}, kind.name)))));
    this.select.value = "noise";
    this.describe(this.text);
  }

  describe(text) {
    const kind = this.kinds.find(each => each.name === this.select.value);
    const does = kind.does.replace(/^./, first => first.toUpperCase());
    text.textContent = `${does}. Level: ${this.range(kind)}.`;
  }

  /** What the slider covers. */
  range(kind) {
    const scale = kind.level;
    if (scale.choices.length) {
      return kind.range;
    }
    const factor = scale.of_rate ? this.rate : 1;
    const unit = scale.unit === "%" && kind.range.startsWith("0 or more") ? "% of the full scale" : scale.unit;
    return `${Number((scale.min * factor).toFixed(2))} to ${Number((scale.max * factor).toFixed(2))} ${unit}`;
  }

  /** As the command line has them. */
  texts() {
    return this.faults.map(fault => `${fault.kind.name}:${fault.level()}`);
  }

  add(kind) {
    const id = `fault-${++this.number}`;
    const control = kind.level.choices.length ? this.choice(kind, id) : this.slider(kind, id);
    const fault = {kind, level: control.level};
    const item = element("li", {class: "fault"},
      element("div", {class: "row"}, element("label", {for: id}, kind.name), control.output,
        element("button", {type: "button", "aria-label": `Remove ${kind.name}`, onclick: () => {
          this.faults.splice(this.faults.indexOf(fault), 1);
          item.remove();
          this.select.focus();
          this.tell();
        }}, "Remove")),
      control.node);
    this.faults.push(fault);
    this.list.append(item);
    control.node.focus();
    this.tell();
  }

  choice(kind, id) {
    const select = element("select", {id, onchange: () => this.tell()},
      ...kind.level.choices.map(choice => element("option", {value: choice}, choice)));
    return {node: select, output: element("output", {for: id}), level: () => select.value};
  }

  slider(kind, id) {
    const scale = kind.level;
    const factor = scale.of_rate ? this.rate : 1;
    const slider = element("input", {
      type: "range", id, min: scale.min * factor, max: scale.max * factor, step: scale.step * factor, value: scale.start * factor,
    });
    const level = () => `${Number(Number(slider.value).toFixed(3))}${scale.unit}`;
    const output = element("output", {for: id}, level());
    slider.addEventListener("input", () => {
      output.textContent = level();
      this.tell();
    });
    return {node: slider, output, level};
  }

  tell() {
    if (!this.waiting) {
      this.waiting = setTimeout(() => {
        this.waiting = null;
        this.changed();
      }, TELL_MILLIS);
    }
  }
}
