"""How many of something, as people are told."""


def count(number: int, one: str) -> str:
    """As in "1 area" and "1,200 areas"; the plural of the noun ends in s."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"
