"""data/ → frozen frameworks, bodies, inspectorates and cues: the only reader of data/.

A file that does not hold raises `DataError` with one line for each problem, and nothing
starts. `--data DIR` adds a folder of the same shape (`frameworks/`, `bodies/`,
`cues/`) to what the package ships; an entry with the same slug or id replaces ours.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from textwrap import shorten
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from pipeline.errors import DataError
from pipeline.knowledge.entries import (
    Area,
    Body,
    Cue,
    Example,
    Framework,
    Grade,
    Inspectorate,
    Model,
    Slug,
)
from pipeline.knowledge.families import UnknownFamilyError, is_product, multiplied
from pipeline.knowledge.nouns import types_by_noun
from pipeline.problems import invalid, no_data, toml
from pipeline.words.months import NAMES
from pipeline.words.plurals import several

__all__ = [
    "SHIPPED",
    "Area",
    "Body",
    "Cue",
    "Example",
    "Framework",
    "Grade",
    "Inspectorate",
    "Knowledge",
    "Slug",
    "content_of",
    "load",
    "once",
]

SHIPPED = Path(__file__).parents[1] / "data"


class _BodyFile(Model):
    note: str | None = None
    bodies: tuple[Body, ...] = Field(strict=False)


class _InspectorateFile(Model):
    inspectorates: tuple[Inspectorate, ...] = Field(strict=False)


class _CueFile(Model):
    note: str | None = None
    cues: tuple[Cue, ...] = Field(strict=False)


M = TypeVar("M", bound=BaseModel)

once = lru_cache(maxsize=8)
"""Keeps what a function makes of the data, for so many sets of data as are kept."""


@dataclass(frozen=True, eq=False)  # by identity, so that `once` can go by it
class Knowledge:
    """All that the rules know, loaded once and never changed.

    Attributes:
        cues: cue by file and name: `cues["vetoes"]["wish"]`.
        digest: of all data files; with the version it says what made a record.
    """

    frameworks: Mapping[str, Framework]
    inspectorates: Mapping[str, Inspectorate]
    bodies: Mapping[tuple[str, str], Body]
    """By type and id: a force and a fire service may share an id."""
    cues: Mapping[str, Mapping[str, Cue]]
    digest: str

    def words(self, file: str, *names: str) -> tuple[str, ...]:
        """The words of some cues of a file; of all of them where none is named."""
        cues = self.cues[file]
        chosen = (cues[name] for name in names) if names else cues.values()
        return tuple(word for cue in chosen for word in cue.words)


@dataclass
class _Stock:
    """What has been read so far."""

    frameworks: dict[str, Framework] = field(default_factory=dict)
    inspectorates: dict[str, Inspectorate] = field(default_factory=dict)
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    cues: dict[str, dict[str, Cue]] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    """Where each framework stands."""

    def add(self, path: Path, data: bytes) -> None:
        """Read one file; its folder says what is in it.

        Raises:
            DataError: it does not hold.
        """
        if path.parent.name == "frameworks":
            framework = _read(path, data, Framework)
            self.frameworks[framework.slug] = framework
            self.files[framework.slug] = path
        elif path.parent.name == "bodies":
            bodies = _read(path, data, _BodyFile).bodies
            self.bodies |= {(body.type, body.id): body for body in bodies}
        elif path.parent.name == "cues":
            known = self.cues.setdefault(path.stem, {})
            known |= {cue.name: cue for cue in _read(path, data, _CueFile).cues}
        elif path.stem == "inspectorates":
            found = _read(path, data, _InspectorateFile).inspectorates
            self.inspectorates |= {each.slug: each for each in found}

    def multiply(self) -> Iterable[str]:
        """Write out the products of families in all cues; what is wrong with them."""
        families = {cue.name: cue.words for cue in self.cues["families"].values()}
        families |= self._families_of_data()
        for file, cues in self.cues.items():
            for name, cue in cues.items():
                if any(map(is_product, cue.words)):
                    try:
                        words = tuple(multiplied(cue.words, families))
                    except UnknownFamilyError as error:
                        yield f"cues/{file}.toml: {name}: {error}"
                        continue
                    cues[name] = cue.model_copy(update={"words": words})

    def _families_of_data(self) -> Mapping[str, tuple[str, ...]]:
        """Words that the rest of the data gives, as a folder's own bodies do theirs."""
        nouns = types_by_noun(self.cues["body_generics"], self.bodies.values())
        called = (name for each in self.inspectorates.values() for name in each.called)
        return {
            "month": NAMES,
            "inspectorate": tuple(dict.fromkeys(called)),
            "body": tuple(nouns),
            "bodies": tuple(dict.fromkeys(map(several, nouns))),
        }


