"""One way to write each content: short lines, in the order of the keys."""

import tomllib

import pytest

from tests.tidy import groups_of, normal_form

LONG = "It acts where the words stand in a heading, and not where they are quoted. " * 3


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"b": 1, "a": True}, "b = 1\na = true\n"),
        ({"words": ["x", "y"]}, 'words = ["x", "y"]\n'),
        (
            {"words": ["x" * 50, "y" * 50]},
            f'words = [\n    "{"x" * 50}",\n    "{"y" * 50}",\n]\n',
        ),
        ({"why": 'so "called"'}, 'why = "so \\"called\\""\n'),
        ({"a key": 1}, '"a key" = 1\n'),
        ({"codes": {"urn": "1"}, "id": "x"}, 'id = "x"\n\n[codes]\nurn = "1"\n'),
        (
            {"cues": [{"name": "a"}, {"name": "b"}]},
            '[[cues]]\nname = "a"\n\n[[cues]]\nname = "b"\n',
        ),
    ],
    ids=[
        "keys in their order",
        "an array in a line",
        "or, where it is long, an entry a line",
        "marks escaped",
        "a key in marks",
        "values before tables",
        "tables apart",
    ],
)
def test_a_content_is_written(content, text):
    assert normal_form(content) == text


@pytest.mark.parametrize("end", ["", '"', "\\", '"""'])
def test_prose_is_folded_and_reads_back_as_one_line(end):
    why = LONG.strip() + end
    text = normal_form({"why": why})

    assert tomllib.loads(text) == {"why": why}
    assert max(map(len, text.splitlines())) <= 88


def test_a_value_that_no_data_file_has_is_refused():
    with pytest.raises(TypeError, match="no data file has a float"):
        normal_form({"share": 0.5})


def test_words_that_stand_on_one_line_stay_on_one_line():
    text = f'words = [\n    "one", "two",\n    "{"x" * 80}",\n]\n'

    assert normal_form(tomllib.loads(text), groups_of(text)) == text


def test_a_group_longer_than_a_line_goes_on_in_the_next():
    words = ["x" * 50] * 3
    row = ", ".join(f'"{word}"' for word in words)
    text = normal_form({"words": words}, groups_of(f"words = [\n{row},\n]"))

    assert [line.count("x" * 50) for line in text.splitlines()] == [0, 2, 1, 0]
