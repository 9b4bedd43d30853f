"""A document's sections as its headings stand over each other."""

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.document import Section


class Outline:
    """Sections in order; each stands under the last with a heading of lower level."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._starts = [section.start for section in sections]
        self._over: dict[int, Section] = {}
        opened: list[tuple[int, Section]] = []
        for section in sections:
            if section.level is None:
                continue
            while opened and opened[-1][0] >= section.level:
                opened.pop()
            if opened:
                self._over[section.start] = opened[-1][1]
            opened.append((section.level, section))

    def at(self, offset: int) -> Section | None:
        """The section that a place in the text belongs to."""
        place = bisect_right(self._starts, offset) - 1
        return self._sections[place] if place >= 0 else None

    def above(self, section: Section) -> Section | None:
        """The section whose heading stands over that of another."""
        return self._over.get(section.start)
