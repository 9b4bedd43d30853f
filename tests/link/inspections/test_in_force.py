"""Which cycle of a programme an inspection is read by."""

from pipeline import process

PAGE = (
    '<html><head><meta property="article:published_time" content="2023-09-14">'
    "</head><body><main>"
    "<h1>Report on Fenmarsh Fire and Rescue Service</h1><p>Fenmarsh Fire and Rescue "
    "Service was inspected by HMICFRS in February, and its report is now published.</p>"
    "<table><tr><th>Area</th><th>Grade</th></tr><tr><td>Understanding fire and risk"
    "</td><td>Good</td></tr><tr><td>Preventing fire and risk</td><td>{}</td></tr>"
    "</table></main></body></html>"
)


def test_a_grade_that_fills_a_cell_tells_the_cycle():
    (inspection,) = process(PAGE.format("Adequate").encode()).inspections

    assert inspection.framework == "frs-round3"
    assert [grade.grade for grade in inspection.grades] == ["good", "adequate"]
