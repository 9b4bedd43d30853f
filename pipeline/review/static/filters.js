// What is asked for, and which documents and cells answer it.

const filters = byId("filters");
const asked = () => Object.fromEntries([...new FormData(filters)].map(([name, value]) => [name, value.trim()]));
const within = (words, text) => (text || "").toLowerCase().includes(words.toLowerCase());
const speakerName = (person) => person.who.length ? person.who.filter(Boolean).join(", ") : "Nobody named";

function gradeAnswers(wanted, inspection, grade) {
  return (!wanted.body || within(wanted.body, inspection.body))
    && (!wanted.area || wanted.area === areaLabel(inspection.framework, grade))
    && (!wanted.grade || wanted.grade === grade.grade)
    && (!wanted.basis || wanted.basis === (grade.corrected ? "corrected" : grade.basis) || wanted.basis === grade.basis);
}

function areaLabel(key, grade) {
  const areas = INDEX.frameworks[key]?.areas ?? [];
  const same = (each) => each.label.toLowerCase() === grade.label.toLowerCase();
  const area = areas.find((each) => each.slug === grade.area) ?? (grade.area ? null : areas.find(same));
  return area ? area.label : capital(grade.label);
}

/** Whether a document answers all that is asked. */
function answers(entry, wanted) {
  if (wanted.issue && !entry.issues.includes(wanted.issue)) return false;
  if (wanted.speaker && !entry.people.some((person) => within(wanted.speaker, speakerName(person)))) return false;
  if (wanted.words) {
    const text = [entry.title, entry.source, entry.publisher, ...entry.inspections.map((each) => each.body), ...entry.people.map(speakerName)];
    if (!wanted.words.split(/\s+/).every((word) => text.some((each) => within(word, each)))) return false;
  }
  if (wanted.area || wanted.grade || wanted.basis) {
    return entry.inspections.some((each) => each.grades.some((grade) => !grade.previous && gradeAnswers(wanted, each, grade)));
  }
  return !wanted.body || entry.inspections.some((each) => within(wanted.body, each.body));
}

/** Numbers of the documents that answer, riskiest first. */
function chosen() {
  const wanted = asked();
  return INDEX.documents.map((entry, number) => number)
    .filter((number) => answers(INDEX.documents[number], wanted))
    .sort((a, b) => INDEX.documents[b].risk - INDEX.documents[a].risk || a - b);
}

function option(value, label) {
  return h("option", { value, text: label });
}

function fillFilters() {
  const areas = new Set(), grades = new Map(), issues = new Set(), bodies = new Set(), people = new Set();
  for (const entry of INDEX.documents) {
    entry.issues.forEach((issue) => issues.add(issue));
    entry.people.forEach((person) => people.add(speakerName(person)));
    for (const inspection of entry.inspections) {
      bodies.add(inspection.body);
      for (const grade of inspection.grades) {
        areas.add(areaLabel(inspection.framework, grade));
        const known = gradeIn(inspection.framework, grade.grade);
        grades.set(grade.grade, { label: known.label, level: known.level === "none" ? 9 : known.level });
      }
    }
  }
  const fill = (name, pairs) => filters.elements[name].replaceChildren(option("", "all"), ...pairs.map(([value, label]) => option(value, label)));
  fill("area", [...areas].sort().map((area) => [area, area]));
  fill("grade", [...grades].sort((a, b) => a[1].level - b[1].level).map(([slug, grade]) => [slug, grade.label]));
  fill("basis", [["stated", "stated"], ["deduced", "deduced"], ["corrected", "corrected"]]);
  fill("issue", [...issues].sort().map((issue) => [issue, plain(issue)]));
  byId("bodies").replaceChildren(...[...bodies].sort().map((body) => option(body)));
  byId("speakers").replaceChildren(...[...people].sort().map((person) => option(person)));
}
