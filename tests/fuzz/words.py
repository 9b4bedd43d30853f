"""Small Word documents whose XML is put together anew."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

import docx

from tests.fuzz.fragments import PROSE

_TAGS = """
p r t tbl tr tc sdt sdtContent ins del hyperlink pPr rPr numPr txbxContent instrText
"""
_EMPTY = """
tab br cr b noBreakHyphen vMerge gridSpan|w:val='9999' gridSpan|w:val='x' p t tc
pStyle|w:val='Heading1' pStyle|w:val='ListBullet' pStyle|w:val='' ilvl|w:val='-1'
"""
PARTS = (
    *(f"<w:{tag}>" for tag in _TAGS.split()),
    *("</>",) * 20,
    *(f"<w:{tag.replace('|', ' ')}/>" for tag in _EMPTY.split()),
    *("<w:p>", "<w:tbl><w:tr><w:tc><w:p>", "<w:p><w:pPr>"),
)
"""Beside these, a byte is a run of words. `</>` closes what was opened last."""


def worded(data):
    """A Word document with one part a byte; what is open at its end is closed."""
    xml, unclosed = ["<w:p>"], ["w:p"]
    for byte in data:
        part = PARTS[byte] if byte < len(PARTS) else _run(PROSE[byte % len(PROSE)])
        if part != "</>":
            xml.append(part)
        if byte < len(PARTS) and not part.endswith("/>"):
            unclosed += part.replace("<", "").split(">")[:-1]
        elif part == "</>" and unclosed:
            xml.append(f"</{unclosed.pop()}>")
    xml += (f"</{name}>" for name in reversed(unclosed))
    return _with("".join(xml))


def _run(words):
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _with(body):
    out = BytesIO()
    with ZipFile(BytesIO(_SOUND)) as sound, ZipFile(out, "w") as made:
        for entry in sound.infolist():
            content = sound.read(entry)
            if entry.filename == "word/document.xml":
                at = content.index(b"<w:body>") + len(b"<w:body>")
                content = content[:at] + body.encode() + content[at:]
            made.writestr(entry, content)
    return out.getvalue()


def _sound():
    out = BytesIO()
    docx.Document().save(out)
    return out.getvalue()


_SOUND = _sound()
