// Views, keys and what starts the page.

const VIEWS = { grades: drawGrid, documents: drawDocuments, people: drawPeople, misses: drawMisses };
let view = "grades";

/** Where the address says we are: a view, or a document and a cell of it. */
function place() {
  const [name, number, cell] = location.hash.slice(1).split("/");
  if (name === "document" && INDEX.documents[Number(number)]) return { name, number: Number(number), cell: cell ? decodeURIComponent(cell) : null };
  return { name: VIEWS[name] ? name : "grades" };
}

function say(words) {
  byId("count").textContent = words;
}

/** Draw what the address asks for. */
function show() {
  const main = byId("main"), at = place(), numbers = chosen();
  hidePeek();
  if (at.name !== "document") view = at.name;
  document.body.dataset.view = at.name;
  document.querySelectorAll("#tabs a").forEach((tab) => {
    const here = tab.dataset.view === (at.name === "document" ? "documents" : at.name);
    if (here) tab.setAttribute("aria-current", "page"); else tab.removeAttribute("aria-current");
  });
  main.replaceChildren();
  open = null;
  if (!INDEX.documents.length) {
    say("no documents");
    main.append(h("p", { class: "empty", text: "There are no records here yet: “gradewright run” writes some." }));
    return;
  }
  say(numbers.length === INDEX.documents.length ? count(numbers.length, "document") : `${numbers.length.toLocaleString("en-GB")} of ${count(INDEX.documents.length, "document")}`);
  if (at.name !== "document") return VIEWS[at.name](main, numbers);
  drawReader(main, at.number, numbers.includes(at.number) ? numbers : [at.number, ...numbers]);
  const cell = open.cells.find((each) => each.at === at.cell);
  if (cell) choose(cell.place);
}

/** The reasons of a grid cell in short, beside it. */
function showPeek(button) {
  const peek = byId("peek");
  const detail = detailOf(Number(button.dataset.doc));
  const cell = detail.cells.find((each) => each.at === button.dataset.at);
  if (!cell) return;
  const words = cell.derivation ?? null;
  peek.replaceChildren(h("p", { class: "says" }, h("b", { text: `${cell.label}: ${cell.value ? plain(cell.value) : ""}` }), ` ${cell.basis}`),
    words ? h("p", { text: words }) : h("p", {}, (cell.sentences ?? []).slice(0, 1).map((sentence) => h("q", {}, markedSentence(detail.text, sentence, cell.spans, "ev")))),
    h("p", { class: "meta", text: `${titleOf(INDEX.documents[Number(button.dataset.doc)])} · Enter opens it` }));
  peek.hidden = false;
  button.setAttribute("aria-describedby", "peek");
  const box = button.getBoundingClientRect(), wide = peek.offsetWidth, high = peek.offsetHeight;
  peek.style.left = `${Math.max(8, Math.min(box.left, innerWidth - wide - 8))}px`;
  peek.style.top = `${box.bottom + high + 8 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - high - 6)}px`;
}

function hidePeek() {
  byId("peek").hidden = true;
  document.querySelectorAll("[aria-describedby=peek]").forEach((each) => each.removeAttribute("aria-describedby"));
}

function theme(next) {
  const dark = next ?? (remembered("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  document.documentElement.dataset.theme = dark;
  byId("theme").textContent = dark === "dark" ? "Light" : "Dark"; // what it does, as its name says
  if (next) remembered("theme", next);
}

const turn = () => theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");

function stepDocument(by) {
  const numbers = open ? open.numbers : chosen();
  const to = open ? numbers[numbers.indexOf(open.number) + by] : numbers[0];
  if (to !== undefined) location.hash = `#document/${to}`;
}

function stepList(by) {
  const links = [...document.querySelectorAll("main a.document, main .said a, main .misses ul a, main button.cell")];
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
}

const KEYS = {
  1: () => { location.hash = "#grades"; },
  2: () => { location.hash = "#documents"; },
  3: () => { location.hash = "#people"; },
  4: () => { location.hash = "#misses"; },
  "/": () => filters.elements.words.focus(),
  "?": () => byId("keys").showModal(),
  t: turn,
  j: () => (open ? stepCell(1) : stepList(1)),
  k: () => (open ? stepCell(-1) : stepList(-1)),
  n: () => stepDocument(1),
  p: () => stepDocument(-1),
  a: () => judgeChosen(true),
  c: () => judgeChosen(false),
  Escape: () => { if (open) location.hash = `#${view}`; else hidePeek(); },
};

function judgeChosen(accept) {
  const cell = open?.cells[open.at];
  if (cell && CORRECTABLE.has(cell.kind)) judge(cell, accept);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (typing) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const cell = event.target.closest("button.cell");
  if (cell && event.key.startsWith("Arrow")) {
    event.preventDefault();
    moveInGrid(cell, event.key);
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

const main = byId("main");
main.addEventListener("click", (event) => {
  const cell = event.target.closest("button.cell");
  if (cell) location.hash = `#document/${cell.dataset.doc}/${encodeURIComponent(cell.dataset.at)}`;
});
for (const [type, act] of [["mouseover", showPeek], ["focusin", showPeek]]) {
  main.addEventListener(type, (event) => {
    const cell = event.target.closest("button.cell");
    hidePeek();
    if (cell) act(cell);
  });
}
main.addEventListener("mouseleave", hidePeek);

let waiting = 0;
filters.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 120); });
filters.addEventListener("reset", () => setTimeout(show));
byId("more").addEventListener("click", () => {
  const folded = filters.classList.toggle("folded");
  byId("more").setAttribute("aria-expanded", String(!folded));
});
filters.addEventListener("submit", (event) => event.preventDefault());
byId("theme").addEventListener("click", turn);
byId("help").addEventListener("click", () => byId("keys").showModal());
addEventListener("hashchange", () => { scrollTo(0, 0); show(); byId("main").focus({ preventScroll: true }); });

theme();
fillFilters();
if (INDEX.documents.length === 1 && !location.hash && !INDEX.live) history.replaceState(null, "", "#document/0");
show();
document.documentElement.dataset.ready = "true";
