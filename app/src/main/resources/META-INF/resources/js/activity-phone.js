/* The motion sensor of the device that shows the page. */

const SEND_MILLIS = 60;
/** Browsers of these give acceleration with the opposite sign of what the standard says. */
const APPLE = /iPhone|iPad|iPod/.test(navigator.userAgent) || /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;

export class Phone {
  /** @param send gets {micros, values}: six values a sample, m/s2 and deg/s */
  constructor(status, send) {
    this.status = status;
    this.push = send;
    this.micros = [];
    this.values = [];
    this.paused = false;
    this.listener = event => this.measured(event);
    document.getElementById("inverted").checked = APPLE;
  }

  describe() {
    this.status.textContent = !("DeviceMotionEvent" in window) || !isSecureContext
      ? "This page gets no motion events here: it needs https, or a browser on this machine itself."
      : "The browser can give motion events; whether a sensor answers shows when it starts.";
  }

  /** Asks for the sensor where a browser wants to be asked (iOS). */
  async allow() {
    if (!("DeviceMotionEvent" in window)) {
      this.status.textContent = "This browser gives no motion events to pages.";
      return false;
    }
    if (typeof DeviceMotionEvent.requestPermission === "function") {
      const answer = await DeviceMotionEvent.requestPermission();
      if (answer !== "granted") {
        this.status.textContent = "The sensor was not allowed; allow it in the settings of the browser, then start again.";
        return false;
      }
    }
    return true;
  }

  send(inverted) {
    this.inverted = inverted;
    this.heard = 0;
    this.paused = false;
    addEventListener("devicemotion", this.listener);
    this.timer = setInterval(() => this.flush(), SEND_MILLIS);
  }

  /** Calls {@code silent} if no sample has come after so long. */
  onsilence(millis, silent) {
    this.silence = setTimeout(() => this.heard === 0 && silent(), millis);
  }

  measured(event) {
    const acceleration = event.accelerationIncludingGravity;
    if (this.paused || !acceleration || acceleration.x === null) {
      return;
    }
    const sign = this.inverted.checked ? -1 : 1;
    const rate = event.rotationRate;
    this.heard++;
    this.micros.push(Math.round(event.timeStamp * 1000));
    this.values.push(sign * acceleration.x, sign * acceleration.y, sign * acceleration.z,
      rate?.alpha ?? null, rate?.beta ?? null, rate?.gamma ?? null);
    if (this.heard === 1) {
      this.status.textContent = rate?.alpha === null || !rate ? "The sensor measures acceleration only." : "The sensor measures acceleration and rotation.";
    }
  }

  flush() {
    if (this.micros.length) {
      const micros = this.micros.splice(0, 200);
      this.push({micros, values: this.values.splice(0, 6 * micros.length)});
    }
  }

  pause(paused) {
    this.paused = paused;
  }

  stop() {
    removeEventListener("devicemotion", this.listener);
    clearInterval(this.timer);
    clearTimeout(this.silence);
    this.micros = [];
    this.values = [];
  }
}
