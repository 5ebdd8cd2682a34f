/* The graph: one stop of the Tab key, arrow keys from box to box, Enter for the row in the table. */
import {element, showProblem} from "./mote.js";
import {picture} from "./picture.js";

const place = name => document.getElementById(name);

/** Marks the box and the row of an operator, and brings the box into sight. */
export function choose(number) {
  document.querySelectorAll(".chosen").forEach(chosen => chosen.classList.remove("chosen"));
  place(`row-${number}`)?.classList.add("chosen");
  const box = place(`box-n${number}`);
  if (box) {
    box.classList.add("chosen");
    reveal(box);
  }
}

function reveal(box) {
  const frame = place("graph-frame");
  const inner = box.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom || inner.left < outer.left || inner.right > outer.right) {
    frame.scrollTo({
      top: frame.scrollTop + inner.top - outer.top - (outer.height - inner.height) / 2,
      left: frame.scrollLeft + inner.left - outer.left - (outer.width - inner.width) / 2,
    });
  }
}

function goToRow(number) {
  place(`row-${number}`)?.querySelector("button").focus();
  place(`row-${number}`)?.scrollIntoView({block: "center"});
}

/** What the box says, in full, and the way to its row. */
function tell(box) {
  const number = box.dataset.number;
  place("graph-chosen").replaceChildren(box.getAttribute("aria-label"), number ? " · " : "",
    number ? element("button", {type: "button", class: "pick", onclick: () => goToRow(number)}, "its row below") : "");
}

function focusBox(boxes, box) {
  boxes.forEach(other => other.setAttribute("tabindex", other === box ? "0" : "-1"));
  box.focus({preventScroll: true});
  reveal(box);
  tell(box);
  if (box.dataset.number) {
    choose(box.dataset.number);
  }
}

const STEPS = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1};

function next(boxes, box, key) {
  if (key === "Home" || key === "End") {
    return key === "Home" ? boxes[0] : boxes.at(-1);
  }
  return key in STEPS ? boxes[boxes.indexOf(box) + STEPS[key]] ?? box : null;
}

export async function showGraph(api) {
  place("graph").hidden = false;
  try {
    const svg = await picture(`${api}/graph.svg`);
    const boxes = [...svg.querySelectorAll(".box")];
    boxes.forEach((box, i) => {
      box.setAttribute("tabindex", i === 0 ? "0" : "-1");
      box.setAttribute("role", box.dataset.number ? "button" : "img");
      box.addEventListener("click", () => focusBox(boxes, box));
      box.addEventListener("keydown", event => {
        const other = next(boxes, box, event.key);
        if (other) {
          event.preventDefault();
          focusBox(boxes, other);
        } else if (event.key === "Enter" && box.dataset.number) {
          event.preventDefault();
          goToRow(box.dataset.number);
        }
      });
    });
    const frame = place("graph-frame");
    frame.removeAttribute("tabindex");
    frame.append(svg);
    frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  } catch (error) {
    showProblem(place("graph-problem"), error);
    place("graph-frame").hidden = true;
    place("graph-how").hidden = true;
    place("graph-chosen").hidden = true;
  }
}
