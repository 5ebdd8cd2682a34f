/* Lines over epochs, with axes, a legend, and all values as a table. */
import {element} from "./mote.js";
import {drawn, path} from "./spark.js";

const WIDTH = 460;
const HEIGHT = 250;
const LEFT = 52;
const RIGHT = WIDTH - 10;
const TOP = 10;
const BOTTOM = HEIGHT - 40;
const TICKS = 5;

/** Round steps that divide a range into at most so many. */
function steps(least, most, count) {
  const rough = (most - least) / count || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(round => round >= rough);
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  return Array.from({length: last - first + 1}, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** A figure; null where no series has a value. Series: name, tone 0 to 7, dashed, values one an epoch. */
export function curves(name, series) {
  const shown = series.filter(one => one.values.some(value => value !== null && value !== undefined));
  const values = shown.flatMap(one => one.values).filter(value => value !== null && value !== undefined);
  if (values.length === 0) {
    return null;
  }
  const epochs = Math.max(...shown.map(one => one.values.length));
  const marks = steps(Math.min(...values), Math.max(...values), TICKS);
  const x = epoch => LEFT + (RIGHT - LEFT) * (epochs === 1 ? 0.5 : (epoch - 1) / (epochs - 1));
  const y = value => BOTTOM - (BOTTOM - TOP) * (value - marks[0]) / (marks.at(-1) - marks[0]);
  const picture = drawn("svg", {class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${name} over the epochs; the table below has all values`});
  for (const mark of marks) {
    picture.append(
      drawn("line", {class: "grid", x1: LEFT, x2: RIGHT, y1: y(mark), y2: y(mark)}),
      drawn("text", {class: "tick", x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end"}, String(mark)));
  }
  for (const epoch of steps(1, epochs, TICKS + 1).filter(mark => mark >= 1 && mark <= epochs && Number.isInteger(mark))) {
    picture.append(drawn("text", {class: "tick", x: x(epoch), y: BOTTOM + 16, "text-anchor": "middle"}, String(epoch)));
  }
  picture.append(
    drawn("line", {class: "axis", x1: LEFT, x2: RIGHT, y1: BOTTOM, y2: BOTTOM}),
    drawn("text", {class: "tick", x: (LEFT + RIGHT) / 2, y: HEIGHT - 6, "text-anchor": "middle"}, "epoch"));
  for (const one of shown) {
    const points = one.values.map((value, index) => value === null || value === undefined ? null : [x(index + 1), y(value)]);
    picture.append(drawn("g", {class: `c${one.tone}`}, drawn("path", {class: one.dashed ? "line dashed" : "line", d: path(points)})));
  }
  return element("figure", {},
    element("figcaption", {}, element("strong", {}, name), ...shown.map(key)), picture, table(name, shown, epochs));
}

function key(series) {
  const sample = drawn("svg", {width: 26, height: 10, "aria-hidden": "true"},
    drawn("path", {class: series.dashed ? "line dashed" : "line", d: "M0 5L26 5"}));
  return element("span", {class: `key c${series.tone}`}, sample, " ", series.name);
}

function table(name, shown, epochs) {
  return element("details", {}, element("summary", {}, `${name} as a table`),
    element("div", {class: "scroll"}, element("table", {},
      element("thead", {}, element("tr", {}, element("th", {scope: "col"}, "Epoch"),
        ...shown.map(one => element("th", {scope: "col", class: "n"}, one.name)))),
      element("tbody", {}, ...Array.from({length: epochs}, (_, index) => element("tr", {},
        element("th", {scope: "row"}, String(index + 1)),
        ...shown.map(one => element("td", {class: "n"}, one.values[index]?.toPrecision(4) ?? "–"))))))));
}
