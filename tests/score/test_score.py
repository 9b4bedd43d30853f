"""Records against gold."""

import copy
import json

import pytest

from pipeline.errors import GoldError
from pipeline.score import Part, compare, percent, score, sources


@pytest.fixture
def scored(corpus, validated):
    return lambda *contents: score(corpus, map(validated, contents))


def inspection(content):
    return content["inspections"][0]


def test_the_record_that_says_what_gold_says_is_perfect(scored, record):
    scores = scored(record)

    assert list(scores.errors()) == []
    assert scores.perfect() == ["northshire"]
    assert {row.f1 for row in scores.rows()} == {1.0, None}


def test_a_record_finds_its_gold_by_the_bytes_and_not_by_name(scored, record):
    assert record["document"]["source"] == "elsewhere.txt"
    assert scored(record).row(Part.BODIES).right == 1


def test_without_a_record_all_is_missed(scored):
    scores = scored()

    assert scores.row(Part.GRADES)[1:] == (None, 0.0, 0.0, 0, 0, 2)
    assert scores.row(Part.END_TO_END).missed == 2


def drop_grade(content):
    inspection(content)["grades"].pop(0)


def wrong_grade(content):
    inspection(content)["grades"][0]["grade"] = "poor"


def wrong_area(content):
    inspection(content)["grades"][0] |= {"area": None, "area_label": "Catering"}


def previous_as_current(content):
    content = inspection(content)
    old = dict(content["previous_grades"].pop())
    del old["when"]
    content["grades"].append(old | {"basis": "stated", "derivation": None})


def swapped_basis(content):
    inspection(content)["grades"][0] |= {"basis": "deduced", "derivation": "so"}


def wrong_body(content):
    inspection(content)["body"]["name"] = "Westmarch Police"


def wrong_count(content):
    inspection(content)["tallies"][0]["count"] = 3


def cut_quote(content):
    content["quotes"][0]["text"] = "We have listened"


def trimmed_quote(content):
    content["quotes"][0]["text"] = content["quotes"][0]["text"].removesuffix(" wrote.")


def other_speaker(content):
    content["quotes"][0]["speaker"]["name"] = "Ada Finch"


def name_for_a_group(content):
    content["quotes"][1]["speaker"]["name"] = "Ada Finch"


def other_role(content):
    content["quotes"][0]["speaker"]["role"] = "lighthouse keeper"


def organisation_alone(content):
    content["quotes"][1]["speaker"]["role"] = None


def no_speaker(content):
    content["quotes"][0]["speaker"] = None


def noise(content):
    content["quotes"].append(content["quotes"][0] | {"text": "Sign up to our letter"})


def wrong_kind(content):
    content["document"]["kind"] = "other"


def wrong_date(content):
    content["document"]["published"] = None


def no_issues(content):
    content["issues"] = []


@pytest.mark.parametrize(
    ("spoil", "parts"),
    [
        (drop_grade, {Part.GRADES, Part.STATED}),
        (wrong_grade, {Part.GRADES, Part.STATED}),
        (wrong_area, {Part.GRADES, Part.STATED}),
        (previous_as_current, {Part.GRADES, Part.STATED, Part.PREVIOUS}),
        (swapped_basis, {Part.STATED, Part.DEDUCED}),
        (wrong_body, {Part.BODIES, Part.GRADES, Part.STATED, Part.DEDUCED,
                      Part.PREVIOUS, Part.TALLIES}),
        (wrong_count, {Part.TALLIES}),
        (cut_quote, {Part.QUOTES, Part.EXACT, Part.END_TO_END}),
        (trimmed_quote, {Part.EXACT}),
        (other_speaker, {Part.END_TO_END, Part.NAMES}),
        (name_for_a_group, {Part.END_TO_END, Part.NAMES}),
        (other_role, {Part.ROLES}),
        (organisation_alone, {Part.ROLES}),
        (no_speaker, {Part.END_TO_END, Part.NAMES, Part.ROLES}),
        (noise, {Part.QUOTES, Part.EXACT, Part.END_TO_END}),
        (wrong_kind, {Part.KIND}),
        (wrong_date, {Part.DATE}),
        (no_issues, {Part.ISSUES}),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)  # fmt: skip
def test_a_fault_lowers_the_parts_it_concerns_and_no_other(
    scored, record, spoil, parts
):
    spoil(record)

    low = {row.part for row in scored(record).rows() if row.f1 not in (1.0, None)}

    assert low == parts


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["quotes"][0].update(
            text="“We have listened to every word that the inspectors wrote,”"
        ),
        lambda c: c["quotes"][0]["speaker"].update(name="Zoe O'Hara Lunn"),
        lambda c: inspection(c)["grades"][0].update(area=None),
        lambda c: inspection(c)["grades"][0].update(area_label="PREVENTING CRIME"),
        lambda c: c["quotes"].append(
            c["quotes"][0] | {"text": "They will act.", "kind": "indirect"}
        ),
        lambda c: c["quotes"].append(c["quotes"][0] | {"text": "so they say"}),
    ],
    ids=["marks", "accents", "no slug", "case", "indirect", "optional"],
)
def test_harmless_differences_do_not_matter(scored, record, change):
    change(record)

    assert scored(record).perfect() == ["northshire"]


def test_repeated_words_are_matched_in_their_order(corpus, validated, record):
    gold = json.loads((corpus / "gold.json").read_text(encoding="utf-8"))
    other = copy.deepcopy(gold["quotes"][0])
    other["speaker"] = {"name": "Ada Finch"}
    gold["quotes"] = [gold["quotes"][0], other]
    (corpus / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    again = copy.deepcopy(record["quotes"][0])
    again["speaker"]["name"] = "Ada Finch"
    record["quotes"] = [record["quotes"][0], again]

    assert score(corpus, [validated(record)]).row(Part.END_TO_END).f1 == 1.0


def test_changes_between_two_runs_are_told(scored, record):
    better = scored(record)
    wrong_grade(record)
    worse = scored(record)
    grades = [Part.GRADES, Part.STATED]

    gained, lost = compare(worse, better)

    assert [(change.part, change.how) for change in gained] == [
        (part, how) for part in grades for how in ("found", "no longer claimed wrongly")
    ]
    assert lost == []
    assert [change.how for change in compare(better, worse).lost] == [
        "lost", "claimed wrongly", "lost", "claimed wrongly",
    ]  # fmt: skip
    assert compare(better, better) == ([], [])


def test_sources_are_the_documents_with_gold(corpus):
    (corpus / "notes.json").write_text("{}", encoding="utf-8")

    assert sources(corpus) == [corpus / "article.txt"]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("{", "it is no JSON, or cut off"),
        ('{"id": "x", "file": "article.txt", "document": {}}', "document.kind"),
        ('{"id": "x", "file": "no.txt", "document": {"kind": "other"}}', "no.txt"),
    ],
    ids=["not JSON", "a field lacks", "its document lacks"],
)
def test_gold_that_does_not_hold_is_named(corpus, content, cause):
    (corpus / "gold.json").write_text(content, encoding="utf-8")

    with pytest.raises(GoldError, match=cause) as caught:
        sources(corpus)
    assert "gold.json" in str(caught.value)


@pytest.mark.parametrize(
    ("share", "figure"), [(1.0, 100.0), (0.9999, 99.9), (0.29, 29.0), (0.0, 0.0)]
)
def test_a_figure_is_cut_so_that_a_hundred_means_all(share, figure):
    assert percent(share) == figure


def test_a_folder_without_gold_is_an_error(tmp_path):
    with pytest.raises(GoldError, match="no gold"):
        sources(tmp_path)
