"""Which cycle of a programme a text says it is about."""

import pytest

from pipeline import process
from pipeline.link.inspections.programmes.cycles import names_of

RATINGS = """Fenmarsh Fire and Rescue Service: HMICFRS ratings, {}

Understanding fires and other risks: Good
Preventing fires and other risks: Adequate
Making best use of resources: Requires improvement
"""


@pytest.mark.parametrize(
    ("cycle", "names"),
    [
        ("2021/22", {"2021-22"}),
        ("2023-2025", {"2023-25"}),
        ("Round 3 (2023-2025)", {"2023-25", "round 3"}),
        ("2025-27 (round 4)", {"2025-27", "round 4"}),
        ("November 2023 onwards", set()),
    ],
    ids=["a year's end", "years", "a round and years", "years and a round", "neither"],
)
def test_a_cycle_has_years_and_perhaps_a_number(cycle, names):
    assert names_of(cycle) == names


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("2023-25 inspection", "frs-round3"),
        ("2023–2025", "frs-round3"),
        ("2025/27", "frs-2025-27"),
        ("Round 3", "frs-round3"),
        ("round four", "frs-2025-27"),
        ("third round", "frs-round3"),
        ("March 2024", None),
    ],
    ids=[
        "years",
        "in full",
        "with a stroke",
        "a round",
        "in words",
        "an ordinal",
        "no cycle",
    ],
)
def test_a_cycle_in_so_many_words_decides(said, slug):
    (inspection,) = process(RATINGS.format(said)).inspections

    assert inspection.framework == slug


@pytest.mark.parametrize(
    "text",
    [
        "The force is good at preventing crime, up from inadequate in 2018/19.",
        "The force is good at preventing crime, compared with inadequate in 2018/19.",
        "It is good at preventing crime. In its last report, of 2018/19, it was poor.",
        "In PEEL 2023-25 the force is good at preventing crime. In 2018/19 it was not.",
    ],
    ids=["up from", "compared with", "the inspection before", "the later of two"],
)
def test_a_cycle_that_is_recalled_is_not_this_one(text):
    record = process(f"HMICFRS has inspected Norshire Police.\n\n{text}\n")

    assert record.inspections[0].framework != "peel-2018-19"
