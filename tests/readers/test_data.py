"""A folder of data tells the readers as much as what is shipped does."""

import io
import json

import docx
import pytest

import pipeline
from pipeline import knowledge
from pipeline.cli import main
from pipeline.document import BlockType
from pipeline.readers import read_bytes, read_text
from tests.readers.pdf.printing import body, printed

FRAMEWORK = """\
slug = "harbours-2020"
name = "Harbour inspections"
programme = "harbours"
inspectorate = "harbours_inspectorate"
cycle = "2020 onwards"
first_year = 2020
inspects = ["harbour"]
overall = false
confidence = "high"
scale = [{ slug = "sound", label = "Sound" }, { slug = "failing", label = "Failing" }]
areas = [
    { slug = "moorings", label = "Quality of moorings", short = "Moorings" },
    { slug = "lights", label = "Lights and buoys", short = "Lights" },
]
"""
INSPECTORATE = """\
[[inspectorates]]
slug = "harbours_inspectorate"
name = "Harbours Inspectorate"
"""
CUES = """\
[[cues]]
name = "outlet"
why = "What papers of harbours end in."
words = ["lantern"]

[[cues]]
name = "no_headline"
why = "A line of the harbour's own."
words = ["tide tables"]
"""
STORY = (
    "Saltby Harbour was inspected by the Harbours Inspectorate and rated in two areas.",
    "Its report was published on Tuesday, and people who sail from it have read it.",
    "The harbour master said that everybody on the quay had a copy of it by now.",
)
PROSE = "".join(f"<p>{sentence}</p>" for sentence in STORY)
ARTICLE = f"<article><h1>Told</h1>{PROSE}</article>"
PAGE = f"<html><body><main>{ARTICLE}{{}}</main></body></html>"
CARDS = (
    "<section><div><h3>Moorings</h3><p>Sound</p></div>"
    "<div><h3>Lights</h3><p>Failing</p></div></section>"
)
LINES = "<section><div>Moorings: Sound</div><div>Lights: Failing</div></section>"
ASIDE = f"<aside>{LINES}</aside>"


@pytest.fixture(scope="module")
def harbours(tmp_path_factory):
    """A folder with a framework, its inspectorate, and words about bylines."""
    folder = tmp_path_factory.mktemp("harbours")
    for name, content in {
        "inspectorates.toml": INSPECTORATE,
        "frameworks/harbours-2020.toml": FRAMEWORK,
        "cues/bylines.toml": CUES,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def web_page():
    return PAGE.format(LINES).encode()


def web_page_of_cards():
    return PAGE.format(CARDS).encode()


def text():
    return "\n\n".join([*STORY, "Moorings: Sound", "Lights: Failing"]).encode()


def word():
    made = docx.Document()
    for sentence in STORY:
        made.add_paragraph(sentence)
    table = made.add_table(2, 2)
    for row, cells in enumerate((("Moorings", "Sound"), ("Lights", "Failing"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def report():
    lines = ("Moorings: Sound", "Lights: Failing")
    return printed([*body(*STORY), *body(*lines, top=600, leading=40)])


FORMATS = pytest.mark.parametrize(
    "made", [web_page, web_page_of_cards, text, word, report]
)


def grades(record):
    return {
        area: grade
        for inspection in record["inspections"]
        for area, grade in (
            (each["area"], each["grade"]) for each in inspection["grades"]
        )
    }


@FORMATS
def test_a_framework_of_a_folder_is_read_in_every_format(harbours, made):
    record = pipeline.process(made(), data=(harbours,))

    assert grades(record.model_dump(mode="json")) == {
        "moorings": "sound",
        "lights": "failing",
    }


@FORMATS
def test_and_by_the_command(harbours, made, tmp_path, capsys):
    (tmp_path / "story").write_bytes(made())

    assert main(["extract", str(tmp_path / "story"), "--data", str(harbours)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert grades(record) == {"moorings": "sound", "lights": "failing"}


def test_graded_lines_beside_a_story_are_kept_where_their_framework_is_known(harbours):
    known = knowledge.load(harbours)

    assert "Moorings: Sound" in read_bytes(web_page(), "page", known).text
    assert "Moorings: Sound" not in read_bytes(web_page(), "page").text


def test_a_card_is_one_item_where_its_framework_is_known(harbours):
    known = knowledge.load(harbours)
    document = read_bytes(web_page_of_cards(), "page", known)

    items = [b.cells for b in document.blocks if b.type is BlockType.LIST_ITEM]
    assert [tuple(map(document.words, cells)) for cells in items] == [
        ("Moorings", "Sound"),
        ("Lights", "Failing"),
    ]


def test_the_alarm_knows_the_areas_of_a_folder(harbours):
    page = PAGE.format(ASIDE).encode()

    known = read_bytes(page, "page", knowledge.load(harbours))
    assert "Moorings: Sound" in f"{known.text}{known.issues}"
    assert read_bytes(page, "page").issues == ()


def test_the_words_of_bylines_of_a_folder_are_known(harbours):
    known = knowledge.load(harbours)
    opening = "Saltby tide tables for the week\n\nBy Ann Reed, The Lantern\n\n"
    story = opening + "\n\n".join(STORY)

    assert read_text(story, "text").meta.title == "Saltby tide tables for the week"
    assert read_text(story, "text", known).meta.title is None


def test_data_of_one_folder_do_not_stay_for_the_next_document(harbours):
    read_bytes(web_page(), "page", knowledge.load(harbours))

    assert "Moorings" not in read_bytes(web_page(), "page").text
