"""An inspection under another framework than the rules found in force."""

from typing import Any

from pipeline.knowledge import Framework, Knowledge

Json = dict[str, Any]


def refit(inspection: Json, slug: str, known: Knowledge | None) -> None:
    """Put an inspection under a framework; areas keep their grades by their names.

    Args:
        inspection: its content, to be changed.
        slug: of the framework.
        known: None: only the slug is changed.

    Raises:
        ValueError: there is no such framework.
    """
    inspection["framework"] = slug
    inspection["constraints"] = None  # of the other framework's areas
    if known is None:
        return
    framework = known.frameworks.get(slug)
    if framework is None:
        alike = sorted(each for each in known.frameworks if each[:3] == slug[:3])
        raise ValueError(f"no framework {slug!r}; known: {', '.join(alike) or '-'}")
    kind = inspection["body"]["type"] or ""
    inspection["inspectorate"] = framework.inspectorate
    inspection["programme"] = framework.programmes.get(kind, framework.programme)
    inspection["missing"] = []
    areas = _by_wording(framework)
    for grade in (*inspection["grades"], *inspection["previous_grades"]):
        if grade:
            same = grade["area"] in framework.area_by_slug
            area = areas.get(grade["area_label"].casefold())
            grade["area"] = grade["area"] if same else area


def _by_wording(framework: Framework) -> dict[str, str]:
    """Slugs of areas by what they are called, in lower case."""
    return {
        wording.casefold(): area.slug
        for area in reversed(framework.areas)
        for wording in area.all_wordings
    }
