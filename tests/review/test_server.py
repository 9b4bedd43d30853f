"""The live page: saved for those who sit at this machine, refused to all others."""

import socket
import threading
import time
import tomllib

import pytest

from pipeline.sinks.stored import stored
from tests.factories import marlshire

pytest.importorskip("starlette", reason="no starlette: pip install gradewright[review]")
uvicorn = pytest.importorskip("uvicorn", reason="no uvicorn")
httpx = pytest.importorskip("httpx", reason="no httpx")

from pipeline.review.server import Desk, application  # noqa: E402

CELL = "marlshire/good_use_of_resources"


@pytest.fixture
def desk(tmp_path, known):
    records = tmp_path / "records.jsonl"
    records.write_text(marlshire().model_dump_json() + "\n", encoding="utf-8")
    return Desk(str(records), tmp_path / "corrections", known, "secret")


@pytest.fixture
def live(desk):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(
        application(desk), host="127.0.0.1", port=port, log_level="error", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}/secret/"
    server.should_exit = True
    thread.join()


@pytest.fixture
def client(live):
    with httpx.Client(base_url=live) as client:
        yield client


def asked(**changes):
    return {
        "document": marlshire().document.id,
        "cell": CELL,
        "value": "good",
        "reason": "misread",
        "reviewer": "A. Reader",
        "evidence": None,
    } | changes


def graded(desk):
    (record,) = stored(desk.records)
    return {grade.area: grade for grade in record.inspections[0].grades}


def origin(client):
    return f"http://127.0.0.1:{client.base_url.port}"


def post(client, headers=None, **changes):
    sent = {"Origin": origin(client), "Sec-Fetch-Site": "same-origin"} | (headers or {})
    return client.post("corrections", json=asked(**changes), headers=sent)


def test_the_page_is_behind_its_secret(client):
    assert client.get("").status_code == 200
    assert client.get(f"{origin(client)}/guess/").status_code == 404


def test_the_page_may_not_be_framed_kept_or_told_of(client):
    headers = client.get("").headers

    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Host": "elsewhere.example:8642", "Origin": "http://elsewhere.example:8642"},
    ],
    ids=["another origin", "a sandbox", "cross-site", "another name"],
)
def test_what_another_site_causes_is_refused(client, desk, headers):
    assert post(client, headers).status_code == 403
    assert not desk.folder.exists()


