// The record beside its text: each cell a row, each row open to its reasons.

function row(cell, title, aside) {
  const why = h("div", { class: "why", id: `why-${cell.place}`, hidden: true });
  return h("li", { class: `row is-${cell.kind}`, id: `cell-${cell.place}` },
    h("button", { type: "button", "aria-expanded": "false", "aria-controls": why.id, on: { click: () => (open.at === cell.place && !why.hidden ? shut() : choose(cell.place)) } }, title, aside),
    why);
}

function shut() {
  document.querySelectorAll(".row.open").forEach((each) => {
    each.classList.remove("open");
    each.querySelector("button").setAttribute("aria-expanded", "false");
    each.querySelector(".why").hidden = true;
  });
}

function openRow(place, focus) {
  shut();
  const at = byId(`cell-${place}`);
  if (!at) return;
  const why = at.querySelector(".why"), folded = at.closest("details");
  if (folded) folded.open = true;
  if (!why.childElementCount) why.append(...reasons(open.cells[place]).filter(Boolean));
  at.classList.add("open");
  at.querySelector("button").setAttribute("aria-expanded", "true");
  why.hidden = false;
  if (focus) at.querySelector("button").focus({ preventScroll: true });
}

function drawRecord(detail, cells) {
  const aside = h("aside", { class: "record", "aria-label": "Record", id: "record" });
  detail.bodies.forEach((body, number) => aside.append(inspection(body, cells.filter((cell) => cell.of === number))));
  if (!detail.bodies.length) aside.append(h("p", { class: "empty", text: "No inspection was found in this document." }));
  const issues = cells.filter((cell) => cell.kind === "issue");
  if (issues.length) aside.append(part("Does not add up", issues.map((cell) => row(cell, h("span", { class: "name", text: capital(plain(cell.label)) }), h("span", { class: "meta", text: cell.value })))));
  aside.append(...voices(cells.filter((cell) => cell.kind === "quote")));
  const fields = cells.filter((cell) => cell.kind === "document");
  aside.append(part("Document", fields.map((cell) => row(cell, h("span", { class: "name", text: capital(plain(cell.label)) }), h("span", { class: "meta", text: cell.label === "kind" ? capital(plain(cell.value)) : cell.value ?? "not stated" })))));
  const misses = cells.filter((cell) => cell.kind === "miss");
  const near = misses.filter((cell) => cell.miss.near), plainer = misses.filter((cell) => !cell.miss.near);
  const missRow = (cell) => row(cell, h("span", { class: "words" }, markedSentence(detail.text, cell.miss.span, cell.miss.hits)));
  if (near.length) aside.append(part(`Possible misses (${near.length})`, near.map(missRow)));
  if (plainer.length) aside.append(part(`Grade words in plain English (${plainer.length})`, plainer.map(missRow)));
  const vetoes = cells.filter((cell) => cell.kind === "veto");
  if (vetoes.length) aside.append(h("details", { class: "aside", id: "set-aside" }, h("summary", { text: `Set aside by a rule (${vetoes.length})` }), h("ul", { class: "rows" }, vetoes.map((cell) => row(cell, h("span", { class: "words", text: cell.value }), h("span", { class: "meta", text: vetoName(cell.veto) }))))));
  aside.append(h("p", { class: "meta made", text: `made by ${detail.extractor}` }));
  return aside;
}

const part = (title, rows) => h("section", {}, h("h3", { text: title }), h("ul", { class: "rows" }, rows));

function inspection(body, cells) {
  const of = (kind) => cells.filter((cell) => cell.kind === kind);
  const before = new Map(of("previous").map((cell) => [cell.area ?? cell.label, cell]));
  const fields = of("field").filter((cell) => cell.value);
  return h("section", { class: "inspection" },
    h("ul", { class: "rows" }, of("body").map((cell) => row(cell, h("h3", { text: body.name }), h("span", { class: "meta", text: [body.inspectorate, frameworkName(body.framework)].filter(Boolean).join(" · ") })))),
    h("ul", { class: "rows grades" }, of("grade").map((cell) => row(cell, h("span", { class: "name", text: cell.label }),
      h("span", { class: "chips" }, chip(body.framework, cell.value, cell), changeNote(body.framework, cell, before.get(cell.area ?? cell.label)))))),
    tallies(body, of("tally")),
    before.size ? [h("h4", { text: "Before" }), h("ul", { class: "rows" }, of("previous").map((cell) => row(cell, h("span", { class: "name", text: cell.label }), h("span", { class: "chips" }, cell.when ? h("span", { class: "meta", text: cell.when }) : null, chip(body.framework, cell.value, { small: true, corrected: cell.corrected })))))] : null,
    h("p", { class: "judge add" }, h("button", { type: "button", text: "Add a grade …", on: { click: () => addGrade(cells[0]?.of) } })),
    fields.length ? h("ul", { class: "rows" }, fields.map((cell) => row(cell, h("span", { class: "name", text: capital(plain(cell.label)) }), h("span", { class: "meta", text: cell.value })))) : null,
    missing(body));
}

