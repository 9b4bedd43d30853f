"""A Dask cluster, here or elsewhere: shards are handed out, their files read back.

The cluster's machines must see the inputs, the data folders and the folder of the
shards under the same names: a shared disk.
"""

from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.batch.engines.shards import Shard, cut, do
from pipeline.batch.engines.unit import Limits, Result, Task, Work, failed, work
from pipeline.batch.ledger import LOST
from pipeline.errors import EngineError

if TYPE_CHECKING:
    from distributed import Client

SIZE = 50
"""Documents in a shard: enough to make handing it out cheap, few enough to lose."""
TIMEOUT = 10.0
"""Seconds in which a scheduler must answer."""
AHEAD = 2
"""Shards that each worker has at hand."""


@dataclass
class Cluster:
    """Runs tasks on a Dask cluster.

    Attributes:
        scheduler: its address; None for a cluster of processes on this machine.
        folder: where shards put their files; they are removed once they are read.
        jobs: how many processes, on this machine.
    """

    scheduler: str | None
    folder: Path
    jobs: int = 1
    data: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    size: int = SIZE
    work: Work = work

    def run(
        self, tasks: Iterable[Task], stopped: Callable[[], bool] = lambda: False
    ) -> Generator[list[Result]]:
        """Results as shards are done; once `stopped`, no more shards are handed out.

        Raises:
            EngineError: there is no cluster to run on.
        """
        with ExitStack() as stack:
            client = self._client(stack)
            under_way: dict[str, Shard] = {}
            done = _distributed().as_completed()

            def hand_out(shard: Shard) -> None:
                future = client.submit(
                    do, shard, self.data, self.limits, self.work, key=shard.key
                )
                under_way[future.key] = shard
                done.add(future)

            shards = cut(tasks, self.size, self.folder)
            room = AHEAD * max(1, len(client.scheduler_info()["workers"]))
            for shard in islice(shards, room):
                hand_out(shard)
            for future in done:
                shard = under_way.pop(future.key)
                if future.status == "finished":
                    yield list(shard.results())
                    shard.remove()
                elif len(shard.tasks) > 1:
                    for half in shard.halves():
                        hand_out(half)
                else:
                    yield [self._blamed(shard.tasks[0], future.exception())]
                if not stopped() and (following := next(shards, None)):
                    hand_out(following)
            with suppress(OSError):  # not there, or somebody else's files in it
                self.folder.rmdir()

    def _blamed(self, task: Task, error: BaseException | None) -> Result:
        """The result of a document that ends every worker that is given it."""
        cause = f"its workers were lost ({type(error).__name__})"
        return failed(task, LOST, cause, "look at the document, and run again")

    def _client(self, stack: ExitStack) -> "Client":
        distributed = _distributed()
        if self.scheduler:
            try:
                client = distributed.Client(self.scheduler, timeout=TIMEOUT)
            except OSError as error:
                cause, remedy = "no scheduler answers", "check the address"
                raise EngineError(self.scheduler, cause, remedy) from error
            return stack.enter_context(client)
        here = distributed.LocalCluster(
            n_workers=self.jobs, threads_per_worker=1, dashboard_address=":0"
        )
        return stack.enter_context(distributed.Client(stack.enter_context(here)))


def _distributed() -> Any:  # noqa: ANN401 - it is half typed
    try:
        import distributed  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        remedy = "pip install 'gradewright[dask]'"
        raise EngineError("dask", "it is missing", remedy) from error
    return distributed
