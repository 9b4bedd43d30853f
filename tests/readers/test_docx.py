"""A Word document as a document."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import pipeline
from pipeline.errors import LimitExceeded, ReadError
from pipeline.readers import docx as reader
from pipeline.readers import read_bytes


@pytest.fixture
def word():
    return docx.Document()


@pytest.fixture
def blocks():
    """Type, level and text of each block of a Word document."""

    def of(word):
        found = read_bytes(saved(word), "report.docx")
        return [(str(b.type), b.level, found.words(b.extent)) for b in found.blocks]

    return of


def saved(word):
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Title", ("heading", 1)),
        ("Heading 3", ("heading", 3)),
        ("List Bullet", ("list_item", 1)),
        ("List Number 2", ("list_item", 2)),
        ("Intense Quote", ("quote", None)),
        ("Caption", ("caption", None)),
        ("Normal", ("paragraph", None)),
    ],
)
def test_a_style_tells_what_a_paragraph_is(word, blocks, style, expected):
    word.add_paragraph("Leaders know their staff", style=style)

    assert blocks(word) == [(*expected, "Leaders know their staff")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Care leavers", "heading"), ("They were well cared for.", "paragraph")],
    ids=["a short line all in bold", "a sentence all in bold"],
)
def test_a_heading_without_a_style_is_bold(word, blocks, text, expected):
    word.add_paragraph().add_run(text).bold = True

    assert [kind for kind, *_ in blocks(word)] == [expected]


def test_a_table_gives_rows_with_cells_and_headers(word):
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Judgement", "Grade"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    table.cell(1, 0).text, table.cell(1, 1).text = "Overall\neffectiveness", "Good"

    found = read_bytes(saved(word), "report.docx")

    _, row = found.blocks
    assert [found.words(cell) for cell in row.cells] == [
        "Overall effectiveness",
        "Good",
    ]
    assert row.headers == ("Judgement", "Grade")


def in_table(word, *rows):
    """A table of these cells; the ones of its first row are bold."""
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = texts is rows[0]
    return table


@pytest.mark.parametrize(
    ("rows", "text", "headers"),
    [
        ([("", "Grade"), ("Custody", "Good")], "Custody\tGood", ("", "Grade")),
        ([("Area", "2029"), ("Custody", "")], "Custody", ("Area",)),
        ([("Area", "2029"), ("", "Good")], "Good", ("2029",)),
        (
            [("Area", "2029", "2031"), ("Custody", "", "Good")],
            "Custody\tGood",
            ("Area", "2031"),
        ),
    ],
    ids=["of the header", "at the end", "at the beginning", "in the middle"],
)
def test_an_empty_cell_is_left_out_and_the_others_keep_their_columns(
    word, rows, text, headers
):
    in_table(word, *rows)

    record = pipeline.process(saved(word))
    found = read_bytes(saved(word), "report.docx")

    assert record.document.text.endswith(f"\n\n{text}")
    assert found.blocks[-1].headers == headers


def test_a_cell_over_two_columns_counts_as_two(word):
    table = in_table(word, ("Area", "2029", "2031"), ("Custody", "", "Good"))
    table.cell(1, 0).merge(table.cell(1, 1))

    found = read_bytes(saved(word), "report.docx")

    assert found.blocks[-1].headers == ("Area", "2031")


@pytest.mark.parametrize("depth", ["x", "-1", "²", "9" * 5000])
def test_a_number_that_is_none_is_passed_over(word, blocks, depth):
    paragraph = word.add_paragraph("Leaders know their staff")._p
    paragraph.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/>'
            '<w:numId w:val="1"/></w:numPr>'
        )
    )

    assert blocks(word) == [("list_item", 1, "Leaders know their staff")]


def test_tabs_part_a_line_into_cells(word, blocks):
    word.add_paragraph("Overall effectiveness\tGood")
    word.add_paragraph("1.\tLeaders know their staff.")

    assert blocks(word) == [
        ("table_row", None, "Overall effectiveness\tGood"),
        ("paragraph", None, "1. Leaders know their staff."),
    ]


def test_a_table_of_one_column_is_a_frame_around_text(word, blocks):
    word.add_table(rows=1, cols=1).cell(0, 0).text = "In brief"

    assert ("paragraph", None, "In brief") in blocks(word)


def test_a_broken_line_is_a_block_of_its_own(word, blocks):
    paragraph = word.add_paragraph("Inspection dates: 3 to 7 March 2031")
    paragraph.add_run().add_break()
    paragraph.add_run("Lead inspector: Ana Reyes")

    assert [text for *_, text in blocks(word)] == [
        "Inspection dates: 3 to 7 March 2031",
        "Lead inspector: Ana Reyes",
    ]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:ins><w:r><w:t>very </w:t></w:r></w:ins>", "very good"),
        ("<w:del><w:r><w:t>not </w:t></w:r></w:del>", "good"),
        (
            "<w:sdt><w:sdtContent><w:r><w:t>quite </w:t></w:r></w:sdtContent></w:sdt>",
            "quite good",
        ),
        ("<w:hyperlink><w:r><w:t>as </w:t></w:r></w:hyperlink>", "as good"),
    ],
    ids=["insertions", "no deletions", "content controls", "links"],
)
def test_text_counts_wherever_it_stands(word, blocks, xml, expected):
    paragraph = word.add_paragraph()
    opening, rest = xml.split(">", 1)
    xml = f"{opening} {nsdecls('w')}>{rest}".replace(
        "<w:t>", '<w:t xml:space="preserve">'
    )
    paragraph._p.append(parse_xml(xml))
    paragraph.add_run("good")

    assert [text for *_, text in blocks(word)] == [expected]


def test_running_lines_come_last_and_once(word):
    word.add_paragraph("Leaders know their staff.")
    word.sections[0].footer.paragraphs[0].text = "Inspection of Wexcombe"
    word.add_section()

    found = read_bytes(saved(word), "report.docx")

    assert [b.role for b in found.blocks] == ["body", "furniture"]


def test_the_title_is_the_file_s_own_or_the_first_heading(word):
    word.add_heading("Wexcombe Council", 1)

    assert read_bytes(saved(word), "report.docx").meta.title == "Wexcombe Council"

    word.core_properties.title = "Inspection report"

    assert read_bytes(saved(word), "report.docx").meta.title == "Inspection report"


def test_word_documents_are_told_by_their_content(word):
    word.add_paragraph("Leaders know their staff.")

    assert read_bytes(saved(word), "renamed.pdf").media_type == reader.DOCX


def test_what_cannot_be_read_is_named(known, word):
    with pytest.raises(ReadError, match="no text"):
        read_bytes(saved(word), "empty.docx")
    with pytest.raises(ReadError, match="damaged Word document"):
        reader.read(saved(word)[:2000], "cut.docx", known)


def test_an_archive_that_swells_is_refused(word, monkeypatch):
    monkeypatch.setattr(reader, "MAX_BYTES", 1000)

    with pytest.raises(LimitExceeded, match="unpacks to more than 1,000 bytes"):
        read_bytes(saved(word), "bomb.docx")


def test_an_archive_without_a_document_is_damaged():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")

    with pytest.raises(ReadError, match="damaged Word document"):
        read_bytes(file.getvalue(), "odd.docx")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<Relationships/>"),
        ("docProps/core.xml", "<core/>"),
        ("word/styles.xml", "<styles/>"),
    ],
)
def test_a_part_that_is_not_what_it_should_be_is_damage(word, part, content):
    word.add_paragraph("Leaders know their staff.")
    file = io.BytesIO()
    sound = zipfile.ZipFile(io.BytesIO(saved(word)))
    with sound, zipfile.ZipFile(file, "w") as archive:
        for entry in sound.infolist():
            odd = entry.filename == part
            archive.writestr(entry, content if odd else sound.read(entry))

    with pytest.raises(ReadError, match="damaged Word document"):
        read_bytes(file.getvalue(), "odd.docx")
