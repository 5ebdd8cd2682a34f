/* What all pages share: the header, requests, the question for the token, text and elements. */

const PAGES = [["/", "Overview"], ["/digits.html", "Digits"], ["/activity.html", "Activity"],
  ["/training.html", "Training"], ["/upload.html", "Upload"]];

/** An element; attributes whose names start with "on" are listeners; children are nodes or texts, never HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** A request that failed, with the studio's own words; detail is the answer's object, where it has one. */
export class Refused extends Error {
  constructor(status, message, detail = null) {
    super(message);
    this.status = status;
    this.detail = detail;
  }
}

/** Sends a request and answers with the response; asks for the token where one is wanted, then tries again. */
export async function send(path, options = {}) {
  const response = await fetch(path, options);
  if (response.status === 401) {
    await askForToken();
    return send(path, options);
  }
  if (!response.ok) {
    const said = await answer(response);
    throw new Refused(response.status, said.error, said);
  }
  return response;
}

/** The JSON object of GET. */
export async function get(path) {
  return (await send(path)).json();
}

/** POSTs a JSON object; the answer's object, or null where there is none. */
export async function post(path, body = {}) {
  const response = await send(path, {
    method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body),
  });
  return response.status === 204 ? null : response.json();
}

/** A WebSocket to the studio; the session is asked for first, as a socket cannot tell that it was refused for want of it. */
export async function socket(path) {
  await get("/api/about");
  return new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`);
}

/** An object with an error in words, whatever the response is. */
async function answer(response) {
  const text = await response.text();
  try {
    const said = JSON.parse(text);
    return {...said, error: said.error ?? text};
  } catch {
    return {error: `${response.status} ${response.statusText}`};
  }
}

let asking = null;

function askForToken() {
  asking ??= new Promise(resolve => {
    const input = element("input", {type: "password", autocomplete: "off", required: true, id: "token"});
    const wrong = element("p", {class: "problem", role: "alert"});
    const form = element("form", {
      method: "dialog",
      onsubmit: async event => {
        event.preventDefault();
        const response = await fetch("/api/session", {
          method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({token: input.value.trim()}),
        });
        if (response.ok) {
          dialog.close();
          dialog.remove();
          asking = null;
          resolve();
        } else {
          wrong.textContent = (await answer(response)).error;
        }
      },
    },
    element("h2", {}, "Token"),
    element("p", {}, "This studio is open to other machines, so it asks for the token that ", element("code", {}, "mote serve"), " printed."),
    element("div", {class: "fields"}, element("label", {}, element("span", {}, "Token"), input), element("button", {class: "primary"}, "Open")),
    wrong);
    const dialog = element("dialog", {"aria-label": "Token", oncancel: event => event.preventDefault()}, form);
    document.body.append(dialog);
    dialog.showModal();
  });
  return asking;
}

/** Shows the words of an error in {@code place}, an element of class problem; empties it without one. */
export function showProblem(place, error) {
  place.textContent = error ? error.message : "";
}

const WHOLE = new Intl.NumberFormat("en");

/** 12345 as 12,345; a dash for what is not known. */
export function whole(number) {
  return number === null || number === undefined ? "–" : WHOLE.format(Math.round(number));
}

/** A share as percent with two decimals; a dash for what is not known. */
export function percent(share) {
  return share === null || share === undefined ? "–" : `${(100 * share).toFixed(2)} %`;
}

/** A time of the studio as this reader's clock has it: 22 Nov 05:37, with the year if it is another one. */
export function moment(stamp) {
  const at = new Date(stamp);
  const thisYear = at.getFullYear() === new Date().getFullYear();
  const day = at.toLocaleDateString("en-GB", {day: "numeric", month: "short", ...thisYear ? {} : {year: "numeric"}});
  const hour = at.toLocaleTimeString("en-GB", {hour: "2-digit", minute: "2-digit"});
  return element("time", {datetime: stamp, title: stamp}, `${day} ${hour}`);
}

class Header extends HTMLElement {
  connectedCallback() {
    const current = this.getAttribute("current");
    const where = element("span", {class: "where small"});
    this.append(
      element("a", {class: "skip", href: "#main"}, "Skip to the content"),
      element("header", {class: "head"},
        element("a", {class: "name", href: "/"}, "Mote studio"),
        element("nav", {"aria-label": "Pages"}, element("ul", {}, ...PAGES.map(([path, name]) =>
          element("li", {}, element("a", {href: path, "aria-current": path === current ? "page" : null}, name))))),
        where));
    get("/api/about").then(about => {
      where.textContent = `${about.workspace} · Mote ${about.version}`;
    });
  }
}
customElements.define("mote-header", Header);
