"""What a person does with the page, in a real browser."""

from datetime import date

import pytest

from pipeline.corrections import correct, decision
from pipeline.records import Origin, Span
from pipeline.review import write_page
from tests.factories import Text, grade, inspection, marlshire, quote, record

HOSTILE = "</script><script>window.harmed=1</script><img src=x onerror=window.harmed=2>"


def lunnshire():
    text = "Lunnshire Police was rated outstanding at managing offenders."
    at = Text(text).span
    grades = [grade("managing_offenders", "outstanding", at(text.rstrip(".")))]
    force = inspection(at("Lunnshire Police"), grades, id="lunnshire")
    return record(text, [force], source="inbox/lunnshire.txt")


@pytest.fixture(scope="module")
def two_forces(chromium, written):
    page = chromium.new_page()
    page.goto(written(marlshire(), lunnshire()))
    yield page
    page.close()


def cell(page, words):
    return page.get_by_role("button", name=words).first


def test_the_grid_says_grade_basis_and_change_in_words(browse, written):
    page = browse(written() + "#grades")

    assert cell(page, "Good use of resources, Adequate deduced").is_visible()
    name = "Responding to the public, Inadequate stated, down from Good (2018)"
    assert cell(page, name).is_visible()


def test_columns_stand_in_the_frameworks_order(browse, written, known):
    labels = browse(written() + "#grades").locator("thead th button").all_inner_texts()
    order = [area.name for area in known.frameworks["peel-2021-22"].areas]

    assert len(labels) == 4
    assert labels == [label for label in order if label in labels]


@pytest.mark.parametrize("width", [390, 1400], ids=["narrow", "wide"])
def test_only_the_grid_scrolls_sideways_and_not_the_page(browse, written, known, width):
    text = "Marlshire Police was rated good at all of it."
    at, name = Text(text).span, "peel-2017"  # fifteen columns
    grades = [grade(a, "good", at("good")) for a in known.frameworks[name].area_by_slug]
    every = inspection(at("Marlshire Police"), grades, framework=name)
    first = inspection("Lunnshire Police", grades[:1], framework=name)
    page = browse(written(record(text, [every, first])) + "#grades")
    page.set_viewport_size({"width": width, "height": 860})
    grid = page.locator(".scroll")

    assert grid.evaluate("each => each.scrollWidth > each.clientWidth")
    page.get_by_text("more areas to the right").wait_for()
    grid.evaluate("each => { each.scrollLeft = each.scrollWidth }")
    page.get_by_text("more areas to the right").wait_for(state="hidden")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_change_is_known_across_the_cycles_of_a_programme(browse, written):
    text = "Marlshire Police was rated adequate at responding to the public."
    at = Text(text).span
    now = [grade("responding_to_the_public", "adequate", at("adequate"))]
    force = inspection(
        at("Marlshire Police"), now, id="marlshire", framework="peel-2023-25"
    )
    later = record(text, [force], source="later.txt", published=date(2025, 1, 2))
    page = browse(written(marlshire(), later) + "#grades")

    assert cell(page, "Adequate stated, up from Inadequate (13 Apr 2023)").is_visible()


def test_a_deduced_cell_tells_its_reasons_when_pointed_at(browse, written):
    page = browse(written() + "#grades")
    cell(page, "Good use of resources, Adequate").hover()

    assert "two are adequate" in page.locator("#peek").inner_text()


def test_a_deduced_cell_opens_at_its_proof(browse, written):
    page = browse(written() + "#grades")
    cell(page, "Good use of resources, Adequate").click()
    proof = page.locator(".row.open .proof tr.mine")

    assert "Good use of resources" in proof.inner_text()
    assert proof.locator(".number").inner_text() == "2"
    assert page.locator("#text mark.on").all_inner_texts() == [
        "Good use of resources",
        "‘good’ in one area",
        "‘adequate’ in two areas",
        "‘inadequate’ in one area",
    ]
    assert [
        mark.get_attribute("data-number")
        for mark in page.locator("#text mark.on").all()
    ] == ["1", "2", "3", "4"]


def test_evidence_opens_the_live_page_at_its_words(browse, written):
    live = marlshire(url="https://example.org/a")
    page = browse(f"{written(live)}#document/0/marlshire%2Fpreventing_crime")

    assert page.locator(".row.open a.out").get_attribute("href") == (
        "https://example.org/a#:~:text=Preventing%20crime%20-%20good"
    )


def test_words_in_the_text_open_the_cell_they_prove(browse, written):
    page = browse(written() + "#document/0")
    page.locator("#text mark", has_text="inadequate").last.click()

    opened = page.locator(".row.open")
    assert "Responding to the public" in opened.inner_text()
    assert opened.get_by_role("button").first.get_attribute("aria-expanded") == "true"


