// Accepting and correcting: saved by the server, or written out to be saved by hand.

const CORRECTABLE = new Set(["body", "grade", "previous", "tally", "quote", "document", "field"]);

function judging(cell) {
  if (!CORRECTABLE.has(cell.kind)) return null;
  return h("p", { class: "judge" },
    h("button", { type: "button", on: { click: () => judge(cell, true) }, title: "a" }, "Accept"),
    h("button", { type: "button", on: { click: () => judge(cell, false) }, title: "c" }, "Correct …"));
}

function remembered(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(`gradewright.${name}`, value);
    return localStorage.getItem(`gradewright.${name}`) ?? "";
  } catch { return ""; }
}

const labelled = (label, control) => h("label", {}, h("span", { text: label }), control);

/** What can be put in a cell's place. */
function valueFields(cell) {
  if (cell.kind === "grade" || cell.kind === "previous") {
    const scale = INDEX.frameworks[open.detail.bodies[cell.of].framework].scale;
    const select = h("select", { name: "value" }, scale.map((grade) => option(grade.slug, grade.label)), option("", "no grade: the text gives none"));
    select.value = cell.value;
    return [labelled("It should be", select)];
  }
  if (cell.kind === "quote") {
    return [...["name", "role", "organisation"].map((name) => labelled(capital(name), h("input", { name, value: cell.speaker?.[name] ?? "", autocomplete: "off" }))),
      labelled("This is no quotation at all", h("input", { type: "checkbox", name: "none" }))];
  }
  if (cell.kind === "body") {
    return [labelled("Who was inspected", h("input", { name: "body", value: cell.label, autocomplete: "off" })),
      labelled("Under which framework (its slug)", h("input", { name: "value", value: cell.value ?? "", list: "frameworks", autocomplete: "off" })),
      h("datalist", { id: "frameworks" }, Object.keys(INDEX.frameworks).filter((key) => !key.startsWith("?")).map((key) => option(key, frameworkName(key)))),
      labelled("The text is about no inspection of it", h("input", { type: "checkbox", name: "none" }))];
  }
  return [labelled("It should be", h("input", { name: "value", value: cell.value ?? "", autocomplete: "off" }))];
}

function valueOf(cell, data) {
  if (data.none) return null;
  if (cell.kind === "body") return renamed(cell, data) ? data.body.trim() : data.value || null;
  if (cell.kind !== "quote") return data.value || null;
  const parts = ["name", "role", "organisation"].map((name) => (data[name] || "").trim());
  return parts.some(Boolean) ? parts.join(" | ") : null;
}

const renamed = (cell, data) => cell.kind === "body" && data.body.trim() && data.body.trim() !== cell.label;

/** A quotation's own address is not its speaker's; nor a name's its inspection's. */
function addressOf(cell, data) {
  if (cell.kind === "quote" && data.none) return `${cell.at}/text`;
  return !data.none && renamed(cell, data) ? `${cell.at}/body` : cell.at;
}

function judge(cell, accept) {
  const words = accept ? null : chosenWords();
  const said = cell.kind === "quote" ? (cell.form === "indirect" ? cell.label.slice(0, 120) : `“${cell.label.slice(0, 120)}”`) : `${cell.label}: ${plain(cell.value ?? "nothing")}`;
  ask(accept ? "Accept" : "Correct", said, [
    accept ? null : valueFields(cell),
    words ? labelled(`The words chosen in the text are the evidence: “${words.text.slice(0, 80)}”`, h("input", { type: "checkbox", name: "use", checked: true })) : accept ? null : h("p", { class: "meta", text: "No words of the text are chosen: your reason stands alone." }),
  ], (data) => ({
    cell: accept ? cell.at : addressOf(cell, data), was: cell.value, value: accept ? cell.value : valueOf(cell, data),
    evidence: data.use ? [words.start, words.end] : null,
  }), accept ? "read and found right" : "");
}

