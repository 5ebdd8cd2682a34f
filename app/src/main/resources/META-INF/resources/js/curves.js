/* Lines over epochs that grow, in the look of the reports. */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 460, HEIGHT = 210, LEFT = 46, RIGHT = WIDTH - 10, TOP = 10, BOTTOM = HEIGHT - 40;
const DOTTED = 40;

function shape(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A round distance of at least the range's part: 1, 2 or 5 times a power of ten. */
function step(range, parts) {
  const raw = range / parts;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map(factor => factor * power).find(candidate => candidate >= raw * 0.999);
}

function axis(low, high, parts) {
  const each = step(high > low ? high - low : Math.max(Math.abs(high), 1e-3), parts);
  const from = Math.floor(low / each + 1e-9) * each;
  const to = Math.max(Math.ceil(high / each - 1e-9) * each, from + each);
  const digits = Math.max(0, -Math.floor(Math.log10(each) + 1e-9));
  const ticks = [];
  for (let k = 0; from + k * each <= to + each / 2; k++) {
    ticks.push(from + k * each);
  }
  return {from, to, ticks, text: value => value.toFixed(Math.min(digits, 8))};
}

/**
 * A picture with its key.
 * @param series a list of {name, css, points: [[epoch, value], ...]}
 * @param last the epoch at the right end
 */
export function curves(name, series, last) {
  const shown = series.filter(line => line.points.length > 0);
  const caption = document.createElement("figcaption");
  const strong = document.createElement("strong");
  strong.textContent = name;
  caption.append(strong);
  for (const line of shown) {
    const key = document.createElement("span");
    key.className = "key";
    key.append(shape("svg", {width: 26, height: 10, "aria-hidden": "true"},
      shape("line", {class: `line ${line.css}`, x1: 1, x2: 25, y1: 5, y2: 5})), ` ${line.name}`);
    caption.append(key);
  }
  const figure = document.createElement("figure");
  figure.append(caption, picture(name, shown, last));
  return figure;
}

function picture(name, shown, last) {
  const values = shown.flatMap(line => line.points.map(point => point[1]));
  const now = shown.map(line => `${line.name} ${line.points.at(-1)[1].toPrecision(4)}`).join(", ");
  const svg = shape("svg", {class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img",
    "aria-label": `${name} of each epoch; latest: ${now}`});
  const y = axis(Math.min(...values), Math.max(...values), 4);
  const first = Math.min(...shown.map(line => line.points[0][0]));
  const end = Math.max(last, first + 1);
  const atX = epoch => LEFT + (epoch - first) / (end - first) * (RIGHT - LEFT);
  const atY = value => BOTTOM - (value - y.from) / (y.to - y.from) * (BOTTOM - TOP);
  for (const tick of y.ticks) {
    svg.append(shape("line", {class: "grid", x1: LEFT, x2: RIGHT, y1: atY(tick), y2: atY(tick)}),
      shape("text", {class: "tick", x: LEFT, y: atY(tick), dx: -6, dy: 4, "text-anchor": "end"}, y.text(tick)));
  }
  svg.append(shape("line", {class: "axis", x1: LEFT, x2: RIGHT, y1: BOTTOM, y2: BOTTOM}));
  const each = Math.max(1, step(end - first, 8));
  for (let epoch = Math.ceil(first / each) * each; epoch <= end; epoch += each) {
    svg.append(shape("text", {class: "tick", x: atX(epoch), y: BOTTOM + 16, "text-anchor": "middle"}, String(epoch)));
  }
  svg.append(shape("text", {class: "tick", x: RIGHT, y: BOTTOM + 33, "text-anchor": "end"}, "epoch"));
  for (const line of shown) {
    const points = line.points.map(([epoch, value]) => `${atX(epoch).toFixed(1)} ${atY(value).toFixed(1)}`);
    svg.append(shape("path", {class: `line ${line.css}`, d: `M${points.join("L")}`}));
    if (line.points.length <= DOTTED) {
      for (const [epoch, value] of line.points) {
        svg.append(shape("circle", {class: `dot ${line.css}`, cx: atX(epoch), cy: atY(value), r: 3},
          shape("title", {}, `${line.name}, epoch ${epoch}: ${value.toPrecision(4)}`)));
      }
    }
  }
  return svg;
}
