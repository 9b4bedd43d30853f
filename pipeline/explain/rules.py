"""What a rule and a data entry say of themselves, read from where they are written.

Rules are read as source, not imported: an explanation must not need the stages.
"""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline.knowledge import Knowledge

PACKAGE = Path(__file__).parent.parent
ROOMS = ("link", "reconcile", "mentions", "segment")


class Written(NamedTuple):
    """Where a rule is written, and its first sentence."""

    place: str
    sentence: str


def rule_of(rule: str) -> Written | None:
    """A rule named `<module>.<function>`; None where this version has no such rule."""
    module, _, name = rule.rpartition(".")
    found = _rules().get(name, {})
    if len(found) == 1:
        return next(iter(found.values()))
    return next((w for path, w in found.items() if module in path), None)


def rule_sentence(rule: str) -> str:
    """What the rule says it does; empty where this version does not know it."""
    written = rule_of(rule)
    return written.sentence if written else ""


def entry_sentence(entry: str, known: Knowledge) -> str:
    """Why a data entry `<file>#<name>` is there; empty where it is not known."""
    path, _, name = entry.partition("#")
    folder, _, file = path.rpartition("/")
    stem = file.removesuffix(".toml")
    if folder.endswith("cues") and name in known.cues.get(stem, {}):
        return known.cues[stem][name].why
    framework = known.frameworks.get(stem)
    if framework and name in framework.area_by_slug:
        area = framework.area_by_slug[name]
        return f"{framework.name}: {' / '.join(area.all_wordings[:4])}"
    if framework and name in framework.grade_by_slug:
        return f"{framework.name}: {framework.grade_by_slug[name].label}"
    return framework.name if framework else ""


@lru_cache(maxsize=1)
def _rules() -> dict[str, dict[tuple[str, ...], Written]]:
    """By function's name and the parts of its module's path."""
    found: dict[str, dict[tuple[str, ...], Written]] = {}
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            parts = path.relative_to(PACKAGE).with_suffix("").parts
            for name, line, sentence in _functions(path.read_text(encoding="utf-8")):
                place = f"pipeline/{'/'.join(parts)}.py:{line}"
                found.setdefault(name, {})[parts] = Written(place, sentence)
    return found


def _functions(source: str) -> Iterator[tuple[str, int, str]]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            first = (ast.get_docstring(node) or "").partition("\n\n")[0]
            yield node.name.lstrip("_"), node.lineno, " ".join(first.split())
