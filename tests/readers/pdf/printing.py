"""Small PDFs, printed by the tests themselves."""

import io
from typing import NamedTuple

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

PAGE = (595, 842)


class Words(NamedTuple):
    """Words at a place, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 12
    bold: bool = False


def body(*lines, top=700, left=72, leading=14.4, **style):
    """Lines of running text under each other."""
    return [
        Words(left, top - i * leading, text, **style) for i, text in enumerate(lines)
    ]


def printed(*pages, encrypt=None):
    """A PDF's bytes: a page for each list of words."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=PAGE, invariant=1, encrypt=encrypt)
    for words in pages:
        for each in words:
            canvas.setFont("Helvetica-Bold" if each.bold else "Helvetica", each.size)
            canvas.drawString(each.x, each.y, each.text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def locked(*pages, password):
    """The same, encrypted; an empty password lets everyone read."""
    encryption = StandardEncryption(password, ownerPassword="owner", canPrint=0)
    return printed(*pages, encrypt=encryption)
