"""The same page live on this machine, where what a person decides is saved.

Nobody else can use it: it listens on 127.0.0.1 only, its address holds a secret, and a
request that another site causes, or that comes by another name (DNS rebinding), is
refused.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from pipeline import corrections
from pipeline.errors import PipelineError
from pipeline.knowledge import Knowledge
from pipeline.records import Correction, Record, Span
from pipeline.review.contract import Saved
from pipeline.review.page import page
from pipeline.review.payload import Index, take
from pipeline.sinks.stored import replace, stored

HOST = "127.0.0.1"
LARGEST = 100_000
"""Bytes of a correction."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Answer = Callable[[Request], Awaitable[Response]]


class Refused(Exception):
    """A correction that cannot be taken; the reason is for the reviewer."""


@dataclass(frozen=True)
class Desk:
    """What is being reviewed, and where decisions are kept.

    Attributes:
        records: a database or a file of JSON lines.
        folder: where corrections are saved.
        token: the secret part of the address.
    """

    records: str
    folder: Path
    known: Knowledge
    token: str
    lock: Lock = field(default_factory=Lock)

    def pages(self) -> Iterator[str]:
        """The page as it is now."""
        name = Path(self.records).name
        address = f"/{self.token}/corrections"
        return page(stored(self.records), self.known, name=name, live=address)

    def decide(self, asked: Mapping[str, object]) -> Saved:
        """Save a decision, put it into the records, and draw its document anew.

        Raises:
            Refused: it does not fit the record.
        """
        with self.lock:
            record = self._record(str(asked.get("document")))
            correction = _correction(record, asked)
            made = corrections.correct(record, [correction], self.known)
            corrected, (outcome,) = made
            if outcome.status in {corrections.Status.UNFIT, corrections.Status.STALE}:
                raise Refused(outcome.message)
            path = corrections.save(correction, self.folder)
            replace(self.records, corrected)
        index = Index()
        detail = take(corrected, self.known, index)
        return {"detail": detail, "entry": index.documents[0], "file": str(path)}

    def _record(self, id_: str) -> Record:
        for record in stored(self.records, document=id_):
            if record.document.id == id_:
                return record
        raise Refused("the records hold no such document any more")


def application(desk: Desk) -> Starlette:
    """The server, to be run by any ASGI host on `HOST`."""

    async def show(request: Request) -> Response:
        _check_token(request, desk)
        return StreamingResponse(desk.pages(), media_type="text/html; charset=utf-8")

    async def decide(request: Request) -> Response:
        _check_token(request, desk)
        try:
            answer = await run_in_threadpool(desk.decide, await _asked(request))
        except (Refused, PipelineError) as error:
            return JSONResponse({"problem": str(error)}, status_code=422)
        return JSONResponse(answer)

    return Starlette(
        routes=[
            Route("/{token}/", show, methods=["GET"]),
            Route("/{token}/corrections", decide, methods=["POST"]),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=_guard)],
        exception_handlers={PermissionError: _forbidden},
    )


async def _guard(request: Request, proceed: Answer) -> Response:
    """Refuse what did not come from our own page on this machine."""
    if _is_foreign(request):
        response: Response = JSONResponse({"problem": "refused"}, status_code=403)
    else:
        response = await proceed(request)
    response.headers.update(HEADERS)
    return response


def _is_foreign(request: Request) -> bool:
    host = request.headers.get("host", "")
    if host.rpartition(":")[0] not in {HOST, "localhost"}:
        return True
    site = request.headers.get("sec-fetch-site", "none")
    if request.method == "GET":
        return site not in {"none", "same-origin"}
    origin = request.headers.get("origin")
    return site not in {"none", "same-origin"} or origin != f"http://{host}"


def _check_token(request: Request, desk: Desk) -> None:
    given = request.path_params["token"].encode()
    if not hmac.compare_digest(given, desk.token.encode()):
        raise PermissionError


async def _forbidden(request: Request, error: Exception) -> Response:
    del request, error
    return JSONResponse({"problem": "no such page"}, status_code=404)


async def _asked(request: Request) -> dict[str, object]:
    kind = request.headers.get("content-type", "").partition(";")[0]
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST:
        raise Refused("a correction is a small JSON object")
    body = await request.body()
    if kind != "application/json":
        raise Refused("a correction is a small JSON object")
    try:
        asked = json.loads(body)
    except ValueError:
        asked = None
    if not isinstance(asked, dict):
        raise Refused("a correction is a small JSON object")
    return asked


def _correction(record: Record, asked: Mapping[str, object]) -> Correction:
    address = str(asked.get("cell"))
    value = asked.get("value")
    reason, reviewer = (str(asked.get(n) or "").strip() for n in ("reason", "reviewer"))
    if not (reason and reviewer):
        raise Refused("say why, and who you are")
    if value is None and corrections.target(record, address) is None:
        raise Refused("the record has no such cell any more")
    return corrections.decision(
        record,
        address,
        None if value is None else str(value),
        evidence=_evidence(record, asked.get("evidence")),
        reason=reason,
        reviewer=reviewer,
    )


def _evidence(record: Record, chosen: object) -> Span | None:
    """The words that the reviewer chose."""
    text = record.document.text
    match chosen:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return Span(start=start, end=end, text=text[start:end])
    return None
