"""Names, labels, contrast: what can be checked by machine, in every view and theme."""

from pathlib import Path

import pytest

from tests.factories import marlshire

AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
VIEWS = ("grades", "documents", "people", "misses", "document/0")
OPENED = "document/0/marlshire%2Fgood_use_of_resources"


@pytest.fixture(scope="module")
def address(written):
    return written(marlshire())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_view_has_barriers(browse, address, theme):
    page = browse(address, color_scheme=theme)
    found = {}
    for view in (*VIEWS, OPENED):
        page.goto(f"{address}#{view}")
        found[view] = page.evaluate(AUDIT)

    assert {view: problems for view, problems in found.items() if problems} == {}


def test_the_correction_form_has_no_barriers(browse, address):
    page = browse(f"{address}#{OPENED}")
    page.keyboard.press("c")

    assert page.locator("dialog[open]").count() == 1
    assert page.evaluate(AUDIT) == []


def test_the_audit_finds_what_it_is_for(browse, address):
    page = browse(f"{address}#documents")
    page.evaluate(
        """() => {
            const spoilt = document.createElement("button");
            document.querySelector("main").append(spoilt);
            const pale = document.createElement("p");
            pale.textContent = "pale";
            pale.style.color = "rgb(200, 200, 200)";
            document.querySelector("main").prepend(pale);
        }"""
    )
    found = [problem.split(":")[0] for problem in page.evaluate(AUDIT)]

    assert "no name" in found
    assert any(problem.startswith("contrast") for problem in found)


def test_colour_is_never_the_only_sign_of_a_grade(browse, address):
    page = browse(f"{address}#grades")
    patterns = page.locator(".legend .chip").evaluate_all(
        "chips => chips.map(chip => getComputedStyle(chip, '::before').backgroundImage"
        " .replace(/rgba?\\([^)]*\\)/g, ''))"
    )

    assert len(set(patterns)) == len(patterns) == 5
