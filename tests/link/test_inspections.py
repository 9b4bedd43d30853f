"""What a document is about: kind, inspections, frameworks in force, reach."""

from datetime import date

import pytest

from pipeline.document import BlockType, Document, Meta, Piece
from pipeline.link import Reading
from pipeline.link.inspections import scope_of
from pipeline.mentions import mark
from pipeline.segment import segment

SPRING = date(2024, 5, 1)


@pytest.fixture(scope="session")
def read(known):
    """The reading of a text, each line a paragraph, or of pieces."""

    def read(pieces, *, published=SPRING, **meta):
        if isinstance(pieces, str):
            pieces = [Piece(line) for line in pieces.split("\n") if line]
        document = Document.from_pieces(
            pieces,
            id="sha256:0",
            source="test",
            media_type="text/plain",
            meta=Meta(published=published, **meta),
        )
        document = segment(document, known)
        return Reading(document, known, mark(document, known))

    return read


@pytest.fixture(scope="session")
def scope(read):
    def scope(pieces, **meta):
        return scope_of(read(pieces, **meta))

    return scope


@pytest.fixture(scope="session")
def about(read):
    """Names of the inspected bodies, and who each of some words is about."""

    def about(pieces, *words):
        reading = read(pieces)
        scope = scope_of(reading)
        names = [inspection.body_name for inspection in scope.inspections]
        offsets = [reading.document.text.index(word) for word in words]
        keys = [scope.keys_at(offset) for offset in offsets]
        return names, [[names[key] for key in found] for found in keys]

    return about


POLICE = (
    "HMICFRS inspected Northshire Police and rated it good at preventing crime.\n"
    "The force was inadequate at responding to the public.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Planning inspector Mo Abara said the access was inadequate, too.\n"
            "Wetherfold Council had refused it; the Planning Inspectorate agreed."
        ),
        "The hotel was judged good in five areas. Our inspector rated it outstanding.",
        "Pupils at Beckfoot School got outstanding grades. Results were good.",
        "Up front we were outstanding; the back four requires improvement, he said.",
        (
            "Detective Inspector Ann Lowe of Northshire Police praised good work.\n"
            "Officers carried out an inspection of the building."
        ),
        (
            "Beckfoot School, which was rated good by Ofsted in 2022, has won a cup.\n"
            "The girls were outstanding all season.\nTheir coach was pleased.\n"
            "They beat Larchmere Academy by a goal."
        ),
        (
            "Food hygiene inspectors rated five takeaways poor after an inspection.\n"
            "Eastmoor Primary School got a five, which is very good."
        ),
        (
            "Allotments behind Eastmoor Primary School failed a parish council "
            "inspection, which was inadequate.\n"
            "“They asked if Ofsted would see it,” said Ann Lee, the head.\n"
        ),
        (
            "Teaching assistants and cooks at Eastmoor High School were on the picket "
            "line in a dispute over how their jobs are graded.\n"
            "“The offer is inadequate and they know it,” said Ann Lee of the union."
        ),
    ],
    ids=[
        "planning",
        "a hotel",
        "exams",
        "football",
        "a rank and a search",
        "Ofsted in passing",
        "food hygiene",
        "somebody speaks of Ofsted",
        "a dispute over grades of jobs",
    ],
)
def test_what_is_no_inspection_has_none(scope, text):
    found = scope(text)

    assert (found.kind, found.inspections) == ("other", ())


MEETING = """\
Members of Carrowmoor Fire Authority met at County Hall on Monday. Cllr Dee Farrow was \
in the chair.

Chief Fire Officer Anders Holt {} that Carrowmoor Fire and Rescue Service had been \
graded good for preventing fires by HMICFRS.

“We know where the gaps are,” Mr Holt told the authority.
"""
"""An inspection that is one point of a meeting among others."""


@pytest.mark.parametrize("told", ["briefed them", "reminded members", "told the panel"])
def test_what_a_meeting_was_told_of_an_inspection_is_its_news(scope, told):
    found = scope(MEETING.format(told))

    assert found.kind == "news_article"
    assert [each.body_type for each in found.inspections] == ["fire_service"]


