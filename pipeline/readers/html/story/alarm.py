"""The completeness alarm: words that matter, shown by the page, lost on the way.

Precise rather than eager: navigation, comments, adverts and pointers to other stories
are left out on purpose and say nothing. What speaks is a block inside the story that no
rule left out, or a list of graded areas anywhere outside of navigation.
"""

import re
from collections.abc import Iterator

from pipeline.issues import Code, Issue
from pipeline.knowledge import Knowledge, once
from pipeline.readers.html.page.blocks import LINKED
from pipeline.readers.html.page.graded import Graded, graded
from pipeline.readers.html.page.surroundings import Around
from pipeline.readers.html.story.content import Story
from pipeline.words.patterns import any_of

_SPOKEN = re.compile(r"[“\"](?:[^\s“”\"]*+\s){3}[^“”\"]*+[”\"]")
"""At least four words between quotation marks."""
_EXCERPT = 80
"""Characters of a lost block that the issue shows."""
_SILENT = Around.NAV | Around.FOOTER | Around.COMMENT | Around.FORM


@once
def _telling(known: Knowledge) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(known.words('furniture', 'telling'))})\b")


def alarms(story: Story, known: Knowledge) -> Iterator[Issue]:
    """At most one issue, with the first of the lost words."""
    lost = [*_lost_inside(story, _telling(known)), *_lost_lists(story, graded(known))]
    if lost:
        excerpt = story.candidates[lost[0]].text[:_EXCERPT]
        message = f"not in the text, though on the page ({len(lost)}): “{excerpt}”"
        yield Issue(Code.TEXT_DROPPED, message)


def _lost_inside(story: Story, telling: re.Pattern[str]) -> Iterator[int]:
    """Blocks between the story's own that nothing speaks against."""
    kept = [index for index, keep in enumerate(story.keep) if keep]
    if not kept:
        return
    for index in range(kept[0], kept[-1]):
        if story.keep[index] or story.left_out[index] or story.outside[index]:
            continue
        text = story.candidates[index].text
        if story.candidates[index].link_share > LINKED:
            continue
        if _SPOKEN.search(text) or telling.search(text.lower()):
            yield index


def _lost_lists(story: Story, graded: Graded) -> Iterator[int]:
    """Runs of graded lines that stand outside of the text."""
    for run in story.graded_runs:
        if not any(graded.names_area(story.candidates[index].text) for index in run):
            continue  # other bodies and their grades
        lost = [
            index
            for index in run
            if not story.keep[index] and not story.candidates[index].around & _SILENT
        ]
        if len(lost) > len(run) / 2:
            yield from lost
