"""All data files: they hold, are in one form, and their examples prove them."""

import tomllib
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from pipeline import knowledge
from pipeline.frameworks import ambiguous, unproved
from pipeline.link.tape.alphabet import ASIDE, KINDS
from pipeline.names import names_in
from pipeline.names.forms import Forms
from pipeline.wordings import key_of, lexicon
from pipeline.words.phrases import words_of
from tests.tidy import normal_form, tidy

KNOWN = knowledge.load()
FRAMEWORKS = KNOWN.frameworks.values()
FILES = sorted(
    path
    for folder in ("frameworks", "bodies")
    for path in (knowledge.SHIPPED / folder).glob("*.toml")
)
CUES = sorted((knowledge.SHIPPED / "cues").glob("*.toml"))
LONGEST = 120
GRADED = [
    f for f in FRAMEWORKS if f.scale and any(a.graded != "never" for a in f.areas)
]
WITHOUT_EXAMPLES = {"ofsted-cqc-area-send-2023", "ofsted-lscb-review-2013-2018"}
"""Read in the inspectorate's own reports alone, whose layout has tests of its own."""


def slug(framework):
    return framework.slug


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_are_in_normal_form(path):
    text = path.read_text("utf-8")

    assert text == normal_form(tomllib.loads(text))


@pytest.mark.parametrize("path", CUES, ids=lambda path: path.name)
def test_files_of_cues_are_in_normal_form_with_words_that_go_together_on_a_line(path):
    text = path.read_text("utf-8")

    assert text == tidy(path), "run: python -m tests.tidy"
    assert max(map(len, text.splitlines())) <= LONGEST


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_framework_file_bears_its_slug(path):
    content = tomllib.loads(path.read_text("utf-8"))

    assert content.get("slug", path.stem) == path.stem


@pytest.mark.parametrize("framework", GRADED, ids=slug)
def test_a_framework_has_examples(framework):
    assert bool(framework.examples) == (framework.slug not in WITHOUT_EXAMPLES)


@pytest.mark.parametrize("framework", [f for f in FRAMEWORKS if f.examples], ids=slug)
def test_examples_yield_exactly_their_grades(framework):
    assert list(unproved(framework)) == []


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=slug)
def test_no_wording_names_two_areas(framework):
    assert list(ambiguous(KNOWN, framework)) == []


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=slug)
def test_every_wording_leads_to_its_area(framework):
    words = lexicon(KNOWN)
    meant = words.areas[framework.slug]

    for area in framework.areas:
        for wording in area.all_wordings:
            key = key_of(wording, words.families, words.fillers)
            assert area.slug in meant[key], wording


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=slug)
def test_a_wording_is_given_once(framework):
    for area in framework.areas:
        folded = [wording.casefold() for wording in area.wordings]
        assert len(folded) == len(set(folded))


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=slug)
def test_the_overall_judgement_is_the_area_overall(framework):
    if framework.overall and framework.slug not in {
        "estyn-2010-2017",  # two judgements stand for it
        "ofsted-apa-2007-2011",  # the whole service is the one area
        "ofsted-cqc-area-send-2023",  # an outcome, not a grade
    }:
        assert "overall" in framework.area_by_slug


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=slug)
def test_score_bands_touch_and_end_at_the_most(framework):
    bands = sorted(grade.score for grade in framework.scale if grade.score)

    assert all(low[1] + 1 == high[0] for low, high in pairwise(bands))
    if bands and framework.score_max:
        assert bands[-1][1] == framework.score_max


def test_cycles_of_a_programme_follow_each_other():
    for framework in FRAMEWORKS:
        if framework.previous:
            before = KNOWN.frameworks[framework.previous]
            assert before.first_year <= framework.first_year


def test_no_two_bodies_of_a_type_share_a_name():
    owners = defaultdict(set)
    for body in KNOWN.bodies.values():
        for name in (body.name, *body.aliases):
            owners[body.type, name.casefold()].add(body.id)

    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_successors_and_councils_served_are_in_their_registers():
    for body in KNOWN.bodies.values():
        assert not body.successor or (body.type, body.successor) in KNOWN.bodies
        for council in body.serves:
            assert ("local_authority", council) in KNOWN.bodies


def test_types_of_bodies_that_frameworks_inspect_have_a_form_or_a_register():
    forms = Forms(KNOWN)
    told = {
        *(body.type for body in KNOWN.bodies.values()),
        *KNOWN.cues["body_forms"],
        *KNOWN.cues["body_forms_before"],
    }
    missing = {kind for f in FRAMEWORKS for kind in f.inspects} - told

    assert forms.registered
    assert missing == {
        "care_service",  # the Care Inspectorate's word for all but homes
        "childminder",  # a person, by her name
        "domiciliary_support_service",
        "local_area",
        "local_safeguarding_children_board",  # in its council's report alone
        "nps_division",
        "support_service",
        "youth_offending_team",
    }


@pytest.mark.parametrize(
    "cue",
    [
        pytest.param(cue, id=f"{file}#{cue.name}")
        for file, cues in KNOWN.cues.items()
        for cue in cues.values()
    ],
)
def test_a_cue_says_no_words_twice(cue):
    assert [word for word, times in Counter(cue.words).items() if times > 1] == []


def test_no_words_of_the_alphabet_have_two_signs():
    """What is kept beside the tape ("was once again") may have a sign on it too."""
    owners = defaultdict(list)
    for (file, name), kind in KINDS.items():
        for words in KNOWN.cues[file][name].words if kind != ASIDE else ():
            owners[words.replace("’", "'")].append(name)

    assert {words: names for words, names in owners.items() if len(names) > 1} == {}


def test_every_family_is_part_of_some_phrase():
    written = "".join(path.read_text("utf-8") for path in CUES)

    assert [
        name for name in KNOWN.cues["families"] if f"{{{name}}}" not in written
    ] == []


@pytest.mark.parametrize(
    ("file", "cue"),
    [
        (file, cue)
        for file, cues in KNOWN.cues.items()
        if file.startswith("body_") or file in {"inspections", "documents"}
        for cue in cues.values()
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_cue_is_lower_case_words_given_once(file, cue):
    del file

    assert len(cue.words) == len(set(cue.words))
    for words in cue.words:
        assert words == words.lower()
        assert words_of(words)


@pytest.mark.parametrize(
    "cue",
    [
        cue
        for file in ("body_forms", "body_forms_before")
        for cue in KNOWN.cues[file].values()
    ],
    ids=lambda cue: cue.name,
)
def test_forms_tell_the_type_in_their_examples_and_nothing_else(cue):
    kind = "care_home" if cue.name == "care_home_by_house" else cue.name

    assert cue.examples
    for example in cue.examples:
        assert kind in {name.meaning.label for name in names_in(KNOWN, example)}
    for example in cue.counterexamples:
        assert kind not in {name.meaning.label for name in names_in(KNOWN, example)}
