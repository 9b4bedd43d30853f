"""Nouns for one and for several of something."""

import re

_THEN_IES = re.compile(r"[^aeiou]y$")
_THEN_ES = ("ss", "x", "ch", "sh")


def several(noun: str) -> str:
    """The regular plural: "nurseries", "classes"; a plural as it is."""
    if _THEN_IES.search(noun):
        return f"{noun[:-1]}ies"
    if noun.endswith(_THEN_ES):
        return f"{noun}es"
    return noun if noun.endswith("s") else f"{noun}s"


def count(number: int, one: str) -> str:
    """As in "1 area" and "1,200 areas", for people to read."""
    return f"{number:,} {one if number == 1 else several(one)}"
