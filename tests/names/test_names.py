"""Bodies and inspectorates: registers, forms, and what a document makes of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import knowledge
from pipeline.document import Document, Piece
from pipeline.link import Reading
from pipeline.mentions import mark
from pipeline.names import names_in

KNOWN = knowledge.load()


@pytest.fixture(scope="session")
def bodies(known):
    """The mentions of a text, as (words, label, key, how)."""

    def bodies(text):
        pieces = [Piece(line) for line in text.split("\n")]
        document = Document.from_pieces(
            pieces, id="sha256:0", source="test", media_type="text/plain"
        )
        reading = Reading(document, known, mark(document, known))
        return [
            (document.words(m.extent), m.label, m.key, m.id)
            for m in reading.groups["bodies"]
            if m.label != "sign"
        ]

    return bodies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gwent Police said", ("Gwent Police", "police_force", "gwent")),
        (
            "Avon & Somerset Police’s",
            ("Avon & Somerset Police", "police_force", "avon-and-somerset"),
        ),
        ("KENT POLICE said", ("KENT POLICE", "police_force", "kent")),
        (
            "Telford & Wrekin Council",
            ("Telford & Wrekin Council", "local_authority", "telford-and-wrekin"),
        ),
        ("The HMICFRS report", ("HMICFRS", "inspectorate", "hmicfrs")),
        (
            "His Majesty’s Inspectorate of Constabulary",
            ("His Majesty’s Inspectorate of Constabulary", "inspectorate", "hmicfrs"),
        ),
        (
            "the police watchdog said",
            ("the police watchdog", "inspectorate", "hmicfrs"),
        ),
        (
            "Ann Orr, the chief inspector of prisons,",
            ("chief inspector of prisons", "inspectorate", "hmi_prisons"),
        ),
        (
            "Ann Orr, Chief Inspector of Prisons,",
            ("Chief Inspector of Prisons", "inspectorate", "hmi_prisons"),
        ),
    ],
    ids=[
        "a name",
        "ampersand and possessive",
        "shouted",
        "an alias",
        "an abbreviation",
        "curly apostrophe",
        "a watchword",
        "an office in small letters",
        "an office",
    ],
)
def test_a_register_names_it(bodies, text, expected):
    assert expected in [found[:3] for found in bodies(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind", "key"),
    [
        (
            "Northshire Police was rated good.",
            "Northshire Police",
            "police_force",
            "northshire",
        ),
        (
            "The Northshire force was rated good.",
            "Northshire force",
            "police_force",
            "northshire",
        ),
        (
            "Saltby and Northby Police said",
            "Saltby and Northby Police",
            "police_force",
            "saltby-and-northby",
        ),
        (
            "Westmarch Fire & Rescue Service",
            "Westmarch Fire & Rescue Service",
            "fire_service",
            "westmarch",
        ),
        (
            "Wetherfold children's services",
            "Wetherfold children's services",
            "local_authority",
            "wetherfold",
        ),
        (
            "Tarnvale Metropolitan Borough Council",
            "Tarnvale Metropolitan Borough Council",
            "local_authority",
            "tarnvale",
        ),
        (
            "children's services in Tarnvale are",
            "children's services in Tarnvale",
            "local_authority",
            "tarnvale",
        ),
        ("HMP Marlow Fen, which", "HMP Marlow Fen", "prison", "marlow-fen"),
        ("HMP/YOI Oakmere is", "HMP/YOI Oakmere", "prison", "oakmere"),
        (
            "at St Bega's C of E Primary School",
            "St Bega's C of E Primary School",
            "school",
            "st-bega",
        ),
        (
            "Our Lady of Pity Primary School",
            "Our Lady of Pity Primary School",
            "school",
            "our-lady-of-pity",
        ),
        (
            "St Ita's Church of England School",
            "St Ita's Church of England School",
            "school",
            "st-ita",
        ),
        ("Ysgol Glan Taf was", "Ysgol Glan Taf", "school", "glan-taf"),
        (
            "Larchmere Lodge care home",
            "Larchmere Lodge care home",
            "care_home",
            "larchmere-lodge",
        ),
        (
            "Eastmoor Hospitals NHS Foundation Trust",
            "Eastmoor Hospitals NHS Foundation Trust",
            "nhs_trust",
            "eastmoor-hospitals",
        ),
        (
            "North Fells Ambulance Service NHS Trust",
            "North Fells Ambulance Service NHS Trust",
            "ambulance_service",
            "north-fells",
        ),
        (
            "St. Bega's School",
            "St. Bega's School",
            "school",
            "st-bega",
        ),
        (
            "Northby, Saltby and Eastmoor Hospitals NHS Trust",
            "Northby, Saltby and Eastmoor Hospitals NHS Trust",
            "nhs_trust",
            "northby-saltby-and-eastmoor-hospitals",
        ),
        ("Mill Lane Surgery is", "Mill Lane Surgery", "gp_practice", "mill-lane"),
        (
            "Northshire North PDU",
            "Northshire North PDU",
            "probation_delivery_unit",
            "northshire-north",
        ),
        (
            "Wetherfold Youth Justice Service",
            "Wetherfold Youth Justice Service",
            "youth_justice_service",
            "wetherfold",
        ),
        (
            "Little Acorns Day Nursery",
            "Little Acorns Day Nursery",
            "nursery",
            "little-acorns",
        ),
        (
            "Lowick and Holme Surgery in",
            "Lowick and Holme Surgery",
            "gp_practice",
            "lowick-and-holme",
        ),
        (
            "Kent and Saltby Probation Delivery Unit",
            "Kent and Saltby Probation Delivery Unit",
            "probation_delivery_unit",
            "kent-and-saltby",
        ),
        (
            "University Hospitals of Eastmoor said",
            "University Hospitals of Eastmoor",
            "nhs_trust",
            "eastmoor",
        ),
        (
            "Lowick College of Further Education, which",
            "Lowick College of Further Education",
            "college",
            "lowick",
        ),
        ("at the Mill Lane surgery", "Mill Lane surgery", "gp_practice", "mill-lane"),
        ("at Saltby UTC on", "Saltby UTC", "school", "saltby"),
    ],
)
def test_a_form_tells_a_body_that_no_register_has(bodies, text, name, kind, key):
    assert (name, kind, key) in [found[:3] for found in bodies(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Swish Maple Hill Nursery was told off. Parents in Maple Hill are cross.",
            "Maple Hill Nursery",
        ),
        (
            "Struggling Lowick Academy has improved, and Lowick Academy is proud.",
            "Lowick Academy",
        ),
        (
            "Great Maple Hill Nursery was told off. Parents in Maple Hill are cross.",
            "Great Maple Hill Nursery",
        ),
        (
            "Swish Maple Hill Nursery was told off. At Swish Maple Hill they learn.",
            "Swish Maple Hill Nursery",
        ),
        ("Tallis Maple Nursery was told off.", "Tallis Maple Nursery"),
        (
            "Harbour Maple Nursery is proud. Harbour Maple Nursery was told off.",
            "Harbour Maple Nursery",
        ),
    ],
    ids=[
        "the rest stands alone elsewhere",
        "the rest stands with its noun elsewhere",
        "a part of many names is one all the same",
        "with a capital elsewhere it is part of the name",
        "nothing tells it apart",
        "the rest stands nowhere without it",
    ],
)
def test_a_word_that_opens_a_sentence_may_be_none_of_the_name(bodies, text, name):
    assert bodies(text)[0][0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Northshire Police Federation said",
        "the Northshire Police and Crime Commissioner",
        "Westmarch Fire and Rescue Authority",
        "Little Camble Parish Council",
        "He appeared at Saltby Crown Court.",
        "the County Council said",
        "a Sunday school",
        "local primary schools",
        "The Royal Air Force",
        "Troubled care home shut",
        "Leadership and force management",
        "Inspection of Local Authority Children's Services",
        "an outpatient surgery list",
    ],
)
def test_no_body(bodies, text):
    assert [found for found in bodies(text) if found[1] != "generic"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Braehead care home in Carnhaugh has been rated inadequate.",
            "Braehead care home",
        ),
        ("Fernbank nursing home, in Saltby, was rated good.", "Fernbank nursing home"),
        ("Fernbank nursery was inspected in May.", "Fernbank nursery"),
    ],
    ids=["before a place", "before a place, apart", "before its verb"],
)
def test_one_word_that_opens_a_sentence_is_a_name_where_no_article_is(
    bodies, text, name
):
    """A headline leaves articles out; prose does so before names alone."""
    assert [found for found, *_ in bodies(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Troubled care home in Carnhaugh has been rated inadequate.",
        "Village nursery in Carnhaugh rated inadequate",
        "Village nursery staff were told to improve.",
    ],
    ids=["a participle", "a headline", "before another noun"],
)
def test_but_not_so_a_description(bodies, text):
    assert bodies(text) == []


def test_a_word_in_marks_is_no_part_of_the_name_after_it(bodies):
    assert [name for name, *_ in bodies("‘Transformed’ Ashgrove Academy is good")] == [
        "Ashgrove Academy"
    ]


def test_bare_places_before_a_force_are_no_part_of_its_name(bodies):
    named = {found[0] for found in bodies("Essex and Kent Police said")}

    assert named == {"Essex", "Kent Police"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The manager told Saltby Live: “We are sorry.”", []),
        ("Inspectors told Fernleigh it must improve.", ["Fernleigh"]),
        ("“We are sorry,” she told Saltby Vale News. It is open.", []),
    ],
    ids=["a paper", "the body", "a paper by its name"],
)
def test_whoever_is_told_is_a_body_unless_words_follow(bodies, text, expected):
    assert {found[0] for found in bodies(text) if found[1] == "unknown"} == set(
        expected
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Neighbouring Northshire Police was", "Northshire Police"),
        ("On Monday Northshire Police said", "Northshire Police"),
        ("Chief Constable of Northshire Police Ann Orr", "Northshire Police"),
        ("Ofsted rated Beckfoot School good", "Beckfoot School"),
        (" date 2024-01-02 But Beckfoot School said", "Beckfoot School"),
        ("In Saltby, Beckfoot School said", "Beckfoot School"),
        ("They live in Saltby. Beckfoot School said", "Beckfoot School"),
        (
            "visited Birch Lodge care home and Rowan Court care home",
            "Rowan Court care home",
        ),
    ],
    ids=[
        "an opener",
        "a day",
        "an office",
        "an inspectorate",
        "after a dateline",
        "a comma",
        "a full stop",
        "two homes",
    ],
)
def test_a_name_begins_after_what_is_not_part_of_it(bodies, text, name):
    assert name in [found[0] for found in bodies(text)]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Larchmere Lodge care home is poor.\nLarchmere Lodge has", "Larchmere Lodge"),
        ("Larchmere Lodge care home is poor.\nStaff at Larchmere said", "Larchmere"),
        ("St Bega's Primary School is good.\nHow St Bega's did it", "St Bega's"),
        ("Queen Maud Hospital (QMH) is good.\nQMH said", "QMH"),
        ("Westmarch Fire and Rescue Service (WFRS) said.\nWFRS is", "WFRS"),
        ("HMP Marlow Fen is poor.\nMarlow Fen's governor", "Marlow Fen"),
    ],
)
def test_a_full_name_gives_short_ones(bodies, text, short):
    full, *others = [f for f in bodies(text) if f[1] not in {"generic", "inspectorate"}]

    assert (short, *full[1:3]) in [found[:3] for found in others]


def test_a_place_in_another_name_is_none(bodies):
    found = bodies("Durham Wildlife Trust said so in Durham.")

    assert {words for words, *_ in found} == {"Durham"}
    assert {label for _, label, *_ in found} == {"police_force", "local_authority"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Willows, in Saltby, was rated inadequate.", "The Willows"),
        ("Fernleigh has been placed in special measures.", "Fernleigh"),
        ("The CQC inspected Fernleigh in May.", "Fernleigh"),
        ("Fernleigh, in Mill Lane, is now good overall.", "Fernleigh"),
    ],
    ids=["aside", "subject", "object", "now"],
)
def test_a_verb_of_inspecting_governs_a_name_without_a_form(bodies, text, name):
    assert (name, "unknown") in [found[:2] for found in bodies(text)]


@pytest.mark.parametrize(
    "text",
    ["The home was rated inadequate.", "It was rated good.", "Staff were told so."],
)
def test_a_verb_of_inspecting_governs_no_generic_word(bodies, text):
    assert [found for found in bodies(text) if found[1] == "unknown"] == []


FRAGMENTS = st.sampled_from(
    [
        *(
            "Northshire",
            "Police",
            "School",
            "HMP",
            "the",
            "and",
            "of",
            "'s",
            "’s",
            "St.",
        ),
        *(" ", "\n", ". ", ", ", "(", ")", "-", "&", "\u00a0", "\u200b", "é", "😀"),
        *("was rated", "inspected", "Ofsted", "children's services in", "A", "PDU"),
    ]
)


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
def test_any_text_has_its_names_where_they_stand(text):
    for start, end, meaning in names_in(KNOWN, text):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert meaning.label
