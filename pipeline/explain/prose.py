"""An explanation as text for a terminal, the answer first; and as JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from textwrap import indent

from pipeline.explain.explanation import (
    Account,
    Because,
    Explanation,
    Place,
    Vetoed,
)
from pipeline.explain.roles import Role
from pipeline.records import Correction

INDENT = "  "
_FULL = ("own", "proof", "count")
"""Roles of evidence that is shown in its sentence."""


def prose(explanation: Explanation) -> str:
    """A few short paragraphs; evidence stands between » and «."""
    parts = [
        "\n".join(_answer(explanation)),
        *_titled(
            _evidence_title(explanation),
            (_evidence(p) for p in explanation.places if p.role in _FULL),
        ),
        *_titled("the source says of itself", [*filter(None, [explanation.said])]),
        *_titled("areas whose own grade it rests on", _named(explanation, "graded")),
        *_titled("it also rests on", _named(explanation, "listed")),
        *_titled("counted in the text", map(_account, explanation.accounts)),
        *_titled("rule", [_because(explanation.rule)] if explanation.rule else []),
        *_titled("data", map(_because, explanation.data)),
        *_titled(_rivals_title(explanation), explanation.rivals),
        *_titled("not taken, by a rule", map(_vetoed, explanation.vetoes)),
        *_titled("grade words nearby, not used", map(_flat, explanation.near)),
        *_titled("does not add up", explanation.issues),
        *_titled(
            "reviewed",
            [
                f"{c.reviewer}, {c.date}: {_change(c)}: {c.reason}"
                for c in explanation.corrections
            ],
        ),
        *_before(explanation.by_rules),
    ]
    return "\n\n".join(parts)


def as_json(explanation: Explanation) -> str:
    """All of it, for programs."""
    return json.dumps(_content(explanation), ensure_ascii=False)


def _content(explanation: Explanation) -> dict[str, object]:
    content = asdict(replace(explanation, by_rules=None))
    content["corrections"] = [
        correction.model_dump(mode="json") for correction in explanation.corrections
    ]
    before = explanation.by_rules
    return content | {"by_rules": _content(before) if before else None}


def _before(explanation: Explanation | None) -> Iterator[str]:
    """What the rules had said, in the same words, set in."""
    if explanation:
        yield indent(f"before, by rules\n\n{prose(explanation)}", INDENT)


def _answer(explanation: Explanation) -> Iterator[str]:
    basis = f" ({explanation.basis})" if explanation.basis else ""
    says = explanation.value or "nothing"
    if explanation.kind == "quote":
        words = _flat(explanation.label)
        indirect = explanation.form == "indirect"
        yield f"{words} (reported)" if indirect else f"“{words}”"
        how = f", found by {explanation.resolved_by}" if explanation.resolved_by else ""
        says = " ".join(says.replace("|", ",").replace(" ,", ",").split()).strip(", ")
        yield f"said by {says if explanation.value else 'nobody named'}{how}"
    else:
        yield f"{explanation.label}: {says}{basis}"
    if explanation.derivation or explanation.empty:
        yield explanation.derivation or explanation.empty or ""
    yield f"{explanation.source}#{explanation.address}, by {explanation.made_by}"


def _change(correction: Correction) -> str:
    """As in "nothing → 2024-03-14"; a cell that was accepted only says what it says."""
    was, value = (each or "nothing" for each in (correction.was, correction.value))
    return f"{value}, accepted" if was == value else f"{was} → {value}"


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield "\n".join([title, *(INDENT + line for line in listed)])


def _rivals_title(explanation: Explanation) -> str:
    body = explanation.kind == "body"
    return "other frameworks" if body else "readings that lost"


def _evidence_title(explanation: Explanation) -> str:
    before = explanation.by_rules
    same = before and explanation.places and explanation.places == before.places
    return "evidence, as the rules read it" if same else "evidence"


def _evidence(place: Place) -> str:
    sentence = _flat(f"{place.before}»{place.marked}«{place.after}")
    chain = [f"characters {place.start} to {place.end}"]
    if place.raw:
        chain.append(f"source {place.raw[0]} to {place.raw[1]}")
    if place.page:
        chain.append(f"page {place.page}")
    if place.box:
        chain.append("box " + " ".join(f"{side:.0f}" for side in place.box))
    if place.heading:
        chain.append(f"under “{_flat(place.heading)}”")
    if place.link:
        chain.append(place.link)
    return f"{sentence}\n{INDENT * 2}{', '.join(chain)}"


def _named(explanation: Explanation, role: Role) -> Iterator[str]:
    """Premises of a deduction in a line each: there are many."""
    for place in explanation.places:
        if place.role == role:
            yield f"{_flat(place.marked)} (characters {place.start} to {place.end})"


def _account(account: Account) -> str:
    counted = "not counted" if account.counted is None else f"{account.counted} counted"
    named = [*account.stated, *(f"{area} (deduced)" for area in account.deduced)]
    return f"{account.grade}: {counted}; {', '.join(named) or 'none named'}"


def _vetoed(veto: Vetoed) -> str:
    sentence = _flat(f"{veto.before}»{veto.marked}«{veto.after}")
    why = [f"no {veto.kind}", *([f"by “{_flat(veto.by)}”"] if veto.by else [])]
    rule, *data = map(_because, (veto.rule, *veto.data))
    return f"\n{INDENT * 2}".join((sentence, f"{', '.join(why)}: {rule}", *data))


def _because(because: Because) -> str:
    sentence = f": {because.sentence}" if because.sentence else ""
    place = f" ({because.place})" if because.place else ""
    return f"{because.name}{place}{sentence}"


def _flat(text: str) -> str:
    return " ".join(text.split())
