/* A canvas to draw on, white on black: with mouse, finger or pen, or with the keyboard. */

/** Of the side; a digit of 70 % of the height has strokes of about 2.4 of its 20 pixels then, as MNIST's have. */
const WIDTH = 0.085;
const CELLS = 28;
const LARGE_STEP = 4;
const STEPS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

export class Pad {
  /** @param changed called with the time of the event and whether the stroke is complete */
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.changed = changed;
    /* Strokes as points from 0 to 1, and pictures; what is shown and what is sent are both drawn from them. */
    this.parts = [];
    this.strokes = new Map();
    this.pen = {x: (CELLS / 2 + 0.5) / CELLS, y: 0.25, stroke: null, shown: false};
    this.copy = document.createElement("canvas");
    canvas.addEventListener("pointerdown", event => this.down(event));
    canvas.addEventListener("pointermove", event => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, event => this.up(event));
    }
    canvas.addEventListener("keydown", event => this.key(event));
    canvas.addEventListener("focus", () => {
      this.pen.shown = canvas.matches(":focus-visible");
      this.draw();
    });
    canvas.addEventListener("blur", () => {
      this.pen.shown = false;
      this.pen.stroke = null;
      this.draw();
    });
    new ResizeObserver(() => this.resize()).observe(canvas);
  }

  isEmpty() {
    return this.parts.length === 0;
  }

  resize() {
    const side = Math.round(this.canvas.clientWidth * (window.devicePixelRatio || 1));
    if (side > 0 && side !== this.canvas.width) {
      this.canvas.width = side;
      this.canvas.height = side;
      this.draw();
    }
  }

  undo() {
    this.parts.pop();
    this.strokes.clear();
    this.pen.stroke = null;
    this.draw();
    this.changed(performance.now(), true);
  }

  clear() {
    this.parts = [];
    this.strokes.clear();
    this.pen.stroke = null;
    this.draw();
    this.changed(performance.now(), true);
  }

  /** Puts a picture in place of what was drawn; tells whether it was turned, as dark on light may be. */
  picture(image, mayTurn) {
    const side = Math.max(image.width, image.height);
    const turned = mayTurn && isLight(image);
    this.parts = [{image, turned, width: image.width / side, height: image.height / side}];
    this.pen.stroke = null;
    this.draw();
    return turned;
  }

  /** The drawing as side x side grey levels. */
  grey(side) {
    this.copy.width = side;
    this.copy.height = side;
    const context = this.copy.getContext("2d", {willReadFrequently: true});
    paint(context, side, this.parts);
    const {data} = context.getImageData(0, 0, side, side);
    const levels = new Uint8Array(side * side);
    for (let i = 0; i < levels.length; i++) {
      levels[i] = (77 * data[4 * i] + 150 * data[4 * i + 1] + 29 * data[4 * i + 2] + 128) >> 8;
    }
    return levels;
  }

  down(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.canvas.focus({preventScroll: true});
    this.canvas.setPointerCapture(event.pointerId);
    this.pen.shown = false;
    const stroke = [this.point(event)];
    this.strokes.set(event.pointerId, stroke);
    this.parts.push(stroke);
    this.draw();
    this.changed(event.timeStamp, false);
  }

  move(event) {
    const stroke = this.strokes.get(event.pointerId);
    if (!stroke) {
      return;
    }
    const seen = event.getCoalescedEvents?.() ?? [];
    for (const each of seen.length > 0 ? seen : [event]) {
      stroke.push(this.point(each));
    }
    this.draw();
    this.changed(event.timeStamp, false);
  }

  up(event) {
    if (this.strokes.delete(event.pointerId)) {
      this.changed(event.timeStamp, true);
    }
  }

  point(event) {
    const box = this.canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  key(event) {
    const {pen} = this;
    const step = STEPS[event.key];
    if (step) {
      const length = (event.shiftKey ? LARGE_STEP : 1) / CELLS;
      pen.x = Math.min(1, Math.max(0, pen.x + step[0] * length));
      pen.y = Math.min(1, Math.max(0, pen.y + step[1] * length));
      if (pen.stroke) {
        pen.stroke.push([pen.x, pen.y]);
        this.changed(event.timeStamp, false);
      }
    } else if (event.key === " ") {
      if (pen.stroke) {
        pen.stroke = null;
      } else {
        pen.stroke = [[pen.x, pen.y]];
        this.parts.push(pen.stroke);
      }
      this.changed(event.timeStamp, true);
    } else if (event.key === "Backspace") {
      this.undo();
    } else if (event.key === "Delete") {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
    pen.shown = true;
    this.draw();
  }

  draw() {
    const side = this.canvas.width;
    const context = this.canvas.getContext("2d");
    paint(context, side, this.parts);
    if (this.pen.shown) {
      context.beginPath();
      context.arc(this.pen.x * side, this.pen.y * side, WIDTH * side / 2, 0, 2 * Math.PI);
      context.lineWidth = Math.max(2, side / 140);
      context.strokeStyle = this.pen.stroke ? "#ff9d4d" : "#6ea8ff";
      context.stroke();
    }
  }
}

function paint(context, side, parts) {
  context.fillStyle = "#000";
  context.fillRect(0, 0, side, side);
  for (const part of parts) {
    if (Array.isArray(part)) {
      paintStroke(context, side, part);
    } else {
      context.filter = part.turned ? "invert(1)" : "none";
      context.drawImage(part.image, side * (1 - part.width) / 2, side * (1 - part.height) / 2, side * part.width, side * part.height);
      context.filter = "none";
    }
  }
}

/** Through the middles of the points, bent at the points, so that corners of the mouse's way do not show. */
function paintStroke(context, side, points) {
  context.strokeStyle = "#fff";
  context.lineWidth = WIDTH * side;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.beginPath();
  const [[x, y]] = points;
  context.moveTo(x * side, y * side);
  context.lineTo(x * side, y * side);
  for (let i = 1; i < points.length - 1; i++) {
    const [bendX, bendY] = points[i];
    const [nextX, nextY] = points[i + 1];
    context.quadraticCurveTo(bendX * side, bendY * side, (bendX + nextX) / 2 * side, (bendY + nextY) / 2 * side);
  }
  const last = points[points.length - 1];
  context.lineTo(last[0] * side, last[1] * side);
  context.stroke();
}

function isLight(image) {
  const side = 16;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d", {willReadFrequently: true});
  context.fillStyle = "#fff";
  context.fillRect(0, 0, side, side);
  context.drawImage(image, 0, 0, side, side);
  const {data} = context.getImageData(0, 0, side, side);
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) {
    sum += data[i] + data[i + 1] + data[i + 2];
  }
  return sum > 3 * 128 * side * side;
}
