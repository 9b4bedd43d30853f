"""The names of months and of days, as numbers and as alternatives of patterns.

All are in lower case; `WRITTEN` is as English prints them. Alternatives want brackets
around them, and the end of a word behind them.
"""

from collections.abc import Mapping

from pipeline.words.patterns import alike, any_of

NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
"""In English, in full."""
MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(NAMES, 1)},
    "sept": 9,
}
"""In English, in full and short."""
_ABROAD = (  # Welsh; then German, French, Spanish, Italian, Portuguese, Dutch, Polish
    "ionawr januar jänner janvier enero gennaio janeiro januari stycznia",
    "chwefror februar février febrero febbraio fevereiro februari lutego",
    "mawrth märz mars marzo março maart marca",
    "ebrill avril abril aprile kwietnia",
    "mai mayo maggio maio mei maja",
    "mehefin juni juin junio giugno junho czerwca",
    "gorffennaf juli juillet julio luglio julho lipca",
    "awst août agosto augustus sierpnia",
    "medi septembre septiembre settembre setembro września",
    "hydref oktober octobre octubre ottobre outubro października",
    "tachwedd novembre noviembre novembro listopada",
    "rhagfyr dezember décembre diciembre dicembre dezembro grudnia",
)
ALL_MONTHS: Mapping[str, int] = {
    **MONTHS,
    **{name: n for n, names in enumerate(_ABROAD, 1) for name in names.split()},
}
"""Also in the other languages whose pages are read."""

DAYS: Mapping[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
    "saturday": 5, "sunday": 6,
}  # fmt: skip
"""The days of a week, as `date.weekday` counts them."""


def month_of(word: str) -> int | None:
    """The number of a month in any of these languages, whatever the case."""
    return ALL_MONTHS.get(alike(word))


ANY = any_of(ALL_MONTHS)
ENGLISH = any_of(MONTHS)
FULL = any_of(NAMES)
WRITTEN = any_of(map(str.capitalize, MONTHS))
WEEKDAYS = any_of(map(str.capitalize, DAYS))
WRITTEN_FULL = any_of(map(str.capitalize, NAMES))
