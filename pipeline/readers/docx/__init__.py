"""Word documents: paragraphs by their styles, lists, tables with their cells.

Text in content controls, hyperlinks, insertions and text boxes counts; what a tracked
change has deleted does not. Running headers and footers come last, as furniture.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from pipeline.document import (
    CELL_SEPARATOR,
    BlockType,
    Document,
    Meta,
    Origin,
    Piece,
    Role,
)
from pipeline.errors import LimitExceeded, ReadError
from pipeline.knowledge import Knowledge
from pipeline.readers.identity import document_id
from pipeline.readers.kinds import DOCX, MAX_BYTES

_DAMAGED = (
    zipfile.BadZipFile,
    PackageNotFoundError,
    XMLSyntaxError,
    AttributeError,
    KeyError,
    ValueError,
    OSError,
)
"""What python-docx raises where a part is missing, or is not what it should be."""
_MAX_DEPTH = 50
"""Tables in tables and controls in controls, at most."""
_BOLD_HEADING = 6
_FEW = 2
"""Cells of a row that tell nothing by being more than those of another."""
_HEADING_LENGTH = 150
_CELL_LENGTH = 200
_HEADING_STYLE = re.compile(r"heading (\d)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list (?:bullet|number|paragraph)(?: (\d))?", re.IGNORECASE)
_MARKER = re.compile(r"\W|o|\(?(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]{1,4})[.)]?")
_DIGITS = re.compile(r"[0-9]{1,4}")
_SPACES = re.compile(r"[^\S\n\t]+")

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_T, _TAB, _DELETED = qn("w:t"), qn("w:tab"), qn("w:del")
_BREAKS = {qn("w:br"), qn("w:cr")}
_HYPHEN, _BOX, _ALTERNATIVE = qn("w:noBreakHyphen"), qn("w:txbxContent"), (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
)  # fmt: skip
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}
_TEXT_PARTS = {_T, _TAB, _HYPHEN, *_BREAKS}


def read(data: bytes, source: str, _known: Knowledge) -> Document:
    """Read a Word document.

    Raises:
        ReadError: damaged, or without text.
        LimitExceeded: it unpacks to more than anyone writes.
    """
    word = _opened(data, source)
    pieces = list(_Walk(word.styles).pieces(word.body, 0))
    if not any(piece.text for piece in pieces):
        cause = "no text: its pages are images or empty"
        raise ReadError(source, cause, "run text recognition (OCR) over it first")
    title = word.title or _first_title(pieces)
    authors = tuple(filter(None, [word.author]))
    return Document.from_pieces(
        [*pieces, *(Piece(line, role=Role.FURNITURE) for line in word.running)],
        id=document_id(data),
        source=source,
        media_type=DOCX,
        meta=Meta(
            title=title,
            authors=authors,
            origins=_origins(word.title, title, authors),
        ),
    )


class _Word(NamedTuple):
    """What is read of a file, all of it by then: python-docx fails where it looks.

    Attributes:
        body: in the XML.
        styles: their names by what paragraphs call them.
        running: the lines of headers and footers.
        title: what the file says it is; empty where it says nothing.
        author: likewise.
    """

    body: Any
    styles: Mapping[str, str]
    running: Sequence[str]
    title: str
    author: str


def _opened(data: bytes, source: str) -> _Word:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > MAX_BYTES:
            cause = f"unpacks to more than {MAX_BYTES:,} bytes"
            raise LimitExceeded(source, cause, "save it without its images")
        word = docx.Document(io.BytesIO(data))
        properties = word.core_properties
        return _Word(
            word.element.body,
            {style.style_id: style.name or "" for style in word.styles},
            list(_running(word)),
            properties.title,
            properties.author,
        )
    except _DAMAGED as error:
        cause = "a damaged Word document"
        raise ReadError(source, cause, "open it in Word and save it again") from error


def _origins(
    property_: str, title: str | None, authors: Sequence[str]
) -> dict[str, Origin]:
    """The document's own properties where they are filled, else its first heading."""
    found = {}
    if property_:
        found["title"] = Origin("docx.origins", said=f"title: {property_}")
    elif title:
        found["title"] = Origin("docx.first_title")
    if authors:
        found["authors"] = Origin("docx.origins", said=f"author: {', '.join(authors)}")
    return found


