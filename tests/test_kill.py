"""Killed at any moment, a run goes on where it was: nothing is lost, nothing doubled.

By default a run is killed once; `GRADEWRIGHT_KILLS=30` does it properly.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from pipeline.sinks.servers import engine_of
from pipeline.sinks.tables import inputs, metadata, runs

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("GRADEWRIGHT_KILLS", "1"))
DOCUMENTS = max(200, KILLS * 40)
BROKEN = 20
"""One of so many documents cannot be read."""
AREAS = ["preventing crime", "investigating crime", "leadership", "custody"]
GRADES = ["outstanding", "good", "adequate", "inadequate"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Short documents, some of them broken, some of them the same."""
    folder = tmp_path_factory.mktemp("corpus")
    chance = random.Random(7)  # noqa: S311 - a corpus, not a secret
    for number in range(DOCUMENTS):
        path = folder / f"{number:04}.txt"
        if number % BROKEN == 1:
            path.write_bytes([b"", bytes(range(256)) * 9, b"one\0two"][number % 3])
        elif number % BROKEN == 2:
            shutil.copy(folder / f"{number - 2:04}.txt", path)
        else:
            graded = [f"{chance.choice(GRADES)} at {area}" for area in AREAS]
            path.write_text(
                f"Marsh{number} Police was {', '.join(graded)}, HMICFRS said.\n\n"
                f"“We will improve by {number},” said chief constable Ada Holm.\n",
                "utf-8",
            )
    return folder


def start(corpus, target, **options):
    command = [sys.executable, "-m", "pipeline", "run", str(corpus), "--to", target]
    return subprocess.Popen(
        [*command, "--jobs", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        **options,
    )


def finish(corpus, target):
    process = start(corpus, target)
    _, errors = process.communicate()
    assert process.returncode == 1, errors  # some documents cannot be read


def done(engine):
    """How many inputs are in the ledger; 0 while there is none."""
    try:
        with engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(inputs)).scalar()
    except DBAPIError:
        return 0


def rows(target):
    """All rows, but for when and by which run they were made."""
    engine = engine_of(target)
    with engine.connect() as connection:
        found = {
            table.name: connection.execute(
                select(
                    *(c for c in table.c if c.name not in {"run", "finished"})
                ).order_by(*table.primary_key)
            ).all()
            for table in metadata.sorted_tables
            if table is not runs
        }
    engine.dispose()
    return found


@pytest.fixture(scope="module")
def expected(corpus, tmp_path_factory):
    target = str(tmp_path_factory.mktemp("whole") / "whole.db")
    finish(corpus, target)
    return rows(target)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_run_that_is_killed_again_and_again_ends_with_the_same_rows(
    corpus, expected, kind, tmp_path, request
):
    target = str(tmp_path / "killed.db")
    if kind == "postgresql":
        target = request.getfixturevalue("postgres").empty()
    engine = engine_of(target)
    chance = random.Random(kind)  # noqa: S311 - no secret either
    killed = 0
    for _ in range(KILLS):
        begun = done(engine)
        process = start(corpus, target)
        moment = begun + chance.randint(0, 15)
        while process.poll() is None and done(engine) < moment:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
    engine.dispose()
    finish(corpus, target)

    assert killed == KILLS
    found = rows(target)
    assert {name: len(some) for name, some in found.items()} == {
        name: len(some) for name, some in expected.items()
    }
    assert found == expected


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
)
def test_a_run_that_is_asked_to_stop_says_so_and_goes_on_later(
    corpus, expected, tmp_path, number, status
):
    target = str(tmp_path / "stopped.db")
    engine = engine_of(target)
    process = start(corpus, target)
    while done(engine) < 10:
        time.sleep(0.005)
    process.send_signal(number)
    _, errors = process.communicate()

    assert process.returncode == status
    assert b"stopped; run again to go on from here" in errors
    assert b"Traceback" not in errors, errors.decode()
    assert 10 <= done(engine) < DOCUMENTS
    engine.dispose()
    finish(corpus, target)
    assert rows(target) == expected


def test_a_run_whose_disk_is_full_goes_on_once_there_is_room(
    corpus, expected, tmp_path
):
    target = str(tmp_path / "full.db")
    full = 0
    for room in range(400_000, 100_000_000, 4_000 * DOCUMENTS):

        def little(room=room):
            hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))

        process = start(corpus, target, preexec_fn=little)
        _, errors = process.communicate()
        if process.returncode != 2:
            break
        full += 1
        assert b"cannot be written (" in errors
        assert b"check the path, the space on the disk" in errors
        assert b"Traceback" not in errors

    assert process.returncode == 1, errors  # some documents cannot be read
    assert full > 0
    assert rows(target) == expected


def test_a_run_whose_server_goes_away_waits_for_it(corpus, expected, postgres):
    target = postgres.empty()
    engine = engine_of(target)
    process = start(corpus, target)
    while done(engine) < 10:
        time.sleep(0.005)
    engine.dispose()
    postgres.stop()
    time.sleep(1)
    postgres.start()
    _, errors = process.communicate()

    assert process.returncode == 1, errors
    assert b"Traceback" not in errors, errors.decode()
    assert b"; waiting\n" in errors
    assert rows(target) == expected
