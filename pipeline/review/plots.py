"""Grades over bodies, and what changed, as figures (extra `plots`)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from pipeline.knowledge import Framework, Knowledge
from pipeline.records import Inspection, Record

COLOURS = (
    "#0b5fa5",
    "#0b766a",
    "#3f7d2f",
    "#b39500",
    "#d07a1c",
    "#bd3a1e",
    "#8f1230",
)
"""Best to worst, as on the page."""
HATCHES = ("", "..", "oo", "--", "//", "\\\\", "xx")
"""The same in black and white."""


class Move(NamedTuple):
    """An area of a body before and now; steps up the scale are positive."""

    body: str
    area: str
    steps: int


def write_plots(
    records: Iterable[Record], known: Knowledge, folder: Path
) -> list[Path]:
    """Two figures for each framework that some record is certain of, as SVG.

    Returns:
        The files: `<framework>-grades.svg`, and `<framework>-changes.svg` where an
        earlier grade is known.
    """
    folder.mkdir(parents=True, exist_ok=True)
    by_framework: dict[str, list[Inspection]] = {}
    for record in records:
        for inspection in record.inspections:
            if inspection.framework in known.frameworks and inspection.grades:
                by_framework.setdefault(str(inspection.framework), []).append(
                    inspection
                )
    written: list[Path] = []
    for slug, inspections in by_framework.items():
        framework = known.frameworks[slug]
        figures = {"grades": grades_by_area(inspections, framework)}
        if any(moves(inspections, framework)):
            figures["changes"] = changes_by_area(inspections, framework)
        for name, figure in figures.items():
            path = folder / f"{slug}-{name}.svg"
            with rc_context({"svg.hashsalt": slug}):  # the same bytes every time
                figure.savefig(path, metadata={"Date": None})
            written.append(path)
    return written


def grades_by_area(inspections: Sequence[Inspection], framework: Framework) -> Figure:
    """How many bodies have which grade in each area: a bar for an area."""
    areas = _areas(inspections, framework)
    counts = Counter(
        (grade.area, grade.grade) for each in inspections for grade in each.grades
    )
    figure, axes = _sheet(areas, framework, "Bodies by grade")
    left = [0] * len(areas)
    for rank, grade in enumerate(framework.grade_by_slug.values()):
        level = _level(rank, len(framework.scale))
        widths = [counts[area, grade.slug] for area in areas]
        axes.barh(
            list(areas.values()),
            widths,
            left=left,
            label=grade.label,
            color=COLOURS[level],
            hatch=HATCHES[level],
            edgecolor="white",
        )
        left = [a + b for a, b in zip(left, widths, strict=True)]
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False)
    return figure


def changes_by_area(inspections: Sequence[Inspection], framework: Framework) -> Figure:
    """How many bodies went up and down in each area since the inspection before."""
    areas = _areas(inspections, framework)
    found = list(moves(inspections, framework))
    up = Counter(move.area for move in found if move.steps > 0)
    down = Counter(move.area for move in found if move.steps < 0)
    figure, axes = _sheet(areas, framework, "Bodies that went down and up")
    labels = list(areas.values())
    axes.barh(labels, [up[a] for a in areas], color=COLOURS[1], label="up")
    axes.barh(
        labels, [-down[a] for a in areas], color=COLOURS[5], hatch="//", label="down"
    )
    axes.axvline(0, color="black", linewidth=0.8)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False)
    return figure


def moves(inspections: Iterable[Inspection], framework: Framework) -> Iterator[Move]:
    """Each area whose grade now and before are both on the scale."""
    rank = {slug: place for place, slug in enumerate(framework.grade_by_slug)}
    for inspection in inspections:
        before = {each.area: each.grade for each in inspection.previous_grades}
        for grade in inspection.grades:
            earlier = before.get(grade.area)
            if grade.area and earlier in rank and grade.grade in rank:
                steps = rank[earlier] - rank[grade.grade]
                yield Move(inspection.body.name, grade.area, steps)


def _areas(
    inspections: Iterable[Inspection], framework: Framework
) -> Mapping[str, str]:
    """Slug to name of the areas that were graded, in the framework's order."""
    graded = {grade.area for each in inspections for grade in each.grades}
    return {area.slug: area.name for area in framework.areas if area.slug in graded}


def _sheet(
    areas: Mapping[str, str], framework: Framework, title: str
) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(9, 1.6 + 0.42 * len(areas)), layout="constrained")
    axes = figure.add_subplot()
    figure.suptitle(f"{framework.name} {framework.cycle}", x=0.01, ha="left")
    axes.set_xlabel(title)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _level(rank: int, steps: int) -> int:
    """A step of any scale as one of seven colours."""
    return int(rank * 6 / max(steps - 1, 1) + 0.49)
