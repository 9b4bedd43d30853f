"""Why a record says what it says: complete, in text and in JSON."""

import json

import pytest

import pipeline
from pipeline.cells import DOCUMENT_FIELDS, INSPECTION_FIELDS
from pipeline.corrections import correct, decision
from pipeline.document import Block, BlockType, Document, Line, Run
from pipeline.explain import (
    as_json,
    explain,
    explain_gone,
    find,
    gone,
    prose,
    rule_of,
    ungraded,
)
from pipeline.explain.empty import FIELDS, UNGRADED
from pipeline.explain.rules import entry_sentence
from pipeline.records import Constraints, Missing, Origin, Trace
from tests.factories import Text, grade, inspection, marlshire, record, veto

PUBLIC = "marlshire/responding_to_the_public"


def explanation(known, address, made=None, source=None):
    made = made or marlshire()
    (cell,) = find(made, address)
    return explain(made, cell, known, source)


def test_a_stated_grade_shows_its_sentence_with_the_words_marked(known):
    text = prose(explanation(known, "marlshire/responding_to_the_public"))

    assert text.startswith("Responding to the public: inadequate (stated)\n")
    assert "»Responding to the public - inadequate«;" in text


def test_a_deduced_grade_shows_the_counts_that_leave_nothing_else(known):
    found = explanation(known, "marlshire/good_use_of_resources")

    assert found.derivation.startswith("Four areas are listed")
    assert [(a.grade, a.counted, a.stated, a.deduced) for a in found.accounts] == [
        ("good", 1, ("Preventing crime",), ()),
        ("adequate", 2, (), ("Managing offenders", "Good use of resources")),
        ("inadequate", 1, ("Responding to the public",), ()),
    ]
    assert [place.marked for place in found.places] == [
        "Good use of resources",
        "‘good’ in one area",
        "‘adequate’ in two areas",
        "‘inadequate’ in one area",
    ]


def test_a_heading_that_a_derivation_quotes_is_shown_as_its_proof(known):
    text = "What went well?\n\nPreventing crime.\n\nManaging offenders."
    at = Text(text).span
    spans = at("What went well?"), at("Preventing crime")
    why = "With the area under “What went well?” good, only adequate is left."
    left = grade("managing_offenders", "adequate", *spans, derivation=why)
    made = record(text, [inspection("Marlshire Police", [left], id="marlshire")])
    found = explanation(known, "marlshire/managing_offenders", made)

    assert [(place.role, place.marked) for place in found.places] == [
        ("proof", "What went well?"),
        ("listed", "Preventing crime"),
    ]


def test_the_framework_is_named_as_data(known):
    names = [
        each.name for each in explanation(known, "marlshire/preventing_crime").data
    ]

    assert names == [
        "frameworks/peel-2021-22.toml#preventing_crime",
        "frameworks/peel-2021-22.toml#good",
    ]


def test_what_lost_and_what_it_rested_on_is_told(known):
    made = marlshire()
    won = (
        made.inspections[0]
        .grades[0]
        .model_copy(
            update={
                "trace": Trace(
                    data=["cues/grading.toml#rating_verb"],
                    rivals=["good, of an earlier inspection"],
                )
            }
        )
    )
    inspection = made.inspections[0].model_copy(update={"grades": [won]})
    made = made.model_copy(update={"inspections": [inspection]})
    text = prose(explanation(known, "marlshire/responding_to_the_public", made))

    assert "readings that lost\n  good, of an earlier inspection" in text
    assert known.cues["grading"]["rating_verb"].why in text


def test_sentences_near_a_grade_that_were_not_used_are_listed(known):
    (near,) = explanation(known, "marlshire/preventing_crime").near

    assert near.startswith("Neighbouring Lunnshire Police was rated outstanding.")