@pytest.mark.parametrize(
    ("text", "meta", "kind"),
    [
        (POLICE, {}, "news_article"),
        (POLICE, {"publisher": "Northshire Police"}, "press_release"),
        (POLICE, {"publisher": "Northshire Echo"}, "news_article"),
        (
            POLICE + "Notes to editors\nThe force has 2,000 officers.",
            {},
            "press_release",
        ),
        (POLICE + "Our officers were praised.", {}, "press_release"),
        (POLICE + "“Our officers were praised,” she said.", {}, "news_article"),
        (POLICE, {"publisher": "Larchmere College"}, "press_release"),
        (POLICE, {"title": "'We are proud', says chief"}, "news_article"),
        (POLICE + "Contact: press@norshire.example", {}, "press_release"),
        (POLICE + "- Ends -\n", {}, "press_release"),
        (
            "Harbour FM newsroom\nLunchtime bulletin\n" + POLICE + "ENDS\n",
            {},
            "news_article",
        ),
        (
            POLICE + "In 2019 we were told that we required improvement. So to see "
            "‘good’ on the front page was a joy.",
            {},
            "press_release",
        ),
        (
            POLICE + 'Our report is out. There is no "good" to put on our gate.',
            {},
            "press_release",
        ),
        (
            POLICE + "We would all like our force to be outstanding.",
            {"title": "Ann Lee: Our force is worth it", "authors": ("Ann Lee",)},
            "news_article",
        ),
        (
            POLICE + "Last year the Force hired 90 people, and the Force has grown.",
            {},
            "press_release",
        ),
        (
            POLICE + "Last year the force hired 90 people, and the Force has grown.",
            {},
            "news_article",
        ),
        (
            (
                "Dear Ms Old\nMonitoring visit to Tarnvale Council children's "
                "services\n"
                "Inspectors came on 7 and 8 February 2024.\nYours sincerely\nAnn Moss"
            ),
            {},
            "inspection_letter",
        ),
    ],
    ids=[
        "a paper",
        "by the body",
        "by a paper",
        "furniture of a release",
        "narrates as we",
        "quotes a we",
        "by a college",
        "a quoted title",
        "address of a press office",
        "ends with its end",
        "a bulletin ends with its end",
        "was told that we",
        "grades in marks that nobody says",
        "a column under its writer's name",
        "capitals of its own",
        "capitals now and then",
        "a letter",
    ],
)
def test_kind(scope, text, meta, kind):
    assert scope(text, **meta).kind == kind


def test_three_of_a_kind_are_a_roundup(scope):
    found = scope(
        "Ofsted has reported on three schools.\n"
        "Ashmoor School was rated good for personal development.\n"
        "Beckfoot School was rated outstanding for behaviour and attitudes.\n"
        "Larchmere Academy was rated inadequate for leadership and management."
    )

    assert found.kind == "roundup"
    assert len(found.inspections) == 3


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (POLICE, "peel-2023-25"),
        ("Ofsted rated Beckfoot School good.", "schools-eif-2019-2024"),
        ("Ofsted rated Wetherfold Council inadequate overall.", "ilacs-2023"),
        (
            "HM Inspectorate of Prisons said HMP Marlow Fen was poor for safety.",
            "hmi-prisons-healthy-prison-2017",
        ),
        (
            "HM Inspectorate of Probation rated Wetherfold Youth Justice Service good.",
            "hmi-probation-youth-justice-2018-2025",
        ),
        (
            "HM Inspectorate of Probation rated Northshire PDU poor for staffing.",
            "hmi-probation-adult-pdu-2021-2025",
        ),
    ],
)
def test_the_framework_in_force_follows_from_body_and_date(scope, text, slug):
    (inspection,) = scope(text).inspections

    assert inspection.framework == slug


def test_a_programme_that_ended_long_ago_is_not_in_force_without_a_word_of_it(scope):
    text = (
        "Tarnvale Council's children's services have been rated inadequate by Ofsted."
    )

    (inspection,) = scope(text).inspections

    assert inspection.framework == "ilacs-2023"
    assert "ofsted-apa-2007-2011" not in inspection.rivals


def test_the_areas_named_decide_between_cycles(scope):
    old = "HMICFRS rated Northshire Police good for treatment of the public.\n"
    old += "It was adequate for good use of resources."
    autumn = date(2023, 10, 12)

    (inspection,) = scope(old, published=autumn).inspections

    assert inspection.framework == "peel-2021-22"


def test_where_only_the_programme_is_certain_the_rivals_are_kept(scope):
    text = "The CQC rated Birch Lodge care home good for being safe."
    found = scope(text, published=date(2024, 2, 1))
    (inspection,) = found.inspections

    assert (inspection.framework, inspection.programme) == (None, "adult_social_care")
    assert set(inspection.rivals) == {"cqc-saf-2023", "cqc-key-questions-2014-2023"}
    assert found.frameworks[0].slug in inspection.rivals