def _first_title(pieces: Iterable[Piece]) -> str | None:
    """The first heading."""
    headings = (piece for piece in pieces if piece.type is BlockType.HEADING)
    return next((piece.text for piece in headings), None)


class _Walk:
    """Goes through a document's body in order."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles

    def pieces(self, element: Any, depth: int) -> Iterator[Piece]:  # noqa: ANN401 - lxml's
        """The pieces under an element: paragraphs, tables, what wraps them."""
        if depth > _MAX_DEPTH:
            return
        for child in element:
            if child.tag == _P:
                yield from self._paragraph(child)
                for box in child.iter(_BOX):
                    if not _is_inside(box, _ALTERNATIVE):
                        yield from self.pieces(box, depth + 1)
            elif child.tag == _TBL:
                yield from self._table(child, depth)
            elif child.tag in _WRAPPERS:
                yield from self.pieces(child, depth + 1)

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:  # noqa: ANN401
        """A paragraph; each of the lines that its author broke is a piece."""
        style = self._styles.get(_value(paragraph, "w:pStyle") or "", "")
        for line in _text(paragraph).split("\n"):
            cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
            if not cells:
                continue
            text = " ".join(cells)
            if _is_row(cells):
                row = CELL_SEPARATOR.join(cells)
                yield Piece(row, BlockType.TABLE_ROW, cells=tuple(cells))
            elif heading := _heading_level(paragraph, style, text):
                yield Piece(text, BlockType.HEADING, heading)
            elif level := _list_level(paragraph, style):
                yield Piece(text, BlockType.LIST_ITEM, level)
            elif "quote" in style.lower():
                yield Piece(text, BlockType.QUOTE)
            elif style.lower() == "caption":
                yield Piece(text, BlockType.CAPTION)
            else:
                yield Piece(text)

    def _table(self, table: Any, depth: int) -> Iterator[Piece]:  # noqa: ANN401
        """The rows of a table; one with a single column is a frame around text."""
        rows = [_row(row) for row in table.iter(_TR) if _nearest(row, _TBL) is table]
        filled = [row for row in rows if row.texts]
        first = filled[0] if filled and _is_headed(filled) else None
        for row in rows:
            if row.frame is not None:
                yield from self.pieces(row.frame, depth + 1)
            elif row.texts:
                under = first and row is not first and row.width == first.width
                names = first.texts if first and under else {}
                cells = tuple(row.texts.values())
                yield Piece(
                    CELL_SEPARATOR.join(cells),
                    BlockType.TABLE_ROW,
                    cells=cells,
                    headers=tuple(names.get(at, "") for at in row.texts if names),
                )


class _Row(NamedTuple):
    """A row of a table.

    Attributes:
        element: in the XML.
        texts: its cells by column, those that hold nothing left out; none of a frame.
        width: in columns.
        frame: its only cell.
    """

    element: Any
    texts: Mapping[int, str]
    width: int
    frame: Any = None


def _row(row: Any) -> _Row:  # noqa: ANN401
    cells = [cell for cell in row.iter(_TC) if _nearest(cell, _TR) is row]
    if len(cells) == 1:
        return _Row(row, {}, 1, cells[0])
    texts: dict[int, str] = {}
    column = 0
    for cell in cells:
        words = " ".join(" ".join(map(_text, cell.iter(_P))).split())
        if words:
            texts[column] = words
        column += _number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")) or 1
    return _Row(row, texts, column)


def _is_headed(rows: Sequence[_Row]) -> bool:
    """Whether the first row names the columns: it says so, or others leave cells empty.

    Without its names nobody knows in which columns the cells of the others stand.
    """
    first, *others = rows
    gaps = len(first.texts) > _FEW and any(
        row.texts.keys() < first.texts.keys() for row in others
    )
    return gaps or _is_header(first.element)


def _text(paragraph: Any) -> str:  # noqa: ANN401
    """The words of a paragraph, its tabs and the breaks of its lines kept."""
    parts: list[str] = []
    for element in paragraph.iter(*_TEXT_PARTS):
        if _nearest(element, _P) is not paragraph or _is_inside(element, _DELETED):
            continue
        if element.tag == _T:
            parts.append(element.text or "")
        elif element.tag == _TAB:
            if element.getparent().tag == qn("w:r"):  # else a tab stop's definition
                parts.append("\t")
        else:
            parts.append("-" if element.tag == _HYPHEN else "\n")
    return _SPACES.sub(" ", "".join(parts).replace("\u00ad", "")).strip()


def _is_row(cells: list[str]) -> bool:
    """Whether tabs part a line into cells, and not a number from its text."""
    if len(cells) < 2 or _MARKER.fullmatch(cells[0]):  # noqa: PLR2004 - two cells
        return False
    return all(len(cell) < _CELL_LENGTH for cell in cells)


def _heading_level(paragraph: Any, style: str, text: str) -> int | None:  # noqa: ANN401
    """1 to 6: by style, else the last where all of a short line is bold."""
    named = _HEADING_STYLE.match(style)
    if named:
        return min(max(int(named.group(1)), 1), _BOLD_HEADING)
    if style.lower() in {"title", "subtitle"}:
        return 1 if style.lower() == "title" else 2
    runs = [run for run in paragraph.iter(qn("w:r")) if "".join(run.itertext()).strip()]
    bold = bool(runs) and all(_is_on(run, "w:b") for run in runs)
    short = len(text) < _HEADING_LENGTH and text[-1] not in ".;,"
    return _BOLD_HEADING if bold and short else None


def _list_level(paragraph: Any, style: str) -> int | None:  # noqa: ANN401
    """The depth of a list item from 1; None for any other paragraph."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
        return _number(paragraph.find(f"{qn('w:pPr')}//{qn('w:ilvl')}")) + 1
    named = _LIST_STYLE.match(style)
    if named and not style.lower().startswith("list paragraph"):
        return int(named.group(1) or 1)
    return None


