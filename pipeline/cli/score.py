"""`gradewright score`: records against gold."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline.cli.options import Data, Status
from pipeline.cli.values import flag
from pipeline.words.plurals import count

if TYPE_CHECKING:
    from pipeline.records import Record
    from pipeline.score import Scores


Corpus = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR", help="A corpus: documents beside gold.", show_default=False
    ),
]
Replayed = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="DIR",
        help="Replay people's corrections: those that the rules agree with "
        "retire, and must hold from then on.",
    ),
]
Before = Annotated[
    Path | None,
    typer.Option(
        "--before",
        metavar="FILE",
        help="Records of an earlier version, as JSON lines: "
        "prints what was gained and lost since.",
    ),
]
Errors = Annotated[
    bool,
    typer.Option("--errors", parser=flag, help="Print all that is missed or spurious."),
]


def score(
    folder: Corpus = None,
    *,
    corrections: Replayed = None,
    before: Before = None,
    errors: Errors = False,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Compare a corpus's records with its gold.

    Prints precision, recall and F1 by part.
    """
    if corrections and (folder or before or errors):
        raise typer.BadParameter("--corrections stands alone: score a corpus by itself")
    if corrections:
        _replay(corrections, tuple(data))
    if folder is None:
        raise typer.BadParameter("name a corpus, or corrections to replay")
    _score(folder, before, errors=errors, data=tuple(data))


def _replay(folder: Path, data: tuple[Path, ...]) -> NoReturn:
    """Print what has become of each correction; status 1 where somebody must look."""
    from pipeline import knowledge
    from pipeline.corrections import Status as Fate
    from pipeline.corrections import filed, replay, retire
    from pipeline.run import process

    complaints = 0
    known = knowledge.load(*data)
    replayed = replay(
        filed(folder, known), lambda path: process(path, data=data), known
    )
    for one, outcome in replayed:
        typer.echo(f"{outcome.status}: {one.path}: {outcome.message}")
        complaints += outcome.complaint
        accepted = one.correction.was == one.correction.value
        if outcome.status is Fate.AGREED and not (one.retired or accepted):
            typer.echo(f"retired: {retire(one)}")
    raise typer.Exit(Status.DOCUMENTS_FAILED if complaints else Status.DONE)


def _score(
    folder: Path, before: Path | None, *, errors: bool, data: tuple[Path, ...]
) -> NoReturn:
    from pipeline.records import Failure, Record
    from pipeline.run import run
    from pipeline.score import compare, sources
    from pipeline.score import score as scores_of

    earlier = scores_of(folder, _records(before)) if before else None
    status = Status.DONE
    records: list[Record] = []
    for outcome in run(sources(folder), data=data):
        if isinstance(outcome, Failure):
            typer.echo(f"skipped {outcome}", err=True)
            status = Status.DOCUMENTS_FAILED
        else:
            records.append(outcome)
    scores = scores_of(folder, records)
    _print_rows(scores)
    if errors:
        for error in scores.errors():
            typer.echo(f"{error.kind}: {error.document}: {error.part}: {error.what}")
    if earlier:
        changes = compare(earlier, scores)
        for what, some in (("gained", changes.gained), ("lost", changes.lost)):
            for one in some:
                typer.echo(f"{what}: {one.document}: {one.part}: {one.what}")
        counts = f"{len(changes.gained)} gained, {len(changes.lost)} lost"
        typer.echo(f"{counts} since {before}")
    raise typer.Exit(status)


def _records(path: Path) -> "list[Record]":
    from pydantic import ValidationError

    from pipeline.errors import GoldError
    from pipeline.records import Record

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [Record.model_validate_json(line) for line in lines]
    except OSError as error:
        cause = f"it cannot be read ({error.strerror}); check the path"
        raise GoldError(str(path), cause) from error
    except (ValidationError, UnicodeDecodeError) as error:
        cause = "it holds no records; name a file that `gradewright extract` has made"
        raise GoldError(str(path), cause) from error


def _print_rows(scores: "Scores") -> None:
    from pipeline.score import percent

    def told(share: float | None) -> str:
        return "-" if share is None else f"{percent(share):.1f}"

    row = "{:<18} {:>6} {:>6} {:>6} {:>7} {:>9} {:>7}".format
    typer.echo(row("part", "P", "R", "F1", "right", "spurious", "missed"))
    for part, precision, recall, f1, *counts in scores.rows():
        typer.echo(row(part, *map(told, (precision, recall, f1)), *counts))
    perfect, all_ = len(scores.perfect()), len(scores.documents)
    share = f", {percent(perfect / all_):.1f} %" if all_ else ""
    typer.echo(f"{perfect} of {count(all_, 'document')} perfectly right{share}")
