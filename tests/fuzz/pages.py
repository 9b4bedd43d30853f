"""A small sound PDF to be mangled."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

PLACES = 256
"""Places in the file that a byte can name."""


def mangled(data):
    """The PDF with bytes cut out and overwritten: place, how many, by what."""
    page = bytearray(_PDF)
    for at, cut, put in zip(data[::3], data[1::3], data[2::3], strict=False):
        place = at * len(page) // PLACES
        page[place : place + cut % 8] = bytes([put])
    return bytes(page)


def _sound():
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in range(3):
        for row in range(12):
            words = f"Page {page}: the force is good ({row})."
            canvas.drawString(60, 780 - 18 * row, words)
        canvas.drawString(60, 200, "“We will do better,” said Ms Ada Thorne.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


_PDF = _sound()