def test_a_veto_names_its_words_its_rule_and_its_entry(known):
    (told,) = explanation(known, "marlshire").vetoes

    assert (told.kind, told.marked, told.by) == (
        "grade",
        "outstanding",
        "Neighbouring",
    )
    assert told.rule.name == "standing.elsewhere"
    assert told.rule.place.startswith("pipeline/link/standing/elsewhere.py:")
    assert [entry.sentence for entry in told.data] == [
        known.cues["vetoes"]["elsewhere"].why
    ]
    text = prose(explanation(known, "marlshire"))
    assert "Lunnshire Police was rated »outstanding«." in text
    assert "no grade, by “Neighbouring”: standing.elsewhere" in text


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("marlshire", 1),
        ("marlshire/preventing_crime", 0),
        ("marlshire/tally/good", 0),
        ("document/published", 0),
    ],
    ids=["all of a body's", "not of another sentence", "nor of a count", "nor a date"],
)
def test_a_cell_is_told_of_vetoes_that_concern_it(known, address, count):
    assert len(explanation(known, address).vetoes) == count


def test_a_veto_in_a_sentence_that_names_the_area_concerns_its_grade(known):
    text = "Preventing crime - good. We want to be outstanding at preventing crime."
    at = Text(text).span
    crime = grade("preventing_crime", "good", at("Preventing crime - good"))
    made = record(
        text,
        [inspection("Marlshire Police", [crime], id="marlshire")],
        vetoes=[veto(at("outstanding"), at("want"))],
    )
    (told,) = explanation(known, "marlshire/preventing_crime", made).vetoes

    assert told.by == "want"


def test_a_quote_says_who_and_how_he_was_found(known):
    made = marlshire()
    start = made.quotes[0].parts[0].start
    text = prose(explanation(known, f"quote/{start}"))

    assert "said by Ada Thorne, chief constable, Marlshire Police, found by cue" in text


def test_an_issue_about_the_same_words_is_told(known):
    start = marlshire().quotes[1].parts[0].start
    found = explanation(known, f"quote/{start}")

    assert found.issues == ("unattributed_quote: nothing says whose words these are",)
    assert "said by nobody named" in prose(found)


def test_a_live_page_is_linked_at_the_sentence(known):
    made = marlshire(url="https://example.org/a")
    (place,) = explanation(known, "marlshire/preventing_crime", made).places

    assert place.link == "https://example.org/a#:~:text=Preventing%20crime%20-%20good"


@pytest.mark.parametrize(
    ("runs", "raw"),
    [
        ((), None),
        ((Run(0, 2000, 100, 2100),), (100, 116)),
        ((Run(0, 4, 100, 104), Run(4, 2000, 110, 3000)), (100, 3000)),
    ],
    ids=["no way back", "character by character", "a part stands for the whole"],
)
def test_evidence_leads_back_to_the_raw_source(known, runs, raw):
    made = marlshire()
    block = Block(BlockType.PARAGRAPH, 0, len(made.document.text))
    source = Document("", "", "", made.document.text, (block,), runs=runs)
    (place,) = explanation(known, "marlshire", made, source).places

    assert place.raw == raw


def test_evidence_leads_back_to_the_box_on_the_page(known):
    made = marlshire()
    lines = (Line(0, 10, 3, 50, 700, 200, 712), Line(10, 40, 3, 50, 686, 300, 698))
    source = Document("", "", "", made.document.text, (), lines=lines)
    (place,) = explanation(known, "marlshire", made, source).places

    assert place.box == (50, 686, 300, 712)


def test_json_has_all_of_it(known):
    content = json.loads(as_json(explanation(known, "marlshire/good_use_of_resources")))

    assert content["value"] == "adequate"
    assert len(content["places"]) == 4
    assert {"rule", "data", "rivals", "accounts", "near", "issues"} <= content.keys()


@pytest.mark.parametrize(
    ("address", "count"),
    [("marlshire/tally", 3), ("marlshire/nothing", 0), ("marlshire", 1)],
)
def test_an_address_stands_for_what_is_beneath_it_unless_it_is_a_cell(address, count):
    assert len(find(marlshire(), address)) == count


