"""Whatever a document does to its worker, the others are done."""

import math
import os
import subprocess
import sys
import time
from itertools import chain
from pathlib import Path

import pytest

from pipeline.batch.engines import local, worker
from pipeline.batch.engines.local import Local, Worker
from pipeline.batch.engines.unit import Limits, Task
from pipeline.errors import DataError
from pipeline.inputs import Input
from tests.batch.engines.strange import strange, unready

QUICK = Limits(seconds=0.5, memory=2**28)


def tasks(*names):
    return [Task(Input(name), "") for name in names]


def each(groups):
    """The results, one by one; they come some at a time."""
    return list(chain.from_iterable(groups))


def causes(results):
    return {r.task.found.source: r.rows["failures"][0]["cause"] for r in results}


def run(*names, jobs=2, **options):
    engine = Local(jobs, limits=QUICK, work=strange, **options)
    return causes(each(engine.run(tasks(*names))))


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("slow", "it took more than 0.5 s"),
        ("hungry", "it needs more than 256 MB of memory"),
        ("killed", "its worker was killed (SIGKILL)"),
        ("crash", "its worker was killed (status 3)"),
        ("bug", "an internal error (no way)"),
    ],
)
def test_a_document_that_ends_its_worker_is_a_failure_and_the_rest_goes_on(
    jobs, name, cause
):
    others = [f"good {number}" for number in range(6)]
    found = run(*others[:3], name, *others[3:], jobs=jobs)

    assert found.pop(name) == cause
    assert set(found) == set(others)
    assert all(cause.startswith("done by") for cause in found.values())


def test_every_document_may_end_its_worker():
    names = [f"{kind} {n}" for n in range(3) for kind in ("killed", "crash")]

    assert set(run(*names)) == set(names)


def test_a_worker_that_does_not_get_ready_is_not_the_documents_fault(monkeypatch):
    monkeypatch.setattr(local, "START", 0.0)
    monkeypatch.setattr(local, "serve", unready)
    (result,) = each(Local(1, limits=QUICK, work=strange).run(tasks("good")))

    (failure,) = result.rows["failures"]
    assert failure["cause"] == "its worker was not ready after 0 s"
    assert failure["error"] == "WorkerLost"


def test_work_is_shared_out():
    found = run(*(f"nap {number}" for number in range(6)), jobs=3)

    assert len(set(found.values())) == 3


def test_nothing_to_do_starts_nobody():
    engine = Local(2)

    assert list(engine.run([])) == []
    assert engine.workers == []


def test_tasks_are_asked_for_as_they_can_be_done():
    asked = []

    def asking():
        for task in tasks(*(f"nap {number}" for number in range(40))):
            asked.append(task)
            yield task

    results = Local(2, work=strange).run(asking())
    next(results)
    results.close()

    assert len(asked) <= 8


@pytest.mark.parametrize(
    ("pace", "at_hand"),
    [(math.inf, 2), (60.0, 2), (0.05, 4), (0.0, 16)],
    ids=["not known yet", "long", "short", "hardly any"],
)
def test_the_shorter_tasks_are_the_more_a_worker_has_at_hand(pace, at_hand):
    worker = Worker(process=None, connection=None, pace=pace)
    while worker.has_room:
        worker.tasks += tasks("good")

    assert len(worker.tasks) == at_hand


def test_results_come_together_where_they_are_ready_together():
    groups = Local(1, work=strange).run(tasks(*(f"good {n}" for n in range(40))))

    assert len(list(groups)) < 10


def test_asked_to_stop_it_ends_what_is_begun_and_begins_no_more():
    stop = []
    begun = tasks(*(f"nap {number}" for number in range(20)))
    results = Local(2, work=strange).run(begun, lambda: bool(stop))
    done = next(results)
    stop.append(True)
    done += each(results)

    assert 1 < len(done) <= 6
    assert all("done by" in cause for cause in causes(done).values())