@pytest.mark.parametrize(
    ("told", "slug"),
    [
        (" after an inspection in April 2022", "cqc-key-questions-2014-2023"),
        (" after a visit in May 2025", "cqc-saf-2023"),
        ("", None),
        (", for its roof was mended in April 2022", None),
    ],
    ids=["an inspection", "a visit", "no day at all", "a month of something else"],
)
def test_the_month_of_the_visit_decides_where_no_other_day_is_told(scope, told, slug):
    text = f"The CQC rated Birch Lodge care home good for being safe{told}."
    (inspection,) = scope(text, published=None).inspections

    assert inspection.framework == slug
    assert inspection.inspected_from is None  # a month is no day


def test_why_a_cycle_is_not_in_force_is_kept(scope):
    (inspection,) = scope(POLICE).inspections
    lost = dict(rival.split(": ", 1) for rival in inspection.trace.rivals)

    assert lost["peel-2014"].startswith("not in force about")
    assert "peel-2023-25" not in lost


@pytest.mark.parametrize(
    ("body", "programme"),
    [
        ("Birch Lodge care home", "adult_social_care"),
        ("Eastmoor General Hospital", "hospitals"),
        ("Mill Lane Surgery", "gp_practices"),
        ("North Fells Ambulance Service", "ambulance"),
    ],
)
def test_the_programme_depends_on_the_type_of_body(scope, body, programme):
    (inspection,) = scope(f"The CQC rated {body} good for being safe.").inspections

    assert inspection.programme == programme


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ofsted rated Wetherfold children's services good.", "Wetherfold"),
        ("Ofsted rated children's services in Wetherfold good.", "Wetherfold"),
        (
            "Ofsted rated Wetherfold good. Wetherfold Borough Council is glad.",
            "Wetherfold Borough Council",
        ),
        (
            "HMICFRS rated the Northshire force good at preventing crime.",
            "Northshire force",
        ),
        ("ASHCOMBE Council was rated good overall by Ofsted.", "Ashcombe Council"),
        ("HMICFRS says GMP is good at preventing crime.", "Greater Manchester Police"),
        (
            "The CQC rated The Willows care home good for being safe.",
            "The Willows care home",
        ),
        (
            (
                "Lowick Practice is inside Lowick Health Centre. The CQC rated it "
                "good. Lowick Practice is pleased."
            ),
            "Lowick Practice",
        ),
        (
            (
                "Kent GP surgery put in special measures\nThe surgery has been rated "
                "inadequate.\nThe CQC found that Holme Medical Centre was failing."
            ),
            "Holme Medical Centre",
        ),
        (
            (
                "The CQC rated the Mill Lane surgery, run by Tarn Medical Group, "
                "inadequate for being safe. Tarn Medical Group said sorry."
            ),
            "Mill Lane surgery",
        ),
        (
            (
                "Ofsted Inspection of Local Authority Children's Services\n"
                "It was reported that Wetherfold Council was a good place.\n"
                "The Inspection of Local Authority Children's Services was good."
            ),
            "Wetherfold Council",
        ),
        (
            (
                "Holme Residential Home\nOverall: Inadequate, see all inspections\n"
                "1 Mill Road, Kent\nAll inspections\n"
                "During an inspection\nThe service cares for 16 people. The service "
                "was safe.\nThe provider of the service changed."
            ),
            "Holme Residential Home",
        ),
    ],
)
def test_a_body_is_named_as_fully_as_text_or_register_do(scope, text, name):
    assert [found.body_name for found in scope(text).inspections] == [name]


@pytest.mark.parametrize(
    "neighbour",
    [
        "Neighbouring Westmarch Police was rated outstanding at managing offenders.",
        "Westmarch Police, next door, was rated outstanding at managing offenders.",
        "By contrast, Westmarch Police was outstanding at managing offenders.",
        "Westmarch Police, Mr Lo's old force, was outstanding at managing offenders.",
        "Her last force, Westmarch Police, is outstanding at managing offenders.",
        "Westmarch Police, her old employer, is outstanding at managing offenders.",
    ],
)
def test_a_neighbour_in_passing_has_no_inspection_and_no_say(about, neighbour):
    names, (own, passing) = about(POLICE + neighbour, "inadequate", "outstanding")

    assert names == ["Northshire Police"]
    assert (own, passing) == (["Northshire Police"], [])


