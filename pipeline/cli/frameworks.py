"""`gradewright frameworks`: what is known, and whether a new file holds."""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import Data, Status
from pipeline.cli.values import one_of
from pipeline.words.plurals import count

if TYPE_CHECKING:
    from pipeline.knowledge import Example

SLUG = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
"""As the names of frameworks are written."""


class Action(StrEnum):
    """What to do with frameworks."""

    LIST = "list"
    CHECK = "check"
    NEW = "new"


_NEEDED = {
    Action.CHECK: "a file: frameworks check FILE",
    Action.NEW: "a name: frameworks new harbours-2020",
}


Asked = Annotated[
    Action,
    typer.Argument(
        metavar="|".join(Action),
        parser=one_of(Action),
        help="List what is known; check a file; print a new one to fill in.",
    ),
]
Target = Annotated[
    str | None,
    typer.Argument(
        metavar="FILE|SLUG",
        help="The file to check, or what to call the new one.",
        show_default=False,
    ),
]


def frameworks(
    action: Asked,
    target: Target = None,
    *,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """List, check or begin inspection frameworks.

    A framework is a data file that tests itself: check runs its examples.
    """
    if action is Action.LIST:
        if target is not None:
            raise typer.BadParameter(f"list takes no name ({target})")
        _list(tuple(data))
    elif target is None:
        raise typer.BadParameter(f"{action} needs {_NEEDED[action]}")
    elif action is Action.CHECK:
        _check(Path(target), tuple(data))
    else:
        from pipeline.frameworks import skeleton

        if not SLUG.fullmatch(target):
            wanted = "small letters and digits, joined by - or _"
            raise typer.BadParameter(f"{target!r} is no slug: {wanted}")
        typer.echo(skeleton(target), nl=False)


def _list(data: tuple[Path, ...]) -> None:
    """A line for each framework: slug, years, areas and examples."""
    from pipeline.knowledge import load

    frameworks = load(*data).frameworks.values()
    width = max(len(framework.slug) for framework in frameworks)
    for framework in frameworks:
        last = framework.last_year or ""
        areas = count(len(framework.areas), "area")
        typer.echo(
            f"{framework.slug:<{width}}  {framework.first_year}-{last:<4}"
            f"  {areas:>8}  {_examples(framework.examples):>11}"
            f"  {framework.inspectorate}, {framework.confidence} confidence"
        )


def _check(path: Path, data: tuple[Path, ...]) -> None:
    """Print one line for each problem; status 2 where there is one."""
    from pipeline.frameworks import check

    if not path.is_file():
        raise typer.BadParameter(f"there is no file {path}; check the path")
    report = check(path, data=data)
    for problem in report.problems:
        typer.echo(problem, err=True)
    if report.problems:
        raise typer.Exit(Status.NOT_RUN)
    found = report.framework.examples if report.framework else ()
    verb = "holds" if report.examples == 1 else "hold"
    typer.echo(f"{path}: sound, {_examples(found)} {verb}")


def _examples(examples: "Sequence[Example]") -> str:
    return count(len(examples), "example")
