"""Records → one self-contained page: no network, nothing from a document is trusted.

Documents reach the page as JSON inside inert script elements, with every character
escaped that could end one; the page's own script makes elements and sets their text,
never markup. A strict policy lets nothing run or load but that script and style.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.knowledge import Knowledge
from pipeline.records import Record
from pipeline.review.payload import Index, take

SCRIPTS = (
    "base.js",
    "filters.js",
    "grid.js",
    "lists.js",
    "reader.js",
    "why.js",
    "correct.js",
    "main.js",
)
"""In order: later ones use what earlier ones define."""
STYLES = ("tokens.css", "page.css", "grid.css", "reader.css")
MARK = " · Gradewright review</title>"
"""How the title of every page ends, by which an older one is known."""
_ENDINGS = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


class Drawn(NamedTuple):
    """What a page came to.

    Attributes:
        documents: how many are on it.
        issues: how many of them have any.
        misses: sentences near a grade, and quotations, that no record uses.
    """

    documents: int
    issues: int
    misses: int


def write_page(
    records: Iterable[Record], known: Knowledge, path: Path, *, name: str
) -> Drawn:
    """Write the page of some records; they pass one by one.

    Args:
        records: in any order; the page puts the riskiest first.
        known: frameworks for scales, areas and their order.
        path: where to, in an existing or a new folder.
        name: what the records are called on the page.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    index = Index()
    with path.open("w", encoding="utf-8") as file:
        file.writelines(page(records, known, name=name, index=index))
    return Drawn(
        len(index.documents),
        sum(bool(entry["issues"]) for entry in index.documents),
        sum(entry["misses"] for entry in index.documents),
    )


def page(
    records: Iterable[Record],
    known: Knowledge,
    *,
    name: str,
    live: str | None = None,
    index: Index | None = None,
) -> Iterator[str]:
    """The page in pieces.

    Args:
        records: in any order.
        known: frameworks for scales, areas and their order.
        name: what the records are called on the page.
        live: where corrections are sent; None for a page that stands alone.
        index: filled on the way, for those who want to know what is on the page.
    """
    index = Index() if index is None else index
    script = Markup("\n" + _static(SCRIPTS))  # noqa: S704 - our own file
    style = Markup("\n" + _static(STYLES))  # noqa: S704 - our own file
    listed = {"name": name, "live": live}
    yield from (
        _environment()
        .get_template("page.html")
        .generate(
            name=name,
            policy=policy(script, style, live=live is not None),
            style=style,
            script=script,
            details=(safe_json(take(record, known, index)) for record in records),
            index=lambda: safe_json(listed | asdict(index)),
        )
    )


def policy(script: str, style: str, *, live: bool) -> str:
    """What the page may do: run this script, use this style, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'sha256-{_digest(script)}'",
            f"style-src 'sha256-{_digest(style)}'",
            f"connect-src {chr(39)}{'self' if live else 'none'}{chr(39)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def safe_json(content: object) -> Markup:
    """JSON in which no character can end the element that it stands in."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ENDINGS))  # noqa: S704 - escaped just now


def _static(names: Iterable[str]) -> str:
    folder = files("pipeline.review") / "static"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("pipeline.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