@once
def load(*folders: Path) -> Knowledge:
    """Knowledge from the shipped data and any further folders, later ones winning.

    Raises:
        DataError: one line for each problem in any file.
    """
    stock = _Stock()
    digest = hashlib.sha256()
    problems = [line for folder in folders for line in no_data(folder)]
    for folder in (SHIPPED, *folders):
        for path in sorted(folder.rglob("*.toml")):
            try:
                data = path.read_bytes()
                digest.update(data)
                stock.add(path, data)
            except DataError as error:
                problems += error.problems
            except OSError as error:
                problems.append(f"{path}: {error.strerror}; check its permissions")
    problems += (*stock.multiply(), *_loose_ends(stock))
    if problems:
        raise DataError(*problems)
    content = stock.frameworks, stock.inspectorates, stock.bodies, stock.cues
    return Knowledge(*content, digest.hexdigest())


def content_of(path: Path) -> dict[str, Any]:
    """What a data file holds, before any schema.

    Raises:
        DataError: it is not TOML in UTF-8.
    """
    return toml(path, path.read_bytes())


def _read(path: Path, data: bytes, model: type[M]) -> M:
    """The file's content."""
    try:
        return model.model_validate(toml(path, data))
    except ValidationError as error:
        raise invalid(path, error) from error


def _loose_ends(stock: _Stock) -> Iterable[str]:
    """References between files that lead nowhere, and slugs given twice."""
    frameworks = stock.frameworks
    for framework in frameworks.values():
        where = str(stock.files[framework.slug])
        for slug in (framework.inspectorate, *framework.joint_with):
            if slug not in stock.inspectorates:
                remedy = "add it to inspectorates.toml in a folder that --data names"
                yield f"{where}: inspectorate: {slug!r} is not known; {remedy}"
        if len(framework.area_by_slug) < len(framework.areas):
            yield f"{where}: areas: a slug is given twice; each needs its own"
        if len(framework.grade_by_slug) < len(framework.scale):
            yield f"{where}: scale: a slug is given twice; each needs its own"
        yield from _loose_crosswalk(where, framework, frameworks)
        yield from _loose_examples(where, framework)


def _loose_crosswalk(
    where: str, framework: Framework, frameworks: Mapping[str, Framework]
) -> Iterable[str]:
    """What is said of the cycle before and is not so."""
    before = frameworks.get(framework.previous or "")
    if framework.previous and before is None:
        remedy = "name a framework that is, or leave it out"
        yield f"{where}: previous: {framework.previous!r} is not known; {remedy}"
    for area in framework.areas:
        for slug in area.earlier:
            if before is None or slug not in before.area_by_slug:
                has = ", ".join(before.area_by_slug) if before else "none"
                wrong = f"{slug!r} is no area before; there are {has}"
                yield f"{where}: {area.slug}: earlier: {wrong}"


def _loose_examples(where: str, framework: Framework) -> Iterable[str]:
    """Examples that promise what the framework does not have."""
    areas, scale = framework.area_by_slug, framework.grade_by_slug
    for example in framework.examples:
        there = f"{where}: example “{shorten(example.text, 60, placeholder='…')}”"
        for area, grade in (*example.grades.items(), *example.previous.items()):
            if area not in areas:
                yield f"{there}: {area!r} is no area of it; it has {', '.join(areas)}"
            if grade not in scale:
                yield f"{there}: {grade!r} is no grade of it; it has {', '.join(scale)}"
