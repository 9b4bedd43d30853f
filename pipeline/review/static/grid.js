// The grade grid: bodies by areas, one table for each framework.

/** The newest inspection of each body, with the one before, by framework. */
function gridRows(wanted, numbers) {
  const tables = new Map();
  for (const number of numbers) {
    const entry = INDEX.documents[number];
    for (const inspection of entry.inspections) {
      if (!inspection.grades.length || (wanted.body && !within(wanted.body, inspection.body))) continue;
      if (!tables.has(inspection.framework)) tables.set(inspection.framework, new Map());
      const rows = tables.get(inspection.framework);
      if (!rows.has(inspection.key)) rows.set(inspection.key, { body: inspection.body, framework: inspection.framework, told: [] });
      rows.get(inspection.key).told.push({ number, date: inspection.date || "", grades: inspection.grades });
    }
  }
  for (const rows of tables.values()) {
    for (const row of rows.values()) {
      row.told.sort((a, b) => b.date.localeCompare(a.date));
      row.cells = cellsOf(row);
    }
  }
  for (const [key, rows] of tables) for (const [body, row] of rows) lookBack(tables.get(INDEX.frameworks[key].previous)?.get(body), row);
  return tables;
}

/** Where nothing is known before: the same area, or what it continues, a cycle ago. */
function lookBack(older, row) {
  if (!older) return;
  for (const cell of row.cells.values()) {
    if (cell.before || !cell.now?.area) continue;
    const area = INDEX.frameworks[row.framework].areas.find((each) => each.slug === cell.now.area);
    const names = [cell.now.area, ...(area?.earlier ?? [])];
    const before = [...older.cells.values()].find((each) => each.now && names.includes(each.now.area));
    if (before && before.now.date < cell.now.date) cell.before = { grade: before.now.grade, when: day(before.now.date) };
  }
}

/** By area: the newest grade, what it was before, and whether documents disagree. */
function cellsOf(row) {
  const cells = new Map();
  for (const told of row.told) {
    for (const grade of told.grades) {
      const area = areaLabel(row.framework, grade);
      if (!cells.has(area)) cells.set(area, { area, unknown: !grade.area });
      const cell = cells.get(area);
      if (grade.previous) cell.before ??= { grade: grade.grade, when: grade.when };
      else if (!cell.now) cell.now = { ...grade, number: told.number, date: told.date };
      else if (told.date !== cell.now.date) cell.before ??= { grade: grade.grade, when: day(told.date) };
      else if (grade.grade !== cell.now.grade) cell.rival = grade.grade;
    }
  }
  return cells;
}

function columnsOf(key, rows) {
  const present = new Map();
  for (const row of rows) {
    for (const [area, cell] of row.cells) if (cell.now || !cell.unknown) present.set(area, (present.get(area) ?? true) && cell.unknown);
  }
  const known = INDEX.frameworks[key].areas.map((area) => area.label).filter((label) => present.has(label));
  const others = [...present.keys()].filter((area) => !known.includes(area)).sort();
  return [...new Set(known), ...others].map((label) => ({ label, unknown: present.get(label) }));
}

function changeOf(key, cell) {
  if (!cell.before || !cell.now) return null;
  const now = gradeIn(key, cell.now.grade).rank, before = gradeIn(key, cell.before.grade).rank;
  const label = gradeIn(key, cell.before.grade).label;
  const when = cell.before.when ? ` (${cell.before.when})` : "";
  if (now === null || before === null) return { sign: "·", words: `was ${label}${when}`, short: `was ${label}`, when };
  if (now < before) return { sign: "▲", words: `up from ${label}${when}`, short: `from ${label}`, when };
  if (now > before) return { sign: "▼", words: `down from ${label}${when}`, short: `from ${label}`, when };
  return { sign: "=", words: `as before${when}`, short: "as before", when };
}