function changeNote(key, cell, before) {
  if (!before) return null;
  const change = changeOf(key, { now: { grade: cell.value }, before: { grade: before.value, when: before.when } });
  return h("span", { class: "meta", title: change.words, text: `${change.sign} ${change.short}${change.when}` });
}

function tallies(body, cells) {
  if (!cells.length) return null;
  return [h("h4", { text: "Counted in the text" }), h("ul", { class: "rows tallies" }, cells.map((cell) => row(cell, h("span", { class: "name" }, h("b", { text: cell.value }), " × "), chip(body.framework, cell.label, { small: true, corrected: cell.corrected }))))];
}

function missing(body) {
  if (!body.missing.length) return null;
  const label = (slug) => areaLabel(body.framework, { area: slug, label: capital(plain(slug)) });
  return h("p", { class: "meta missing", text: "Empty: " + body.missing.map((each) => `${label(each.field)} (${plain(each.reason)})`).join("; ") });
}

/** Quotes under the card of whoever says them. */
function voices(cells) {
  const people = new Map();
  for (const cell of cells) {
    const who = cell.speaker ? [cell.speaker.name, cell.speaker.role, cell.speaker.organisation] : [];
    const key = who.join("|");
    if (!people.has(key)) people.set(key, { who, cells: [] });
    people.get(key).cells.push(cell);
  }
  if (!people.size) return [];
  return [h("section", { class: "voices" }, h("h3", { text: `Quotes (${cells.length})` }), [...people.values()].map((person) => h("div", { class: "voice" }, card(person.who),
    h("ul", { class: "rows" }, person.cells.map((cell) => row(cell, spoken(cell), cell.corrected ? h("span", { class: "sign", text: "✎" }) : null)))))) ];
}

/** Why a cell says what it says. */
function reasons(cell) {
  const text = open.detail.text;
  const corrections = open.detail.corrections.filter((each) => each.cell === cell.at || (cell.kind === "body" && each.cell.endsWith("/body") && each.value === cell.label));
  return [
    cell.derivation ? h("p", { class: "derivation" }, h("span", { class: "sign", text: "∴" }), cell.derivation) : null,
    cell.basis === "deduced" ? proof(cell) : null,
    cell.kind === "miss" ? h("p", { class: "meta", text: "No record uses this sentence. If it states something, correct the record or report it with the rule it should have met." }) : evidence(cell, text),
    (cell.miss?.vetoes ?? []).map((place) => vetoFact(open.detail.vetoes[place])),
    cell.veto ? vetoFact(cell.veto) : null,
    cell.said ? fact("The source says", h("q", { text: cell.said })) : null,
    cell.corrected && corrections.some((each) => !each.proved) ? fact("Evidence", cell.spans.length ? "the words that the rules read; the correction gives no others" : "the correction gives no words") : null,
    cell.speaker?.resolved_by ? fact("Speaker found by", plain(cell.speaker.resolved_by) + (cell.cue ? ` (“${cell.cue}”)` : "")) : null,
    cell.empty ? fact(cell.kind === "quote" ? "Speaker" : "Why empty", cell.empty) : null,
    cell.repeats !== null && cell.repeats !== undefined ? fact("Says again", `quote ${cell.repeats + 1}`) : null,
    cell.when ? fact("When", cell.when) : null,
    cell.written && plain(cell.value) !== cell.written.toLowerCase() ? fact("Written", `“${cell.written}”`) : null,
    cell.rule ? fact("Rule", h("code", { text: cell.rule[0] }), cell.rule[1]) : null,
    (cell.data ?? []).map(([entry, why], at) => fact(at ? "" : "Data", h("code", { text: entry }), why)),
    folded(cell.kind === "body" ? "Other frameworks" : cell.basis === "deduced" ? "Why no other grade" : "Rivals that lost", (cell.rivals ?? []).map((rival) => h("li", { text: rival })), cell.basis === "deduced" || (cell.rivals ?? []).some((rival) => rival.endsWith("fits as well"))),
    folded("Not taken near it", (cell.vetoes ?? []).map((place) => h("li", {}, vetoFact(open.detail.vetoes[place])))),
    corrections.map((each) => fact(each.was === each.value ? "Accepted" : "Corrected", `${each.reviewer}, ${day(each.date)}: ${each.reason}`, each.was === each.value ? null : `(before: ${plain(each.was ?? "nothing")})`)),
    judging(cell),
  ].flat();
}