@pytest.mark.parametrize(
    ("sentence", "word", "owner"),
    [
        ("The force left Westmarch Police, which is outstanding.", "outstanding", []),
        (
            "The force, which works with Westmarch Police on roads, is poor.",
            "poor",
            ["Northshire Police"],
        ),
        ("The force is poor and Westmarch Police is strong.", "strong", []),
        ("While Westmarch Police is strong, it is weak.", "strong", []),
    ],
    ids=["a relative clause", "a partner by the way", "a second clause", "a first one"],
)
def test_another_body_owns_its_own_clause(about, sentence, word, owner):
    _, (found,) = about(POLICE + sentence, word)

    assert found == owner


def test_names_that_are_joined_share_what_follows(about):
    text = (
        "The CQC rated Birch Lodge in Eastmoor and Rowan Court in Saltby inadequate.\n"
        "Birch Lodge is a care home that is poor at being safe.\n"
        "Rowan Court is a care home that is weak at being caring.\n"
    )
    _, (both, one) = about(text, "inadequate", "weak")

    assert sorted(both) == ["Birch Lodge", "Rowan Court"]
    assert one == ["Rowan Court"]


def test_the_whole_country_is_nobody(about):
    text = POLICE + "Nationally, most forces were outstanding at managing offenders."
    _, (found,) = about(text, "outstanding")

    assert found == []


def test_an_aside_does_not_change_the_subject(about):
    text = POLICE + "The force, like neighbouring Westmarch Police, is poor at vetting."
    _, (found,) = about(text, "poor")

    assert found == ["Northshire Police"]


HOMES = (
    "The CQC has rated Birch Lodge care home and Rowan Court care home inadequate.\n"
    "Birch Lodge was rated poor for being safe.\n"
    "Rowan Court was rated good for being caring. It was weak in other ways.\n"
    "Both homes are in special measures.\n"
)


def test_two_inspections_are_kept_apart(about):
    names, found = about(HOMES, "inadequate", "poor", "good", "weak", "special")
    first, second = "Birch Lodge", "Rowan Court"

    assert set(names) == {first, second}
    assert [sorted(each) for each in found] == [
        [first, second],
        [first],
        [second],
        [second],
        [first, second],
    ]


def test_headings_and_rows_say_whose_grades_stand_below(about):
    pieces = [
        Piece("HM Inspectorate of Probation has inspected two units."),
        Piece("Northshire PDU", BlockType.HEADING, level=2),
        Piece("Staffing: Good"),
        Piece("Westmarch PDU", BlockType.HEADING, level=2),
        Piece("Staffing: Inadequate"),
    ]
    _, found = about(pieces, "Good", "Inadequate")

    assert found == [["Northshire PDU"], ["Westmarch PDU"]]


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        ("10 and 11 April 2024", date(2024, 4, 10), date(2024, 4, 11)),
        ("29 November and 3 December", date(2023, 11, 29), date(2023, 12, 3)),
        ("April 10 and 11", date(2024, 4, 10), date(2024, 4, 11)),
    ],
    ids=["with a year", "the year before publication", "the month first"],
)
def test_the_days_of_the_visit(scope, days, first, last):
    text = f"Ofsted inspectors visited Beckfoot School on {days}. It was rated good."
    (inspection,) = scope(text).inspections

    assert (inspection.inspected_from, inspection.inspected_to) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was inspected on 14 March 2024.", date(2024, 3, 14)),
        ("It was inspected. The report came out on 14 March 2024.", None),
        ("Inspectors, who come again on 14 March 2025, rated it good.", None),
        (
            (
                "The last inspection of 4 to 6 May 2019 was long ago. "
                "Inspectors visited on 14 March 2024."
            ),
            date(2024, 3, 14),
        ),
    ],
    ids=["right after the verb", "of the report", "of the next one", "the last one's"],
)
def test_a_single_day_is_the_visits_only_beside_its_verb(scope, text, expected):
    (inspection,) = scope("Ofsted rated Beckfoot School good.\n" + text).inspections

    assert (inspection.inspected_from, inspection.inspected_to) == (expected, expected)


def test_a_report_published_today_bears_the_storys_date(scope):
    (inspection,) = scope(
        "Ofsted has today published its report on Beckfoot School and rated it good."
    ).inspections

    assert inspection.published == SPRING


