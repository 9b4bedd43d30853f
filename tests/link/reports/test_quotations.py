"""The blocks of a report in which somebody is quoted."""

import pytest

from pipeline.document import Extent
from pipeline.findings import QuoteFinding, QuoteKind, Speaker, Trace
from pipeline.issues import Code, Issue
from pipeline.link.reports.quotations import spoken
from tests.link.reports.conftest import document, paragraph, running

QUOTING = "One carer said: ‘They listen to us and they come back.’"
SAID = "They listen to us and they come back."


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (QUOTING, True),
        ("One carer said: “They listen to us and they come back.”", True),
        ("Help at the ‘front door’ has improved.", False),
        ("Children’s plans and carers’ views are known to their workers.", False),
    ],
    ids=["single marks", "double marks", "a term", "apostrophes"],
)
def test_only_what_quotes_somebody_is_marked(text, quotes):
    report = document(paragraph("Staff stay. " * 1000), paragraph(text))

    found = spoken(report)

    assert (found.document.text if found else None) == (text if quotes else None)


def test_running_lines_quote_nobody():
    report = document(paragraph("Staff stay. " * 1000), running(QUOTING))

    assert spoken(report) is None


def test_a_short_document_is_marked_as_a_whole():
    report = document(paragraph("Staff stay."), paragraph("Plans are good."))

    assert spoken(report).document.text == report.text


def test_findings_return_to_where_they_stand_in_the_whole():
    report = document(
        paragraph("Staff stay. " * 1000),
        paragraph(QUOTING),
        paragraph("It is so."),
        paragraph(QUOTING),
    )
    found = spoken(report)
    text = found.document.text
    part = Extent(text.rindex(SAID), text.rindex(SAID) + len(SAID))
    cue = Extent(text.rindex("said"), text.rindex("said") + 4)
    mention = Extent(text.rindex("One carer"), text.rindex("One carer") + 9)
    quote = QuoteFinding(
        QuoteKind.DIRECT,
        (part,),
        cue,
        Speaker(role="carer", mention=mention),
        "cue",
        Trace("x"),
    )

    back = found.restored(quote)
    issue = found.restored(Issue(Code.UNCLOSED_QUOTE, "never closed", (part,)))

    assert back.parts[0].start == report.text.rindex(SAID)
    assert report.words(back.parts[0]) == SAID
    assert report.words(back.cue) == "said"
    assert report.words(back.speaker.mention) == "One carer"
    assert issue.spans == back.parts
