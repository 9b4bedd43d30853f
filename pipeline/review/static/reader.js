// One document: its text with every cell's words marked, linked with its record.

const KINDS = [["body", "bodies"], ["grade", "grades"], ["area", "areas"], ["tally", "tallies"], ["quote", "quotes"], ["issue", "issues"], ["miss", "possible misses"], ["veto", "set aside"]];
let open = null;

/** All that can be chosen: the record's cells, possible misses, what rules did not take. */
function choices(detail) {
  const misses = detail.misses.map((miss, at) => ({ at: `miss/${at}`, kind: "miss", label: miss.kind, value: miss.near ? "near" : "plain words", spans: miss.hits, miss }));
  const vetoes = detail.vetoes.map((veto, at) => ({ at: `veto/${at}`, kind: "veto", label: veto.kind, value: veto.words, spans: veto.spans, veto }));
  return [...detail.cells, ...misses, ...vetoes].map((cell, place) => ({ ...cell, place }));
}

/** Stretches of text to mark: [start, end, kind, place of the cell, number of the evidence]. */
function stretches(cells) {
  const found = [];
  for (const cell of cells) {
    cell.spans.forEach(([start, end, , role], number) => {
      if (start >= end) return;
      let kind = cell.kind === "previous" ? "grade" : cell.kind;
      if (role === "read") kind = "area";
      else if (cell.basis === "deduced") kind = role === "own" ? "area" : "premise";
      else if (cell.kind === "quote" && number >= cell.parts) kind = "voice";
      else if (cell.labels_at?.length) kind = "area";
      found.push([start, end, kind, cell.place, number]);
    });
    if (cell.basis !== "deduced") for (const extent of cell.labels_at ?? []) found.push([...extent, "grade", cell.place, -1]);
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** The text of a block as pieces, cut wherever a stretch begins or ends. */
function pieces(text, start, end, all, from) {
  const here = [];
  for (let at = from; at < all.length && all[at][0] < end; at++) if (all[at][1] > start) here.push(all[at]);
  const cuts = [...new Set([start, end, ...here.flatMap(([a, b]) => [Math.max(a, start), Math.min(b, end)])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((cut, place) => {
    const over = here.filter(([a, b]) => a <= cut && b >= cuts[place + 1]).sort((a, b) => (a[1] - a[0]) - (b[1] - b[0]));
    const words = text.slice(cut, cuts[place + 1]);
    if (!over.length) return words;
    const kinds = [...new Set(over.map((each) => `k-${each[2]}`))].join(" ");
    const cells = [...new Set(over.map((each) => each[3]))];
    const mark = h("mark", { class: kinds, text: words, data: { cells: cells.join(" ") } });
    const numbers = over.filter((each) => each[4] >= 0).map((each) => `${each[3]}:${each[4]}`);
    if (numbers.length) mark.dataset.numbers = numbers.join(" ");
    const starts = over.filter((each) => each[0] === cut && each[4] >= 0).map((each) => `${each[3]}:${each[4]}`);
    if (starts.length) mark.dataset.starts = starts.join(" ");
    const grade = over.find((each) => each[2] === "grade");
    if (grade) mark.classList.add(`g${levelOf(open.cells[grade[3]])}`);
    return mark;
  });
}

function levelOf(cell) {
  const body = open.detail.bodies[cell.of];
  return body ? gradeIn(body.framework, cell.value).level : "none";
}

const BLOCKS = { heading: (level) => `h${Math.min(Math.max((level ?? 2) + 1, 3), 6)}`, quote: () => "blockquote" };

function drawText(detail, cells) {
  const all = stretches(cells);
  const blocks = detail.blocks.length ? detail.blocks : [["paragraph", null, 0, detail.text.length, "body", null]];
  const reach = [];
  let furthest = 0, first = 0;
  for (const stretch of all) reach.push(furthest = Math.max(furthest, stretch[1]));
  let page = null, table = null;
  const drawn = [];
  for (const [type, level, start, end, role, onPage] of blocks) {
    while (first < all.length && reach[first] <= start) first++;
    if (onPage && onPage !== page) drawn.push(table = h("p", { class: "page", text: `page ${page = onPage}` }));
    const named = { class: `block ${type} ${role}`, data: { start } };
    const words = (from, to) => pieces(detail.text, from, to, all, first);
    if (type !== "table_row") {
      drawn.push(table = h(BLOCKS[type]?.(level) ?? "p", named, words(start, end)));
      continue;
    }
    if (!table?.matches(".table")) drawn.push(table = h("div", { class: "table", role: "table" }));
    table.append(h("div", { ...named, role: "row" }, tableCells(detail.text, start, end, words)));
  }
  return h("article", { class: "text", id: "text", tabindex: "0", "aria-label": "Text of the document" }, drawn);
}

/** The cells of a row, and the tabs between them: offsets count those, too. */
function tableCells(text, start, end, words) {
  const drawn = [];
  for (let from = start, to; from <= end; from = to + 1) {
    to = text.indexOf("\t", from);
    if (to < 0 || to > end) to = end;
    drawn.push(h("span", { class: "td", role: "cell" }, words(from, to), to < end ? h("span", { class: "tab", text: "\t" }) : null));
  }
  return drawn;
}

function drawReader(main, number, numbers) {
  const entry = INDEX.documents[number], detail = detailOf(number);
  const cells = choices(detail);
  open = { number, entry, detail, cells, at: null, order: order(cells), numbers };
  const place = numbers.indexOf(number);
  const link = (to, label, key) => to === undefined ? null : h("a", { class: "step", href: `#document/${to}`, title: `${titleOf(INDEX.documents[to])} (${key})`, text: label });
  const shown = KINDS.filter(([kind]) => cells.some((cell) => cell.kind === kind && cell.spans.length) || kind === "area");
  main.append(
    h("header", { class: "reading" },
      h("div", {}, h("h2", { text: titleOf(entry) }),
        h("p", { class: "meta" }, [capital(plain(entry.kind)), entry.publisher, day(entry.published), entry.source].filter(Boolean).join(" · "),
          safeLink(detail.url))),
      h("div", { class: "steps" }, riskMeter(entry.risk), link(numbers[place - 1], "← Previous", "p"), link(numbers[place + 1], "Next →", "n"))),
    h("p", { class: "below" }, h("button", { type: "button", text: `${recordWords(detail)} ↓`, on: { click: toRecord } })),
    h("fieldset", { class: "kinds" }, h("legend", { text: "Marked" }), shown.map(([kind, label]) => h("label", { class: `k-${kind}` },
      h("input", { type: "checkbox", checked: true, on: { change: (event) => byId("text").classList.toggle(`without-${kind}`, !event.target.checked) } }), label))),
    h("div", { class: "desk" }, drawText(detail, cells), drawRecord(detail, cells)));
  byId("text").addEventListener("click", clickText);
  byId("text").addEventListener("mouseover", (event) => hover(event.target.closest("mark")?.dataset.cells));
}

/** What stands below the text in a narrow window. */
function recordWords(detail) {
  const number = (kind) => detail.cells.filter((cell) => cell.kind === kind).length;
  const parts = [["grade", number("grade")], ["quote", number("quote")], ["issue", number("issue")]];
  return ["The record", parts.filter(([, many]) => many).map(([kind, many]) => count(many, kind)).join(", ")].filter(Boolean).join(": ");
}

function toRecord() {
  byId("record").scrollIntoView({ block: "start", behavior: gently() });
  byId("record").querySelector("button")?.focus({ preventScroll: true });
}

function safeLink(url) {
  if (!/^https?:\/\//i.test(url || "")) return null;
  return h("a", { class: "out", href: url, rel: "noopener noreferrer", target: "_blank", text: "live page" });
}

/** The order in which keys move: as in the record, what has words first. */
function order(cells) {
  const shown = cells.filter((cell) => cell.spans.length && !["miss", "veto"].includes(cell.kind));
  const own = (cell) => cell.kind === "document"; // what the source says of itself comes last, as beside the text
  return [...shown.filter((cell) => !own(cell)), ...shown.filter(own)].map((cell) => cell.place);
}

/** Choose the cell under the pointer; again, the next one over the same words. */
function clickText(event) {
  const mark = event.target.closest("mark");
  if (!mark || String(getSelection())) return;
  const cells = mark.dataset.cells.split(" ").map(Number);
  choose(cells[(cells.indexOf(open.at) + 1) % cells.length], { scroll: false });
}

function hover(cells) {
  document.querySelectorAll(".row.near").forEach((row) => row.classList.remove("near"));
  (cells || "").split(" ").filter(Boolean).forEach((place) => byId(`cell-${place}`)?.classList.add("near"));
}

/** Show a cell: mark its words, number its evidence, open its reasons. */
function choose(place, { scroll = true, focus = false } = {}) {
  const cell = open.cells[place];
  if (!cell) return;
  open.at = place;
  document.querySelectorAll("#text mark.on, #text mark.beside").forEach((mark) => { mark.classList.remove("on", "beside"); delete mark.dataset.number; });
  for (const mark of document.querySelectorAll("#text mark")) {
    if (!mark.dataset.cells.split(" ").includes(String(place))) continue;
    mark.classList.add(isBeside(mark, cell) ? "beside" : "on");
    const begins = (mark.dataset.starts || "").split(" ").find((each) => each.startsWith(`${place}:`));
    const number = begins && Number(begins.split(":")[1]);
    if (begins && cell.spans.length > 1 && isShown(cell.spans[number])) mark.dataset.number = number + 1;
  }
  openRow(place, focus);
  const stacked = matchMedia("(max-width: 60rem)").matches; // the record stands below: its row is the answer
  if (scroll && !stacked) byId("text").querySelector("mark.on")?.scrollIntoView({ block: "center", behavior: gently() });
  byId(`cell-${place}`)?.scrollIntoView({ block: "nearest", behavior: gently() });
  history.replaceState(history.state, "", `#document/${open.number}/${encodeURIComponent(cell.at)}`);
}

/** Whether a piece of marked text is none of the evidence that is shown. */
function isBeside(mark, cell) {
  if (cell.basis !== "deduced") return false;
  const shown = (mark.dataset.numbers || "").split(" ").some((each) => each.startsWith(`${cell.place}:`) && isShown(cell.spans[Number(each.split(":")[1])]));
  return !shown;
}

/** Whether evidence is shown by itself: a deduction has many premises beside. */
const isShown = ([, , , role]) => !["graded", "listed"].includes(role);

/** The next or previous cell that has words. */
function stepCell(by) {
  const at = open.order.indexOf(open.at);
  const to = at < 0 ? (by > 0 ? 0 : open.order.length - 1) : (at + by + open.order.length) % open.order.length;
  if (open.order.length) choose(open.order[to], { focus: true });
}

/** Scroll the text to one numbered piece of evidence. */
function showEvidence(place, number) {
  const marks = [...document.querySelectorAll("#text mark")].filter((mark) => (mark.dataset.starts || "").split(" ").includes(`${place}:${number}`));
  marks[0]?.scrollIntoView({ block: "center", behavior: gently() });
  marks[0]?.animate?.([{ outlineColor: "currentColor" }, { outlineColor: "transparent" }], 900);
}
