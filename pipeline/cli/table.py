"""A record for eyes: what was graded and why, who said what, what does not add up."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.records import Inspection, Quote, Record, Span

WIDTH = 120
"""Characters, where the output is no terminal."""
FITS = "fits as well"
"""How a framework is told that may be in force, too."""
EXCERPT = 90
"""Characters of evidence; the record has all of them."""


def show(record: Record) -> None:
    """Print a record to standard output."""
    console = Console(file=sys.stdout, highlight=False)
    if not console.is_terminal:
        console.width = WIDTH
    document = record.document
    details = (document.title, document.publisher, document.published, document.kind)
    console.print(Text(document.source, style="bold"))
    console.print(Text(" · ".join(str(detail) for detail in details if detail)))
    for inspection in record.inspections:
        console.print(grade_table(inspection))
        for line in _footnotes(inspection):
            console.print(Text(line))
    if record.quotes:
        console.print(quote_table(record.quotes))
    for issue in record.issues:
        told = f"{issue.severity}: {issue.code}: {issue.message}"
        words = excerpt(issue.evidence)
        console.print(Text(f"{told}: »{words}«" if words else told))
    console.print()


def grade_table(inspection: Inspection) -> Table:
    """A row for each current grade."""
    under = inspection.framework or "framework not certain"
    by = ", ".join(filter(None, (inspection.inspectorate, under)))
    heading = f"{inspection.body.name} ({by})"
    table = _table(heading, "Area", "Grade", "Basis", "Evidence")
    for grade in inspection.grades:
        why = grade.derivation or excerpt(grade.evidence)
        cells = grade.area_label, plain(grade.grade), grade.basis, why
        table.add_row(*map(Text, cells))
    return table


def quote_table(quotes: Iterable[Quote]) -> Table:
    """A row for each quote."""
    table = _table("Quotes", "", "Speaker", "Words", "Found by")
    for number, quote in enumerate(quotes, 1):
        speaker = quote.speaker
        named = (speaker.name, speaker.role, speaker.organisation) if speaker else ()
        who = ", ".join(filter(None, named)) or "nobody named"
        how = plain(speaker.resolved_by or "a person") if speaker else ""
        words = quote.text
        if quote.kind == "indirect":
            words += " (reported)"
        if quote.repeats is not None:
            words += f" (again, as in {quote.repeats + 1})"
        table.add_row(*map(Text, (str(number), who, words, how)))
    return table


def plain(slug: str) -> str:
    """A slug as it is said."""
    return slug.replace("_", " ")


def excerpt(spans: Iterable[Span]) -> str:
    """The first words of evidence, in one line."""
    text = " … ".join(" ".join(span.text.split()) for span in spans)
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip(" …") + " …"


def _footnotes(inspection: Inspection) -> Iterable[str]:
    if inspection.framework is None and inspection.trace:
        rivals = inspection.trace.rivals
        fit = [
            each.removesuffix(FITS).strip() for each in rivals if each.endswith(FITS)
        ]
        verb = "fits" if len(fit) == 1 else "fit"
        names = " and ".join(filter(None, (", ".join(fit[:-1]), *fit[-1:])))
        doubt = f"{names} {verb}" if fit else "the text names too little"
        yield f"framework not certain: {doubt}"
    for tally in inspection.tallies:
        yield f"counted: {tally.count} {plain(tally.grade)}: {excerpt(tally.evidence)}"
    for grade in inspection.previous_grades:
        when = f" ({grade.when})" if grade.when else ""
        yield f"before{when}: {grade.area_label}: {plain(grade.grade)}"


def _table(heading: str, *columns: str) -> Table:
    table = Table(title=Text(heading), title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
