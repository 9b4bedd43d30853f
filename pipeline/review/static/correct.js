// Accepting and correcting: saved by the server, or written out to be saved by hand.

const CORRECTABLE = new Set(["grade", "quote", "document", "field"]);

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
  if (cell.kind === "grade") {
    const scale = INDEX.frameworks[open.detail.bodies[cell.of].framework].scale;
    const select = h("select", { name: "value" }, scale.map((grade) => option(grade.slug, grade.label)), option("", "no grade: the text gives none"));
    select.value = cell.value;
    return [labelled("It should be", select)];
  }
  if (cell.kind === "quote") {
    return ["name", "role", "organisation"].map((name) => labelled(capital(name), h("input", { name, value: cell.speaker?.[name] ?? "", autocomplete: "off" })));
  }
  return [labelled("It should be", h("input", { name: "value", value: cell.value ?? "", autocomplete: "off" }))];
}

function valueOf(cell, data) {
  if (cell.kind !== "quote") return data.value || null;
  const parts = ["name", "role", "organisation"].map((name) => (data[name] || "").trim());
  return parts.some(Boolean) ? parts.join(" | ") : null;
}

function judge(cell, accept) {
  const dialog = byId("correct");
  const chosenWords = selectedWords();
  const form = h("form", { method: "dialog" },
    h("h2", { id: "correct-title", text: accept ? "Accept" : "Correct" }),
    h("p", { class: "meta", text: cell.kind === "quote" ? `“${cell.label.slice(0, 120)}”` : `${cell.label}: ${plain(cell.value ?? "nothing")}` }),
    accept ? null : valueFields(cell),
    !accept && chosenWords ? labelled(`The words chosen in the text are the evidence: “${chosenWords.text.slice(0, 80)}”`, h("input", { type: "checkbox", name: "use", checked: true })) : null,
    labelled("Why", h("input", { name: "reason", required: true, value: accept ? "read and found right" : "", autocomplete: "off" })),
    labelled("Your name", h("input", { name: "reviewer", required: true, value: remembered("reviewer"), autocomplete: "off" })),
    h("p", { class: "problem", role: "alert" }),
    h("p", { class: "judge" }, h("button", { class: "main", text: accept ? "Accept" : "Save" }), h("button", { type: "button", text: "Cancel", on: { click: () => dialog.close() } })));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(form));
    remembered("reviewer", data.reviewer);
    await save(form, {
      document: open.entry.id, source: open.entry.source, cell: cell.at, was: cell.value,
      value: accept ? cell.value : valueOf(cell, data), reason: data.reason, reviewer: data.reviewer,
      evidence: data.use ? [chosenWords.start, chosenWords.end] : null,
    });
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

/** The selection inside the text, in code points of the document; null where there is none. */
function selectedWords() {
  const selection = getSelection(), article = byId("text");
  if (!article || !selection.rangeCount || selection.isCollapsed) return null;
  const words = String(selection).trim();
  const at = open.detail.text.indexOf(words);
  if (!words || at < 0 || !article.contains(selection.anchorNode)) return null;
  const start = [...open.detail.text.slice(0, at)].length;
  return { text: words, start, end: start + [...words].length };
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
    say("Saved.");
  } catch (error) {
    problem.textContent = `Not saved: ${error.message}`;
  }
}

/** A page that stands alone saves nothing: it gives the command that does. */
function byHand(form, correction) {
  const quoted = (text) => `'${String(text).replaceAll("'", "'\\''")}'`;
  const where = `${correction.source}#${correction.cell}`;
  const value = correction.value === null ? "--remove" : `--value ${quoted(correction.value)}`;
  const command = `gradewright correct ${quoted(INDEX.name)} ${quoted(where)} ${value} --reason ${quoted(correction.reason)} --reviewer ${quoted(correction.reviewer)}`;
  form.replaceChildren(h("h2", { id: "correct-title", text: "Save it with this command" }),
    h("textarea", { readonly: true, rows: "5", "aria-label": "Command", text: command }),
    h("p", { class: "meta", text: "Or open the same records with “gradewright serve”, and save from the page." }),
    h("p", { class: "judge" }, h("button", { class: "main", text: "Close", formnovalidate: true, on: { click: (event) => { event.preventDefault(); byId("correct").close(); } } })));
  form.querySelector("textarea").select();
}