function gridCell(key, row, cell, wanted) {
  if (!cell) return h("td", { class: "none" }, h("span", { class: "hidden", text: "not graded" }));
  if (!cell.now) {
    const label = gradeIn(key, cell.before.grade).label;
    return h("td", { class: "none" }, h("span", { class: "was", text: `was ${label}` }));
  }
  const grade = gradeIn(key, cell.now.grade);
  const change = changeOf(key, cell);
  const off = !gradeAnswers(wanted, row, { ...cell.now, label: cell.area });
  const silent = (text) => h("span", { class: "sign", "aria-hidden": "true", text });
  const aloud = [cell.now.basis, change?.words, cell.now.corrected ? "corrected" : null,
    cell.rival ? `another document says ${gradeIn(key, cell.rival).label}` : null].filter(Boolean).join(", ");
  return h("td", {}, h("button", {
    type: "button", class: `cell g${grade.level}${cell.now.basis === "deduced" ? " deduced" : ""}${off ? " off" : ""}`,
    tabindex: "-1", data: { doc: cell.now.number, at: cell.now.at },
  },
  h("span", { class: "hidden", text: `${row.body}, ${cell.area}, ` }),
  h("span", { class: "grade" }, grade.label, cell.now.basis === "deduced" ? silent("∴") : null, cell.now.corrected ? silent("✎") : null, cell.rival ? silent("!") : null),
  h("span", { class: "hidden", text: aloud }),
  change ? h("span", { class: "was", "aria-hidden": "true" }, h("span", { class: "arrow", text: change.sign }), ` ${change.short}`) : null));
}

/** How all bodies did in an area: a bar whose parts are the grades. */
function spread(key, rows, area) {
  const counts = new Map();
  for (const row of rows) {
    const now = row.cells.get(area)?.now;
    if (now) counts.set(now.grade, (counts.get(now.grade) ?? 0) + 1);
  }
  const parts = [...counts].map(([slug, number]) => ({ ...gradeIn(key, slug), number })).sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
  if (!parts.length) return null;
  const words = parts.map((part) => `${part.number} ${part.label}`).join(", ");
  const bar = h("span", { class: "spread", role: "img", "aria-label": words, title: words });
  for (const part of parts) {
    const piece = h("span", { class: `g${part.level}` });
    piece.style.flexGrow = part.number;
    bar.append(piece);
  }
  return bar;
}

const sorting = { area: null, down: true };

function sortRows(key, rows) {
  const level = (row, area) => {
    const now = row.cells.get(area)?.now;
    return now ? gradeIn(key, now.grade).rank ?? -1 : -1;
  };
  rows.sort((a, b) => a.body.localeCompare(b.body));
  if (sorting.area) rows.sort((a, b) => (level(b, sorting.area) - level(a, sorting.area)) * (sorting.down ? 1 : -1));
  return rows;
}

function legend(key) {
  const used = key.startsWith("?") ? usedGrades(key) : null;
  return h("ul", { class: "legend", "aria-label": "The scale, best first" },
    INDEX.frameworks[key].scale.filter((grade) => !used || used.has(grade.slug))
      .map((grade) => h("li", {}, chip(key, grade.slug, { small: true }))),
    h("li", { class: "note" }, h("b", { text: "∴" }), " deduced"),
    h("li", { class: "note" }, h("b", { text: "▲ ▼ =" }), " up, down or as at the inspection before"),
    h("li", { class: "note beyond" }, h("b", { text: "→" }), " more areas to the right"));
}

function usedGrades(key) {
  return new Set(INDEX.documents.flatMap((entry) => entry.inspections.filter((each) => each.framework === key).flatMap((each) => each.grades.map((grade) => grade.grade))));
}