def test_a_quote_shows_its_speaker_and_how_he_was_found(browse, written):
    page = browse(written() + "#document/0")
    page.locator(".voice", has_text="Ada Thorne").get_by_role("button").first.click()

    assert "cue" in page.locator(".row.open .why").inner_text()
    assert "Chief Constable Ada Thorne" in page.locator("mark.on").all_inner_texts()
    assert page.locator(".voice .nobody").count() == 1


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("grade", "outstanding", ["Lunnshire Police"]),
        ("basis", "deduced", ["Marlshire Police"]),
        ("issue", "unattributed_quote", ["Marlshire Police"]),
        ("area", "Managing offenders", ["Lunnshire Police", "Marlshire Police"]),
        ("body", "lunn", ["Lunnshire Police"]),
        ("speaker", "Thorne", ["Marlshire Police"]),
        ("words", "chief marlshire", ["Marlshire Police"]),
    ],
)
def test_filters_leave_what_answers_them(two_forces, name, value, left):
    page = two_forces
    page.get_by_role("button", name="Clear").click()
    field = page.locator(f"#filters [name={name}]")
    if name in {"grade", "basis", "issue", "area"}:
        field.select_option(value)
    else:
        field.fill(value)
    page.wait_for_timeout(200)

    assert page.locator("tbody th .name").all_inner_texts() == left


def test_a_table_can_be_taken_to_a_spreadsheet(browse, written):
    page = browse(written() + "#grades")
    page.evaluate(
        """() => document.addEventListener("copy", () => {
            window.copied = document.activeElement.value;
        })"""
    )
    page.get_by_role("button", name="Copy table").click()
    page.get_by_role("button", name="Copied").wait_for(timeout=3000)
    head, row = page.evaluate("window.copied").split("\n")

    assert head.split("\t")[:3] == ["Body", "Date", "Preventing crime"]
    assert row.split("\t")[:3] == ["Marlshire Police", "2023-04-13", "Good"]


def test_a_page_of_one_document_opens_at_it(browse, written):
    assert browse(written()).locator("#text").is_visible()


def test_documents_come_riskiest_first(browse, written):
    page = browse(written(lunnshire(), marlshire()) + "#documents")

    assert "Marlshire" in page.locator("a.document").first.inner_text()


def test_everything_can_be_reached_by_keys(browse, written):
    page = browse(written() + "#grades")
    page.locator("button.cell").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#text mark.on")
    first = page.evaluate("location.href")
    page.keyboard.press("j")
    page.wait_for_function("first => location.href !== first", arg=first)
    page.keyboard.press("k")
    page.wait_for_function("first => location.href === first", arg=first)

    page.keyboard.press("Escape")
    page.wait_for_selector(".grid")
    page.keyboard.press("3")
    page.wait_for_selector(".people")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "words"


def test_nothing_of_a_hostile_document_runs(browse, written):
    hostile = record(
        HOSTILE,
        [inspection(HOSTILE)],
        quotes=[quote(Text(HOSTILE).span("harmed=1"), (HOSTILE, None, HOSTILE))],
        title=HOSTILE,
        source=HOSTILE,
        url="javascript:window.harmed=3",
    )
    address = written(hostile)
    page = browse(address)
    for view in ("grades", "documents", "people", "misses", "document/0"):
        page.goto(f"{address}#{view}")

        assert page.evaluate("window.harmed") is None
        assert page.locator("main img").count() == 0
    assert page.locator("#text").inner_text().strip() == HOSTILE
    assert page.locator("a.out").count() == 0


def test_offsets_hold_beyond_the_basic_plane(browse, written):
    text = "🚓 Marlshire Police was rated good at preventing crime."
    at = Text(text).span
    good = grade("preventing_crime", "good", at("rated good at preventing crime"))
    force = inspection(at("Marlshire Police"), [good])
    page = browse(written(record(text, [force])) + "#document/0")

    assert page.locator("mark.k-body").inner_text() == "Marlshire Police"
    assert page.locator("mark.k-grade").inner_text() == "good"


def test_a_thousand_documents_open_at_once(browse, written):
    many = [
        marlshire(source=f"inbox/{n}.txt", id=f"sha256:{n:064}") for n in range(1000)
    ]
    page = browse(written(*many) + "#documents")

    assert page.locator("#count").inner_text() == "1,000 documents"
    assert page.locator("a.document").first.is_visible()


def test_a_page_without_records_says_so(browse, tmp_path, known):
    path = tmp_path / "review.html"
    write_page([], known, path, name="records.jsonl")
    page = browse(path.as_uri())

    assert "There are no records here yet" in page.locator("main").inner_text()


def test_what_a_rule_set_aside_is_told_with_its_entry(browse, written):
    page = browse(f"{written()}#document/0")
    page.locator("#set-aside > summary").click()
    page.locator("#set-aside .row > button").first.click()
    page.wait_for_selector("#set-aside .row.open .fact")

    told = page.locator("#set-aside .row.open .fact").inner_text()
    assert "cues/vetoes.toml#elsewhere" in told
    assert page.locator("#text mark.on").all_inner_texts() == [
        "Neighbouring",
        "outstanding",
    ]


