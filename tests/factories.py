"""Records by hand, for what works on stored records: no stage makes them."""

import hashlib
from datetime import date
from urllib.parse import quote as percent

from pipeline.records import (
    Block,
    Body,
    DocumentRecord,
    Extractor,
    Grade,
    Inspection,
    IssueRecord,
    PreviousGrade,
    Quote,
    Record,
    SectionRecord,
    Span,
    SpeakerRecord,
    Tally,
    Trace,
    Veto,
)

ARTICLE = """\
Marlshire Police must answer calls sooner, a watchdog has found.

HMICFRS graded Marlshire Police's performance across four areas of policing.

Preventing crime;

Managing offenders;

Good use of resources;

Responding to the public.

The force was ‘good’ in one area, ‘adequate’ in two areas and ‘inadequate’ in one area.

Responding to the public - inadequate;

Preventing crime - good.

It was rated good at responding to the public in 2018.

“We will do better,” said Chief Constable Ada Thorne.

“And soon.”

Neighbouring Lunnshire Police was rated outstanding."""


class Text:
    """A text in which words are found by what they say."""

    def __init__(self, text):
        self.text = text

    def span(self, words, nth=0):
        """The nth place of some words."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(
            start=start,
            end=start + len(words),
            text=words,
            link=f"https://example.org/a#:~:text={percent(words)}",
        )

    def blocks(self):
        """A paragraph for each line, a list item where it ends in a semicolon."""
        found, start = [], 0
        for line in self.text.split("\n"):
            kind = "list_item" if line.endswith(";") else "paragraph"
            if line:
                found.append(
                    Block(type=kind, level=None, start=start, end=start + len(line))
                )
            start += len(line) + 1
        return found


def grade(  # noqa: PLR0913 - a grade has these parts
    area, slug, *evidence, label=None, derivation=None, rule="grades.list_item",
    trace=None,
):  # fmt: skip
    """A grade; deduced exactly where it has a derivation."""
    return Grade(
        area=area,
        area_label=label or area.replace("_", " ").capitalize(),
        grade=slug,
        grade_label=slug.replace("_", " "),
        basis="deduced" if derivation else "stated",
        derivation=derivation,
        evidence=list(evidence),
        rule=rule,
        trace=trace,
    )


def quote(span, speaker=None, *, mention=None, cue=None, by="cue"):
    """A direct quote; the speaker as name, role and organisation."""
    who = None
    if speaker:
        name, role, organisation = speaker
        who = SpeakerRecord(
            name=name, role=role, organisation=organisation, mention=mention,
            resolved_by=by,
        )  # fmt: skip
    return Quote(
        kind="direct", text=span.text, parts=[span], cue=cue, speaker=who,
        section=None, repeats=None, rule="quotes.direct",
    )  # fmt: skip


def veto(*spans, kind="grade", name="wish"):
    """What a rule did not take, and the words that forbid it."""
    data = [f"cues/vetoes.toml#{name}"]
    rule = f"standing.{name}"
    return Veto(kind=kind, evidence=list(spans), rule=rule, trace=Trace(data=data))


def inspection(body, grades=(), *, framework="peel-2021-22", id=None, **fields):  # noqa: A002
    """An inspection of a body; `body` is a span or a name."""
    span = body if isinstance(body, Span) else None
    name = span.text if span else body
    defaults = {
        "inspectorate": "hmicfrs",
        "framework": framework,
        "programme": "peel",
        "body": Body(
            id=id, name=name, type="police_force", evidence=[span] if span else []
        ),
        "inspected_from": None,
        "inspected_to": None,
        "published": None,
        "lead_inspector": None,
        "grades": list(grades),
        "previous_grades": [],
        "tallies": [],
    }
    return Inspection(**(defaults | fields))


def record(  # noqa: PLR0913 - a record has these parts
    text, inspections=(), *, quotes=(), issues=(), vetoes=(), blocks=None, **document
):
    """A record of a text."""
    defaults = {
        "id": "sha256:" + hashlib.sha256(text.encode()).hexdigest(),
        "source": "inbox/article.txt",
        "media_type": "text/plain",
        "kind": "news_article",
        "title": None,
        "publisher": None,
        "authors": [],
        "published": date(2023, 4, 13),
        "url": None,
        "language": "en",
        "text": text,
        "blocks": Text(text).blocks() if blocks is None else blocks,
    }
    whole = SectionRecord(heading=None, level=None, kind="lead", start=0, end=len(text))
    return Record(
        document=DocumentRecord(**(defaults | document)),
        sections=[whole],
        inspections=list(inspections),
        quotes=list(quotes),
        issues=list(issues),
        vetoes=list(vetoes),
        extractor=Extractor(name="gradewright", version="0.0.0"),
    )


def marlshire(**document):
    """Two stated and two deduced grades, and a quote that nobody is named for."""
    at = Text(ARTICLE).span
    counts = [
        at("‘good’ in one area"),
        at("‘adequate’ in two areas"),
        at("‘inadequate’ in one area"),
    ]
    why = "Four areas are listed; good and inadequate are taken, so two are adequate."
    grades = [
        grade("responding_to_the_public", "inadequate",
              at("Responding to the public - inadequate")),
        grade("preventing_crime", "good", at("Preventing crime - good"),
              trace=Trace(data=[
                  "frameworks/peel-2021-22.toml#preventing_crime",
                  "frameworks/peel-2021-22.toml#good",
              ])),
        grade("managing_offenders", "adequate", at("Managing offenders"), *counts,
              derivation=why, rule="deduce.deduced"),
        grade("good_use_of_resources", "adequate", at("Good use of resources"), *counts,
              derivation=why, rule="deduce.deduced"),
    ]  # fmt: skip
    earlier = PreviousGrade(
        area="responding_to_the_public",
        area_label="Responding to the public",
        grade="good",
        grade_label="good",
        when="2018",
        evidence=[at("rated good at responding to the public in 2018")],
        rule="grades.previous",
    )
    tallies = [
        Tally(grade=slug, count=number, evidence=[span], rule="tallies.counted")
        for slug, number, span in zip(
            ("good", "adequate", "inadequate"), (1, 2, 1), counts, strict=True
        )
    ]
    thorne = ("Ada Thorne", "chief constable", "Marlshire Police")
    quotes = [
        quote(at("We will do better,"), thorne, cue=at("said"),
              mention=at("Chief Constable Ada Thorne")),
        quote(at("And soon.")),
    ]  # fmt: skip
    issue = IssueRecord(
        code="unattributed_quote",
        severity="warning",
        message="nothing says whose words these are",
        evidence=[at("And soon.")],
    )
    force = inspection(
        at("Marlshire Police"), grades, id="marlshire",
        previous_grades=[earlier], tallies=tallies,
    )  # fmt: skip
    other = veto(at("outstanding"), at("Neighbouring"), name="elsewhere")
    return record(
        ARTICLE, [force], quotes=quotes, issues=[issue], vetoes=[other], **document
    )
