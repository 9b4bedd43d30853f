"""The page stands alone, carries everything, and trusts nothing it carries."""

import json
import re

from pipeline.review import page
from tests.factories import Text, inspection, marlshire, quote, record

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028-->"


def html(known, *records, live=None):
    return "".join(page(records, known, name="a<b>.jsonl", live=live))


def data(text, name):
    """What a script element of data holds."""
    (content,) = re.findall(rf'id="{name}">(.*?)</script>', text, re.DOTALL)
    return json.loads(content)


def test_it_needs_no_network(known):
    text = html(known, marlshire())

    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert "@import" not in text
    assert "url(" not in text


def test_the_policy_allows_its_own_script_and_style_and_nothing_else(known):
    (policy,) = re.findall(r'Policy" content="([^"]+)"', html(known, marlshire()))

    assert "default-src &#39;none&#39;" in policy
    assert "connect-src &#39;none&#39;" in policy
    assert len(re.findall("sha256-", policy)) == 2
    assert "unsafe" not in policy


def test_a_live_page_may_talk_to_its_own_server(known):
    assert "connect-src &#39;self&#39;" in html(known, marlshire(), live="/corrections")


def test_nothing_of_a_document_can_end_the_element_it_stands_in(known):
    hostile = record(
        HOSTILE,
        [inspection(HOSTILE)],
        quotes=[quote(Text(HOSTILE).span("alert(1)"), (HOSTILE, HOSTILE, HOSTILE))],
        title=HOSTILE,
        source=HOSTILE,
        url="javascript:alert(3)",
    )
    text = html(known, hostile)

    assert "<img" not in text
    assert text.count("</script>") == text.count("<script")
    assert data(text, "d0")["text"] == HOSTILE
