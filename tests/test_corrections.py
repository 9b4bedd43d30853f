"""What people put right overrides exports, survives, and is a test from then on."""

import json
from datetime import date

import pytest

from pipeline import records
from pipeline.corrections import (
    Filed,
    Status,
    content,
    correct,
    decision,
    filed,
    replay,
    retire,
    save,
    uncorrected,
    what_rules_say,
)
from pipeline.errors import DataError, ReadError
from pipeline.records import Constraints, Correction, Record, Span
from tests.factories import marlshire

RESOURCES = "marlshire/good_use_of_resources"
PUBLIC = "marlshire/responding_to_the_public"


def correction(cell=PUBLIC, value="adequate", *, was="inadequate", **changes):
    made = marlshire()
    fields = {
        "document": made.document.id,
        "source": made.document.source,
        "cell": cell,
        "was": was,
        "value": value,
        "reason": "misread",
        "reviewer": "A. Reader",
        "date": date(2024, 1, 2),
    }
    return Correction(**(fields | changes))


def words(text):
    start = marlshire().document.text.index(text)
    return Span(start=start, end=start + len(text), text=text)


def grades(record):
    return {grade.area: grade for grade in record.inspections[0].grades}


def test_a_grade_is_put_right_and_marked():
    record, (outcome,) = correct(marlshire(), [correction()])
    grade = grades(record)["responding_to_the_public"]

    assert (grade.grade, grade.corrected) == ("adequate", True)
    assert (grade.rule, grade.trace) == ("correction", None)
    assert record.corrections[0].was == "inadequate"
    assert outcome.status is Status.NEEDED


def test_a_deduced_grade_no_longer_claims_its_proof():
    made = correction(RESOURCES, "good", was="adequate")
    record, _ = correct(marlshire(), [made])

    grade = grades(record)["good_use_of_resources"]

    assert (grade.basis, grade.derivation) == ("stated", None)
    assert grade.evidence == []


@pytest.mark.parametrize(
    ("cell", "value", "evidence", "saw"),
    [
        (PUBLIC, "inadequate", "Responding to the public - inadequate", None),
        (PUBLIC, "good", None, "Responding to the public - inadequate"),
        (PUBLIC, None, None, "Responding to the public - inadequate"),
        (RESOURCES, "adequate", "Good use of resources", None),
        (RESOURCES, "good", None, "Good use of resources"),
        ("marlshire/leadership", "good", None, None),
    ],
    ids=[
        "accepted: the words that were read",
        "another grade: none, but what was seen",
        "taken out: none",
        "a deduction accepted: what it rests on",
        "a deduction put right: no premise of it, whatever its words",
        "a grade that was missed: nothing was seen",
    ],
)
def test_no_words_prove_a_value_that_they_do_not_state(cell, value, evidence, saw):
    made = decision(marlshire(), cell, value, reason="misread", reviewer="A. Reader")

    assert (made.evidence and made.evidence.text) == evidence
    assert (made.saw and made.saw.text) == saw


def test_words_that_state_the_right_value_prove_it():
    page = marlshire()
    (force,) = page.inspections
    misread = force.grades[0].model_copy(
        update={"grade": "good", "grade_label": "good"}
    )
    force = force.model_copy(update={"grades": [misread, *force.grades[1:]]})
    page = page.model_copy(update={"inspections": [force]})
    was = misread.evidence[0]
    right = marlshire().inspections[0].grades[0].grade
    cell = f"marlshire/{misread.area}"
    made = decision(page, cell, right, reason="misread", reviewer="A. Reader")

    assert right in was.text
    assert (made.evidence, made.saw) == (was, None)


def test_who_accepts_a_correction_keeps_its_evidence():
    proof = words("Preventing crime - good")
    first = correction(PUBLIC, "good", evidence=proof)
    record, _ = correct(marlshire(), [first])
    made = decision(record, PUBLIC, "good", reason="seen too", reviewer="B. Reader")

    assert made.evidence == proof