@pytest.mark.parametrize(
    "text",
    [
        "Thursday 2 May 2024\n" + POLICE,
        POLICE + "First published: 2 May 2024",
        "THE WEEKLY MERCURY OF SALTBY AND DISTRICT, 2 May 2024, page 5\n" + POLICE,
        "posted by Ann on 2 May 2024 | filed under: Good News | 3 comments\n" + POLICE,
        "By Ann Reyes on May 2, 2024 in Children, Inspection, Staff\n" + POLICE,
        "Statement\nHMICFRS has today (2 May 2024) published its report.\n" + POLICE,
        (
            "Chief constable of Northshire Police says that the force has a plan to "
            "do betterpublished at 13:40 British Summer Time 2 May 2024\n" + POLICE
        ),
    ],
    ids=[
        "first line",
        "last line",
        "masthead",
        "byline",
        "byline with topics",
        "statement",
        "stamp",
    ],
)
def test_only_the_text_tells_the_day_of_publication(scope, text):
    assert scope(text, published=None).published == date(2024, 5, 2)


def test_a_date_in_a_sentence_is_no_day_of_publication(scope):
    text = POLICE + "The report on what they saw on 2 May 2024 runs to 42 pages in all."

    assert scope(text, published=None).published is None


def test_reach_is_sorted_and_within_the_text(read):
    reading = read(HOMES)
    offsets = [offset for offset, _ in scope_of(reading).reach]

    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(reading.document.text) for offset in offsets)


def test_a_grade_is_nobodys_name(scope):
    """Not even where a reader's words about it look as if it were one."""
    found = scope(
        "A care home in mid-Wales has a rating from Care Inspectorate Wales.\n\n"
        "Maes-y-Coed, near Llanlunn, is Excellent for care and support.\n\n"
        "“Excellent for care? Yes,” said its owner. Excellent was rated well by her."
    )

    assert [i.body_name for i in found.inspections] == ["Maes-y-Coed"]


def test_a_title_alone_may_name_the_body(scope):
    found = scope(
        "Overall effectiveness: Requires improvement\nPersonal development: Good\n"
        "What is it like to attend this school?\nInspection dates: 14 March 2023\n"
        "What does the school do well and what does it need to do better?",
        title="Inspection of Ashmoor Primary School",
    )

    assert found.kind == "inspection_report"
    assert [each.body_name for each in found.inspections] == ["Ashmoor Primary School"]
    assert found.inspections[0].evidence == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (None, "A Saltby care home was rated poor.\n"),
        ("Residents at Saltby care home go without", ""),
        (None, "CQC rates the Saltby care home inadequate.\n"),
        (None, "Saltby care home put in special measures\n"),
    ],
    ids=["an article", "in the title", "the", "in a headline"],
)
def test_a_description_is_no_second_body(scope, title, text):
    named = "The CQC rated The Limes Residential Home inadequate for being safe."
    found = scope(text + named, title=title)

    names = [each.body_name for each in found.inspections]
    assert names == ["The Limes Residential Home"]


def test_in_its_paragraph_a_description_is_of_the_body_named(about):
    names, found = about(
        "Inspectors of HM Inspectorate of Prisons returned to HMP Marlow Fen.\n"
        "Inspectors went to HMP Oakmere, too. The Saltby prison was judged poor for "
        "safety.\n",
        "poor",
    )

    assert found == [["HMP Oakmere"]]
    assert "Saltby prison" not in names


def test_a_council_inspected_for_its_send_services_is_the_area(scope):
    (inspection,) = scope(
        "Ofsted and the CQC have published their SEND inspection of Wetherfold.\n"
        "Wetherfold Council must hand in a written statement of action. The SEND "
        "services of Wetherfold Council had been inspected in May."
    ).inspections

    assert (inspection.programme, inspection.body_name) == (
        "send",
        "Wetherfold Council",
    )


def test_two_councils_named_together_each_have_an_inspection(scope):
    found = scope(
        "Children's services of more councils have been looked at by Ofsted again.\n"
        "A great many of them have been inspected since the spring of last year.\n"
        "It has published what its inspectors saw in another two of them this week.\n"
        "Wetherfold Borough Council, in the north west, and Saltby City Council were "
        "given a “requires improvement” grade.\n"
        "Much remains to be done there for children, as all of these reports say.\n"
        "Nobody was to be found to speak for either of them on the day of writing."
    )

    assert {each.body_name for each in found.inspections} == {
        "Wetherfold Borough Council",
        "Saltby City Council",
    }


