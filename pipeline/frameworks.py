"""Frameworks as data that test themselves: what is known, what a new file lacks.

`check` proves a file against its own examples, through the whole pipeline; `skeleton`
is where a new one begins.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import knowledge
from pipeline.errors import DataError
from pipeline.knowledge import Example, Framework, Knowledge
from pipeline.run import process
from pipeline.wordings import lexicon


@dataclass(frozen=True)
class Report:
    """What `check` found.

    Attributes:
        framework: None where the file does not hold as data.
        examples: how many were tried.
        problems: one line each, with where and what would be right; none: the file
            is sound.
    """

    path: Path
    framework: Framework | None
    examples: int
    problems: tuple[str, ...]


def check(path: Path, *, data: tuple[Path, ...] = ()) -> Report:
    """Prove a framework file: its schema, its wordings, its examples.

    Args:
        path: the file, wherever it lies.
        data: folders with the bodies and inspectorates that it needs.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "frameworks").mkdir()
        copy = Path(folder) / "frameworks" / path.name
        shutil.copy(path, copy)
        try:
            content = knowledge.content_of(path)
            known = knowledge.load(*data, Path(folder))
        except DataError as error:
            lines = (_told(line, path, copy) for line in error.problems)
            return Report(path, None, 0, tuple(dict.fromkeys(lines)))
        framework = known.frameworks[str(content["slug"])]
        problems = [
            *ambiguous(known, framework),
            *unproved(framework, data=(*data, Path(folder))),
        ]
    if not framework.examples:
        problems.append("no [[examples]]: add a text and the grades it must yield")
    told = tuple(f"{path}: {problem}" for problem in problems)
    return Report(path, framework, len(framework.examples), told)


def _told(line: str, path: Path, copy: Path) -> str:
    """What is wrong with the file under its own name, also where a folder has it."""
    where, colon, what = line.partition(": ")
    same = Path(where).resolve() in {path.resolve(), copy.resolve()}
    return f"{path if same else where}{colon}{what}"


def ambiguous(known: Knowledge, framework: Framework) -> Iterator[str]:
    """Wordings that name two areas, unless two areas bear the same label by design."""
    meant = lexicon(known).areas[framework.slug]
    labels = [area.label for area in framework.areas]
    for key, slugs in meant.items():
        names = {framework.area_by_slug[slug].label for slug in slugs}
        if len(names) > 1 or (len(slugs) > 1 and labels.count(*names) < len(slugs)):
            yield f"wordings: {key!r} may mean {' or '.join(slugs)}: keep it with one"


def unproved(framework: Framework, *, data: tuple[Path, ...] = ()) -> Iterator[str]:
    """Examples that do not yield exactly what they promise."""
    for example in framework.examples:
        current, previous = yielded(framework, example, data=data)
        for what, found, promised in (
            ("grades", current, example.grades),
            ("previous", previous, example.previous),
        ):
            if found != promised:
                yield (
                    f"example “{example.text}”: it yields {_shown(found)}, not"
                    f" {_shown(promised)}; correct its {what}, or the wordings"
                )


def yielded(
    framework: Framework, example: Example, *, data: tuple[Path, ...] = ()
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Current and previous grades by area that the pipeline reads in an example."""
    text = f" date {example_day(framework)} {example.text}"
    record = process(text.encode(), data=data)
    current: dict[str, str] = {}
    previous: dict[str, str] = {}
    for inspection in record.inspections:
        current |= {g.area or g.area_label: g.grade for g in inspection.grades}
        previous |= {
            g.area or g.area_label: g.grade for g in inspection.previous_grades
        }
    return current, previous


def example_day(framework: Framework) -> date:
    """A day on which its reports appeared: the middle of its time."""
    first = framework.first_year, framework.first_month
    last = framework.last_year or framework.first_year + 2, framework.last_month
    months = (first[0] * 12 + first[1] + last[0] * 12 + last[1]) // 2 - 1
    return date(months // 12, months % 12 + 1, 1)


def _shown(grades: Mapping[str, str]) -> str:
    return ", ".join(f"{area} = {grade}" for area, grade in grades.items()) or "nothing"


SKELETON = """\
# A framework: one inspection programme in one cycle. Fill in, then run
#     gradewright frameworks check {slug}.toml
# Keys that are commented out may be left out.

slug = "{slug}"                # as in records; never change it later
name = "What the programme is called"
programme = "{slug}"           # the family it belongs to, over all cycles
inspectorate = "ofsted"        # a slug of inspectorates.toml, ours or yours
cycle = "2024 onwards"         # as reports print it: "2023-25"
first_year = 2024              # when its first reports appeared
# last_year = 2026
inspects = ["school"]          # types of bodies, as in the registers and body_forms
overall = true                 # is there an overall judgement? its area is `overall`
# previous = "slug-of-the-cycle-before"
confidence = "medium"          # high: checked on an official page

[[scale]]                      # best first
slug = "good"
label = "Good"
# wordings = ["goods"]         # other spellings that are safe on their own

[[scale]]
slug = "poor"
label = "Poor"

[[areas]]                      # in the order of the report
slug = "overall"
label = "Overall effectiveness"
wordings = ["overall rating"]

[[areas]]
slug = "teaching"
label = "Quality of teaching"  # the heading in the report
# short = "Teaching"           # the name in the summary table
# graded = "always"            # or `never`, or a condition as a slug
# wordings = ["how well it teaches"]
# earlier = ["teaching"]       # slugs it continues in the cycle before

[[examples]]                   # a text of your own, and exactly what it must yield
text = "Ashmoor School was rated good for its quality of teaching by Ofsted."
grades = {{ teaching = "good" }}

[[examples]]                   # a wish is no grade
text = "Ofsted has inspected Ashmoor School, which wants to be good at teaching."
"""


def skeleton(slug: str) -> str:
    """A commented file to begin a new framework with."""
    return SKELETON.format(slug=slug)
