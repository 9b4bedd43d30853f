"""What headings say of what stands under them."""

import pytest

from pipeline.document import Role, SectionKind
from pipeline.segment.sections import kind_of
from pipeline.segment.shapes import is_furniture
from pipeline.segment.vocabulary import folded, vocabulary

KINDS = ("strengths", "weaknesses", "recommendations", "definitions")
PROSE = (
    "The inspectors came in March, spoke to officers and staff, read 400 files and sat"
    " in the control room on a Friday night."
)
MORE = (
    "Some of what they found was new to the force, some of it was not new at all, and"
    " some of it had been promised before."
)


def told(known, line):
    return kind_of(line, vocabulary(known))


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_of_a_kind_is_told(known, kind):
    for example in known.cues["headings"][kind].examples:
        assert (example, told(known, example)) == (example, kind)


@pytest.mark.parametrize("kind", [*KINDS, "neutral"])
def test_no_counterexample_of_a_kind_is_told(known, kind):
    cue = known.cues["headings"][kind]
    others = cue.examples if kind == "neutral" else cue.counterexamples

    assert [line for line in others if told(known, line) == kind] == []


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What is the brigade doing well?", "strengths"),
        ("Which areas were rated as outstanding?", "strengths"),
        ("What went well?", "strengths"),
        ("Where does the council need to improve?", "weaknesses"),
        ("Where is Northshire falling short?", "weaknesses"),
        ("What is the force not doing well?", "weaknesses"),
        ("What needs to get better?", "weaknesses"),
        ("And what wasn't?", "weaknesses"),
        ("What was outstanding?", "strengths"),
        ("What is good and what must improve?", "other"),
        ("What does it do well and what could it do better?", "other"),
        ("Areas for development", "recommendations"),
        ("What was the inspection for?", "other"),
        ("What has the force said about the failings?", "other"),
        ("What is being done about the problems?", "other"),
        ("‘Falling short’", "other"),
        ("Managing offenders - Inadequate", "other"),
        ("Requires improvement", "other"),
        ("Areas for improvement", "recommendations"),
        ("How are forces graded?", "definitions"),
        ("How was the force graded?", "other"),
    ],
)
def test_polarity_and_kind(known, heading, kind):
    assert told(known, heading) == kind


@pytest.mark.parametrize("name", ["furniture", "contents"])
def test_furniture_is_told_by_its_cues(known, name):
    cue, words = known.cues["headings"][name], vocabulary(known)

    assert all(is_furniture(folded(line), words) for line in cue.examples)
    assert not any(is_furniture(folded(line), words) for line in cue.counterexamples)


def statement(segmented, heading):
    document = segmented(f"{PROSE}\n\n{heading}\n\n“We know.\n\n“We will act.”")
    section = document.sections[-1]
    subject = section.subject and document.words(section.subject)
    return section.kind, subject


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("Chief Constable Ada Finch's full response to the report",
         "Chief Constable Ada Finch"),
        ("Ada Finch’s statement in full", "Ada Finch"),
        ("Statement from Chief Fire Officer Ada Finch", "Chief Fire Officer Ada Finch"),
        ("Response from the council in full", "the council"),
        ("Chief Constable's response:", "Chief Constable"),
        ("Council response", "Council"),
        ("The PCC's reaction", "The PCC"),
        ("Northshire Police statement", "Northshire Police"),
        ("In full: Ada Finch's statement", "Ada Finch"),
    ],
)  # fmt: skip
def test_a_statement_has_its_speaker(segmented, heading, subject):
    assert statement(segmented, heading) == (SectionKind.STATEMENT, subject)


@pytest.mark.parametrize(
    "heading",
    [
        "What has Northshire Police said about the report?",
        "The force's response to the public",
        "Emergency response times",
        "Responding to the public",
        "Councillors' questions",
    ],
)
def test_not_every_response_is_a_statement(segmented, heading):
    kind, _ = statement(segmented, heading)

    assert kind is SectionKind.OTHER


def test_sections_cover_the_text_without_gaps(segmented):
    document = segmented(
        f" date 2023-05-04 {PROSE}\n\nReaction\n\n{PROSE}\n\nRelated topics\n\n- Jobs\n"
    )
    edges = [section.start for section in document.sections]

    assert edges[0] == 0
    assert [s.end for s in document.sections] == [*edges[1:], len(document.text)]
    assert [s.kind for s in document.sections] == ["lead", "other", "furniture"]


def test_a_title_leads_whatever_its_words(segmented):
    document = segmented(f"Force falling short, say inspectors\n\n{PROSE}")

    assert [s.kind for s in document.sections] == ["lead"]


def test_a_label_right_under_the_title_is_no_title(segmented):
    document = segmented(f"Brigade on the mend\n\nStrengths\n\n{PROSE}")

    assert [s.kind for s in document.sections] == ["lead", "strengths"]


def test_related_stories_are_tagged_not_dropped(segmented):
    document = segmented(f"{PROSE}\n\nMore on this story\n\nForce rated good\n\nJobs")

    roles = [block.role for block in document.blocks]

    assert roles == [Role.BODY, Role.FURNITURE, Role.FURNITURE, Role.FURNITURE]


def test_the_story_resumes_after_a_box(segmented):
    document = segmented(
        f"{PROSE}\n\nRelated stories\n\nForce is failing us\n\n{PROSE}\n\n{MORE}"
    )

    assert [s.kind for s in document.sections] == ["lead", "furniture", "other"]
    assert document.blocks[-1].role is Role.BODY


def test_a_heading_of_its_own_kind_ends_what_stood_above(segmented):
    document = segmented(
        f"{PROSE}\n\nWhat is it doing well?\n\n{PROSE}\n\nReaction\n\n{PROSE}"
    )

    assert [s.kind for s in document.sections] == ["lead", "strengths", "other"]
