"""What is played or read out, a clip or a report's paragraph; and whose it is."""

from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_SELF = frozenset({"i", "we"})
_OWNS = frozenset({"'s", "’s", "'", "’"})


def told_of(clauses: Clauses, index: int) -> Source | None:
    """Who speaks last in a block, else whom its last sentences are about."""
    story = clauses.story
    block = story.blocks[index]
    clause = clauses.last(index, block.start)
    if clause is not None and clause.source and clause.source.kind != "pronoun":
        return clause.source
    end = block.end
    while end > block.start:
        start, _ = story.sentence(end - 1)
        found = clauses.sources.subject(start, end)
        if found is not None and found.kind == "person":
            return found
        heads = _people_of(story, found, (start, end))
        if len(heads) == 1:
            return Source(*heads[0].extent, heads[0].label, heads[0], heads[0].end)
        if found is not None and found.kind == "office":
            return found
        end = start - 1
    return None


def _people_of(
    story: Story, found: Source | None, sentence: tuple[int, int]
) -> list[Mention]:
    """Whose "Ann's partner" is; else the people that a sentence names."""
    people = story.people_in(*sentence)
    if found is not None:
        owners = [
            m
            for m in people
            if m.label in {"person", "name"}
            and story.outside[m.end : found.head.start].strip() in _OWNS
        ]
        if owners:
            return owners
    named = {m.key: m for m in people if m.label == "person"}
    return list(named.values())


def read_out(
    story: Story, clause: Clause | None, lead: tuple[int, int]
) -> Source | None:
    """As in "This is the paragraph that I read out:": the report speaks."""
    source = clause.source if clause is not None else None
    if source is None or source.kind != "pronoun" or source.head.key not in _SELF:
        return None
    for mention in story.people_in(*lead):
        if mention.label == "voice" and mention.end <= source.start:
            return Source(*mention.extent, "voice", mention, mention.end)
    return None
