"""A real browser, headless, for what only a browser can tell."""

import shutil

import pytest

from pipeline.review import write_page
from pipeline.review.payload import Index, take
from tests.factories import marlshire

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items):
    """What needs a browser takes seconds together."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on the path: apt-get install chromium")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium):
    """Open an address; the page fails its test where a script or the policy does."""
    pages, problems = [], []

    def open_page(address, **options):
        page = chromium.new_page(viewport={"width": 1360, "height": 860}, **options)
        pages.append(page)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console",
            lambda message: (
                message.type == "error"
                and "status of 422" not in message.text  # refused by rule, and shown
                and problems.append(message.text)
            ),
        )
        page.goto(address)
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for page in pages:
        page.close()
    assert problems == []


@pytest.fixture(scope="session")
def written(tmp_path_factory, known):
    """The address of a page of some records."""

    def write(*records):
        path = tmp_path_factory.mktemp("review") / "review.html"
        write_page(records or [marlshire()], known, path, name="records.jsonl")
        return path.as_uri()

    return write


@pytest.fixture
def index(known):
    """What the page knows of some records before any is opened."""

    def of(*records):
        index = Index()
        for each in records:
            take(each, known, index)
        return index

    return of
