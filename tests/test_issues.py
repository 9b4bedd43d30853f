import re

from pipeline.issues import Code, Issue
from pipeline.records import IssueRecord


def test_codes_are_slugs_in_lower_case():
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in Code)


def test_every_severity_can_be_stored():
    allowed = set(IssueRecord.model_fields["severity"].annotation.__args__)

    assert set(Issue.__annotations__["severity"].__args__) == allowed


def test_an_issue_warns_unless_it_says_more():
    assert Issue(Code.UNKNOWN_AREA, "the area is in no framework").severity == "warning"
