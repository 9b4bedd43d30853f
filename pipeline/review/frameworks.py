"""Frameworks as the page needs them: a scale, areas, and their order."""

from pipeline.knowledge import Framework, Knowledge
from pipeline.records import Record
from pipeline.review import contract
from pipeline.review.contract import Step

FALLBACK_SCALE = (
    "outstanding",
    "excellent",
    "very_good",
    "good",
    "reasonably_good",
    "adequate",
    "satisfactory",
    "not_sufficiently_good",
    "requires_improvement",
    "weak",
    "unsatisfactory",
    "poor",
    "inadequate",
)
"""Best first, for grades under no framework: only their colours depend on it."""


def framework_key(record: Record, place: int) -> str:
    """The slug of an inspection's framework, else its inspectorate and programme."""
    inspection = record.inspections[place]
    uncertain = f"?{inspection.inspectorate or ''}/{inspection.programme or ''}"
    return inspection.framework or uncertain


def framework_entry(key: str, known: Knowledge) -> contract.Framework:
    """A framework as the grid needs it: scale and areas, in its own order.

    Where only the programme is certain, the newest framework that its inspectorate has
    for it lends both, and its name only if all of them share it.
    """
    if framework := known.frameworks.get(key):
        return _framework(framework, known)
    inspectorate, _, programme = key.removeprefix("?").partition("/")
    same = [
        each
        for each in known.frameworks.values()
        if programme in {each.programme, *each.programmes.values()}
        and inspectorate in {"", each.inspectorate}
    ]
    if same:
        newest = _framework(max(same, key=lambda each: each.first_year), known)
        name, doubt = _uncertain(programme, same)
        return newest | {"name": name, "cycle": doubt}
    scale: list[Step] = [
        {"slug": slug, "label": slug.replace("_", " ").capitalize()}
        for slug in FALLBACK_SCALE
    ]
    name = programme.replace("_", " ").capitalize()
    by = inspectorate_name(inspectorate, known) if inspectorate else ""
    return {
        "name": name or (f"Inspections by {by}" if by else "Inspections"),
        "cycle": "no framework recognised",
        "inspectorate": by,
        "scale": scale,
        "areas": [],
    }


def _uncertain(programme: str, same: list[Framework]) -> tuple[str, str]:
    """What frameworks of a programme are called together, and what is not certain."""
    stems = {each.name.partition(" (")[0] for each in same}
    if len(stems) == 1:
        return stems.pop(), "cycle not certain"
    short = programme.upper()
    if any(f"({short})" in each.name for each in same):
        return short, "framework not certain"
    return programme.replace("_", " ").capitalize(), "framework not certain"


def _framework(framework: Framework, known: Knowledge) -> contract.Framework:
    return {
        "name": framework.name,
        "cycle": framework.cycle,
        "inspectorate": inspectorate_name(framework.inspectorate, known),
        "previous": framework.previous,
        "scale": [{"slug": g.slug, "label": g.label} for g in framework.scale],
        "areas": [
            {"slug": area.slug, "label": area.name, "earlier": area.earlier}
            for area in framework.areas
        ],
    }


def inspectorate_name(slug: str | None, known: Knowledge) -> str | None:
    """What people call an inspectorate: its abbreviation, where it has one."""
    entry = known.inspectorates.get(slug or "")
    if entry is None:
        return slug and slug.replace("_", " ").capitalize()
    return entry.abbreviations[0] if entry.abbreviations else entry.name
