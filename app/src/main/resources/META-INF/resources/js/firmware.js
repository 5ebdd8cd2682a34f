/* The form for a firmware project of a model, as a zip. */
import {element, get, send, showProblem} from "./mote.js";

let choices = null;

function select(label, values) {
  const box = element("select", {}, ...values.map(value => element("option", {value: value.option}, value.title)));
  return [element("label", {}, element("span", {}, label), box), box];
}

/** Fetches a file and gives it to the visitor as a download, under the name that the studio gives it. */
export async function download(path) {
  const response = await send(path);
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "download";
  const address = URL.createObjectURL(await response.blob());
  const link = element("a", {href: address, download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}

/** The folder in the zip has the name that the zip begins with. */
function whatNext(zip, project) {
  const folder = zip.slice(0, zip.lastIndexOf(`-${project}-`));
  switch (project) {
    case "plain":
      return `Unpack it beside your program, app.c, and build both: cc -std=c99 -I ${folder} ${folder}/*.c app.c -lm. ${folder}/${folder}.h tells what to call.`;
    case "array":
      return "Unpack it, and give the array to TensorFlow Lite Micro.";
    default:
      return "Unpack it; its README.md tells how to build it.";
  }
}

/** A form that downloads the firmware project of the model with this id: target, kind of project, goal. */
export async function firmwareForm(model) {
  choices ??= get("/api/firmware");
  const known = await choices;
  const [targetLabel, target] = select("Core", known.targets);
  const [projectLabel, project] = select("Project", known.projects);
  const [goalLabel, goal] = select("Goal", known.goals);
  const button = element("button", {class: "primary"}, "Download project");
  const said = element("p", {class: "small", role: "status"});
  const problem = element("p", {class: "problem", role: "alert"});
  return element("form", {
    class: "firmware", "aria-label": "Firmware project",
    onsubmit: async event => {
      event.preventDefault();
      button.disabled = true;
      showProblem(problem, null);
      said.textContent = "Writing the project …";
      try {
        const query = new URLSearchParams({target: target.value, project: project.value, opt: goal.value});
        const name = await download(`/api/models/${model}/firmware?${query}`);
        said.textContent = `${name} was downloaded. ${whatNext(name, project.value)}`;
      } catch (error) {
        said.textContent = "";
        showProblem(problem, error);
      }
      button.disabled = false;
    },
  }, element("div", {class: "fields"}, targetLabel, projectLabel, goalLabel, button), said, problem);
}
