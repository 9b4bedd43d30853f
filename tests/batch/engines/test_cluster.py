"""A cluster gives what this machine gives, also where its workers die."""

import os
import sys
from itertools import chain

import dask
import distributed
import pytest

from pipeline.batch.engines.cluster import Cluster
from pipeline.batch.engines.local import Local
from pipeline.batch.engines.shards import do
from pipeline.batch.engines.unit import Limits, Task
from pipeline.errors import EngineError
from pipeline.inputs import Input
from tests.batch.engines.strange import strange

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def named(*names):
    return [Task(Input(name), "") for name in names]


def by_source(results):
    return {result.task.found.source: result.rows for result in results}


def each(groups):
    """The results, one by one; they come some at a time."""
    return chain.from_iterable(groups)


def ends_its_worker(shard, data, limits, work):
    """What a shard does on a machine that fails."""
    if any(task.found.source.startswith("deadly") for task in shard.tasks):
        os._exit(1)
    return do(shard, data, limits, work)


@pytest.fixture(scope="module")
def scheduler():
    """The address of a cluster of processes here."""
    settings = {"distributed.scheduler.allowed-failures": 0}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0"
        ) as cluster,
    ):
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same_rows(scheduler, stories, tmp_path):
    cluster = Cluster(scheduler, tmp_path / "shards", size=2)

    assert by_source(each(cluster.run(stories))) == by_source(
        each(Local(1).run(stories))
    )
    assert not (tmp_path / "shards").exists()


def test_a_shard_whose_worker_dies_is_split_until_the_document_is_found(
    scheduler, tmp_path, monkeypatch
):
    monkeypatch.setattr("pipeline.batch.engines.cluster.do", ends_its_worker)
    names = ["a", "b", "deadly", "c", "d"]
    cluster = Cluster(scheduler, tmp_path / "shards", size=5, work=strange)
    found = by_source(each(cluster.run(named(*names))))

    causes = {name: found[name]["failures"][0]["cause"] for name in names}
    assert causes.pop("deadly").startswith("its workers were lost")
    assert all(cause.startswith("done by") for cause in causes.values())


def test_a_cluster_of_others_holds_documents_to_their_limits(scheduler, tmp_path):
    limits = Limits(seconds=0.5, memory=2**28)
    cluster = Cluster(scheduler, tmp_path, limits=limits, work=strange)
    found = by_source(each(cluster.run(named("good", "slow", "hungry", "killed"))))

    causes = {name: found[name]["failures"][0]["cause"] for name in found}
    assert causes.pop("good").startswith("done by")
    assert causes == {
        "slow": "it took more than 0.5 s",
        "hungry": "it needs more than 256 MB of memory",
        "killed": "its worker was killed (SIGKILL)",
    }


def test_asked_to_stop_it_hands_out_no_more(scheduler, tmp_path):
    names = [f"good {number}" for number in range(40)]
    cluster = Cluster(scheduler, tmp_path / "shards", size=1, work=strange)
    stop = []
    results = cluster.run(named(*names), lambda: bool(stop))
    done = next(results)
    stop.append(True)
    done += each(results)

    assert 0 < len(done) < 40


def test_nobody_at_the_address_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.batch.engines.cluster.TIMEOUT", 0.5)
    with pytest.raises(EngineError, match="no scheduler answers"):
        list(Cluster("tcp://127.0.0.1:1", tmp_path).run([]))


def test_a_missing_library_names_its_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineError, match=r"pip install 'gradewright\[dask\]'"):
        list(Cluster(None, tmp_path).run([]))