def test_a_rule_is_found_where_it_is_written():
    written = rule_of("deduce.deduced")

    assert written.place.startswith("pipeline/deduce.py:")
    assert "every assignment" in written.sentence


def test_an_unknown_rule_or_entry_is_no_error(known):
    assert rule_of("gone.nowhere") is None
    assert entry_sentence("cues/gone.toml#nothing", known) == ""


def test_a_body_that_no_register_has_is_told_as_found_by_its_form(known):
    text = "HMICFRS inspectors graded Norvale Police good at preventing crime."
    record = pipeline.process(text)
    (cell,) = find(record, "norvale_police")
    (body, *_) = explain(record, cell, known).data

    assert record.inspections[0].body.id is None
    assert (body.name, body.place) == ("police_force/norvale", None)
    assert "no register has it" in body.sentence


ARTICLE = """\
Gwent Police told to answer the phone more quickly

By Anna Field, Local Democracy Reporter
12 March 2024

Gwent Police is inadequate at responding to the public, HMICFRS has said.

Inspectors graded the force good at preventing crime and adequate at protecting the
vulnerable after a visit that began on 9 October 2023.
"""


@pytest.fixture(scope="module")
def article():
    return pipeline.process(ARTICLE)


@pytest.mark.parametrize(
    ("address", "words", "rule"),
    [
        ("document/title", "Gwent Police told to answer", "opening.is_headline"),
        ("document/authors", "By Anna Field, Local Democracy", "bylines.authors_of"),
        ("document/published", "12 March 2024", "dates.dateline"),
        ("document/kind", None, "kinds.news"),
        ("document/language", None, "reconcile.language"),
        ("gwent/inspected_from", "9 October 2023", "visits.visited"),
    ],
)
def test_a_field_has_its_words_and_its_rule(known, article, address, words, rule):
    found = explanation(known, address, article)

    assert [place.marked.startswith(words or "") for place in found.places] == (
        [True] if words else []
    )
    assert (found.rule.name, found.rule.sentence != "") == (rule, True)
    assert f"rule\n  {rule} (pipeline/" in prose(found)


@pytest.mark.parametrize(
    ("address", "said", "rule"),
    [
        ("document/title", "Gwent Police told to answer", "byline.title"),
        ("document/published", "datePublished: 2024-03-12", "metadata.published"),
        ("document/authors", "author: Anna Field", "authors.said"),
        ("document/publisher", "publisher: Vale Post", "metadata.publisher"),
        ("document/language", "lang: en-GB", "metadata.language"),
    ],
)
def test_what_a_page_says_of_itself_is_told(known, address, said, rule):
    head = {
        "@type": "NewsArticle",
        "datePublished": "2024-03-12",
        "author": {"@type": "Person", "name": "Anna Field"},
        "publisher": {"name": "Vale Post"},
    }
    story = "".join(f"<p>{line} </p>" for line in ARTICLE.splitlines()[5:] if line)
    page = (
        "<!doctype html><html lang=en-GB><head><title>Gwent Police told to answer"
        f"</title><script type='application/ld+json'>{json.dumps(head)}</script></head>"
        f"<body><article><h1>Gwent Police told to answer</h1>{story}</article></body>"
    )
    found = explanation(known, address, pipeline.process(page.encode()))

    assert (found.said, found.rule.name) == (said, rule)
    assert found.rule.sentence


def test_why_this_cycle_is_in_force_is_told_for_each_that_is_not(known, article):
    found = explanation(known, "gwent", article)
    rivals = dict(rival.split(": ", 1) for rival in found.rivals)

    assert found.value == "peel-2023-25"
    assert rivals["peel-2014"] == "not in force about 2024-03-12"
    assert (
        "frameworks/peel-2023-25.toml",
        "PEEL (2023-2025), reports from 2023 to 2025",
    ) in [(entry.name, entry.sentence) for entry in found.data]


