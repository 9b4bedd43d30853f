"""The data's schema and what goes wrong with it."""

import pytest

from pipeline import knowledge
from pipeline.errors import DataError

FRAMEWORK = """\
slug = "libraries"
name = "Libraries"
programme = "libraries"
inspectorate = "ofsted"
cycle = "2020 onwards"
first_year = 2020
inspects = ["library"]
overall = false
confidence = "low"

[[scale]]
slug = "good"
label = "Good"

[[areas]]
slug = "books"
label = "Books"
"""


def test_a_folder_adds_to_what_is_shipped(loaded, known):
    more = loaded(frameworks__libraries=FRAMEWORK)

    assert more.frameworks.keys() == {*known.frameworks, "libraries"}


def test_an_entry_with_the_same_slug_replaces_ours(loaded):
    ofsted = '[[inspectorates]]\nslug = "ofsted"\nname = "Office of Tests"\n'

    assert (
        loaded(inspectorates=ofsted).inspectorates["ofsted"].name == "Office of Tests"
    )


def test_a_cue_of_the_same_name_replaces_ours_and_leaves_the_others(loaded, known):
    cue = '[[cues]]\nname = "library_service"\nwhy = "x"\nwords = ["library service"]\n'
    more = loaded(cues__body_forms=cue).cues["body_forms"]

    assert more.keys() == {*known.cues["body_forms"], "library_service"}


def test_the_digest_tells_data_apart(loaded, known):
    assert loaded(frameworks__libraries=FRAMEWORK).digest != known.digest


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("first_year = 2020", 'first_year = "2020"', "first_year"),
        ("first_year = 2020", "", "first_year: it is missing; add it"),
        (
            "overall = false",
            "overall = false\ncolour = 1",
            "colour: there is no such key; check its spelling",
        ),
        (
            'inspectorate = "ofsted"',
            'inspectorate = "nobody"',
            "'nobody' is not known; add it to inspectorates.toml",
        ),
        ('slug = "good"', 'slug = "Good!"', "scale.0.slug: 'Good!': small letters"),
        (
            'label = "Books"',
            'label = "Books"\nearlier = ["x"]',
            "'x' is no area before; there are none",
        ),
        (
            "overall = false",
            'overall = false\nprevious = "x"',
            "'x' is not known; name a framework",
        ),
        (
            'label = "Books"\n',
            'label = "Books"\n[[examples]]\ntext = "x"\ngrades = { pens = "good" }\n',
            "'pens' is no area of it",
        ),
        (
            'label = "Books"\n',
            'label = "Books"\n[[examples]]\ntext = "x"\ngrades = { books = "bad" }\n',
            "'bad' is no grade of it",
        ),
        (
            'label = "Books"\n',
            'label = "Books"\n[[areas]]\nslug = "books"\nlabel = "B"\n',
            "twice",
        ),
        ("[[scale]]", "[[scale", "not TOML"),
    ],
    ids=[
        "wrong type",
        "missing",
        "unforeseen",
        "unknown inspectorate",
        "no slug",
        "area not in the cycle before",
        "unknown cycle before",
        "example with an unknown area",
        "example with an unknown grade",
        "slug twice",
        "not TOML",
    ],
)
def test_a_file_that_does_not_hold_stops_the_start_with_a_line(
    loaded, tmp_path, old, new, problem
):
    with pytest.raises(DataError) as error:
        loaded(frameworks__libraries=FRAMEWORK.replace(old, new))

    assert any(problem in line for line in error.value.args)
    path = tmp_path / "frameworks" / "libraries.toml"
    assert all(line.startswith(f"{path}: ") for line in error.value.args)


def test_every_problem_has_its_line(loaded):
    broken = FRAMEWORK.replace("2020\n", "'x'\n").replace("false", "1")

    with pytest.raises(DataError) as error:
        loaded(frameworks__libraries=broken)

    assert len(error.value.args) == 2


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(DataError, match="no such folder"):
        knowledge.load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "remedy"),
    [(".", "name one with frameworks/"), ("frameworks", "name the folder above it, ")],
    ids=["anything", "a part of one"],
)
def test_a_folder_that_holds_no_data_is_named(tmp_path, name, remedy):
    (tmp_path / "more" / "frameworks").mkdir(parents=True)
    (tmp_path / "more" / "frameworks" / "libraries.toml").write_text(FRAMEWORK, "utf-8")
    folder = tmp_path if name == "." else tmp_path / "more" / name

    with pytest.raises(DataError) as error:
        knowledge.load(folder)
    assert f"{folder}: no folder of data; {remedy}" in str(error.value)


def test_words_of_some_cues_or_of_all(known):
    forms = known.cues["body_forms"]

    assert known.words("body_forms", "hospice") == forms["hospice"].words
    assert len(known.words("body_forms")) == sum(len(c.words) for c in forms.values())


def test_a_family_of_ours_with_more_words_is_in_every_phrase_made_of_it(loaded):
    more = loaded(
        cues__families='[[cues]]\nname = "kin"\nwhy = "x"\nwords = ["nanna"]\n'
    )

    assert "nanna-of-two" in more.cues["roles"]["telling"].words
    assert "mum-of-two" not in more.cues["roles"]["telling"].words


def test_months_are_a_family(known):
    assert "back in june" in known.cues["previous"]["last_year"].words


def test_what_bodies_are_called_is_a_family_for_one_and_one_for_several(loaded):
    mine = '[[cues]]\nname = "library"\nwhy = "x"\nwords = ["the library"]\n'
    more = loaded(cues__body_generics=mine)

    assert "another library" in more.cues["vetoes"]["elsewhere"].words
    assert "both libraries" in more.cues["inspections"]["together"].words


def test_a_phrase_of_no_family_is_named_with_its_cue(loaded):
    mine = '[[cues]]\nname = "one"\nwhy = "x"\nwords = ["the {sort}"]\n'

    with pytest.raises(
        DataError, match=r"cues/mine.toml: one: 'the \{sort\}': no such"
    ):
        loaded(cues__mine=mine)
