"""What fuzzing found stays mended; a few random inputs look for more."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.cues import WRITINGS
from tests.fuzz.targets import MADE, holds, is_quoted, is_read

FOUND = sorted(Path(__file__).parent.glob("fuzz/found/*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_broke_once_breaks_no_more(path):
    is_read(path.read_bytes())
    is_quoted(path.read_bytes())


@pytest.mark.parametrize("target", MADE)
def test_random_inputs_break_no_target(target):
    @settings(max_examples=40, deadline=None, derandomize=True)
    @given(st.binary(max_size=200))
    def check(data):
        holds(target, MADE[target](data))

    check()


LOOKED_UP = {
    "services": (
        "Saltby Hospital has been inspected by the Care Quality Commission (CQC).\n\n",
        "At the hospital the following service was found. {} was rated inadequate.\n\n",
    ),
    "body_generics": (
        (
            "The CQC and Ofsted have rated homes, schools and others. Mill House care"
            " home, Ash Surgery, Saltby Primary School, Bell Hospital, Dell Nursery,"
            " Saltby Council, Hill Children's Home and HMP Saltby were inspected.\n\n"
        ),
        "Fernlea, one of its {} in Saltby, was rated good.\n\n",
    ),
    "speech": ("", "“The home {} failed,” {} Ann Reed, {} the home.\n\n"),
}
"""Files whose words, found in a text, are looked up again; and articles for them."""


@pytest.mark.parametrize("way", WRITINGS.values(), ids=WRITINGS)
@pytest.mark.parametrize("file", LOOKED_UP)
def test_words_of_the_data_are_found_however_they_are_written(known, file, way):
    start, line = LOOKED_UP[file]
    words = {word for cue in known.cues[file].values() for word in cue.words}
    varied = sorted(word for word in words if set(word) & set(" -'"))
    written = (way(word.removeprefix("the ")) for word in varied)
    text = start + "".join(line.replace("{}", word) for word in written)
    is_read(text.encode())
