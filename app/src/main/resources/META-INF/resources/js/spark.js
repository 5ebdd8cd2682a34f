/* A training in the size of a word. */
import {element} from "./mote.js";

const WIDTH = 110;
const HEIGHT = 28;
const MARGIN = 3;

/** An element of a picture. */
export function drawn(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** The path of a line through points; null is a gap. */
export function path(points) {
  let gap = true;
  return points.map(point => {
    const step = point === null ? "" : `${gap ? "M" : "L"}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    gap = point === null;
    return step;
  }).join("");
}

/** A line with its last value as a dot, and all of it in words. */
export function sparkline(curve) {
  const known = curve.values.filter(value => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = index => MARGIN + (WIDTH - 2 * MARGIN) * (curve.values.length === 1 ? 1 : index / (curve.values.length - 1));
  const y = value => HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (most === least ? 0.5 : (value - least) / (most - least));
  const last = curve.values.findLastIndex(value => value !== null);
  const shown = value => curve.name.endsWith("accuracy") ? `${(100 * value).toFixed(1)} %` : value.toPrecision(3);
  const words = `${curve.name} over ${curve.epochs} epoch${curve.epochs === 1 ? "" : "s"}: ${shown(known[0])} to ${shown(known.at(-1))}`;
  return element("span", {title: words}, drawn("svg", {class: "spark c0", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": words},
    drawn("path", {class: "line", d: path(curve.values.map((value, index) => value === null ? null : [x(index), y(value)]))}),
    drawn("circle", {class: "dot", cx: x(last), cy: y(curve.values[last]), r: 2.5})));
}
