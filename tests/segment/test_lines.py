"""Types of lines, told from their shape and their neighbours."""

import pytest

from pipeline.document import BlockType, Document, Piece, Role
from pipeline.segment import segment

P, H, I = BlockType.PARAGRAPH, BlockType.HEADING, BlockType.LIST_ITEM  # noqa: E741
ROW, CAPTION, FURNITURE = BlockType.TABLE_ROW, BlockType.CAPTION, Role.FURNITURE

BODY = (
    "Northshire Police has work to do, the inspectorate said on Thursday, after a visit"
    " that took in three police stations and the control room."
)
MORE = "The force said that it would act, and that a plan had already been drawn up."


def after(*lines, gap="\n"):
    """The lines after a paragraph and before another, which are not tested."""
    return gap.join([BODY, *lines, MORE])


@pytest.mark.parametrize(
    "line",
    [
        "What is Northshire Police doing well?",
        "‘Not there yet’",
        '"We listened"',
        "Reaction",
        "Managing offenders - Good",
        "Call handling under pressure",
        "What happens next",
        "Chief Constable Ada Finch's full response to the report",
        "Notes to editors",
    ],
    ids=[
        "question",
        "cross-head in single marks",
        "cross-head in double marks",
        "one word",
        "area with its grade",
        "claim",
        "question without its mark",
        "statement",
        "notes",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["no blank line", "blank line"])
def test_a_short_line_over_a_paragraph_is_a_heading(types, line, gap):
    assert types(after(line, gap=gap)) == [P, H, P]


@pytest.mark.parametrize(
    "line",
    [
        "The force was good at that.",
        "By Kit Marlow, crime reporter",
        "Last updated 03/11/25 at 07.40",
        "Thursday 11 July 2024",
        "3 hours ago",
        "But who watches the watchers?",
        "“We are getting better,” said Ada Finch.",
        "Chief Constable Ada Finch said:",
        "Chief Constable Ada Finch said",
        "“We have listened to every word of it",
        "“We know.”",
        "and there was more to come",
        "The plan is late. Nobody knows why",
    ],
    ids=[
        "sentence",
        "by-line",
        "time of update",
        "date",
        "age",
        "rhetoric",
        "quotation",
        "lead-in",
        "lead-in without its colon",
        "unclosed quotation",
        "short quotation",
        "fragment",
        "two sentences",
    ],
)
def test_what_only_looks_like_a_heading(types, line):
    assert types(after(line)) == [P, P, P]


def test_a_heading_needs_something_under_it(types):
    assert types(f"{BODY}\n\nReaction") == [P, P]


@pytest.mark.parametrize(
    "line",
    [
        "Image caption, Ada Finch took over in May.",
        "(Image: Northshire Echo)",
        "Getty Images",
        "Pictured: Ada Finch at the opening of the new control room",
    ],
)
def test_a_caption_or_credit_is_a_caption(types, line):
    assert types(after(line)) == [P, CAPTION, P]


def test_the_line_under_a_captions_label_is_the_caption(types):
    lines = ["Image caption,", "Ada Finch took over in May"]

    assert types(after(*lines)) == [P, CAPTION, CAPTION, P]


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -",
        "Article continues below",
        "READ MORE: Brigade told to think again",
        "Share this article",
        "Tags: police, inspection",
        "Sign up to our newsletter for all the latest from Northshire.",
        "Get the report",
        "***",
    ],
)
def test_a_control_of_the_page_is_furniture(types, line):
    assert types(after(line)) == [P, FURNITURE, P]


@pytest.mark.parametrize(
    "mark",
    ["- ", "– ", "• ", "* ", ":: ", "> ", "1. ", "3). ", "(a) ", "(ii) ", "12) "],
)
def test_a_bullet_makes_an_item(types, mark):
    assert types(after(f"{mark}Preventing crime", f"{mark}Managing offenders")) == [
        P, I, I, P,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["* Inspectors use five grades.", "2023. A year to forget, said one officer."],
    ids=["footnote", "year"],
)
def test_a_mark_that_is_no_bullet(types, line):
    assert types(after(line)) == [P, P, P]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["no blank line", "blank line"])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("They were:|Fire safety;|Call handling;|Training.", [P, I, I, I]),
        ("It:|is good at training;|is fast; and|has improved.", [P, I, I, I]),
        ("They were:|Fire safety|Call handling|Training", [P, I, I, I]),
        ("They were judged as follows.|Fire safety - good|Staffing - poor", [P, I, I]),
        ("Where did it do well?|Fire safety;|Training.", [H, I, I]),
        ("What was judged?|Fire safety|Call handling|Training", [H, I, I, I]),
        ("Fire safety: good|Training: adequate|Staffing: inadequate", [I, I, I]),
        ("Fire safety|Call handling|Training|These were the areas.", [I, I, I, P]),
        ("The grades:|Fire safety - good.|Training - adequate.", [P, I, I]),
        ("The force:|is good at training|has improved its cells", [P, I, I]),
        ("They were:|Care leavers: Requires improvement to be good|Staff", [P, I, I]),
    ],
    ids=[
        "semicolons",
        "clauses",
        "under a lead-in",
        "as follows",
        "under a question, semicolons",
        "under a question, bare",
        "areas with grades",
        "looked back on",
        "each with a stop",
        "clauses without marks",
        "a grade with a verb in it",
    ],
)
def test_a_list_that_lost_its_bullets(types, lines, expected, gap):
    assert types(after(*lines.split("|"), gap=gap)) == [P, *expected, P]


