"""A shard is done wherever it is, and found whole or not at all."""

import json
from itertools import chain

import pytest

from pipeline.batch.engines.local import Local
from pipeline.batch.engines.shards import Shard, cut, do
from pipeline.batch.engines.unit import Limits, Task
from pipeline.errors import EngineError
from pipeline.inputs import Input
from tests.batch.engines.strange import strange

pytestmark = pytest.mark.slow


def named(*names):
    return [Task(Input(name), "") for name in names]


def by_source(results):
    return {result.task.found.source: result.rows for result in results}


def each(groups):
    """The results, one by one; they come some at a time."""
    return chain.from_iterable(groups)


def test_shards_are_cut_in_order(tmp_path):
    shards = list(cut(named("a", "b", "c", "d", "e"), 2, tmp_path))

    names = [[task.found.source for task in shard.tasks] for shard in shards]
    assert names == [["a", "b"], ["c", "d"], ["e"]]


def test_shards_give_what_the_local_engine_gives(stories, tmp_path):
    shard = Shard(tuple(stories), tmp_path / "shards")
    do(shard, (), Limits())

    assert by_source(shard.results()) == by_source(each(Local(1).run(stories)))


def test_shards_done_twice_are_the_same_files(stories, tmp_path):
    shard = Shard(tuple(stories), tmp_path / "shards")
    files = []
    for _ in range(2):
        do(shard, (), Limits())
        files.append({p.name: p.read_bytes() for p in shard.folder.iterdir()})

    assert files[0] == files[1]
    manifest = json.loads(shard.manifest.read_text("utf-8"))
    assert manifest["documents"] == 7


def test_shards_that_are_half_written_are_found_out(stories, tmp_path):
    shard = Shard(tuple(stories), tmp_path / "shards")
    do(shard, (), Limits())
    shard.part.write_bytes(shard.part.read_bytes()[:-9])

    with pytest.raises(EngineError, match="is not what"):
        list(shard.results())
    shard.remove()
    with pytest.raises(EngineError, match="all machines share this folder"):
        list(shard.results())


def test_shards_hold_documents_to_their_limits(tmp_path):
    shard = Shard(tuple(named("good", "slow", "killed")), tmp_path)
    do(shard, (), Limits(seconds=0.5), strange)

    causes = [
        rows["failures"][0]["cause"] for rows in by_source(shard.results()).values()
    ]
    assert causes[0].startswith("done by")
    assert causes[1:] == [
        "it took more than 0.5 s",
        "its worker was killed (SIGKILL)",
    ]