function gridTable(key, rows, wanted) {
  let columns = columnsOf(key, rows);
  if (wanted.area) columns = columns.filter((column) => column.label === wanted.area);
  const framework = INDEX.frameworks[key];
  const body = h("tbody");
  const sort = (area) => {
    sorting.down = sorting.area === area ? !sorting.down : true;
    sorting.area = area;
    show();
  };
  const heads = columns.map((column) => h("th", { scope: "col", "aria-sort": sorting.area === column.label ? (sorting.down ? "descending" : "ascending") : null },
    h("button", { type: "button", title: "Sort by this area, worst first", on: { click: () => sort(column.label) } },
      column.label, column.unknown ? h("span", { class: "sign", text: " ?", title: "no framework knows this area" }) : null),
    spread(key, rows, column.label)));
  const table = h("table", { class: "grid" },
    h("caption", {}, h("span", { class: "hidden", text: `Grades of ${count(rows.length, "body", "bodies")} under ${frameworkName(key)}` })),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "corner", text: "Body" }), heads)), body);
  inChunks(body, sortRows(key, rows), (row) => h("tr", {},
    h("th", { scope: "row" }, h("span", { class: "name", text: row.body }), h("span", { class: "when", text: row.told.map((each) => day(each.date)).slice(0, 1).join("") })),
    columns.map((column) => gridCell(key, row, row.cells.get(column.label), wanted))));
  body.querySelector("button.cell")?.setAttribute("tabindex", "0"); // one stop for each table; arrows do the rest
  return [
    h("button", { type: "button", class: "copy", title: "For a spreadsheet", text: "Copy table", on: { click: (event) => copyTable(event.target, key, rows, columns) } }),
    h("h2", {}, framework.name, " ", h("span", { class: "cycle", text: framework.cycle }), framework.inspectorate ? h("span", { class: "by", text: framework.inspectorate }) : null),
    legend(key), h("div", { class: "edge" }, scrolling(h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `Grades under ${frameworkName(key)}` }, table))),
  ];
}

/** A table that says, as long as it is so, that more of it stands to the right. */
function scrolling(scroll) {
  const tell = () => scroll.closest(".framework")?.classList.toggle("more", scroll.scrollWidth - scroll.clientWidth - scroll.scrollLeft > 8);
  scroll.addEventListener("scroll", tell, { passive: true });
  new ResizeObserver(tell).observe(scroll);
  return scroll;
}

/** The table as tab-separated text: what a spreadsheet takes from the clipboard. */
function copyTable(button, key, rows, columns) {
  const grade = (cell) => (cell?.now ? gradeIn(key, cell.now.grade).label : "");
  const lines = [["Body", "Date", ...columns.map((column) => column.label)], ...rows.map((row) => [row.body, row.told[0].date, ...columns.map((column) => grade(row.cells.get(column.label)))])];
  const text = lines.map((line) => line.map((value) => value.replace(/\s+/g, " ")).join("\t")).join("\n");
  const held = h("textarea", { "aria-label": "Table", text });
  document.body.append(held);
  held.select();
  button.textContent = document.execCommand("copy") ? "Copied" : "The browser does not allow it"; // also where a page is a file
  held.remove();
  button.focus();
}

function drawGrid(main, numbers) {
  const wanted = asked();
  const tables = [...gridRows(wanted, numbers)].sort((a, b) => b[1].size - a[1].size);
  main.append(h("h2", { class: "hidden", text: "Grades" }));
  let drawn = 0;
  for (const [key, rows] of tables) {
    let list = [...rows.values()];
    if (wanted.area || wanted.grade || wanted.basis) {
      list = list.filter((row) => [...row.cells.values()].some((cell) => cell.now && gradeAnswers(wanted, row, { ...cell.now, label: cell.area })));
    }
    if (!list.length) continue;
    const section = h("section", { class: "framework" });
    main.append(section);
    if (drawn++ === 0) section.append(...gridTable(key, list, wanted));
    else {
      section.style.minHeight = `${Math.min(list.length, 14) * 58 + 180}px`;
      whenNear(section, () => section.append(...gridTable(key, list, wanted)));
    }
  }
  if (!main.querySelector(".framework")) main.append(h("p", { class: "empty", text: "No grades answer these filters." }));
}

/** Arrow keys: to the next cell that has a grade, in the row or in the column. */
function moveInGrid(from, key) {
  const td = from.parentElement, row = td.parentElement;
  const step = key === "ArrowLeft" || key === "ArrowUp" ? "previousElementSibling" : "nextElementSibling";
  const along = key === "ArrowLeft" || key === "ArrowRight";
  let at = along ? td[step] : row[step];
  while (at) {
    const to = (along ? at : at.children[td.cellIndex])?.querySelector?.("button.cell");
    if (to) {
      from.tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
      to.scrollIntoView({ block: "nearest", inline: "nearest" });
      return;
    }
    at = at[step];
  }
}
