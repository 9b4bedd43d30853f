// Documents by risk, people by name, and sentences that no record uses.

function riskMeter(score) {
  const level = score >= 16 ? "high" : score >= 6 ? "middle" : score > 0 ? "low" : "none";
  const meter = h("span", { class: `risk ${level}`, role: "img", "aria-label": `risk ${score}`, title: `risk ${score}` });
  meter.append(h("span", { class: "number", text: score }));
  return meter;
}

/** How a document's grades are spread, in one small bar. */
function strip(entry) {
  const bar = h("span", { class: "strip", "aria-hidden": "true" });
  for (const inspection of entry.inspections) {
    for (const grade of inspection.grades) {
      if (!grade.previous) bar.append(h("span", { class: `g${gradeIn(inspection.framework, grade.grade).level}` }));
    }
  }
  return bar;
}

function drawDocuments(main, numbers) {
  main.append(h("h2", { class: "title", text: "Documents" }), h("p", { class: "lede", text: "Riskiest first: issues, quotes without a speaker, deduced grades, text that was dropped, possible misses." }));
  const list = h("ol", { class: "documents" });
  main.append(list);
  inChunks(list, numbers, (number) => {
    const entry = INDEX.documents[number];
    const bodies = [...new Set(entry.inspections.map((each) => each.body))];
    return h("li", {}, h("a", { class: "document", href: `#document/${number}` },
      riskMeter(entry.risk),
      h("span", { class: "what" },
        h("span", { class: "name", text: titleOf(entry) }),
        h("span", { class: "meta", text: [bodies.join(", ") || capital(plain(entry.kind)), entry.publisher, day(entry.published)].filter(Boolean).join(" · ") })),
      strip(entry),
      h("span", { class: "reasons", text: entry.reasons.join(" · ") || "nothing to check" })));
  });
  if (!numbers.length) main.append(h("p", { class: "empty", text: "No documents answer these filters." }));
}

const initials = (name) => name.split(/\s+/).filter((word) => /^\p{L}/u.test(word)).map((word) => word[0]).filter((_, at, all) => at === 0 || at === all.length - 1).join("").toUpperCase();

/** Who: a disc with initials, name, role and organisation. */
function card(who) {
  const [name, role, organisation] = who;
  const known = Boolean(who.length);
  return h("div", { class: known ? "card" : "card nobody" },
    h("span", { class: "disc", "aria-hidden": "true", text: known ? initials(name || role || organisation || "?") : "?" }),
    h("div", {}, h("div", { class: "name", text: known ? name || capital(role || organisation || "") : "Nobody named" }),
      h("div", { class: "meta", text: [name ? role : null, name || role ? organisation : null].filter(Boolean).join(", ") })));
}

function drawPeople(main, numbers) {
  const wanted = asked();
  const people = new Map();
  for (const number of numbers) {
    for (const person of INDEX.documents[number].people) {
      if (wanted.speaker && !within(wanted.speaker, speakerName(person))) continue;
      const key = person.who[0] ? `${person.who[0]}|${person.who[2] ?? ""}` : person.who.join("|") || "nobody";
      if (!people.has(key)) people.set(key, { who: person.who, quotes: [] });
      people.get(key).quotes.push(...person.quotes.map((at) => ({ number, at })));
    }
  }
  const sorted = [...people.values()].sort((a, b) => !a.who.length - !b.who.length || b.quotes.length - a.quotes.length || speakerName(a).localeCompare(speakerName(b)));
  main.append(h("h2", { class: "title", text: "People" }), h("p", { class: "lede", text: `${count(sorted.length, "voice")} by number of quotes; every quote opens where it stands.` }));
  const list = h("ul", { class: "people" });
  main.append(list);
  inChunks(list, sorted, (person) => h("li", {}, card(person.who), quoteLinks(person.quotes)), 40);
}

function quoteLinks(quotes) {
  const line = ({ number, at }) => {
    const cell = detailOf(number).cells.find((each) => each.at === at);
    return h("li", {}, h("a", { href: `#document/${number}/${encodeURIComponent(at)}` }, spoken(cell)), h("span", { class: "meta", text: titleOf(INDEX.documents[number]) }));
  };
  const list = h("ul", { class: "said" }, quotes.slice(0, 3).map(line));
  if (quotes.length <= 3) return list;
  const more = h("button", { type: "button", class: "plain", text: `${quotes.length - 3} more`, on: { click: () => { list.append(...quotes.slice(3).map(line)); more.remove(); } } });
  return [list, more];
}

function drawMisses(main, numbers) {
  main.append(h("h2", { class: "title", text: "Possible misses" }), h("p", { class: "lede", text: "Sentences with a grade word or a quotation that no record uses. Most are rightly unused: definitions, neighbours, plain English. Look where they are near a grade." }));
  const list = h("ul", { class: "misses" });
  main.append(list);
  const withMisses = numbers.filter((number) => INDEX.documents[number].misses);
  inChunks(list, withMisses, (number) => {
    const detail = detailOf(number);
    return h("li", {}, h("h3", {}, h("a", { href: `#document/${number}`, text: titleOf(INDEX.documents[number]) })),
      h("ul", {}, detail.misses.map((miss, at) => ({ miss, at })).filter(({ miss }) => miss.near).map(({ miss, at }) => h("li", {},
        h("a", { href: `#document/${number}/${encodeURIComponent(`miss/${at}`)}` }, markedSentence(detail.text, miss.span, miss.hits)),
        h("span", { class: "meta", text: missNote(miss, detail.vetoes) })))));
  }, 30);
  if (!withMisses.length) main.append(h("p", { class: "empty", text: "None: every grade word and quotation is used or set aside." }));
}

/** What was seen in a sentence that no record uses, and what may have forbidden it. */
function missNote(miss, told) {
  const vetoes = new Set(miss.vetoes.map((place) => told[place]).map((veto) => vetoName(veto) + (veto.by ? ` (“${veto.by.length > 40 ? `${veto.by.slice(0, 40)} …` : veto.by}”)` : "")));
  return [...vetoes].join(", ") || (miss.kind === "grade" ? "grade word" : "quotation");
}

/** A sentence with some stretches marked. */
function markedSentence(text, [start, end], spans, kind = "hit") {
  const parts = [];
  let at = start;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= at || from >= end) continue;
    parts.push(text.slice(at, Math.max(at, from)), h("mark", { class: kind, text: text.slice(Math.max(at, from), Math.min(to, end)) }));
    at = Math.min(to, end);
  }
  return h("span", {}, parts, text.slice(at, end));
}