def test_what_the_rules_had_said_stays_beside_a_correction(known, article):
    cell = "document/published"
    made = decision(article, cell, "2024-03-13", reason="a Tuesday", reviewer="A. R.")
    corrected, _ = correct(article, [made], known)
    found = explanation(known, cell, corrected)

    assert (found.value, found.rule.name) == ("2024-03-13", "correction")
    before = found.by_rules
    assert (before.value, before.rule.name) == ("2024-03-12", "dates.dateline")
    assert "before, by rules\n\n  published: 2024-03-12\n" in prose(found)
    assert json.loads(as_json(found))["by_rules"]["rule"]["name"] == "dates.dateline"


def test_an_issue_does_not_repeat_itself(known):
    assert explanation(known, "issue/0").issues == ()


def test_words_inside_other_evidence_are_not_shown_twice(known):
    text = "Marlshire Police is inadequate at responding to the public when called."
    at = Text(text).span
    inner = at("inadequate at responding to the public")
    whole = at("inadequate at responding to the public when called")
    graded = grade("responding_to_the_public", "inadequate", inner, whole)
    made = record(text, [inspection("Marlshire Police", [graded], id="marlshire")])
    found = explanation(known, "marlshire/responding_to_the_public", made)

    assert [place.marked for place in found.places] == [whole.text]


def test_a_pattern_that_is_a_rule_says_what_stands_below_it():
    written = rule_of("tallies.grade_first")

    assert written.sentence == 'As in "good in two areas", "good (two)".'
    assert written.place.startswith("pipeline/link/tallies")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("document/title", "no markup and no line over the text is certainly its"),
        ("document/authors", "no byline and no markup names anybody"),
        ("marlshire/inspected_from", "no sentence gives the days of the visit"),
        ("marlshire/lead_inspector", "only a report's own cover names one"),
    ],
)
def test_what_is_empty_has_a_reason(known, address, why):
    found = explanation(known, address)

    assert found.empty.startswith(why)
    assert prose(found).splitlines()[1] == found.empty


def test_every_field_that_may_be_empty_has_a_reason():
    fields = [f"document/{name}" for name in DOCUMENT_FIELDS if name != "kind"]

    assert set(FIELDS) == {*fields, *(f"field/{name}" for name in INSPECTION_FIELDS)}


def corrected(known, cell, value, before=None):
    who = {"reason": "page 3", "reviewer": "A. Reader"}
    before = before or marlshire()
    made, _ = correct(before, [decision(before, cell, value, **who)], known)
    return made


def test_a_field_that_a_person_filled_was_nothing_before(known):
    made = corrected(known, "document/publisher", "Vale Post")

    assert ": nothing → Vale Post: page 3" in prose(
        explanation(known, "document/publisher", made)
    )


def test_a_field_beside_a_corrected_one_has_no_other_past(known):
    made = corrected(known, "document/publisher", "Vale Post")

    assert explanation(known, "document/published", made).by_rules is None
    assert explanation(known, "document/publisher", made).by_rules is not None


def test_what_a_person_emptied_says_who(known):
    made = corrected(known, "document/published", None)

    found = explanation(known, "document/published", made)
    assert found.empty == "A. Reader found that there is none"


def test_what_a_person_took_out_is_told_with_what_the_rules_had_said(known):
    cell = "marlshire/preventing_crime"
    made = corrected(known, cell, None)
    (taken,) = gone(made, cell)
    found = explain_gone(made, taken, known)

    assert find(made, cell) == []
    assert (found.value, found.by_rules.value) == (None, "good")
    assert found.empty == "A. Reader took it out: page 3"
    assert prose(found).startswith(f"Preventing crime: nothing\n{found.empty}\n")


def test_what_no_longer_follows_names_the_correction_beside_it(known):
    before = marlshire()
    (force,) = before.inspections
    domains = {grade.area: ["good", "adequate", "inadequate"] for grade in force.grades}
    counts = {tally.grade: tally.count for tally in force.tallies}
    given = Constraints(domains=domains, counts=counts)
    force = force.model_copy(update={"constraints": given})
    before = before.model_copy(update={"inspections": [force]})
    made = corrected(known, "marlshire/tally/adequate", "3", before)
    (taken,) = gone(made, "marlshire/managing_offenders")

    assert explain_gone(made, taken, known).empty == (
        "it does not follow any more since a correction beside it "
        "(marlshire/tally/adequate: 3, by A. Reader)"
    )


