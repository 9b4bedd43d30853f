"""Gold files: what a careful reader says a document says.

One JSON file beside each document. A wording list counts as one area; a quote that is
`optional` is neither demanded nor wrong.
"""

import gzip
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import GoldError
from pipeline.problems import plainly
from pipeline.records import DocumentKind

_GZIP = b"\x1f\x8b"


class Model(BaseModel):
    """The habits of all gold: frozen, and nothing unforeseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldGrade(Model):
    """An area under all wordings that count as it, the official one first."""

    area: Annotated[tuple[str, ...], Field(min_length=1)]
    grade: str
    basis: str | None = None
    when: str | None = None


class GoldTally(Model):
    """A count that the text states."""

    grade: str
    count: int


class GoldBody(Model):
    """Who was inspected, under all names that count."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str | None = None


class GoldInspection(Model):
    """One inspection of one body."""

    inspectorate: str | None
    programme: str | None
    body: GoldBody
    inspected_from: date | None = None
    inspected_to: date | None = None
    published: date | None = None
    lead_inspector: str | None = None
    grades: tuple[GoldGrade, ...] = ()
    previous_grades: tuple[GoldGrade, ...] = ()
    tallies: tuple[GoldTally, ...] = ()


class GoldSpeaker(Model):
    """Who speaks; all None where the text does not say."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    name_also: tuple[str, ...] = ()


class GoldQuote(Model):
    """One continuous turn of one speaker."""

    text: str
    kind: str
    speaker: GoldSpeaker
    optional: bool = False
    repeats: int | None = None


class GoldIssue(Model):
    """A contradiction that a careful reader would flag."""

    code: str


class GoldDocument(Model):
    """What the source is."""

    kind: DocumentKind
    published: date | None = None
    title: str | None = None
    publisher: str | None = None


class Gold(Model):
    """All that one document says."""

    id: str
    file: str
    document: GoldDocument
    inspections: tuple[GoldInspection, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()
    issues: tuple[GoldIssue, ...] = ()


def load(path: Path) -> Gold:
    """A gold file.

    Raises:
        GoldError: it is not JSON, or does not fit the format.
    """
    try:
        return Gold.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise GoldError(str(path), f"{where}: {plainly(first)}") from error


def find(folder: Path) -> dict[Path, Gold]:
    """Every document of a corpus with its gold, by the document's path, sorted.

    Raises:
        GoldError: no gold is there, a gold file does not hold, or its document lacks.
    """
    found: dict[Path, Gold] = {}
    for path in sorted(folder.rglob("*.json")):
        if not _is_gold(path):
            continue
        gold = load(path)
        document = path.parent / gold.file
        if not document.is_file():
            raise GoldError(str(path), f"its document {gold.file} is not beside it")
        found[document] = gold
    if not folder.is_dir():
        raise GoldError(str(folder), "there is no such folder; check the path")
    if not found:
        cause = "it holds no gold: JSON files that name their `file` and `document`"
        raise GoldError(str(folder), f"{cause}; name a corpus, or write some")
    return found


def _is_gold(path: Path) -> bool:
    """Whether JSON speaks of a document beside it; a broken `gold.json` is meant so."""
    try:
        content = json.loads(path.read_bytes())
    except ValueError:
        return path.name == "gold.json"
    return isinstance(content, dict) and {"file", "document"} <= content.keys()


def document_id(path: Path) -> str:
    """The id that a record of this document has: of its bytes, unpacked."""
    data = path.read_bytes()
    data = gzip.decompress(data) if data.startswith(_GZIP) else data
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
