"""A grade is deduced exactly when every possible assignment agrees on it."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.deduce import deduced, possible

SCALE = ("outstanding", "good", "adequate", "inadequate")
ALL = frozenset(SCALE)


def one(grade):
    return frozenset((grade,))


def test_what_is_left_over_goes_to_the_areas_left_over():
    domains = {"calls": one("inadequate"), "crime": ALL, "staff": ALL}

    found = deduced(domains, {"inadequate": 1, "good": 2}, {"calls"})

    assert found == {"crime": "good", "staff": "good"}


def test_nothing_follows_where_two_grades_are_left():
    domains = {"calls": ALL, "crime": ALL}

    assert deduced(domains, {"good": 1, "adequate": 1}) == {}


def test_a_half_of_the_scale_decides_together_with_a_count():
    better = frozenset(("outstanding", "good"))
    domains = {"calls": better, "crime": ALL, "staff": ALL}

    found = deduced(domains, {"good": 1, "adequate": 2})

    assert found == {"calls": "good", "crime": "adequate", "staff": "adequate"}


def test_a_half_of_the_scale_alone_decides_nothing():
    better = frozenset(("outstanding", "good"))

    assert deduced({"calls": better}, {}) == {}


def test_grades_without_a_count_stay_possible():
    assert deduced({"calls": ALL, "crime": ALL}, {"good": 1}) == {}


@pytest.mark.parametrize(
    "counts",
    [{"good": 3}, {"inadequate": 0}, {"good": 1, "adequate": 1, "inadequate": 1}],
    ids=["more than areas", "fewer than stated", "together more than areas"],
)
def test_contradicting_counts_prove_nothing(counts):
    domains = {"calls": one("inadequate"), "crime": ALL}

    assert deduced(domains, counts, {"calls"}) is None


def assignments(domains, counts):
    """Every assignment that satisfies the constraints, by brute force."""
    for grades in product(*domains.values()):
        listed = Counter(grades)
        if all(listed[grade] == count for grade, count in counts.items()):
            yield dict(zip(domains, grades, strict=True))


cases = st.tuples(
    st.lists(
        st.frozensets(st.sampled_from(SCALE), min_size=1), min_size=1, max_size=5
    ).map(lambda domains: {f"area {n}": grades for n, grades in enumerate(domains)}),
    st.dictionaries(st.sampled_from(SCALE), st.integers(0, 4)),
)


@given(cases)
@settings(max_examples=400, deadline=None)
def test_the_proof_agrees_with_brute_force(case):
    domains, counts = case
    every = list(assignments(domains, counts))

    found = deduced(domains, counts)

    assert possible(domains, counts) == bool(every)
    if not every:
        assert found is None
    else:
        agreed = {
            area: every[0][area]
            for area in domains
            if len({assignment[area] for assignment in every}) == 1
        }
        assert found == agreed


def test_many_areas_are_no_trouble():
    domains = {f"area {n}": ALL for n in range(60)}

    found = deduced(domains, {"good": 30, "adequate": 30})

    assert found == {}