def test_a_page_elsewhere_cannot_read_it(client):
    response = client.get("", headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403
    assert "access-control-allow-origin" not in response.headers


def test_a_correction_becomes_a_file_and_stands_in_the_records(client, desk):
    answer = post(client)
    (path,) = desk.folder.glob("*.toml")
    saved = tomllib.loads(path.read_text("utf-8"))

    assert answer.status_code == 200
    assert answer.json()["file"] == str(path)
    assert (saved["cell"], saved["was"], saved["value"]) == (CELL, "adequate", "good")
    assert ("evidence" in saved, saved["saw"]["text"]) == (
        False,
        "Good use of resources",
    )
    grade = graded(desk)["good_use_of_resources"]
    assert (grade.grade, grade.corrected) == ("good", True)


def test_the_words_that_the_reviewer_chose_are_the_evidence(client, desk):
    post(client, evidence=[0, 16])
    (path,) = desk.folder.glob("*.toml")

    assert tomllib.loads(path.read_text("utf-8"))["evidence"] == {
        "start": 0,
        "end": 16,
        "text": "Marlshire Police",
    }


def test_accepting_changes_nothing_but_is_kept(client, desk):
    post(client, value="adequate")

    assert not graded(desk)["good_use_of_resources"].corrected
    assert len(list(desk.folder.glob("*.toml"))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"reason": " "},
        {"reviewer": ""},
        {"document": "sha256:gone"},
        {"cell": "nobody/leadership"},
        {"cell": "document/published", "value": "yesterday"},
        {"cell": "marlshire", "value": "frs-round3"},
    ],
    ids=[
        "no reason",
        "no name",
        "no document",
        "no such body",
        "no date",
        "no framework of police forces",
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(client, desk, changes):
    answer = post(client, **changes)

    assert answer.status_code == 422
    assert answer.json()["problem"]
    assert not desk.folder.exists()


@pytest.mark.parametrize("body", [b"[]", b"{", b"x" * 200_000])
def test_only_small_objects_are_read(client, body):
    headers = {"Origin": origin(client), "Content-Type": "application/json"}

    assert client.post("corrections", content=body, headers=headers).is_error


def test_a_correction_made_in_the_browser_is_saved_and_shown(browse, live, desk):
    page = browse(f"{live}#document/0/{CELL.replace('/', '%2F')}")
    page.keyboard.press("c")
    page.get_by_label("It should be").select_option("good")
    page.get_by_label("Why").fill("the table says so")
    page.get_by_label("Your name").fill("A. Reader")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector(".row.open .chip:has-text('✎')")

    assert "the table says so" in page.locator(".row.open .why").inner_text()
    assert graded(desk)["good_use_of_resources"].grade == "good"
    (path,) = desk.folder.glob("*.toml")
    assert tomllib.loads(path.read_text("utf-8"))["reviewer"] == "A. Reader"
    page.reload()
    page.wait_for_selector(".row.open .chip:has-text('✎')")


def test_the_browser_tells_why_a_correction_was_not_saved(browse, live, desk):
    page = browse(f"{live}#document/0/document%2Fpublished")
    page.keyboard.press("c")
    page.get_by_label("It should be").fill("yesterday")
    page.get_by_label("Why").fill("so it says")
    page.get_by_label("Your name").fill("A. Reader")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector(".problem:has-text('Not saved')")

    assert not desk.folder.exists()


def test_a_grade_that_was_missed_is_added_with_the_words_chosen_in_the_text(
    browse, live, desk
):
    page = browse(f"{live}#document/0")
    page.evaluate(
        """() => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector("#text mark.k-miss"));
            getSelection().addRange(range);
        }"""
    )
    page.get_by_role("button", name="Add a grade").click()
    page.get_by_label("Area").last.select_option("investigating_crime")
    page.get_by_label("Grade").last.select_option("outstanding")
    page.get_by_label("Why").fill("it stands there")
    page.get_by_label("Your name").fill("A. Reader")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector(".row.is-grade:has-text('Investigating crime')")

    added = graded(desk)["investigating_crime"]
    assert (added.grade, added.evidence[0].text) == ("outstanding", "outstanding")


def save(page):
    page.get_by_label("Why").fill("read again")
    page.get_by_label("Your name").fill("A. Reader")
    page.get_by_role("button", name="Save").click()


def test_a_quotation_that_is_none_is_taken_out(browse, live, desk):
    (record,) = stored(desk.records)
    address = f"quote/{record.quotes[1].parts[0].start}"
    page = browse(f"{live}#document/0/{address.replace('/', '%2F')}")
    page.keyboard.press("c")
    page.get_by_label("This is no quotation at all").check()
    save(page)
    page.wait_for_selector("#correct:not([open])", state="attached")

    (record,) = stored(desk.records)
    assert len(record.quotes) == 1
    assert record.corrections[0].cell == f"{address}/text"


def test_who_was_inspected_is_corrected_in_the_browser(browse, live, desk):
    page = browse(f"{live}#document/0/marlshire")
    page.keyboard.press("c")
    page.get_by_label("Who was inspected").fill("Lunnshire Police")
    save(page)
    page.wait_for_selector(".row.is-body:has-text('Lunnshire Police')")

    (record,) = stored(desk.records)
    assert record.inspections[0].body.name == "Lunnshire Police"


@pytest.mark.parametrize(
    ("kind", "command"),
    [("grade", "--value 'good'"), ("quote", "--remove")],
)
def test_a_page_that_stands_alone_gives_the_command_instead(
    browse, written, kind, command
):
    page = browse(f"{written()}#document/0")
    page.locator(f".row.is-{kind} > button").first.click()
    page.keyboard.press("c")
    if kind == "grade":
        page.get_by_label("It should be").select_option("good")
    else:
        page.get_by_label("This is no quotation at all").check()
    save(page)

    said = page.get_by_label("Command", exact=True).input_value()
    assert said.startswith("gradewright correct 'records.jsonl'")
    assert command in said
    assert "/text" not in said