/** The last part of the entry, or of the rule, that did not take something. */
const vetoName = (veto) => plain((veto.data[0] ?? veto.rule)[0].split(/[.#]/).pop().replace("toml", "") || veto.rule[0].split(".").pop());

/** What was not taken, by which words, rule and entry. */
const vetoFact = (veto) => h("p", { class: "fact" }, h("span", { class: "of", text: `No ${veto.kind}` }),
  h("span", {}, h("q", { text: veto.words }), veto.by ? [" by ", h("q", { text: veto.by })] : null, ": ", h("code", { text: (veto.data[0] ?? veto.rule)[0] }), " ", (veto.data[0] ?? veto.rule)[1]));

/** A list under its own heading, closed unless it is the answer. */
function folded(title, items, opened = false) {
  if (!items.length) return null;
  return h("details", { class: "premises", open: opened }, h("summary", { text: `${title} (${items.length})` }), h("ul", { class: "against" }, items));
}

const fact = (name, ...said) => h("p", { class: "fact" }, h("span", { class: "of", text: name }), h("span", {}, said.filter(Boolean).flatMap((each, at) => (at ? [" ", each] : [each]))));

function evidence(cell, text) {
  if (!cell.spans.length) return null;
  const places = cell.spans.map((span, number) => ({ span, number }));
  const beside = places.filter(({ span }) => !isShown(span));
  return [
    h("ol", { class: "evidence" }, places.filter(({ span }) => isShown(span)).map((place) => oneEvidence(cell, place, text))),
    beside.length ? h("details", { class: "premises" }, h("summary", { text: besideWords(beside) }), h("ol", { class: "evidence" }, beside.map((place) => oneEvidence(cell, place, text)))) : null,
  ];
}

function besideWords(beside) {
  const graded = beside.filter(({ span }) => span[3] === "graded").length, listed = beside.length - graded;
  return "Also used: " + [graded ? `${count(graded, "area")} with a grade of ${graded === 1 ? "its" : "their"} own` : null, listed ? count(listed, "other premise") : null].filter(Boolean).join(", ");
}

function oneEvidence(cell, { span: [start, end, page, , link], number }, text) {
  const sentence = (cell.sentences ?? []).find(([from, to]) => from <= start && to >= end);
  const words = sentence && cell.basis !== "deduced" ? markedSentence(text, sentence, [[start, end]], "ev") : h("span", {}, h("mark", { class: "ev", text: text.slice(start, end) }));
  const numbered = cell.spans.length > 1 && isShown(cell.spans[number]);
  return h("li", {}, h("button", { type: "button", class: "plain", title: "Show in the text", on: { click: () => showEvidence(cell.place, number) } },
    numbered ? h("span", { class: "badge", text: number + 1 }) : null, words, page ? h("span", { class: "meta", text: ` page ${page}` }) : null),
    link ? h("a", { class: "out", href: link, rel: "noopener noreferrer", target: "_blank", text: "in the source" }) : null);
}

/** The count of each grade against the areas that have it: why only one is left. */
function proof(cell) {
  const body = open.detail.bodies[cell.of];
  const mine = open.cells.filter((each) => each.of === cell.of);
  const scale = INDEX.frameworks[body.framework].scale.map((grade) => grade.slug);
  const lines = scale.map((slug) => ({
    slug,
    tally: mine.find((each) => each.kind === "tally" && each.label === slug),
    areas: mine.filter((each) => each.kind === "grade" && each.value === slug),
  })).filter((line) => line.tally || line.areas.length);
  if (!lines.some((line) => line.tally)) return null;
  return h("table", { class: "proof" },
    h("caption", { text: "What the text counts, and the areas that fill it" }),
    h("thead", { class: "hidden" }, h("tr", {}, ["Grade", "Counted", "Areas"].map((text) => h("th", { scope: "col", text })))),
    h("tbody", {}, lines.map((line) => h("tr", { class: line.slug === cell.value ? "mine" : null },
      h("th", { scope: "row" }, chip(body.framework, line.slug, { small: true })),
      h("td", { class: "number", text: line.tally ? line.tally.value : "–" }),
      h("td", {}, line.areas.map((area, at) => [at ? ", " : null, h("span", { class: area.basis, text: area.label + (area.basis === "deduced" ? " ∴" : "") })]))))));
}
