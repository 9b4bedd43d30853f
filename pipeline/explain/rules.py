"""What a rule and a data entry say of themselves, read from where they are written.

Rules are read as source, not imported: an explanation must not need the stages.
"""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from pipeline.cells import BY_HAND
from pipeline.knowledge import Framework, Knowledge

_NAME = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")
_REGISTERS = "bodies#"
FORM = "found by the form of its name; no register has it"
"""Of a body."""
PACKAGE = Path(__file__).parent.parent
ROOMS = (
    "link",
    "reconcile",
    "deduce.py",
    "corrections",
    "mentions",
    "segment",
    "readers",
    "run.py",
)


class Written(NamedTuple):
    """Where a rule is written, and the first sentence of what is said of it there."""

    place: str
    sentence: str


class _Site(NamedTuple):
    """A function or a pattern that may be meant by a rule's name, or writes it out."""

    words: str
    """Its name, or a string in a function; empty for a module."""
    path: tuple[str, ...]
    line: int
    sentence: str
    is_name: bool = False


@lru_cache(maxsize=1024)
def rule_of(rule: str) -> Written | None:
    """A rule named as in `grades.sentence.counted`: where its name stands in the code.

    A rule is a function of that name or a string in one; where several fit, the one
    in the file that the name tells, and of these the one that says most of it. None
    where this version has no such rule.
    """
    if rule == BY_HAND:
        return Written("corrections", "what a person decided")
    rule = rule.replace("grades.heading", "grades.sentence")  # the same rules read both
    parts = rule.split(".")
    fitting = [site for site in _sites().get(parts[-1], ()) if _fits(site, rule)]
    if not fitting:
        return None
    best = max(fitting, key=lambda site: (len({*parts} & {*site.path}), site.is_name))
    module = next((m for m in _sites().get("", ()) if _named(m) == parts[0]), None)
    sentence = best.sentence if parts[0] in best.path or not module else module.sentence
    return Written(f"pipeline/{'/'.join(best.path)}.py:{best.line}", sentence)


def _fits(site: _Site, rule: str) -> bool:
    named = set(rule.split(".")[:-1]) & set(site.path)
    return rule == site.words or (bool(named) and f".{rule}".endswith(f".{site.words}"))


def _named(module: _Site) -> str:
    """What a module is called; a room, where it is the room's own."""
    *rooms, name = module.path
    return rooms[-1] if name == "__init__" else name


def rule_sentence(rule: str) -> str:
    """What the rule says it does; empty where this version does not know it."""
    written = rule_of(rule)
    return written.sentence if written else ""


def entry_sentence(entry: str, known: Knowledge) -> str:
    """Why a data entry `<file>#<name>` is there; empty where it is not known."""
    if entry.startswith(_REGISTERS):
        type_, _, id_ = entry.removeprefix(_REGISTERS).partition("/")
        body = known.bodies.get((type_, id_))
        return f"{body.name}, in the register of bodies" if body else FORM
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
    return _in_force(framework) if framework else ""


def unlisted(entry: str, known: Knowledge) -> str:
    """The body `<type>/<slug>` of an entry that no register has; empty for others."""
    body = entry.removeprefix(_REGISTERS)
    type_, _, id_ = body.partition("/")
    return "" if body == entry or (type_, id_) in known.bodies else body


def _in_force(framework: Framework) -> str:
    last = f" to {framework.last_year}" if framework.last_year else ""
    years = f"reports from {framework.first_year}{last}"
    return f"{framework.name} ({framework.cycle}), {years}"


@lru_cache(maxsize=1)
def _sites() -> dict[str, list[_Site]]:
    """By the last part of the name that stands there."""
    found: dict[str, list[_Site]] = {}
    for room in ROOMS:
        place = PACKAGE / room
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            parts = path.relative_to(PACKAGE).with_suffix("").parts
            for site in _in_file(path.read_text(encoding="utf-8"), parts):
                found.setdefault(site.words.rpartition(".")[2], []).append(site)
    return found


def _in_file(source: str, path: tuple[str, ...]) -> Iterator[_Site]:
    module = ast.parse(source)
    yield _Site("", path, 1, _first_of(module))
    yield from _patterns(module, path)
    for node in ast.walk(module):
        if not isinstance(node, ast.FunctionDef):
            continue
        sentence = _first_of(node) or _first_of(module)
        yield _Site(node.name.lstrip("_"), path, node.lineno, sentence, is_name=True)
        for inner in ast.walk(node):
            if not isinstance(inner, ast.Constant):
                continue
            if isinstance(inner.value, str) and _NAME.fullmatch(inner.value):
                yield _Site(inner.value, path, inner.lineno, sentence)


def _patterns(module: ast.Module, path: tuple[str, ...]) -> Iterator[_Site]:
    """Constants that a string says something of."""
    for node, below in pairwise(module.body):
        if not (isinstance(node, ast.Assign) and isinstance(below, ast.Expr)):
            continue
        target, said = node.targets[0], below.value
        if isinstance(target, ast.Name) and isinstance(said, ast.Constant):
            name = target.id.lstrip("_").lower()
            sentence = " ".join(str(said.value).partition("\n\n")[0].split())
            yield _Site(name, path, node.lineno, sentence, is_name=True)


def _first_of(node: ast.FunctionDef | ast.Module) -> str:
    """The first paragraph of a docstring."""
    return " ".join((ast.get_docstring(node) or "").partition("\n\n")[0].split())
