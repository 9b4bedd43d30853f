"""Print the oldest version of each package that pyproject allows, as constraints."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BOUND = re.compile(r"([\w-]+)(?:\[[\w,]+\])?>=([\w.]+)")


def lowest():
    """The packages with a lower bound, each with that version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    return [f"{m[1]}=={m[2]}" for m in map(_BOUND.match, wanted) if m]


if __name__ == "__main__":
    print("\n".join(lowest()))  # noqa: T201
