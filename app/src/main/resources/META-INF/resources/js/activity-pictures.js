/* The two pictures of "Activity live": the signal of the last seconds, and the timeline of events. */

const SIGNAL_MICROS = 10e6;
const TIMELINE_MICROS = 180e6;
const REDRAW_MILLIS = 40;
const CALM_MILLIS = 1000;
const ROW = 26;
const AXIS = 20;

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const print = matchMedia("print");

/** A colour of the style sheet. */
export function tone(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** A canvas that is drawn again when there is something new, sharp on every screen. */
class Picture {
  constructor(canvas) {
    this.canvas = canvas;
    this.height = canvas.height;
    this.drawn = 0;
    this.due = false;
    this.tones = new Map();
    new ResizeObserver(() => this.redraw()).observe(canvas);
    dark.addEventListener("change", () => {
      this.tones.clear();
      this.redraw();
    });
    // Paper is white; the picture stands still as long as it is printed.
    print.addEventListener("change", () => {
      this.tones.clear();
      this.frame();
    });
  }

  tone(name) {
    if (!this.tones.has(name)) {
      this.tones.set(name, tone(name));
    }
    return this.tones.get(name);
  }

  /** Soon, but not more often than the eye wants. */
  redraw() {
    if (this.due) {
      return;
    }
    this.due = true;
    const wait = Math.max(0, this.drawn + (calm.matches ? CALM_MILLIS : REDRAW_MILLIS) - performance.now());
    setTimeout(() => requestAnimationFrame(() => {
      this.due = false;
      this.drawn = performance.now();
      if (!print.matches) {
        this.frame();
      }
    }), wait);
  }

  frame() {
    const width = this.canvas.clientWidth;
    const ratio = devicePixelRatio || 1;
    if (width === 0) {
      return;
    }
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(this.height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(this.height * ratio);
      this.canvas.style.height = `${this.height}px`;
    }
    const brush = this.canvas.getContext("2d");
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    brush.clearRect(0, 0, width, this.height);
    brush.font = "12px system-ui, sans-serif";
    this.draw(brush, width, this.height);
  }

  /** The text of an axis, within the picture. */
  label(brush, text, x, y, align) {
    brush.fillStyle = this.tone("soft");
    brush.textAlign = align;
    brush.fillText(text, x, y);
  }
}

/** All channels of the last ten seconds; before the faults as thin pale lines. */
export class Signal extends Picture {
  begin(started) {
    this.channels = started.channels.length;
    this.groups = groups(started);
    this.times = [];
    this.values = [];
    this.cleanTimes = [];
    this.cleanValues = [];
    this.at = 0;
    this.height = 60 + 120 * this.groups.length;
    this.redraw();
  }

  add(tick) {
    this.at = tick.at;
    append(this.times, this.values, tick.times, tick.values, this.channels);
    append(this.cleanTimes, this.cleanValues, tick.clean_times, tick.clean_values, this.channels);
    drop(this.times, this.values, this.at - 1.2 * SIGNAL_MICROS);
    drop(this.cleanTimes, this.cleanValues, this.at - 1.2 * SIGNAL_MICROS);
    this.redraw();
  }

  draw(brush, width, height) {
    if (!this.channels) {
      brush.fillStyle = this.tone("panel");
      brush.fillRect(0, 0, width, height);
      this.label(brush, "The signal appears here.", width / 2, height / 2, "center");
      return;
    }
    const pane = (height - AXIS) / this.groups.length;
    this.groups.forEach((group, i) => this.pane(brush, group, width, i * pane, pane - 10));
    const middle = height - 4;
    for (let second = 0; second <= 10; second += 2) {
      const x = width - second / 10 * (width - 1);
      this.label(brush, second === 0 ? "now" : `-${second} s`, x, middle, second === 0 ? "right" : second === 10 ? "left" : "center");
    }
  }

  pane(brush, group, width, top, height) {
    const from = this.at - SIGNAL_MICROS;
    const scale = this.extent(group, from);
    brush.fillStyle = this.tone("panel");
    brush.fillRect(0, top, width, height);
    const y = value => top + height * (scale.max - value) / (scale.max - scale.min);
    const x = micros => width * (micros - from) / SIGNAL_MICROS;
    brush.save();
    brush.beginPath();
    brush.rect(0, top, width, height);
    brush.clip();
    brush.strokeStyle = this.tone("rule");
    brush.lineWidth = 1;
    line(brush, [[0, y(0)], [width, y(0)]]);
    for (const channel of group.channels) {
      brush.strokeStyle = this.tone(`c${channel % 8}`);
      brush.globalAlpha = 0.45;
      brush.setLineDash([3, 3]);
      brush.lineWidth = 1;
      line(brush, this.points(this.cleanTimes, this.cleanValues, channel, x, y));
      brush.globalAlpha = 1;
      brush.setLineDash([]);
      brush.lineWidth = 1.5;
      line(brush, this.points(this.times, this.values, channel, x, y));
    }
    brush.restore();
    this.end(brush, `${round(scale.max)} ${group.unit}`, top);
    this.end(brush, `${round(scale.min)} ${group.unit}`, top + height - 18);
  }

  /** An end of the scale, readable above the lines. */
  end(brush, text, top) {
    brush.globalAlpha = 0.8;
    brush.fillStyle = this.tone("panel");
    brush.fillRect(0, top, brush.measureText(text).width + 8, 18);
    brush.globalAlpha = 1;
    this.label(brush, text, 4, top + 13, "left");
  }

  points(times, values, channel, x, y) {
    return times.map((micros, i) => [x(micros), y(values[i * this.channels + channel])]);
  }

  /** Least and greatest value that is seen, with some room. */
  extent(group, from) {
    let min = 0;
    let max = 0;
    this.times.forEach((micros, i) => {
      if (micros >= from) {
        for (const channel of group.channels) {
          const value = this.values[i * this.channels + channel];
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    });
    const room = Math.max(0.08 * (max - min), 0.02);
    return {min: min - room, max: max + room};
  }
}

/** Channels of one unit share a scale. */
function groups(started) {
  const found = new Map();
  started.channels.forEach((_, i) => {
    const unit = started.units[i] ?? "";
    if (!found.has(unit)) {
      found.set(unit, {unit, channels: []});
    }
    found.get(unit).channels.push(i);
  });
  return [...found.values()];
}

function append(times, values, newTimes, newValues, width) {
  for (let i = 0; i < newTimes.length; i++) {
    times.push(newTimes[i]);
    for (let c = 0; c < width; c++) {
      values.push(newValues[i * width + c]);
    }
  }
}

function drop(times, values, before) {
  let old = 0;
  while (old < times.length && times[old] < before) {
    old++;
  }
  if (old > 0) {
    values.splice(0, values.length / times.length * old);
    times.splice(0, old);
  }
}

function line(brush, points) {
  brush.beginPath();
  points.forEach(([x, y]) => brush.lineTo(x, y));
  brush.stroke();
}

function round(value) {
  return Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(1);
}

/** Truth, int8 and float as bars of one colour a class. */
export class Timeline extends Picture {
  begin(started) {
    this.labels = started.labels;
    this.rows = [{name: "truth", changes: []}, {name: "int8", changes: []},
      ...(started.has_float ? [{name: "float", changes: []}] : [])];
    this.at = 0;
    this.height = ROW * this.rows.length + AXIS + 6;
    this.redraw();
  }

  add(tick) {
    this.at = tick.at;
    tick.truth.forEach(change => this.change(0, change.at, change.label));
    tick.int8_events.forEach(event => this.change(1, event.begin, event.label));
    if (this.rows.length > 2) {
      tick.float_events.forEach(event => this.change(2, event.begin, event.label));
    }
    this.redraw();
  }

  /** The last change before the picture begins is kept. */
  change(row, micros, label) {
    const changes = this.rows[row].changes;
    changes.push({micros, label});
    while (changes.length > 1 && changes[1].micros < this.at - TIMELINE_MICROS) {
      changes.shift();
    }
  }

  draw(brush, width, height) {
    if (!this.rows) {
      brush.fillStyle = this.tone("panel");
      brush.fillRect(0, 0, width, height);
      this.label(brush, "Truth and events appear here.", width / 2, height / 2, "center");
      return;
    }
    const left = 44;
    const from = Math.max(0, this.at - TIMELINE_MICROS);
    const shown = Math.min(TIMELINE_MICROS, Math.max(30e6, this.at - from));
    const x = micros => left + (width - left) * Math.max(0, micros - from) / shown;
    this.rows.forEach((row, i) => {
      const top = i * ROW;
      brush.fillStyle = this.tone("panel");
      brush.fillRect(left, top, width - left, ROW - 4);
      this.label(brush, row.name, 0, top + 15, "left");
      row.changes.forEach((change, n) => {
        if (change.label >= 0) {
          const end = n + 1 < row.changes.length ? row.changes[n + 1].micros : this.at;
          this.bar(brush, x(change.micros), top, x(end) - x(change.micros), change.label);
        }
      });
    });
    const step = shown > 90e6 ? 30e6 : 10e6;
    for (let tick = Math.ceil(from / step) * step; tick <= from + shown; tick += step) {
      const seconds = Math.round(tick / 1e6);
      this.label(brush, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`, Math.min(x(tick), width - 14), height - 4,
        x(tick) < left + 14 ? "left" : "center");
    }
  }

  bar(brush, left, top, width, label) {
    brush.fillStyle = this.tone(`c${label % 8}`);
    brush.fillRect(left, top, Math.max(1, width - 1), ROW - 4);
    const text = this.labels[label];
    if (brush.measureText(text).width + 8 < width) {
      brush.fillStyle = this.tone("page");
      brush.textAlign = "left";
      brush.fillText(text, left + 4, top + 15);
    }
  }
}
