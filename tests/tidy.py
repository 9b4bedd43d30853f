"""`python -m tests.tidy`: every data file in its normal form.

What stands on one line of a list of words stays there, as it goes together.
"""

import tomllib
from pathlib import Path

from pipeline import knowledge
from pipeline.normal_form import groups_of, normal_form


def tidy(path: Path) -> str:
    """The text of a data file in normal form."""
    text = path.read_text("utf-8")
    return normal_form(tomllib.loads(text), groups_of(text))


if __name__ == "__main__":
    for path in sorted(knowledge.SHIPPED.rglob("*.toml")):
        path.write_text(tidy(path), "utf-8")