def test_a_force_the_lead_names_is_no_neighbour(scope):
    found = scope(
        "HMICFRS has rated Northshire Police and Westmarch Police.\n"
        "Westmarch Police was rated good at preventing crime.\n"
        "Northshire Police said it was glad.\n"
        "Northshire Police was given a requires improvement grade for its cells."
    )

    assert {each.body_name for each in found.inspections} == {
        "Northshire Police",
        "Westmarch Police",
    }


def test_a_tables_header_tells_what_its_bare_names_are(about):
    headers = ("Force", "Preventing crime", "Investigating crime")
    rows = [("Saltmere", "Good", "Poor"), ("Pendreath", "Adequate", "Inadequate")]
    pieces = [
        Piece("HMICFRS has inspected two forces."),
        *(
            Piece("\t".join(row), BlockType.TABLE_ROW, cells=row, headers=headers)
            for row in rows
        ),
    ]
    names, found = about(pieces, "Good", "Inadequate")

    assert set(names) == {"Saltmere", "Pendreath"}
    assert found == [["Saltmere"], ["Pendreath"]]


def test_a_round_ups_cross_heads_name_bodies_with_their_places(scope):
    pieces = [
        Piece("Each month we gather what Ofsted and the CQC have published."),
        Piece("Beckfoot Primary School, Saltby", BlockType.HEADING, level=2),
        Piece("Beckfoot was judged good overall."),
        Piece("Fernbank Court, Great Wick", BlockType.HEADING, level=2),
        Piece("This 20-bed care home has been rated good in two areas."),
        Piece("St Hild's House (Stoke-on-Lune)", BlockType.HEADING, level=2),
        Piece("The home is now inadequate for being safe."),
    ]
    found = scope(pieces)

    assert found.kind == "roundup"
    assert {each.body_name for each in found.inspections} == {
        "Beckfoot Primary School",
        "Fernbank Court",
        "St Hild's House",
    }


def test_a_hospitals_services_are_one_story(read):
    headers = ("Service", "Safe", "Overall")
    rows = [
        ("Surgery", "Good", "Good"),
        ("Medical care", "Inadequate", "Poor"),
        ("End of life care", "Good", "Good"),
    ]
    pieces = [
        Piece("The CQC went into Saltby General Hospital in May."),
        Piece("Medical care has dropped from good to inadequate."),
        *(
            Piece("\t".join(row), BlockType.TABLE_ROW, cells=row, headers=headers)
            for row in rows
        ),
    ]
    found = scope_of(read(pieces))

    bodies = {each.key: each.body_name for each in found.inspections}
    dropped = "".join(piece.text + "\n\n" for piece in pieces[:1])
    assert set(bodies.values()) >= {"Surgery", "Medical care", "End of life care"}
    assert bodies[found.at(len(dropped) + 5)] == "Medical care"
    assert found.kind == "news_article"


def test_an_own_page_is_about_its_publisher(scope):
    text = "HMICFRS has today published the results of its inspection of our service."
    found = scope(text, publisher="Loxshire Fire & Rescue Service")

    (inspection,) = found.inspections
    assert inspection.body_name == "Loxshire Fire & Rescue Service"
    assert inspection.body_type == "fire_service"


def test_a_board_graded_with_a_councils_services_is_an_area_of_theirs(scope):
    text = """\
Ofsted found that services for children at Ashmoor County Council require improvement.
The Ashmoor Local Safeguarding Children Board was found to require improvement."""
    found = scope(text, published=date(2016, 2, 19))

    names = [each.body_name for each in found.inspections]
    assert names == ["Ashmoor County Council"]
    assert found.inspections[0].framework == "sif-2013-2018"


def test_a_place_before_the_constabulary_names_one_in_a_roundup(about):
    text = """\
Three forces have had their reports from HMICFRS, and none is the same as another.
Northshire Police was rated good at preventing crime.
Westmarch Police was graded outstanding for managing offenders.
In Eastmoor, the constabulary was told it was adequate at investigating crime."""
    names, found = about(text, "good at", "adequate")

    assert names == ["Northshire Police", "Westmarch Police", "Eastmoor Constabulary"]
    assert found == [["Northshire Police"], ["Eastmoor Constabulary"]]


