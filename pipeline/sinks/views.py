"""What people ask a database of grades: the newest ones, and what has changed."""

VIEWS: dict[str, str] = {
    "dated_grades": """\
SELECT
    g.document_id,
    g.inspection,
    g.position,
    i.inspectorate,
    i.programme,
    i.framework,
    i.body_type,
    COALESCE(i.body_id, i.body_name) AS body,
    i.body_name,
    COALESCE(g.area, g.area_label) AS area,
    g.area_label,
    g.grade,
    g.basis,
    COALESCE(i.published, i.inspected_to, d.published) AS dated
FROM grades AS g
JOIN inspections AS i
    ON i.document_id = g.document_id AND i.inspection = g.inspection
JOIN documents AS d ON d.id = g.document_id""",
    "newest_grades": """\
SELECT *
FROM (
    SELECT
        dated_grades.*,
        ROW_NUMBER() OVER (
            PARTITION BY body_type, body, programme, area
            ORDER BY
                dated DESC NULLS LAST,
                CASE basis WHEN 'stated' THEN 0 ELSE 1 END,
                document_id,
                inspection,
                position
        ) AS place
    FROM dated_grades
) AS ranked
WHERE place = 1""",
    "changes": """\
SELECT
    document_id,
    body_type,
    body,
    body_name,
    programme,
    area,
    area_label,
    earlier_grade,
    CAST(earlier_dated AS TEXT) AS earlier_dated,
    grade,
    dated,
    'two documents' AS known_from
FROM (
    SELECT
        dated_grades.*,
        LAG(grade) OVER in_time AS earlier_grade,
        LAG(dated) OVER in_time AS earlier_dated
    FROM dated_grades
    WHERE dated IS NOT NULL
    WINDOW in_time AS (
        PARTITION BY body_type, body, programme, area
        ORDER BY dated, document_id, inspection, position
    )
) AS in_order
WHERE grade <> earlier_grade AND dated > earlier_dated
UNION ALL
SELECT
    n.document_id,
    n.body_type,
    n.body,
    n.body_name,
    n.programme,
    n.area,
    n.area_label,
    p.grade,
    p.when_stated,
    n.grade,
    n.dated,
    'one document'
FROM dated_grades AS n
JOIN previous_grades AS p
    ON p.document_id = n.document_id
    AND p.inspection = n.inspection
    AND COALESCE(p.area, p.area_label) = n.area
WHERE p.grade <> n.grade""",
}
"""The query behind each view, for SQLite and PostgreSQL; the others rest on the first.

`dated_grades` has every current grade with the best date known for it; a body that no
register lists goes by its name. `newest_grades` keeps the last one of each body,
programme and area. `changes` has grades that differ from the one before, as two
documents show or as one says itself.
"""