def test_what_was_seen_finds_a_correction_again_where_bytes_have_changed():
    made = decision(marlshire(), PUBLIC, "good", reason="misread", reviewer="A. Reader")
    elsewhere = made.model_copy(update={"document": "sha256:other"})
    gone = Span(start=0, end=4, text="gone")

    assert correct(marlshire(), [elsewhere])[1][0].status is Status.NEEDED
    lost = elsewhere.model_copy(update={"saw": gone})
    (outcome,) = correct(marlshire(), [lost])[1]
    assert (outcome.status, outcome.message) == (
        Status.STALE,
        "the source changed: 'gone' is not where it was",
    )


def test_a_grade_that_the_text_does_not_give_is_taken_out():
    record, _ = correct(marlshire(), [correction(value=None)])

    assert "responding_to_the_public" not in grades(record)
    assert record.corrections[0].value is None


def test_a_grade_that_was_missed_is_put_in_with_its_evidence():
    made = correction(
        "marlshire/leadership", "good", was=None, evidence=words("Preventing crime")
    )
    record, _ = correct(marlshire(), [made])
    grade = grades(record)["leadership"]

    assert (grade.grade, grade.rule, grade.corrected) == ("good", "correction", True)
    assert grade.evidence == [words("Preventing crime")]


@pytest.mark.parametrize(
    ("value", "speaker"),
    [
        ("Ben Oduya |  | Marlshire Council", ("Ben Oduya", None, "Marlshire Council")),
        (" | a spokesperson | ", (None, "a spokesperson", None)),
        (None, None),
    ],
)
def test_a_speaker_is_put_right(value, speaker):
    start = marlshire().quotes[0].parts[0].start
    was = "Ada Thorne | chief constable | Marlshire Police"
    record, _ = correct(marlshire(), [correction(f"quote/{start}", value, was=was)])
    found = record.quotes[0].speaker

    assert record.quotes[0].corrected
    assert speaker == (found and (found.name, found.role, found.organisation))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("document/publisher", "Marlshire Echo"),
        ("document/published", "2023-04-14"),
        ("document/language", "cy"),
        ("marlshire/published", "2023-04-01"),
        ("marlshire/lead_inspector", "Jo Pell"),
        ("document/authors", "['Ada Finch', 'Ian Moss']"),
    ],
)
def test_a_field_is_put_right(cell, value):
    given = value.strip("[]").replace("', '", "; ").strip("'")
    record, _ = correct(marlshire(), [correction(cell, given, was=None)])
    part = record.document if cell.startswith("document") else record.inspections[0]

    assert str(getattr(part, cell.partition("/")[2])) == value
    assert part.origins[cell.partition("/")[2]].rule == "correction"


@pytest.mark.parametrize(
    ("cell", "value", "left"),
    [
        (f"{PUBLIC}/previous", "adequate", ["adequate"]),
        (f"{PUBLIC}/previous", None, []),
        ("marlshire/tally/good", "3", [3, 2, 1]),
        ("marlshire/tally/good", None, [2, 1]),
    ],
)
def test_earlier_grades_and_counts_are_put_right(cell, value, left):
    record, _ = correct(marlshire(), [correction(cell, value, was="good")])
    (force,) = record.inspections
    listed = force.previous_grades if cell.endswith("previous") else force.tallies
    found = [getattr(each, "grade" if cell.endswith("previous") else "count")
             for each in listed]  # fmt: skip

    assert found == left
    assert [each.corrected for each in listed][: bool(value)] == [True] * bool(value)


def test_a_quotation_that_is_none_is_taken_out_and_repeats_still_fit():
    made = marlshire()
    first, second = made.quotes
    again = made.model_copy(
        update={"quotes": [first, second, second.model_copy(update={"repeats": 1})]}
    )
    address = f"quote/{first.parts[0].start}/text"
    record, (outcome,) = correct(again, [correction(address, None, was=first.text)])

    assert [quote.text for quote in record.quotes] == ["And soon.", "And soon."]
    assert [quote.repeats for quote in record.quotes] == [None, 0]
    assert outcome.status is Status.NEEDED


def test_who_was_inspected_is_put_right_with_the_registers_id(known):
    made = correction("marlshire/body", "Gwent Police", was="Marlshire Police")
    record, _ = correct(marlshire(), [made], known)
    body = record.inspections[0].body

    assert (body.name, body.id) == ("Gwent Police", "gwent")
    assert what_rules_say(record, "gwent/preventing_crime") == "good"
    again = decision(record, "gwent/preventing_crime", "good", reason="", reviewer="")
    assert again.cell == "marlshire/preventing_crime"


