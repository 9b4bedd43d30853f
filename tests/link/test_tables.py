"""Tables: rows of areas, columns of years, grades, areas or ticks, rows of counts."""

import pytest

import pipeline

PAGE = """<html><head><title>Kent Police inspection</title>
<meta property="article:published_time" content="2022-05-09"></head>
<body><main><h1>Kent Police inspection: how we did</h1>
<p>HMICFRS has published its PEEL inspection of Kent Police today, and the chief
constable has welcomed it.</p>
<table>{rows}</table></main></body></html>"""


@pytest.fixture
def inspection():
    """The one inspection on a page with a table."""

    def of(*rows, head="td"):
        tags = [head, *["td"] * (len(rows) - 1)]
        cells = (
            "".join(f"<{tag}>{cell}</{tag}>" for cell in row.split("|"))
            for tag, row in zip(tags, rows, strict=True)
        )
        table = "".join(f"<tr>{row}</tr>" for row in cells)
        record = pipeline.process(PAGE.format(rows=table).encode())
        (found,) = record.inspections
        return found

    return of


def grades(inspection):
    return {grade.area or grade.area_label: grade.grade for grade in inspection.grades}


def test_a_row_gives_its_area_the_grade(inspection):
    found = inspection(
        "Area|Grade", "Preventing crime|Good", "Investigating crime|Inadequate"
    )

    assert grades(found) == {
        "preventing_crime": "good",
        "investigating_crime": "inadequate",
    }


def test_the_latest_year_is_this_inspection(inspection):
    found = inspection(
        "Area|2019|2022",
        "Preventing crime|Good|Adequate",
        "Investigating crime|Good|Good",
    )

    earlier = {grade.area: (grade.grade, grade.when) for grade in found.previous_grades}
    assert grades(found) == {
        "preventing_crime": "adequate",
        "investigating_crime": "good",
    }
    assert earlier["preventing_crime"] == ("good", "2019")


def test_areas_stand_under_their_grade(inspection):
    found = inspection(
        "Good|Adequate",
        "Preventing crime|Managing offenders",
        "Investigating crime|Responding to the public",
    )

    assert grades(found) == {
        "preventing_crime": "good",
        "investigating_crime": "good",
        "managing_offenders": "adequate",
        "responding_to_the_public": "adequate",
    }


TICKED = ("Area|Good|Adequate", "Preventing crime|✓|", "Investigating crime||✓")


def test_a_tick_stands_for_its_column(inspection):
    assert grades(inspection(*TICKED, head="th")) == {
        "preventing_crime": "good",
        "investigating_crime": "adequate",
    }


def test_a_tick_whose_column_is_lost_says_nothing(inspection):
    assert grades(inspection(*TICKED)) == {}


def test_a_row_of_numbers_is_a_tally(inspection):
    found = inspection("Grade|Areas", "Good|3", "Adequate|5")

    tallies = {tally.grade: tally.count for tally in found.tallies}
    assert grades(found) == {}
    assert tallies == {"good": 3, "adequate": 5}


def test_a_row_among_areas_that_nobody_knows_is_kept_as_written(inspection):
    found = inspection(
        "Area|Grade",
        "Preventing crime|Good",
        "Investigating crime|Good",
        "Drone policing|Adequate",
    )

    assert grades(found)["Drone policing"] == "adequate"
