"""Elements that by their name only frame a page, and yet hold it.

Some systems put all of a page into one form, others hide it until a script has run.
"""

from collections.abc import Iterable

from pipeline.readers.html.page.blocks import Candidate, Tree
from pipeline.readers.html.page.surroundings import Around

_PREVAILS = 0.6
"""Of a page's sentences; an element that holds as much is the page."""
_SENTENCE = 60
"""Raw characters between two tags; what is shorter may be an entry of a menu."""


def free(found: Iterable[Candidate], tree: Tree) -> None:
    """Take the flag from forms, asides and hidden elements that hold the page."""
    wraps = Around.FORM | Around.HIDDEN | Around.ASIDE
    flagged = [serial for serial, flags in enumerate(tree.flags) if flags & wraps]
    if not flagged:
        return
    sizes = [0] * len(tree.parents)
    for each in found:
        sizes[each.element] += sum(
            end - start
            for start, end, _, in_link in each.slices
            if end - start >= _SENTENCE and not in_link
        )
    for serial in range(len(sizes) - 1, 0, -1):  # what is inside comes later
        sizes[tree.parents[serial]] += sizes[serial]
    wide = [serial for serial in flagged if sizes[serial] >= _PREVAILS * sizes[0]]
    for serial in wide:
        tree.flags[serial] &= ~wraps
    if not wide:
        return
    inherited = [flags & wraps for flags in tree.flags]
    for serial in range(1, len(inherited)):  # what is around comes first
        inherited[serial] |= inherited[tree.parents[serial]]
    for each in found:
        each.around = each.around & ~wraps | inherited[each.element]