def _is_header(row: Any) -> bool:  # noqa: ANN401
    """Whether a table's first row is marked as its header, or is all bold."""
    if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
        return True
    runs = [run for run in row.iter(qn("w:r")) if "".join(run.itertext()).strip()]
    return bool(runs) and all(_is_on(run, "w:b") for run in runs)


def _is_on(run: Any, name: str) -> bool:  # noqa: ANN401
    switch = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return switch is not None and switch.get(qn("w:val")) not in {"0", "false"}


def _value(paragraph: Any, name: str) -> str | None:  # noqa: ANN401
    found = paragraph.find(f"{qn('w:pPr')}//{qn(name)}")
    value: str | None = found.get(qn("w:val")) if found is not None else None
    return value


def _number(element: Any) -> int:  # noqa: ANN401
    """What an element holds as a number of at most four digits; 0 where none."""
    value = "" if element is None else element.get(qn("w:val")) or ""
    return int(value) if _DIGITS.fullmatch(value) else 0


def _nearest(element: Any, tag: str) -> Any:  # noqa: ANN401
    return next(element.iterancestors(tag), None)


def _is_inside(element: Any, tag: str) -> bool:  # noqa: ANN401
    return _nearest(element, tag) is not None


def _running(word: WordDocument) -> Iterator[str]:
    """The lines of headers and footers, each once."""
    seen: set[str] = set()
    for section in word.sections:
        for part in (section.header, section.footer):
            for paragraph in [] if part.is_linked_to_previous else part.paragraphs:
                text = " ".join(paragraph.text.split())
                if any(map(str.isalpha, text)) and text not in seen:
                    seen.add(text)
                    yield text
