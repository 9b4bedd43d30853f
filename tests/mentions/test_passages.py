"""Passages between quotation marks, of every make and with every slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.marks import Paragraph
from pipeline.mentions.passages import passages

ELISIONS = frozenset({"em", "twas", "n"})


def found(text):
    """Each passage with its family and its ending; paragraphs are lines."""
    paragraphs, offset = [], 0
    for line in text.splitlines(keepends=True):
        aside = not line.rstrip().endswith((".", "”", '"', "'", "’"))
        if line.strip():
            paragraphs.append(Paragraph(offset, offset + len(line.rstrip()), aside))
        offset += len(line)
    return [
        (text[p.start : p.end], p.family, p.ending)
        for p in passages(text, paragraphs, ELISIONS)
    ]


CLOSED = {
    "curly": ("“It leaked.”", "It leaked.", "double"),
    "straight": ('"It leaked."', "It leaked.", "double"),
    "doubled single": ("''It leaked.''", "It leaked.", "double"),
    "backticks": ("``It leaked.''", "It leaked.", "double"),
    "guillemets": ("«It leaked.»", "It leaked.", "double"),
    "guillemets the other way": ("»It leaked.«", "It leaked.", "double"),
    "low marks": ("„It leaked.“", "It leaked.", "double"),
    "single": ("He said 'it leaked'.", "it leaked", "single"),
    "curly single": ("‘It leaked,’ he said.", "It leaked,", "single"),
    "curly opens, straight closes": ('“It leaked."', "It leaked.", "double"),
    "closing marks on both sides": ("”It leaked.”", "It leaked.", "double"),
    "opening marks on both sides": ("“It leaked.“", "It leaked.", "double"),
    "double opens, single closes": ("“It leaked.’", "It leaked.", "double"),
    "single inside double": (
        "\"He said 'no' twice.\"",
        "He said 'no' twice.",
        "double",
    ),
    "double inside single": (
        "'He said \"no\" twice.'",
        'He said "no" twice.',
        "single",
    ),
    "a nest closed with a space": ("\"He said 'no.' \"", "He said 'no.'", "double"),
    "double inside double": ("“He said “no” twice.”", "He said “no” twice.", "double"),
    "a plural owner inside": (
        "'The officers' work was late.'",
        "The officers' work was late.",
        "single",
    ),
    "after a bracket": ("(“It leaked.”)", "It leaked.", "double"),
    "before a dash": ("“It leaked”—twice", "It leaked", "double"),
    "a number": ("It was '24 per cent'.", "24 per cent", "single"),
}


@pytest.mark.parametrize(("text", "words", "family"), CLOSED.values(), ids=CLOSED)
def test_marks_of_every_make_close(text, words, family):
    assert [(words, family, "closed")] == found(text)


NOTHING = {
    "an owner": "The officers' dogs weren't fed.",
    "letters left out": "Tell 'em it was rock 'n' roll.",
    "decades": "It was like the '90s again.",
    "inches": 'A 12" pipe.',
    "names": "Mr O’Neill’s d’Arcy",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_apostrophes_open_nothing(text):
    assert found(text) == []


def test_each_paragraph_opens_and_only_the_last_closes():
    assert found("“One.\n“Two.\n“Three.”") == [
        ("One.", "double", "carried"),
        ("Two.", "double", "carried"),
        ("Three.", "double", "closed"),
    ]


def test_an_advert_between_the_paragraphs_is_passed_over():
    assert found("“One.\nAdvertisement\n“Two.”") == [
        ("One.", "double", "carried"),
        ("Two.", "double", "closed"),
    ]


def test_an_owner_at_the_start_of_a_carried_paragraph_closes_nothing():
    assert found("'One.\n'Officers' time is short.\n'Three.'") == [
        ("One.", "single", "carried"),
        ("Officers' time is short.", "single", "carried"),
        ("Three.", "single", "closed"),
    ]


def test_lost_paragraph_breaks_are_found_at_the_marks():
    assert found("“One. “Two. “Three.”") == [
        ("One.", "double", "carried"),
        ("Two.", "double", "carried"),
        ("Three.", "double", "closed"),
    ]


def test_a_mark_that_nothing_closes_ends_with_its_paragraph():
    assert found("“One.\nTwo.\n“Three.”") == [
        ("One.", "double", "unclosed"),
        ("Three.", "double", "closed"),
    ]


def test_a_paragraph_without_a_mark_before_it_may_close_the_one_before():
    assert found("“One.\nTwo.”\nThree.") == [
        ("One.", "double", "carried"),
        ("Two.", "double", "closed"),
    ]


@pytest.mark.parametrize("second", ["He said “Two.”", "Two” he said."])
def test_a_paragraph_with_words_outside_its_marks_does_not(second):
    assert found(f"“One.\n{second}")[0] == ("One.", "double", "unclosed")


def test_a_mark_after_a_new_introduction_shows_that_one_never_closed():
    assert found("“One two. Nina Kerr said: “Three. “Four.”") == [
        ("One two.", "double", "unclosed"),
        ("Three.", "double", "carried"),
        ("Four.", "double", "closed"),
    ]


def test_what_the_page_sets_apart_needs_no_marks():
    (passage,) = passages("It leaked.", [Paragraph(0, 10, quotation=True)], ELISIONS)

    assert (passage.start, passage.end, passage.family) == (0, 10, "block")


@given(st.text(alphabet="\"'“”‘’«»` .,!?sab\n—", max_size=80))
def test_any_text_gives_passages_in_order_inside_their_paragraphs(text):
    ends = [end for _, end in _extents(text)]

    assert ends == sorted(ends)


def _extents(text):
    paragraphs, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(offset, offset + len(line)))
        offset += len(line) + 1
    for passage in passages(text, paragraphs, ELISIONS):
        assert 0 <= passage.start < passage.end <= len(text)
        assert any(
            p.start <= passage.start and passage.end <= p.end for p in paragraphs
        )
        yield passage.start, passage.end


def test_items_of_a_list_belong_to_the_speech_around_them():
    """The bullets are not said, and the last one closes what the lead opened."""
    text = "“We want two things:\n- a phone\n- a sorry.”"
    starts = [0, text.index("- a phone"), text.index("- a sorry")]
    ends = [starts[1] - 1, starts[2] - 1, len(text)]
    paragraphs = [
        Paragraph(start, end, item=place > 0)
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    found = [
        (text[p.start : p.end], p.ending)
        for p in passages(text, paragraphs, frozenset())
    ]
    assert found == [
        ("We want two things:", "carried"),
        ("a phone", "carried"),
        ("a sorry.", "closed"),
    ]


def test_a_space_may_part_two_closing_marks():
    """A typesetter's thin space becomes a space: 'no man's land' "."""
    text = "They say it is “what one called ‘no man's land’ ”, and 'worse than that'."
    found = [
        text[p.start : p.end]
        for p in passages(text, [Paragraph(0, len(text))], frozenset())
    ]
    assert found == ["what one called ‘no man's land’", "worse than that"]
