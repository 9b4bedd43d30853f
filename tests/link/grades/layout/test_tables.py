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


@pytest.mark.parametrize("head", ["th", "td"])
def test_a_tick_stands_for_its_column(inspection, head):
    assert grades(inspection(*TICKED, head=head)) == {
        "preventing_crime": "good",
        "investigating_crime": "adequate",
    }


def test_a_column_of_areas_may_be_empty(inspection):
    found = inspection(
        "Outstanding|Good|Adequate", "Preventing crime||Managing offenders"
    )

    assert grades(found) == {
        "preventing_crime": "outstanding",
        "managing_offenders": "adequate",
    }


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


GOOD = {"preventing_crime": "good"}
ONCE_ADEQUATE = {"preventing_crime": "adequate"}


@pytest.mark.parametrize(
    "rows",
    [
        ("Area|Grade|Change", "Preventing crime|Good|↑ from adequate"),
        ("Area|Grade|Change", "Preventing crime|Good|Up from adequate"),
        ("Area|Grade|Before that", "Preventing crime|Good|Adequate"),
        ("Area|Previous grade|New grade", "Preventing crime|Adequate|Good"),
        ("Area|Grade|2018/19", "Preventing crime|Good|Adequate"),
        ("Area|Grade in 2019|Grade in 2022", "Preventing crime|Adequate|Good"),
        ("Area|Grade", "Preventing crime|Good (was adequate)"),
        ("Area|Grade", "Preventing crime|Good (up from adequate)"),
        ("Area|Grade", "Preventing crime|Good, previously adequate"),
        ("Area|Grade", "Preventing crime|Adequate → Good"),
        ("Area|Grade", "Preventing crime|from adequate to good"),
        ("Year|Preventing crime", "2019|Adequate", "2022|Good"),
        ("Report|Preventing crime", "This one|Good", "Previous|Adequate"),
    ],
    ids=" / ".join,
)
def test_a_table_tells_this_grade_from_the_last(inspection, rows):
    found = inspection(*rows, head="th")

    assert grades(found) == GOOD
    assert {grade.area: grade.grade for grade in found.previous_grades} == ONCE_ADEQUATE


@pytest.mark.parametrize(
    "rows",
    [
        ("Area|Grade|Change", "Preventing crime|Good|no change"),
        ("Area|Grade", "Preventing crime|Good (unchanged)"),
    ],
    ids=["cell", "brackets"],
)
def test_a_grade_that_has_not_changed_was_the_last_one_too(inspection, rows):
    found = inspection(*rows, head="th")

    assert grades(found) == GOOD
    assert {grade.area: grade.grade for grade in found.previous_grades} == GOOD


def test_a_row_may_list_the_areas_of_its_grade(inspection):
    found = inspection(
        "Grade|Areas",
        "Good|Preventing crime; managing offenders",
        "Adequate|Investigating crime",
        head="th",
    )

    assert grades(found) == {
        "preventing_crime": "good",
        "managing_offenders": "good",
        "investigating_crime": "adequate",
    }


def test_a_column_may_be_a_bodys():
    rows = "<tr><th>Area</th><th>Kent</th><th>Essex</th></tr>" + "".join(
        f"<tr><td>{area}</td><td>Good</td><td>Adequate</td></tr>"
        for area in ("Preventing crime", "Investigating crime")
    )
    page = PAGE.format(rows=rows).replace(
        "</table>", "</table><p>Essex Police and Kent Police serve two counties.</p>"
    )
    found = pipeline.process(page.encode()).inspections

    assert {each.body.name: grades(each)["preventing_crime"] for each in found} == {
        "Kent Police": "good",
        "Essex Police": "adequate",
    }


@pytest.mark.parametrize(
    "rows",
    [
        ("Area|Grade|Last time", "Preventing crime|Good|Same"),
        ("Area|Grade", "Preventing crime|Good ↔"),
        ("Area|Grade", "Preventing crime|Good (2019: Good)"),
    ],
    ids=["same", "arrow", "year in brackets"],
)
def test_a_cell_may_say_that_the_grade_was_the_same(inspection, rows):
    found = inspection(*rows, "Investigating crime|Adequate|Good")

    earlier = {grade.area: grade.grade for grade in found.previous_grades}
    assert grades(found)["preventing_crime"] == "good"
    assert earlier["preventing_crime"] == "good"


def test_counts_under_grades_are_this_inspections_in_the_latest_year(inspection):
    found = inspection("Year|Outstanding|Good|Adequate", "2019|0|2|7", "2022|1|4|4")

    assert {tally.grade: tally.count for tally in found.tallies} == {
        "outstanding": 1,
        "good": 4,
        "adequate": 4,
    }


HOMES = """<html><head><title>How Fellshire's homes fared</title>
<meta property="article:published_time" content="2024-03-04"></head>
<body><main><h1>How Fellshire's homes fared</h1>
<p>The Care Quality Commission has published new ratings of two care homes.</p>
<table><tr><th>Home</th><th>Before</th><th>Now</th></tr>
<tr><td>Larch House</td><td>Good</td><td>Requires improvement</td></tr>
<tr><td>Elm Court</td><td>Inadequate</td><td>Good</td></tr></table>
</main></body></html>"""


def test_a_row_gives_its_body_the_grade_on_the_whole_before_and_now():
    record = pipeline.process(HOMES.encode())

    found = {
        each.body.name: (
            [(grade.area, grade.grade) for grade in each.grades],
            [(grade.area, grade.grade) for grade in each.previous_grades],
        )
        for each in record.inspections
    }
    assert found == {
        "Larch House": ([("overall", "requires_improvement")], [("overall", "good")]),
        "Elm Court": ([("overall", "good")], [("overall", "inadequate")]),
    }