/** A grade that the record lacks, with the words chosen in the text. */
function addGrade(number) {
  const body = open.cells.find((cell) => cell.kind === "body" && cell.of === number);
  const framework = INDEX.frameworks[open.detail.bodies[number].framework];
  const graded = new Set(open.cells.filter((cell) => cell.kind === "grade" && cell.of === number).map((cell) => cell.area));
  const words = chosenWords();
  const told = words ? `“${words.text.slice(0, 120)}”` : "First choose the words in the text that prove it.";
  ask("Add a grade", told, [
    labelled("Area", framework.areas.length
      ? h("select", { name: "area" }, framework.areas.filter((area) => !graded.has(area.slug)).map((area) => option(area.slug, area.label)))
      : h("input", { name: "area", required: true, autocomplete: "off" })),
    labelled("Grade", h("select", { name: "value" }, framework.scale.map((grade) => option(grade.slug, grade.label)))),
  ], (data) => ({ cell: `${body.at}/${addressable(data.area)}`, was: null, value: data.value, evidence: words ? [words.start, words.end] : null }), "");
}

/** Words as one part of an address. */
const addressable = (words) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");

/** A form that ends in a decision of somebody, for a reason. */
function ask(title, said, fields, decision, reason) {
  const dialog = byId("correct");
  const form = h("form", { method: "dialog" },
    h("h2", { id: "correct-title", text: title }),
    h("p", { class: "meta", text: said }),
    fields,
    labelled("Why", h("input", { name: "reason", required: true, value: reason, autocomplete: "off" })),
    labelled("Your name", h("input", { name: "reviewer", required: true, value: remembered("reviewer"), autocomplete: "off" })),
    h("p", { class: "problem", role: "alert" }),
    h("p", { class: "judge" }, h("button", { class: "main", text: title === "Accept" ? "Accept" : "Save" }), h("button", { type: "button", text: "Cancel", on: { click: () => dialog.close() } })));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(form));
    remembered("reviewer", data.reviewer);
    await save(form, { document: open.entry.id, source: open.entry.source, reason: data.reason, reviewer: data.reviewer, ...decision(data) });
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

let lastWords = null;
document.addEventListener("selectionchange", () => { lastWords = selectedWords() ?? lastWords; });

/** The words last chosen in the open document, as [start, end] in code points and their text. */
const chosenWords = () => (open && lastWords?.number === open.number ? lastWords : null);

/** The selection inside the text; null where there is none. */
function selectedWords() {
  const selection = getSelection();
  if (!open || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const [from, to] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  if (from === null || to === null) return null;
  const text = open.detail.text.slice(from, to);
  if (!text.trim()) return null;
  const start = from + text.length - text.trimStart().length, words = text.trim();
  const points = [...open.detail.text.slice(0, start)].length;
  return { number: open.number, text: words, start: points, end: points + [...words].length };
}

/** From a place in the page to an offset in the document: a block's words are the text's. */
function offsetOf(node, offset) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("#text [data-start]");
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + before.toString().length;
}

async function save(form, correction) {
  const problem = form.querySelector(".problem");
  if (!INDEX.live) return byHand(form, correction);
  try {
    const response = await fetch(INDEX.live, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(correction) });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.problem);
    DETAILS.set(open.number, answer.detail);
    INDEX.documents[open.number] = answer.entry;
    byId("correct").close();
    fillFilters();
    show();
    say(`Saved in ${answer.file}.`);
  } catch (error) {
    problem.textContent = `Not saved: ${error.message}`;
  }
}

/** A page that stands alone saves nothing: it gives the command that does. */
function byHand(form, correction) {
  const quoted = (text) => `'${String(text).replaceAll("'", "'\\''")}'`;
  const where = `${correction.source}#${correction.cell.replace(/^(quote\/[^/]+)\/text$/, "$1")}`;
  const nobody = correction.value === null && /^quote\/[^/]+$/.test(correction.cell);
  const value = correction.value === null && !nobody ? "--remove" : `--value ${quoted(correction.value ?? "")}`;
  const words = correction.evidence ? ` --evidence ${quoted([...open.detail.text].slice(...correction.evidence).join(""))}` : "";
  const command = `gradewright correct ${quoted(INDEX.name)} ${quoted(where)} ${value} --reason ${quoted(correction.reason)} --reviewer ${quoted(correction.reviewer)}${words}`;
  form.replaceChildren(h("h2", { id: "correct-title", text: "Save it with this command" }),
    h("textarea", { readonly: true, rows: "5", "aria-label": "Command", text: command }),
    h("p", { class: "meta", text: "Or open the same records with “gradewright serve”, and save from the page." }),
    h("p", { class: "judge" }, h("button", { class: "main", text: "Close", formnovalidate: true, on: { click: (event) => { event.preventDefault(); byId("correct").close(); } } })));
  form.querySelector("textarea").select();
}