def test_whoever_lets_go_of_the_results_ends_the_workers():
    engine = Local(2, work=strange)
    results = engine.run(tasks("good", "slow", "slow"))
    next(results)
    (pid, *_) = [w.process.pid for w in engine.workers]
    results.close()

    assert engine.workers == []
    assert not Path(f"/proc/{pid}").exists()


def test_a_worker_makes_room_for_another_before_it_has_grown():
    """spaCy keeps every word it has met: a worker's memory grows with its documents."""
    assert worker.DOCUMENTS < 1000
    names = [f"good {number}" for number in range(worker.DOCUMENTS + 5)]
    found = run(*names, jobs=1)

    assert len(found) == len(names)
    assert len(set(found.values())) == 2


def test_data_that_does_not_hold_ends_the_run(tmp_path):
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "odd.toml").write_text("slug =", "utf-8")

    with pytest.raises(DataError, match=r"odd\.toml"):
        run("good", data=(tmp_path,))


def test_real_work_gives_the_rows_of_records(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("Westmarch Police is good at preventing crime.", "utf-8")
    (result,) = each(Local(1).run([Task(Input(str(path), path), "")]))

    assert result.rows["documents"][0]["source"] == str(path)
    assert result.seconds > 0


def test_bytes_from_elsewhere_are_inputs_too():
    found = Input("https://echo.example/a", data=b"Westmarch Police is good.")
    (result,) = each(Local(1).run([Task(found, "")]))

    assert result.rows["documents"][0]["text"] == "Westmarch Police is good."


def test_workers_leave_interrupts_to_their_parent():
    engine = Local(1, work=strange)
    results = engine.run(tasks("good", "nap", "good"))
    next(results)
    os.kill(engine.workers[0].process.pid, 2)

    assert all("done by" in cause for cause in causes(each(results)).values())


ORPHAN = """
import os
from pipeline.batch.engines.local import Local
from pipeline.batch.engines.unit import Limits, Task
from pipeline.inputs import Input
from tests.batch.engines.strange import strange

engine = Local(1, limits=Limits(seconds=0.5), work=strange)
results = engine.run([Task(Input("good"), ""), Task(Input("slow"), "")])
next(results)
print(engine.workers[0].process.pid, flush=True)
os.kill(os.getpid(), 9)
"""


LONG = """
from pipeline.batch.engines.local import Local
from pipeline.batch.engines.unit import Task
from pipeline.inputs import Input
from tests.batch.engines.strange import strange

tasks = [Task(Input(f"long {n}", data=bytes(2**20)), "") for n in range(5)]
print(sum(len(some) for some in Local(2, work=strange).run(tasks)))
"""


def test_long_inputs_and_long_answers_do_not_wait_for_each_other():
    done = subprocess.run(
        [sys.executable, "-c", LONG],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[3],
        timeout=60,
    )
    assert done.stdout == b"5\n"


@pytest.mark.slow
def test_a_worker_that_has_lost_its_parent_does_not_go_on_for_ever():
    done = subprocess.run(
        [sys.executable, "-c", ORPHAN],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    worker = Path("/proc", done.stdout.strip())
    assert worker.name.isdigit(), done.stderr
    for _ in range(100):
        if not worker.exists() or "Z (zombie)" in (worker / "status").read_text():
            break
        time.sleep(0.1)
    else:
        pytest.fail("it goes on")


INTERRUPTED = """
import os, signal, threading, time
from pipeline.batch.engines.local import Local
from pipeline.batch.engines.unit import Limits, Task
from pipeline.inputs import Input
from tests.batch.engines.strange import strange

signal.signal(signal.SIGINT, lambda *_: None)
for number in range(8):
    threading.Timer(0.05 * number, os.killpg, (os.getpgid(0), signal.SIGINT)).start()
[[result]] = Local(1, work=strange).run([Task(Input("good"), "")])
print(result.rows["failures"][0]["cause"])
"""


def test_an_interrupt_of_all_while_workers_start_is_left_to_their_parent():
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )

    assert done.stderr == ""
    assert done.stdout.startswith("done by")