def test_a_change_says_from_which_grade(browse, written):
    page = browse(written() + "#grades")
    told = page.locator("button.cell .was", has_text="▼").first

    assert " ".join(told.inner_text().split()) == "▼ from Good"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_button_says_what_it_turns_to(browse, written, scheme):
    page = browse(written(), color_scheme=scheme)
    other = {"light": "Dark", "dark": "Light"}[scheme]
    button = page.locator("#theme")

    assert button.inner_text() == other
    button.click()
    assert button.inner_text() == scheme.capitalize()
    theme = page.evaluate("document.documentElement.dataset.theme")
    assert theme == other.lower()


def test_a_narrow_window_shows_every_view_and_folds_the_filters(browse, written):
    page = browse(written() + "#grades")
    page.set_viewport_size({"width": 390, "height": 844})
    tabs = page.locator("#tabs a").evaluate_all(
        "tabs => tabs.map(tab => tab.getBoundingClientRect().right)"
    )
    grade = page.locator("#filters [name=grade]")

    assert len(tabs) == 4
    assert max(tabs) <= 390
    assert not grade.is_visible()
    page.get_by_role("button", name="Filters").click()
    assert grade.is_visible()


def test_in_a_narrow_window_the_record_below_the_text_is_announced(browse, written):
    page = browse(written())
    button = page.get_by_role("button", name="The record: 4 grades, 2 quotes, 1 issue")

    assert not button.is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    button.click()
    page.wait_for_timeout(900)
    top = page.evaluate("byId('record').getBoundingClientRect().top")
    assert -2 <= top < 100


def test_a_field_shows_its_words_and_what_the_source_says(browse, written):
    made = marlshire()
    at = made.document.text.index("Marlshire")
    words = Span(start=at, end=at + 9, text="Marlshire")
    told = {
        "publisher": Origin(rule="metadata.metadata", said="og:site_name: Vale Post"),
        "kind": Origin(rule="kinds.news", evidence=[words]),
    }
    document = made.document.model_copy(update={"origins": told})
    page = browse(written(made.model_copy(update={"document": document})))

    page.get_by_role("button", name="Publisher").click()
    assert "og:site_name: Vale Post" in page.locator(".row.open .why").inner_text()
    page.get_by_role("button", name="Kind").click()
    assert page.locator("#text mark.on").first.inner_text() == "Marlshire"


def test_words_that_a_correction_left_as_evidence_are_told_as_the_rules(
    browse, written, known
):
    cell = "marlshire/responding_to_the_public"
    made = decision(marlshire(), cell, "good", reason="misread", reviewer="A. Reader")
    corrected, _ = correct(marlshire(), [made], known)
    page = browse(written(corrected) + f"#document/0/{cell.replace('/', '%2F')}")

    told = page.locator(".row.open .why").inner_text()
    assert "the words that the rules read; the correction gives no others" in told


def test_a_deduced_grade_that_a_person_put_right_marks_no_premises(
    browse, written, known
):
    cell = "marlshire/good_use_of_resources"
    made = decision(marlshire(), cell, "good", reason="page 3", reviewer="A. Reader")
    corrected, _ = correct(marlshire(), [made], known)
    page = browse(written(corrected) + f"#document/0/{cell.replace('/', '%2F')}")

    marked = page.locator("#text mark.on").all_inner_texts()
    assert "".join(marked) == "Good use of resources"


def test_what_is_empty_says_why(browse, written):
    page = browse(written() + "#document/0/document%2Fauthors")

    told = page.locator(".row.open .why").inner_text()
    assert "no byline and no markup names anybody" in told


ROWS = "Question\t2019\t2022\nSafe\tRequires improvement\tGood\nEffective\t\tGood"


@pytest.fixture
def table(browse, written):
    """The page of a document that is a table."""
    blocks = [b.model_copy(update={"type": "table_row"}) for b in Text(ROWS).blocks()]
    return browse(written(record(ROWS, blocks=blocks)) + "#document/0")


def test_cells_of_a_table_stand_under_each_other(table):
    rows = table.get_by_role("row").all()
    lefts = [
        [cell.bounding_box()["x"] for cell in row.get_by_role("cell").all()]
        for row in rows
    ]

    assert len(rows) == len(lefts[0]) == 3
    assert lefts[0] == lefts[1] == lefts[2]


def test_words_chosen_in_a_table_have_the_offsets_of_the_text(table):
    chosen = table.evaluate(
        """() => {
          const cell = [...document.querySelectorAll("#text .td")].at(-1);
          getSelection().selectAllChildren(cell);
          return selectedWords();
        }"""
    )

    assert ROWS[chosen["start"] : chosen["end"]] == chosen["text"] == "Good"
    assert chosen["end"] == len(ROWS)