def test_nothing_is_gone_from_what_the_rules_made():
    assert gone(marlshire(), "marlshire") == []


@pytest.mark.parametrize(
    ("reason", "left", "told"),
    [
        ("not_stated", [], "not stated: the text gives it no grade, and none follows"),
        (
            "ambiguous",
            ["good", "requires_improvement"],
            "ambiguous: the text leaves it open: good or requires improvement",
        ),
        ("not_graded_by_design", [], "not graded by design: its framework gives none"),
        (None, [], "graded only where it applies; the text gives it no grade"),
    ],
)  # fmt: skip
def test_an_area_without_a_grade_tells_why(known, reason, left, told):
    address = "marlshire/service_to_victims"
    made = marlshire()
    (force,) = made.inspections
    missing = [Missing(field="service_to_victims", reason=reason)] if reason else []
    open_ = Constraints(domains={"service_to_victims": left}, counts={})
    force = force.model_copy(update={"missing": missing, "constraints": open_})
    made = made.model_copy(update={"inspections": [force]})
    (cell,) = ungraded(made, address, known)
    text = prose(explain(made, cell, known))

    assert text.startswith(f"Supporting victims: nothing\n{told}\n")
    assert "grade words nearby, not used\n  Neighbouring Lunnshire" in text


def test_every_reason_for_what_is_missing_is_told():
    reasons = Missing.model_fields["reason"].annotation.__args__

    assert set(UNGRADED) == set(reasons)


def test_a_day_has_no_framework_for_a_rival(known):
    made = marlshire()
    trace = Trace(data=["frameworks/peel-2021-22.toml"], rivals=["peel-2014: too old"])
    force = made.inspections[0].model_copy(update={"trace": trace})
    made = made.model_copy(update={"inspections": [force]})

    assert explanation(known, "marlshire", made).rivals == ("peel-2014: too old",)
    day = explanation(known, "marlshire/published", made)
    assert (day.rivals, day.data) == ((), ())


def test_what_went_with_its_whole_inspection_says_so(known):
    made = marlshire()
    taken = decision(made, "marlshire", None, reason="not it", reviewer="A. Reader")
    made, _ = correct(made, [taken], known)
    (body, *_), (grade,) = gone(made, "marlshire"), gone(made, PUBLIC)

    assert explain_gone(made, body, known).empty == "A. Reader took it out: not it"
    assert explain_gone(made, grade, known).empty == (
        "A. Reader took the whole inspection out: not it"
    )


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("direct", "“We will do better,”\n"),
        ("indirect", "We will do better, (reported)"),
    ],
)
def test_reported_words_stand_between_no_marks(known, form, shown):
    made = marlshire()
    first, second = made.quotes
    said = [first.model_copy(update={"kind": form}), second]
    made = made.model_copy(update={"quotes": said})
    address = f"quote/{first.parts[0].start}"

    assert prose(explanation(known, address, made)).startswith(shown)


def test_a_heading_does_not_stand_under_itself(known):
    text = "Force praised\nMarlshire Police is good at preventing crime."
    at = Text(text).span
    crime = grade("preventing_crime", "good", at("good at preventing crime"))
    made = record(
        text, [inspection(at("Marlshire Police"), [crime])], title="Force praised"
    )
    origin = Origin(rule="opening.is_headline", evidence=[at("Force praised")])
    section = made.sections[0].model_copy(update={"heading": "Force praised"})
    document = made.document.model_copy(update={"origins": {"title": origin}})
    made = made.model_copy(update={"document": document, "sections": [section]})

    (title,) = explanation(known, "document/title", made).places
    (place,) = explanation(known, "marlshire_police/preventing_crime", made).places
    assert (title.heading, place.heading) == (None, "Force praised")
