"""What a cell rests on by name, and what was not taken in its place."""

from collections.abc import Iterable, Iterator

from pipeline.cells import Cell
from pipeline.explain.explanation import Because, Vetoed
from pipeline.explain.rules import FORM, entry_sentence, rule_of, unlisted
from pipeline.explain.vetoes import Vetoes
from pipeline.knowledge import Knowledge
from pipeline.records import Record, Veto


def because(name: str) -> Because:
    """A rule by its name: where it is written, and what it says it does."""
    written = rule_of(name)
    return Because(
        name, written.place if written else None, written.sentence if written else ""
    )


def entries(named: Iterable[str], known: Knowledge) -> Iterator[Because]:
    """The entries that a rule names, and why they are there."""
    for entry in named:
        if by_form := unlisted(entry, known):
            yield Because(by_form, None, FORM)
            continue
        file = f"pipeline/data/{entry.partition('#')[0]}"
        yield Because(entry, file, entry_sentence(entry, known))


def vetoes_of(record: Record, cell: Cell, known: Knowledge) -> Iterator[Vetoed]:
    """What concerns a cell and was not taken."""
    vetoes = Vetoes(record, known)
    for place in vetoes.of(cell):
        yield vetoed(record, record.vetoes[place], vetoes.sentences[place], known)


def vetoed(
    record: Record, veto: Veto, sentence: tuple[int, int], known: Knowledge
) -> Vetoed:
    """A veto in its sentence, with its rule and entries."""
    words, *others = veto.evidence
    text = record.document.text
    start, end = sentence
    return Vetoed(
        kind=veto.kind,
        before=text[min(start, words.start) : words.start],
        marked=words.text,
        after=text[words.end : max(end, words.end)],
        start=words.start,
        end=words.end,
        by=others[0].text if others else None,
        rule=because(veto.rule),
        data=tuple(entries(veto.trace.data if veto.trace else (), known)),
    )
