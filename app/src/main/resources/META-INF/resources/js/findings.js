/* What the reader and the verifier say about a model, in full. */
import {element} from "./mote.js";

/** A list of findings: severity, place, message, what to do, code. */
export function findingList(findings) {
  return element("ul", {class: "findings"}, ...findings.map(finding => {
    const error = finding.severity === "ERROR";
    return element("li", {class: error ? "bad" : "warn"},
      element("strong", {}, error ? "Error" : "Warning"), " ",
      element("span", {class: "place"}, finding.place),
      element("p", {}, finding.message, finding.code ? element("code", {}, ` ${finding.code}`) : null),
      finding.remedy ? element("p", {class: "small"}, `What to do: ${finding.remedy}`) : null);
  }));
}