def test_a_body_that_no_register_lists_has_no_id(known):
    made = correction("marlshire/body", "Brackenshire Police", was="Marlshire Police")
    record, _ = correct(marlshire(), [made], known)

    assert record.inspections[0].body.id is None


def test_another_kind_of_body_is_under_no_framework_of_the_old_one(known):
    made = correction("marlshire/type", "fire_service", was="police_force")
    record, (outcome,) = correct(marlshire(), [made], known)
    (found,) = record.inspections

    assert (found.body.type, found.framework) == ("fire_service", None)
    assert found.inspectorate == "hmicfrs"  # it inspects both
    assert [(m.field, m.reason) for m in found.missing] == [
        ("framework", "contradicted")
    ]
    assert {grade.area for grade in found.grades} == {None}
    assert outcome.status is Status.NEEDED


@pytest.mark.parametrize("turned", [False, True], ids=["as decided", "other order"])
def test_kind_and_framework_can_be_put_right_together(known, turned):
    made = [
        correction("marlshire/type", "fire_service", was="police_force"),
        correction("marlshire", "frs-round3", was="peel-2021-22"),
    ]
    first, _ = correct(marlshire(), made, known)
    again, outcomes = correct(first, made[:: -1 if turned else 1], known)

    assert again.inspections[0].framework == "frs-round3"
    assert {outcome.status for outcome in outcomes} == {Status.NEEDED}


def test_a_kind_that_nobody_inspects_is_refused(known):
    made = correction("marlshire/type", "lighthouse", was="police_force")
    _, (outcome,) = correct(marlshire(), [made], known)

    assert outcome.status is Status.UNFIT
    assert "nobody inspects 'lighthouse'; known: ambulance_service, " in outcome.message


def test_an_inspection_that_is_none_is_taken_out():
    record, _ = correct(marlshire(), [correction("marlshire", None)])

    assert record.inspections == []


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (PUBLIC, "adequate"),
        ("marlshire/tally/good", "3"),
        ("marlshire/responding_to_the_public/previous", "adequate"),
        ("marlshire/published", "2023-04-12"),
        ("marlshire/leadership", "good"),
    ],
    ids=["a grade", "a count", "an earlier grade", "a day", "a grade added"],
)
def test_corrections_of_what_was_taken_out_altogether_have_nothing_to_change(
    cell, value
):
    inside = correction(cell, value, was=None, evidence=words("Preventing crime"))
    whole = correction("marlshire", None, was="peel-2021-22")
    for both in ([inside, whole], [whole, inside]):
        record, _ = correct(marlshire(), both)

        assert record.inspections == []
        assert {one.cell for one in record.corrections} == {cell, "marlshire"}


def test_a_day_of_a_second_inspection_of_the_same_body_is_put_right():
    twice = marlshire()
    twice = twice.model_copy(update={"inspections": twice.inspections * 2})
    for value, day in (("2023-04-12", date(2023, 4, 12)), (None, None)):
        made = correction("marlshire/published~2", value, was=None)
        record, (outcome,) = correct(twice, [made])

        assert outcome.status is not Status.UNFIT
        assert [each.published for each in record.inspections] == [None, day]


def test_another_framework_brings_its_programme_and_its_areas(known):
    made = correction("marlshire", "peel-2023-25", was="peel-2021-22")
    record, (outcome,) = correct(marlshire(), [made], known)
    (force,) = record.inspections

    assert (force.framework, force.programme) == ("peel-2023-25", "peel")
    assert {g.area for g in force.grades} <= {
        *known.frameworks["peel-2023-25"].area_by_slug, None,
    }  # fmt: skip
    assert outcome.status is Status.NEEDED