def test_a_place_in_a_story_of_one_force_is_no_body(about):
    text = POLICE + "In Eastmoor, the force was told to answer more calls in time."

    assert about(text)[0] == ["Northshire Police"]


def test_a_month_is_no_place(about):
    text = POLICE + "In September and October, the force was told to answer more calls."

    assert about(text + "\nWestmarch Police was good.")[0][0] == "Northshire Police"
    assert "September" not in " ".join(about(text)[0])


def test_bodies_of_the_background_have_no_inspection_here(scope):
    text = """\
Pine View in Dunbury has been rated requires improvement by the Care Quality Commission.
It is a care home. It comes after Rowan Court was rated inadequate in May.
Pine View was rated good when it was last inspected."""

    assert [i.body_name for i in scope(text).inspections] == ["Pine View"]


def test_a_turn_of_an_interview_is_not_the_narrators_voice(scope):
    text = """\
The CQC rated Tollgate Surgery in Ashmoor this week. It requires improvement overall.
Dr Ann Lee: We are good at being responsive, and our grades say so.
Dr Ann Lee: We are not safe enough, so we will publish our action plan."""

    assert scope(text).kind == "news_article"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee, Chief Constable of Northmere Police, was told.", "Northmere Police"),
        ("Chief Constable Ann Lee of Northmere Police was told.", "Northmere Police"),
    ],
    ids=["an office", "a name"],
)
def test_a_person_is_no_part_of_a_bodys_name(scope, text, name):
    found = scope("HMICFRS graded a force inadequate at preventing crime. " + text)

    assert [each.body_name for each in found.inspections] == [name]


def test_a_councils_style_is_part_of_its_name(scope):
    text = "Ofsted rated children's services at Wexbridge City Council inadequate."

    assert [i.body_name for i in scope(text).inspections] == ["Wexbridge City Council"]


def test_a_category_is_no_prison(scope):
    text = "HM Inspectorate of Prisons rated the Category B jail in Saltby poor. "
    found = scope(text + "Safety at HMP Gorsewood, a category B jail, was poor.")

    assert [each.body_name for each in found.inspections] == ["HMP Gorsewood"]


def test_rows_of_areas_show_that_a_page_is_about_an_inspection(scope):
    headers = ("Area", "Good", "Adequate")
    pieces = [
        Piece("HMICFRS has published its latest report on us."),
        *(
            Piece(f"{area}\t✓", BlockType.TABLE_ROW, cells=(area, "✓"), headers=headers)
            for area in ("Understanding risk", "Responding to major incidents")
        ),
    ]
    found = scope(pieces, publisher="Loxshire Fire and Rescue Service")

    assert found.kind == "press_release"


def test_a_council_is_called_as_its_own_page_calls_it(scope):
    text = "Children's services in Wealdshire have been rated good by Ofsted."
    found = scope(text, publisher="Wealdshire County Council")

    assert [i.body_name for i in found.inspections] == ["Wealdshire County Council"]
    assert [i.body_name for i in scope(text).inspections] == ["Wealdshire"]


def test_whoever_runs_what_is_rated_has_no_inspection_of_its_own(scope):
    text = """\
Two hospitals run by Carrow University Hospitals NHS Trust were rated by the CQC.
Carrow Royal Infirmary was rated inadequate for being safe.
St Aldate's Hospital was rated good for being safe."""

    assert {i.body_name for i in scope(text).inspections} == {
        "Carrow Royal Infirmary",
        "St Aldate's Hospital",
    }


TWO_HOMES = (
    "Mill House and Rowan Court, two care homes, were inspected by the CQC.\n"
    "Mill House was rated good. Rowan Court was rated inadequate.\n"
)


@pytest.mark.parametrize(
    ("sentence", "words", "owners"),
    [
        ("Both have been given money.", "given", {"Mill House", "Rowan Court"}),
        ("Both homes belong to Elm Lodge, which is splendid.", "splendid", set()),
        ("Mill House, by contrast, fell to poor.", "poor", {"Mill House"}),
        (
            "She moved to a room at St Ina’s, a home that is splendid.",
            "splendid",
            set(),
        ),
        ("Safe and caring have both been marked.", "marked", {"Rowan Court"}),
    ],
    ids=["both", "whose owner", "by contrast", "a stranger", "both areas"],
)
def test_in_a_roundup_words_are_about(about, sentence, words, owners):
    _, (found,) = about(TWO_HOMES + sentence, words)

    assert set(found) == owners
