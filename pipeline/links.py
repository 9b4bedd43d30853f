"""Links that open a live page at the words: `https://…#:~:text=prefix-,start,end,-suffix`.

The browser looks for the words in the whole page, furniture included, without regard to
case, and marks the first match that begins and ends at word borders. So a link is
lengthened until nothing before its words matches: with more of the words themselves,
then with what stands around them.

Source: https://wicg.github.io/scroll-to-text-fragment/
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from urllib.parse import quote, urldefrag

from pipeline.document import Document, Extent, lowered
from pipeline.words.occurrences import Occurrences

_SHORT = 120
"""Characters; longer words are named by their beginning and their end."""
_FEW, _MANY = 3, 12
"""Words that a part of a fragment has at first, and at most around the words."""
_BORDER = re.compile(r"\n|\t")
"""Between blocks and cells, over which no part of a fragment may reach."""
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


class Links:
    """Links into the page that a document was read from.

    Args:
        document: with an address in `meta.url`, or as its source.
    """

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.dropped = document.dropped
        address = document.meta.url or document.source
        is_web = address.startswith(("http://", "https://"))
        self.address = urldefrag(address).url if is_web else None

    @cached_property
    def page(self) -> str:
        """All the words of the page, in lower case, the document's first."""
        return lowered("\n\n".join((self.text, *self.dropped)))

    @cached_property
    def _page(self) -> Occurrences:
        return Occurrences(self.page)

    def to(self, start: int, end: int) -> str | None:
        """A link to the words from `start` to `end`; None for pages without address."""
        return f"{self.address}{self.fragment(start, end)}" if self.address else None

    def fragment(self, start: int, end: int) -> str:
        """The part of the link that names the words; empty where there are none."""
        words = list(_WORD.finditer(self.text, *self._whole_words(start, end)))
        if not words:
            return ""
        whole = Extent(words[0].start(), words[-1].end())
        parts = self._beginning_and_end(whole) or [whole]
        prefix, suffix = self._context(parts[0], alone=len(parts) == 1)
        named = ",".join(self._encoded(part) for part in parts)
        before = f"{self._encoded(prefix)}-," if prefix else ""
        after = f",-{self._encoded(suffix)}" if suffix else ""
        return f"#:~:text={before}{named}{after}"

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """The stretch widened to word borders, since a match has to have them."""
        while start > 0 and self.text[start - 1 : start + 1].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end - 1 : end + 1].isalnum():
            end += 1
        return start, end

    def _beginning_and_end(self, whole: Extent) -> list[Extent] | None:
        """The first and last words of what is long, or stands in several blocks."""
        borders = [match.start() for match in _BORDER.finditer(self.text, *whole)]
        if not borders and whole.end - whole.start <= _SHORT:
            return None
        middle = (whole.start + whole.end) // 2
        first_end = borders[0] if borders else middle
        last_start = borders[-1] + 1 if borders else middle
        ends = [m.end() for m in _WORD.finditer(self.text, whole.start, first_end)]
        starts = [m.start() for m in _WORD.finditer(self.text, last_start, whole.end)]
        head = next(
            (end for end in ends[_FEW - 1 :] if self._leads(whole.start, end)), ends[-1]
        )
        tail = next(
            (
                start
                for start in starts[-_FEW::-1]
                if self.page.find(self.page[start : whole.end], head) == start
            ),
            starts[0],
        )
        return [Extent(whole.start, head), Extent(tail, whole.end)]

    def _context(
        self, words: Extent, *, alone: bool
    ) -> tuple[Extent | None, Extent | None]:
        """What has to stand before and after to mean these words and no others."""
        start, end = words
        if self._leads(start, end):
            return None, None
        before = list(_steps(self._words_before(start)))
        after = list(_steps(self._words_after(end))) if alone else []
        for begin in before:
            if self._leads(begin, end):
                return Extent(begin, start), None
        begin = before[-1] if before else start
        for stop in after:
            if self._leads(begin, stop):
                break
        else:
            stop = after[-1] if after else end
        prefix = Extent(begin, start) if before else None
        return prefix, Extent(end, stop) if after else None

    def _words_before(self, start: int) -> list[int]:
        """Where the words before begin, in this block or the last, nearest first."""
        edge = self._edge(start)
        if not _WORD.search(self.text, edge, start):
            edge = self._edge(len(self.text[:edge].rstrip()))
        return [m.start() for m in _WORD.finditer(self.text, edge, start)][::-1]

    def _edge(self, offset: int) -> int:
        """Where the block or cell around an offset begins."""
        line = self.text.rfind("\n", 0, offset) + 1
        return max(line, self.text.rfind("\t", line, offset) + 1)

    def _words_after(self, end: int) -> list[int]:
        """Where the words after end, in this block or the next, nearest first."""
        border = _BORDER.search(self.text, end)
        if border and not _WORD.search(self.text, end, border.start()):
            word = _WORD.search(self.text, end)
            border = _BORDER.search(self.text, word.end()) if word else None
        edge = border.start() if border else len(self.text)
        return [m.end() for m in islice(_WORD.finditer(self.text, end, edge), _MANY)]

    def _leads(self, start: int, end: int) -> bool:
        """Whether nothing else on the page has the words from `start` to `end`."""
        return list(islice(self._page.of(self.page[start:end]), 2)) == [start]

    def _encoded(self, extent: Extent) -> str:
        """Percent-encoded; dash, comma and ampersand mean something in a fragment."""
        words = self.text[extent.start : extent.end].strip()
        return quote(words, safe="").replace("-", "%2D")


def _steps(places: list[int]) -> Iterator[int]:
    """Every third of the first places, and the last of them."""
    places = places[:_MANY]
    yield from places[_FEW - 1 :: _FEW] or places[-1:]
