"""Links name their words, and nothing else on the page; a browser agrees."""

import re
import shutil
import struct
import subprocess
import zlib

import pytest

from pipeline.document import Document, Meta, Piece
from pipeline.links import Links
from pipeline.readers import read_bytes

BROWSER = shutil.which("chromium")


def links(*texts, url="https://echo.example/story#top", dropped=()):
    document = Document.from_pieces(
        [Piece(text) for text in texts],
        id="sha256:0",
        source="page.html",
        media_type="text/html",
        meta=Meta(url=url),
        dropped=dropped,
    )
    return Links(document)


def named(found, words, occurrence=0):
    start = [m.start() for m in re.finditer(re.escape(words), found.text)][occurrence]
    return found.fragment(start, start + len(words))


GOOD = ("The force was graded good at preventing crime.", "It was graded good at last.")
LONG = (
    "One two three four five six seven eight nine ten eleven twelve " * 2 + "thirteen."
)


@pytest.mark.parametrize(
    ("texts", "words", "occurrence", "fragment"),
    [
        (GOOD, "preventing crime", 0, "preventing%20crime"),
        (GOOD, "good", 0, "force%20was%20graded-,good"),
        (GOOD, "good", 1, "It%20was%20graded-,good"),
        (("good luck", "good"), "good", 0, "good,-luck"),
        (("A, b - c & d",), "A, b - c & d", 0, "A%2C%20b%20%2D%20c%20%26%20d"),
        (("“It’s fair,” she said.",), "“It’s fair,”", 0, "It%E2%80%99s%20fair"),
        (("Area\tGrade", "Safety\tGood"), "Safety\tGood", 0, "Safety,Good"),
        (("Safety\tGood", "Custody\tGood"), "Good", 1, "Custody-,Good"),
        ((LONG,), LONG, 0, None),
        (("inadequately",), "adequate", 0, "inadequately"),
        (("...",), "...", 0, None),
    ],
    ids=[
        "unique words stand alone",
        "others get what stands before them",
        "each of two its own",
        "what stands after, where nothing stands before",
        "what has a meaning in a fragment is encoded",
        "outer marks are left out",
        "over cells: from the first to the last",
        "what fills its cell gets the cell before",
        "what is long: its beginning and its end",
        "half a word is widened to the whole",
        "no words, no fragment",
    ],
)
def test_a_fragment_names_its_words(texts, words, occurrence, fragment):
    found = named(links(*texts), words, occurrence)
    if fragment is not None:
        assert found == f"#:~:text={fragment}"
    elif words is LONG:
        assert re.fullmatch(r"#:~:text=One.+,.*thirteen", found)
        assert len(found) < len(LONG)
    else:
        assert found == ""


def test_furniture_counts_since_the_browser_searches_it_too():
    alone = links(GOOD[0])
    beside = links(GOOD[0], dropped=["Ten GOOD pubs"])
    assert named(alone, "good") == "#:~:text=good"
    assert named(beside, "good") == "#:~:text=force%20was%20graded-,good"


def test_the_link_is_the_pages_address_without_its_own_fragment():
    assert links(*GOOD).to(0, 3).startswith("https://echo.example/story#:~:text=")
    assert links(*GOOD, url=None).to(0, 3) is None


PAGE = """<!doctype html><meta charset="utf-8"><title>Eastmere Police</title><style>
body { font: 12px monospace }
::target-text, i { font-style: normal; background: red; color: red }
</style><body><article><h1>Eastmere Police told to improve</h1>
<p>The force was graded good at preventing crime, inspectors wrote in the report.</p>
<p>The force was graded good at managing offenders, inspectors wrote in the report.</p>
<table><tr><th>Area</th><th>Grade</th></tr><tr><td>Safety</td><td>Good</td></tr>
<tr><td>Custody</td><td>Good</td></tr></table>
<p>&ldquo;We&rsquo;ll   do better &ndash; and soon,&rdquo; said Ada &amp; Bea Finch.</p>
</article></body>"""
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--hide-scrollbars", "--window-size=640,260"),
)


def picture(folder, name, page, fragment=""):
    """Left, top, right and bottom of what is red on the page in a browser."""
    source, target = folder / f"{name}.html", folder / f"{name}.png"
    source.write_text(page, encoding="utf-8")
    subprocess.run(
        [
            BROWSER,
            *FLAGS,
            f"--user-data-dir={folder / 'profile'}",
            f"--screenshot={target}",
            f"{source.as_uri()}{fragment}",
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return red_box(target.read_bytes())


def red_box(png):
    """Where a PNG without interlacing, 8 bits a channel, is red."""
    width, height, _, colour = struct.unpack(">IIBB", png[16:26])
    depth = 4 if colour == 6 else 3
    packed, at = b"", 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + size]
        at += size + 12
    data, stride = zlib.decompress(packed), width * depth
    above, red = bytearray(stride), []
    for y in range(height):
        kind = data[y * (stride + 1)]
        row = bytearray(data[y * (stride + 1) + 1 : (y + 1) * (stride + 1)])
        for x in range(stride):
            left = row[x - depth] if x >= depth else 0
            corner = above[x - depth] if x >= depth else 0
            guess = left + above[x] - corner
            paeth = min((left, above[x], corner), key=lambda v, g=guess: abs(g - v))
            added = (0, left, above[x], (left + above[x]) // 2, paeth)[kind]
            row[x] = (row[x] + added) & 255
        red += [
            (x, y)
            for x in range(width)
            if row[x * depth] > 200 and row[x * depth + 1] < 60 > row[x * depth + 2]
        ]
        above = row
    columns, rows = zip(*red, strict=True)
    return min(columns), min(rows), max(columns), max(rows)


@pytest.mark.skipif(BROWSER is None, reason="needs chromium")
@pytest.mark.parametrize(
    ("words", "occurrence"),
    [
        ("good", 1),
        ("We’ll do better – and soon", 0),
        ("Good", 1),
    ],
    ids=[
        "the second of two",
        "marks and dashes and folded spaces",
        "told by the cell before",
    ],
)
def test_a_browser_marks_these_words_and_no_others(tmp_path, words, occurrence):
    document = read_bytes(PAGE.encode("utf-8"), "page.html")
    start = [m.start() for m in re.finditer(words, document.text)][occurrence]
    fragment = Links(document).fragment(start, start + len(words))
    raw = document.raw_span(start, start + len(words))
    marked = f"{PAGE[: raw.start]}<i>{PAGE[raw.start : raw.end]}</i>{PAGE[raw.end :]}"
    linked = picture(tmp_path, "linked", PAGE, fragment)
    assert linked == pytest.approx(picture(tmp_path, "marked", marked), abs=3)