def test_a_framework_that_nobody_knows_is_refused(known):
    made = correction("marlshire", "peel-1999", was="peel-2021-22")
    _, (outcome,) = correct(marlshire(), [made], known)

    assert outcome.status is Status.UNFIT
    assert "peel-2021-22" in outcome.message


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        pytest.param("frs-round3", "is for fire service", id="for-other-bodies"),
        pytest.param(
            "schools-eif-2019-2024", "is one of ofsted", id="of-another-inspectorate"
        ),
        pytest.param("peel-1999", "is not known", id="of-nobody"),
    ],
)
def test_a_framework_that_does_not_fit_is_refused_and_those_that_do_are_named(
    known, slug, why
):
    made = correction("marlshire", slug, was="peel-2021-22")
    record, (outcome,) = correct(marlshire(), [made], known)
    peel = [each for each in known.frameworks if each.startswith("peel-")]

    assert outcome.status is Status.UNFIT
    assert why in outcome.message
    assert set(peel) <= set(outcome.message.partition("fit: ")[2].split(", "))
    assert "frs" not in outcome.message.partition("fit: ")[2]
    assert record == marlshire()


@pytest.mark.parametrize("slug", ["frs-round3", "peel-2023-25"])
def test_what_is_not_known_of_an_inspection_fits_every_framework(known, slug):
    force = marlshire().inspections[0]
    body = force.body.model_copy(update={"type": None})
    unknown = force.model_copy(update={"inspectorate": None, "body": body})
    open_ = marlshire().model_copy(update={"inspections": [unknown]})
    record, _ = correct(open_, [correction("marlshire", slug)], known)

    assert record.inspections[0].framework == slug
    assert record.inspections[0].inspectorate == "hmicfrs"


