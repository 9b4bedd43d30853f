"""An inspection under another framework than the rules found in force."""

from collections.abc import Iterable, Iterator

from pipeline.corrections.content import InspectionContent, PreviousContent
from pipeline.knowledge import Framework, Knowledge


def refit(inspection: InspectionContent, slug: str, known: Knowledge | None) -> None:
    """Put an inspection under a framework; areas keep their grades by their names.

    Args:
        inspection: its content, to be changed.
        slug: of the framework.
        known: None: only the slug is changed.

    Raises:
        ValueError: there is no such framework, or it is for other bodies, or of
            another inspectorate; those that fit are named.
    """
    inspection["framework"] = slug
    inspection["constraints"] = None  # of the other framework's areas
    if known is None:
        return
    framework = _fitting(inspection, slug, known)
    kind = inspection["body"]["type"] or ""
    inspection["inspectorate"] = framework.inspectorate
    inspection["programme"] = framework.programmes.get(kind, framework.programme)
    inspection["missing"] = []
    areas = _by_wording(framework)
    for grade in _graded(inspection):
        if grade["area"] not in framework.area_by_slug:
            grade["area"] = areas.get(grade["area_label"].casefold())


def retype(inspection: InspectionContent, kind: str, known: Knowledge | None) -> None:
    """Make another kind of body of who was inspected.

    A framework for bodies of the other kind is in force no more, until another one is
    said to be; areas keep their names.

    Raises:
        ValueError: no framework inspects such bodies; those that are inspected are
            named.
    """
    inspection["body"]["type"] = kind
    if known is None:
        return
    kinds = {each for f in known.frameworks.values() for each in f.inspects}
    if kind not in kinds:
        raise ValueError(f"nobody inspects {kind!r}; known: {', '.join(sorted(kinds))}")
    framework = known.frameworks.get(inspection["framework"] or "")
    if framework is None or kind in framework.inspects:
        return
    able = {f.inspectorate for f in known.frameworks.values() if kind in f.inspects}
    if inspection["inspectorate"] not in able:
        inspection["inspectorate"] = None
    inspection |= {"framework": None, "programme": None, "constraints": None}
    inspection["missing"] = [{"field": "framework", "reason": "contradicted"}]
    for grade in _graded(inspection):
        grade["area"] = None


def _graded(inspection: InspectionContent) -> Iterator[PreviousContent]:
    """The grades of now, then those of before."""
    yield from filter(None, inspection["grades"])
    yield from filter(None, inspection["previous_grades"])


def _fitting(inspection: InspectionContent, slug: str, known: Knowledge) -> Framework:
    """The framework, if its inspectorate can have inspected this body by it."""
    framework = known.frameworks.get(slug)
    wrong = _misfit(inspection, framework) if framework else "is not known"
    if framework and not wrong:
        return framework
    fit = [k for k, v in known.frameworks.items() if not _misfit(inspection, v)]
    raise ValueError(f"framework {slug!r} {wrong}; fit: {', '.join(fit) or 'none'}")


def _misfit(inspection: InspectionContent, framework: Framework) -> str | None:
    """Why it cannot be in force here; what is not known of an inspection fits all."""
    kind, inspectorate = inspection["body"]["type"], inspection["inspectorate"]
    if inspectorate and framework.inspectorate != inspectorate:
        return f"is one of {framework.inspectorate}, not of {inspectorate}"
    if kind and kind not in framework.inspects:
        return f"is for {_named(framework.inspects)}, not for {_named([kind])}"
    return None


def _named(kinds: Iterable[str]) -> str:
    return ", ".join(kind.replace("_", " ") for kind in kinds)


def _by_wording(framework: Framework) -> dict[str, str]:
    """Slugs of areas by what they are called, in lower case."""
    return {
        wording.casefold(): area.slug
        for area in reversed(framework.areas)
        for wording in area.all_wordings
    }
