"""The raw page as tokens: the tags that matter to the layout, with their places.

Only tags that open or close a block, a link, a quotation, a line or something
invisible are tokens. Text runs between them, its inline tags included. Nothing is
decoded here: every number is an offset into the page as received.
"""

import re
from collections.abc import Iterator

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# fmt: off
INVISIBLE = frozenset({
    "head", "svg", "math", "canvas", "object", "video", "audio", "map", "select",
    "datalist", "template", "noscript",
})
"""What a browser does not show as text of the page, scripts being on."""
BLOCKS = frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "button", "caption",
    "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frameset", "header", "hgroup", "label",
    "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    *HEADINGS,
})
"""Tags that begin and end a line; buttons and labels too."""
# fmt: on
SKIPPED = "!"
"""The name of a token for a comment, a script, or words hidden inside a line."""

_QUOTED = r"\"[^\"]*\"|'[^']*'"
ATTRIBUTES = rf"[^>=]*+(?:=\s*+(?:{_QUOTED}|(?!{_QUOTED}))[^>=]*+)*"
"""All up to the `>` that ends a tag, which is none inside a quoted value."""
INLINE_TAG = rf"</?[a-zA-Z]{ATTRIBUTES}(?:>|\Z)|<(?:!--(?:.*?--!?>|.*)|[!?/][^>]*>?)"
"""A tag or comment inside a run of text: shown as nothing."""

_RAW_TEXT = frozenset(
    ("script", "style", "textarea", "iframe", "noembed", "noframes", "title", "xmp")
)
"""Elements in which a `<` is only a `<`, and which show nothing."""
_SIGNIFICANT = BLOCKS | INVISIBLE | {"a", "q", "br", "hr", "cite"}
_HIDING = re.compile(
    r"[\s\"'](?:visually-?hidden|sr-only|screen-reader(?:-text)?|hidden)(?=[\s\"']|$)",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    rf"<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s>/]|\Z)({ATTRIBUTES})(?:>|\Z)"
    r"|!--(?:.*?--!?>|.*)|[!?][^>]*>?)",
    re.DOTALL,
)
"""Groups: slash, name and attributes of a tag."""
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s>/]|\Z){ATTRIBUTES}(?:>|\Z)", re.IGNORECASE)
    for name in _RAW_TEXT
}
_HIDDEN_WORDS = 500
"""Characters in which a hidden span must end; else its words are taken for shown."""
_SPAN = re.compile(
    r"<(/?)(?:span(?=[\s>/])|(?:p|div|li|td|h\d)(?=[\s>]))", re.IGNORECASE
)


Token = tuple[str, bool, str, int, int]
"""Name, whether it is an end tag, attributes as written, start and end."""


def tokens(raw: str) -> Iterator[Token]:
    """All tags that matter, in order; what is skipped is a token `SKIPPED`."""
    position = 0
    find = _TOKEN.search
    while match := find(raw, position):
        slash, name, attributes = match.groups()
        start, position = match.span()
        if name:
            name = name.lower()
            if name in _SIGNIFICANT:
                yield name, slash != "", attributes, start, position
                continue
            if slash:
                continue
            if name in _RAW_TEXT:
                end = _RAW_END[name].search(raw, position)
                position = end.end() if end else len(raw)
            elif name == "span" and _HIDING.search(attributes):
                position = _end_of_span(raw, position)
            else:
                continue
        yield SKIPPED, False, "", start, position


def _end_of_span(raw: str, position: int) -> int:
    """Where the span ends whose content begins here; at the latest with its block."""
    depth = 1
    for match in _SPAN.finditer(raw, position, position + _HIDDEN_WORDS):
        if match[0][-4:].lower() != "span":
            return match.start()
        depth += -1 if match[1] else 1
        if not depth:
            return raw.find(">", match.end()) + 1 or len(raw)
    return position