def test_areas_that_a_framework_knows_are_a_list_under_their_heading(types):
    lines = ["The grades in full", "Preventing crime", "Managing offenders"]

    assert types(after(*lines)) == [P, H, I, I, P]


@pytest.mark.parametrize(
    "items",
    [
        ["Preventing crime", "Managing offenders", "Investigating crime"],
        ["Fire safety - good", "Staffing - poor"],
    ],
    ids=["known areas", "graded lines"],
)
def test_the_heading_after_a_list_is_no_item(types, items):
    lines = ["They were:", *items, "Reaction"]

    assert types(after(*lines, gap="\n\n")) == [P, P, *[I] * len(items), H, P]


def test_a_wider_gap_ends_a_list(types):
    text = f"{BODY}\n\nThey were:\nFire safety\nTraining\n\nReaction\n\n{MORE}"

    assert types(text) == [P, P, I, I, H, P]


def test_speech_under_a_colon_is_no_list(types):
    lines = ["Ada Finch said:", "“We know.", "“We will act.”"]

    assert types(after(*lines)) == [P, P, P, P, P]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Good", "Preventing crime", "Adequate", "Managing offenders", "Crime data"],
         [H, I, H, I, I]),
        (["Good:", "- Preventing crime", "Adequate:", "- Managing offenders"],
         [H, I, H, I]),
        ([":: Good", "Preventing crime", ":: Adequate", "Crime data"], [H, I, H, I]),
        (["Preventing crime", "Good", "Managing offenders", "Adequate"], [I, I, I, I]),
        (["Preventing crime", "Good"], [H, P]),
        (["The grades are:", "Good", "Adequate", "Inadequate"], [P, I, I, I]),
    ],
    ids=[
        "grade over areas",
        "over bullets",
        "with a bullet",
        "under area",
        "report body",
        "the scale",
    ],
)  # fmt: skip
def test_a_grade_on_a_line_of_its_own(types, lines, expected):
    assert types(after(*lines)) == [P, *expected, P]


@pytest.mark.parametrize(
    "rows",
    [
        ["Area\tGrade", "Fire safety\tGood", "Training\tPoor"],
        ["| Area | Grade |", "|---|---|", "| Fire safety | Good |"],
        ["Area            Grade", "Fire safety     Good", "Training        Poor"],
    ],
    ids=["tabs", "bars", "columns"],
)
def test_rows_of_a_table_have_cells(segmented, rows):
    document = segmented(after(*rows))
    found = [
        [document.words(cell) for cell in block.cells]
        for block in document.blocks
        if block.type is ROW
    ]

    assert found[0] == ["Area", "Grade"]
    assert ["Fire safety", "Good"] in found


def test_two_blanks_after_a_full_stop_make_no_row(types):
    assert types(after("It was late.  It was wet.", "It was dark.  It was cold.")) == [
        P, P, P, P,
    ]  # fmt: skip


def test_a_letters_address_holds_no_headings(types):
    head = "Ada Finch|Director of Services|Westmarch Council|Dear Ms Finch|Visit"
    foot = "Yours sincerely|Kit Marlow|His Majesty's Inspector"
    text = f"{head}|{BODY}|{foot}".replace("|", "\n")

    assert types(text) == [P, P, P, P, H, P, P, P, P]


@pytest.mark.parametrize(
    "title",
    [
        "Police force told to improve",
        "‘Children failed’: council apologises after report",
        "“It was a hard read”: chief responds to inspectors",
        "Northshire's children's services no longer inadequate",
        "Northshire's fire service rated good",
        "Northshire's fire service on the mend;",
    ],
)
def test_the_title_is_the_heading_of_level_one(segmented, title):
    document = segmented(f" date 2023-05-04 {title}\n\n{BODY}\n\nReaction\n\n{MORE}")

    assert [b.level for b in document.blocks if b.type is H] == [1, 2]


def test_types_that_a_page_gives_stand(known):
    given = [
        Piece("Fine words.", H, level=3),
        Piece("Reaction", P),
        Piece("Preventing crime", I),
        Piece("A caption", CAPTION),
        Piece("We know", BlockType.QUOTE),
        Piece("Latest jobs", P, role=Role.FURNITURE),
    ]
    document = Document.from_pieces(given, id="x", source="x", media_type="text/html")

    blocks = segment(document, known).blocks

    assert [(b.type, b.level, b.role) for b in blocks] == [
        (piece.type, piece.level, piece.role) for piece in given
    ]


def test_in_a_page_too_paragraphs_may_be_items_and_headings(known):
    given = [
        "It was graded as follows:",
        "Preventing crime: Good",
        "Managing offenders: Adequate",
        "What has the force said?",
        "- We agree",
        "- We will act",
    ]
    document = Document.from_pieces(
        [Piece(line) for line in given], id="x", source="x", media_type="text/html"
    )

    assert [b.type for b in segment(document, known).blocks] == [P, I, I, H, I, I]
