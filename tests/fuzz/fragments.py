"""What the fuzzed articles and pages are made of, one fragment a byte."""

_WORDS = """
Northshire Police|HMICFRS|Ofsted|the Care Quality Commission|Ash Lane School|HMP Gorse
Chief Constable Ada Thorne|Ms Reed|she|he|they|the force|the service|the report
inspectors|was rated|was graded|has been rated|rated|graded|judged to be|is|are|remains
good|outstanding|adequate|inadequate|requires improvement|requiring improvement|Good
Requires improvement|‘good’|“outstanding”|“adequate|reasonably good|excellent
responding to the public|preventing crime|leadership and management|safe|well-led|caring
quality of education|all areas|both areas|the remaining|all other areas|all but one
in two areas|in three of nine areas|four areas|one area|respectively|overall|also|not
up from|down from|previously|in 2019|last year|on 12 May 2023|since the last inspection
said|says|told|added|according to|who|which|that|it|its|and|or|but|while|with|for|at|of
the|a|to|in|by|score of 26/36|26|36|1|2|nine
"""

PROSE = (
    *(f"{word} " for word in _WORDS.strip().replace("\n", "|").split("|")),
    *(", ", "; ", ": ", ". ", "! ", "? ", " - ", " – ", "… ", "(", ")", "[", "]", "/"),
    *("“", "”", "‘", "’", '"', "'", "«", "»", "“ ", " ”", "’s ", "\n", "\n\n", "\t"),
    *("\r\n", "- ", "* ", "• ", "|", "\u00a0", "\u200b", "\ufeff", "\u2028", "é", "😀"),
)

_TAGS = """
html head body main article section div p h1 h2 h3 ul ol li table tr td th blockquote
span a b i br img figure figcaption script style noscript template form nav footer time
header aside title meta pre iframe svg details dl dt dd q cite
"""
_ODDITIES = """
<!-- --> <![CDATA[ ]]> <? < > & &amp; &#0; &#x1F600; &nbsp; &rsquo; &bogus; <p\tclass="
<p\thidden\tclass="x"> <a\thref=" <meta\tcharset="utf-16"> <meta\tcharset="latin-1">
<time\tdatetime="2023-05-12"> <td\tcolspan="9999"> [ { } " ' = / 😀
<script\ttype="application/ld+json">{"@type":"NewsArticle","author":
"""

HTML = (
    *(f"<{tag}>" for tag in _TAGS.split()),
    *(f"</{tag}>" for tag in _TAGS.split()),
    *PROSE[:40],
    *(oddity.replace("\t", " ") for oddity in _ODDITIES.replace("\n", " ").split(" ")),
    *("\n", "\t", "\u00a0", "\u2028"),
)
