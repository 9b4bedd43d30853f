"""Fuzz a target with coverage as the guide; needs the package atheris.

python -m tests.fuzz text -max_total_time=600 -timeout=20 FOLDER
python -m tests.fuzz show text crash-0a1b > tests/fuzz/found/what.txt

What follows a target is libFuzzer's; FOLDER keeps the inputs worth keeping. `show`
writes what a crash's bytes stand for, which `tests/test_fuzz.py` reads ever after.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from tests.fuzz.targets import MADE, holds

    for name, made in MADE.items():  # what is imported when first needed, too
        holds(name, made(b""))


def main():
    if sys.argv[1:2] == ["show"]:
        _, _, target, path = sys.argv
        sys.stdout.buffer.write(MADE[target](Path(path).read_bytes()))
        return
    if len(sys.argv) < 2 or sys.argv[1] not in MADE:
        sys.exit(f"name a target: {', '.join(MADE)}")
    target = sys.argv.pop(1)
    atheris.Setup(sys.argv, lambda data: holds(target, MADE[target](data)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