def test_replay_complains_of_a_framework_that_does_not_fit(known, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(marlshire().document.text)
    made = correction("marlshire", "frs-round3", source=str(path))
    again = replay([Filed(path, made)], lambda _: marlshire(), known)

    assert [each.outcome.status for each in again] == [Status.UNFIT]


def test_an_added_grade_is_called_what_its_framework_calls_it(known):
    made = correction(
        "marlshire/developing_a_positive_workplace", "good", was=None,
        evidence=words("Preventing crime"),
    )  # fmt: skip
    record, _ = correct(marlshire(), [made], known)
    added = grades(record)["developing_a_positive_workplace"]

    areas = known.frameworks["peel-2021-22"].area_by_slug
    assert added.area_label == areas["developing_a_positive_workplace"].name


def test_an_added_area_that_its_framework_lacks_keeps_its_words(known):
    made = correction(
        "marlshire/dog_handling", "good", was=None, evidence=words("Preventing crime")
    )
    record, (outcome,) = correct(marlshire(), [made], known)
    added = record.inspections[0].grades[-1]

    assert (added.area, added.area_label) == (None, "Dog handling")
    assert "; peel-2021-22 has no area of that name: it keeps it" in outcome.message


def constrained(**counts):
    """Marlshire, with what its deductions rest on."""
    made = marlshire()
    (force,) = made.inspections
    every = ["outstanding", "good", "adequate", "requires_improvement", "inadequate"]
    domains = {
        "preventing_crime": ["good"],
        "responding_to_the_public": ["inadequate"],
        "managing_offenders": every,
        "good_use_of_resources": every,
    }
    given = Constraints(
        domains=domains, counts=counts or {"good": 1, "adequate": 2, "inadequate": 1}
    )
    changed = force.model_copy(update={"constraints": given})
    return made.model_copy(update={"inspections": [changed]})


CRIME = "marlshire/preventing_crime"


def test_neighbours_are_deduced_anew_and_say_so():
    made = [
        correction(CRIME, "adequate", was="good"),
        correction("marlshire/managing_offenders", "good", was="adequate"),
    ]
    record, _ = correct(constrained(), made)
    neighbour = grades(record)["good_use_of_resources"]

    assert (neighbour.grade, neighbour.basis) == ("adequate", "deduced")
    assert neighbour.rule == "corrections.deduced_anew"
    assert "Preventing crime corrected to adequate" in neighbour.derivation
    assert "only adequate for Good use of resources" in neighbour.derivation
    assert not neighbour.corrected


def test_a_neighbour_that_changes_keeps_what_it_was_as_a_rival():
    tallies = [
        correction("marlshire/tally/adequate", None, was="2"),
        correction("marlshire/tally/good", "3", was="1"),
    ]
    record, _ = correct(constrained(), tallies)
    neighbour = grades(record)["managing_offenders"]

    assert neighbour.grade == "good"
    assert neighbour.trace.rivals == [
        "adequate by deduce.deduced, before the correction"
    ]


def test_what_is_left_open_is_deduced_no_more():
    made = correction(CRIME, None, was="good")
    record, _ = correct(constrained(), [made])

    assert grades(record).keys() == {"responding_to_the_public"}
    assert len(record.issues) == len(marlshire().issues)
    assert {each.reason for each in record.inspections[0].missing} == {"ambiguous"}


def test_where_nothing_fits_any_more_nothing_is_deduced_and_an_issue_says_so():
    record, _ = correct(constrained(), [correction(CRIME, "inadequate", was="good")])

    assert grades(record).keys() == {"responding_to_the_public", "preventing_crime"}
    assert record.issues[-1].code == "tally_mismatch"
    assert {each.reason for each in record.inspections[0].missing} == {"contradicted"}
    assert "Preventing crime corrected to inadequate" in record.issues[-1].message


def test_what_a_person_accepted_stays_when_its_neighbours_are_deduced_anew():
    made = [
        correction(CRIME, "inadequate", was="good"),
        correction(RESOURCES, "adequate", was="adequate"),
    ]
    record, _ = correct(constrained(), made)

    assert grades(record)["good_use_of_resources"].rule == "deduce.deduced"


def test_taking_a_correction_back_brings_the_proofs_back():
    before = constrained()
    record, _ = correct(before, [correction(CRIME, "inadequate", was="good")])
    record, _ = correct(record, [correction(CRIME, "good", was="good")])

    assert record.inspections == before.inspections
    assert record.issues == before.issues
    assert record.by_rules is None


def test_what_the_rules_said_of_a_neighbour_is_not_forgotten():
    record, _ = correct(constrained(), [correction(CRIME, "inadequate", was="good")])

    assert what_rules_say(record, RESOURCES) == "adequate"


def test_correcting_twice_is_correcting_once():
    once, _ = correct(marlshire(), [correction()])
    twice, _ = correct(once, [correction()])

    assert twice == once


def test_a_correction_can_be_taken_back():
    record, _ = correct(marlshire(), [correction()])
    record, _ = correct(record, [correction(value="inadequate")])
    grade = grades(record)["responding_to_the_public"]

    assert (grade.grade, grade.corrected) == ("inadequate", False)
    assert record.corrections[0].was == "inadequate"


@pytest.mark.parametrize(
    ("made", "status"),
    [
        (correction(), Status.NEEDED),
        (correction(value="inadequate", was="good"), Status.AGREED),
        (correction(value="inadequate"), Status.AGREED),
        (correction(value="good", was="good"), Status.REGRESSED),
        (correction(document="sha256:other"), Status.STALE),
        (correction("document/published", "soon"), Status.UNFIT),
        (correction("nobody/leadership", "good"), Status.UNFIT),
        (correction("marlshire/leadership", "good"), Status.UNFIT),
        (correction("issue/0", "nothing"), Status.UNFIT),
        (correction("marlshire/tally/good", "many"), Status.UNFIT),
    ],
    ids=[
        "the rules are wrong",
        "the rules learned it",
        "accepted, and still so",
        "accepted, and no longer so",
        "the source changed",
        "no date",
        "no such body",
        "new without evidence",
        "not correctable",
        "no number",
    ],
)  # fmt: skip
def test_a_correction_knows_what_has_become_of_it(made, status):
    record, (outcome,) = correct(marlshire(), [made])

    assert outcome.status is status
    assert outcome.complaint is (status not in {Status.NEEDED, Status.AGREED})
    if status in {Status.STALE, Status.UNFIT}:
        assert record == marlshire()


def test_a_retired_correction_must_hold():
    _, (outcome,) = correct(marlshire(), [correction()], retired=True)

    assert outcome.status is Status.REGRESSED


def test_a_changed_source_is_no_matter_where_the_words_still_stand_once():
    moved = words("Preventing crime - good").model_copy(update={"start": 3, "end": 26})
    made = correction(document="sha256:other", evidence=moved)
    record, (outcome,) = correct(marlshire(), [made])

    assert outcome.status is Status.NEEDED
    assert record.corrections[0].evidence == words("Preventing crime - good")


def test_words_that_stand_several_times_are_not_guessed_at():
    moved = words("Preventing crime").model_copy(update={"start": 3, "end": 19})
    _, (outcome,) = correct(marlshire(), [correction(evidence=moved)])

    assert outcome.status is Status.STALE


def test_corrections_of_other_documents_are_passed_over():
    other = correction(document="sha256:other", source="elsewhere.txt")

    assert correct(marlshire(), [other]) == (marlshire(), [])


@pytest.mark.parametrize("value", ["a\"b\\c\n\x7f\x01é🚓'", None], ids=["odd", "none"])
def test_a_file_gives_back_what_was_saved(tmp_path, value):
    made = correction(value=value, evidence=words("Preventing crime"))
    path = save(made, tmp_path)

    assert filed(tmp_path) == [Filed(path, made)]


def test_a_second_correction_of_a_cell_takes_the_place_of_the_first(tmp_path):
    save(correction(), tmp_path)
    retire(filed(tmp_path)[0])
    save(correction(value="good"), tmp_path)

    (only,) = filed(tmp_path)
    assert (only.correction.value, only.retired) == ("good", False)


def test_files_that_do_not_hold_are_named_all_at_once(tmp_path):
    (tmp_path / "a.toml").write_text("not toml", encoding="utf-8")
    (tmp_path / "b.toml").write_text("cell = 1", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        filed(tmp_path)
    assert {
        str(problem).split(".toml")[0][-1] for problem in caught.value.problems
    } == {
        "a",
        "b",
    }


def test_no_folder_is_no_corrections(tmp_path):
    assert filed(tmp_path / "none") == []


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(marlshire().document.text, encoding="utf-8")
    return path


def outcome_of(tmp_path, source, made, process):
    save(made.model_copy(update={"source": str(source)}), tmp_path)
    ((_, outcome),) = replay(filed(tmp_path), process)
    return outcome.status


def test_replayed_a_correction_fails_when_the_rules_regress(tmp_path, source):
    accepted = correction(value="inadequate")
    wrong, _ = correct(marlshire(), [correction(value="good")])
    wrong = wrong.model_copy(update={"corrections": [], "by_rules": None})

    assert outcome_of(tmp_path, source, accepted, lambda _: marlshire()) == "agreed"
    assert outcome_of(tmp_path, source, accepted, lambda _: wrong) == "regressed"


def test_replay_complains_of_a_source_that_is_gone_or_unreadable(tmp_path, source):
    def unreadable(path):
        raise ReadError(str(path), "it is empty", "send it again")

    assert outcome_of(tmp_path, tmp_path / "gone", correction(), None) == "stale"
    assert outcome_of(tmp_path, source, correction(), unreadable) == "stale"


def test_each_source_is_read_once(tmp_path, source):
    read = []

    def process(path):
        read.append(path)
        return marlshire()

    for cell in (PUBLIC, RESOURCES):
        save(correction(cell, source=str(source)), tmp_path)

    assert len(list(replay(filed(tmp_path), process))) == 2
    assert read == [source]


def test_a_record_that_an_older_version_corrected_is_still_read(known):
    cell = f"quote/{marlshire().quotes[0].parts[0].start}"
    record, _ = correct(marlshire(), [correction(cell, "A | b | c", was=None)], known)
    content = json.loads(record.model_dump_json())
    content["quotes"][0]["speaker"]["resolved_by"] = "correction"
    del content["by_rules"]["origins"], content["by_rules"]["authors"]
    old = Record.model_validate_json(json.dumps(content))

    assert old.quotes[0].speaker.resolved_by is None
    assert uncorrected(old).quotes == marlshire().quotes
    assert uncorrected(old).document == marlshire().document


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("document/published", None),
        ("marlshire/lead_inspector", None),
        (f"quote/{marlshire().quotes[0].parts[0].start}", None),
        (PUBLIC, " "),
    ],
    ids=["a field", "a field of an inspection", "a speaker", "a grade can only go"],
)
def test_an_empty_value_means_nothing_where_a_cell_may_say_nothing(cell, value):
    made = decision(marlshire(), cell, " ", reason="misread", reviewer="A. Reader")

    assert made.value == value


@pytest.mark.parametrize(
    "content",
    [each for name, each in vars(content).items() if name.endswith("Content")],
    ids=lambda content: content.__name__,
)
def test_content_has_the_keys_of_what_it_is_the_content_of(content):
    model = getattr(records, content.__doc__.split("`records.")[1].split("`")[0])

    assert set(content.__annotations__) <= set(model.model_fields)
