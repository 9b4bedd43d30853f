"""The pictures of README, taken of the page that `make demo` writes: `make pictures`.

A browser draws them, so they show what people see; Chromium has to be on the path.
"""

import io
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = Path("outputs/review.html")
FOLDER = Path("pipeline/docs/pictures")
WIDTH, HEIGHT = 1360, 740
COLOURS = 256
"""Enough for flat colours and the edges of letters; half of the bytes."""
PICTURES = {
    "grid": ("grades", None),
    "proof": ("document", "gwent/good_use_of_resources"),
}
"""By name the view, and the cell that stands open in it."""


def take(browser: "Browser", name: str, view: str, cell: str | None) -> None:
    """One picture, written."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    page.goto(PAGE.absolute().as_uri())
    page.wait_for_selector("html[data-ready]")
    if cell:
        number = page.evaluate(
            "INDEX.documents.findIndex((each) => each.source.endsWith('gwent.txt'))"
        )
        address = f"{view}/{number}/{cell.replace('/', '%2F')}"
        page.evaluate(f"location.hash = '#{address}'")
        page.wait_for_selector(".row.open .proof")
    path = FOLDER / f"{name}.png"
    shot = Image.open(io.BytesIO(page.screenshot()))
    few = shot.convert("RGB").quantize(
        COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    few.save(path, optimize=True)
    page.close()


def main() -> None:
    """Take them all."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or not PAGE.is_file():
        sys.exit("needs Chromium, and the page of `make demo`")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (view, cell) in PICTURES.items():
            take(browser, name, view, cell)
        browser.close()


if __name__ == "__main__":
    main()
