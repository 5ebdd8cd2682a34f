/* Pictures that the studio draws: put into the page as elements, so that they take its colours. */
import {send} from "./mote.js";

/** The SVG at this path; null where there is none. */
export async function picture(path) {
  const response = await send(path);
  if (response.status === 204) {
    return null;
  }
  const parsed = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") {
    throw new Error("the picture cannot be shown");
  }
  return document.importNode(parsed, true);
}
