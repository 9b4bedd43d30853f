"""What an element's tag, role, class and id say of everything inside it."""

import re
from functools import lru_cache


class Around:
    """What a block stands in, as bits of an int; handed down to everything inside.

    Plain numbers, since an `IntFlag` costs a microsecond for each `|`.
    """

    NAV = 1 << 0
    FOOTER = 1 << 1
    ASIDE = 1 << 2
    HEADER = 1 << 3
    FORM = 1 << 4
    HIDDEN = 1 << 5
    QUOTE = 1 << 6
    CAPTION = 1 << 7
    PRE = 1 << 8
    STORY = 1 << 9
    BYLINE = 1 << 10
    PROMOTION = 1 << 11
    COMMENT = 1 << 12
    HEAD_CELL = 1 << 13
    LAYOUT = 1 << 14
    TERM = 1 << 15
    CREDIT = 1 << 16
    """Who said the quotation that it stands in."""


FRAME = Around.NAV | Around.FOOTER | Around.ASIDE | Around.FORM | Around.HIDDEN
"""What is hardly ever part of a story."""

_OF_TAG = {
    "nav": Around.NAV,
    "menu": Around.NAV,
    "footer": Around.FOOTER,
    "aside": Around.ASIDE,
    "dialog": Around.ASIDE,
    "header": Around.HEADER,
    "form": Around.FORM,
    "fieldset": Around.FORM,
    "label": Around.FORM,
    "button": Around.FORM,
    "blockquote": Around.QUOTE,
    "figcaption": Around.CAPTION,
    "caption": Around.CAPTION,
    "pre": Around.PRE,
    "article": Around.STORY,
    "main": Around.STORY,
    "th": Around.HEAD_CELL,
    "thead": Around.HEAD_CELL,
    "dt": Around.TERM,
}
_OF_ROLE = {
    "navigation": Around.NAV,
    "menu": Around.NAV,
    "banner": Around.HEADER,
    "contentinfo": Around.FOOTER,
    "complementary": Around.ASIDE,
    "dialog": Around.ASIDE,
    "alertdialog": Around.ASIDE,
    "search": Around.FORM,
    "presentation": Around.LAYOUT,
    "none": Around.LAYOUT,
    "columnheader": Around.HEAD_CELL,
}
_TELLING = re.compile(
    r"(?:^|[\s\"'])(class|id|role|style|hidden|aria-hidden|data-component)"
    r"(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))|(?=[\s/]|$))",
    re.IGNORECASE,
)
_OF_CLASS = (
    (Around.QUOTE, re.compile(r"pull-?_?quote|block-?_?quote")),
    (Around.CAPTION, re.compile(r"caption(?!ed)")),
    (
        Around.COMMENT,
        re.compile(r"(?:^|[\s_-])comments?(?=$|[\s_-])|disqus|commentlist"),
    ),
    (
        Around.PROMOTION,
        re.compile(
            r"related|read-?_?(?:more|next)|more-(?:on|stories|from|news)"
            r"|most-?_?(?:read|popular)|recommend|newsletter|sign-?_?up|subscri"
            r"|promo(?!te)|(?:^|[\s_-])shar(?:e|ing)(?=$|[\s_-])|social(?![_-]?(?:embed|post|quote))|taboola|outbrain"
            r"|cookie|consent|gdpr|advert|(?:^|[\s_-])(?:ads?|mpu)(?=$|[\s_-])|sponsor"
            r"|trending|breadcrumb|tag-?list|(?:^|[\s_-])tags(?=$|\s)|pagination"
            r"|paywall|links-block|feedback",
        ),
    ),
    (
        Around.BYLINE,
        re.compile(
            r"byline|author|dateline|publish|timestamp|submitted|metadata(?=$|[\s_])"
            r"|(?:^|[\s_-])(?:post|entry|article)?-?_?(?:meta|date|info)(?=$|\s)",
        ),
    ),
    (
        Around.HIDDEN,
        re.compile(
            r"(?:^|\s)(?:hidden|hide|is-hidden|visually-?hidden|sr-only|d-none|noprint"
            r"|screen-reader(?:-text)?|print-only)(?=\s|$)",
        ),
    ),
)
_FOLDED = re.compile(
    r"accordion|collaps|expand|disclosure|faq|toggle|tab-?_?(?:content|pane)|-panel"
)
_NO_STORY = re.compile(
    r"nav|menu|search|modal|drawer|off-?canvas|dialog|popup|login|basket"
)
"""What folds too: with it the element is none that readers open to read on."""
_SHOWN_WIDE = re.compile(
    r"\b(?:sm|md|lg|xl):(?:block|flex|grid|inline)"
    r"|\bd-(?:sm|md|lg|xl)-(?:block|flex|grid|inline|table)"
)
"""With what is hidden on small screens alone, as utility classes say it."""
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _OF_CLASS))
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
"""Elements whose classes speak of the page, not of what stands in them."""


def surroundings(name: str, written: str) -> int:
    """What this start tag says of what follows, up to its end."""
    around = _OF_TAG.get(name, 0)
    if not written or name in _WHOLE_PAGE:
        return around
    names = ""
    hidden = 0
    for said, double, single, bare in _TELLING.findall(written):
        value = double or single or bare
        match said.lower():
            case "class" | "id" | "data-component":
                names += f" {value}"
            case "role":
                around |= _OF_ROLE.get(value, 0)
            case "hidden":
                hidden = Around.HIDDEN
            case "aria-hidden" if value == "true":
                hidden = Around.HIDDEN
            case "style" if _HIDING_STYLE.search(value):
                hidden = Around.HIDDEN
    if hidden and not _is_folded(names):
        around |= hidden
    return around | _of_names(names) if names else around


def _is_folded(names: str) -> bool:
    """Whether an element is hidden until readers open it: a part of an accordion."""
    names = names.lower()
    return bool(_FOLDED.search(names)) and not _NO_STORY.search(names)


@lru_cache(maxsize=8192)
def _of_names(names: str) -> int:
    """What classes and ids say; pages of one site share most of them."""
    names = names.lower()
    around = 0
    if _ANY.search(names):
        for flag, pattern in _OF_CLASS:
            if pattern.search(names):
                around |= flag
        if around & Around.HIDDEN and _SHOWN_WIDE.search(names):
            around &= ~Around.HIDDEN
    return around
