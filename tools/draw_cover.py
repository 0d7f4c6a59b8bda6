"""Draw the picture that stands for the course where somebody shares a link to it.

It is drawn by a browser, so it is not the same to the last point on every machine: draw it again
when its words change.
"""

from html import escape
from pathlib import Path

import yaml
from draw_figures import PALETTES
from find_browser import find_browser
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
COVER = ROOT / "book" / "_static" / "cover.png"
WIDTH, HEIGHT = 1200, 630
SUBTITLE = "An interactive course for adults"


def page(title: str) -> str:
    """Return the picture as a page of that size.

    Args:
        title: The title of the course.
    """
    colours = PALETTES["light"]
    return f"""<!doctype html>
<style>
  body {{ display: flex; align-items: center; justify-content: space-between; margin: 0;
    padding: 0 80px; height: {HEIGHT}px; background: {colours.ground}; color: {colours.ink};
    font: 34px/1.3 "Liberation Sans", Arial, Helvetica, sans-serif; }}
  h1 {{ max-width: 520px; margin: 0 0 28px; font-size: 80px; line-height: 1.1;
    text-wrap: balance; }}
  p {{ margin: 0; color: {colours.soft}; }}
</style>
<div><h1>{escape(title)}</h1><p>{escape(SUBTITLE)}</p></div>
<svg width="410" height="280" fill-opacity="0.75">
  <circle cx="140" cy="140" r="140" fill="{colours.intimacy}"/>
  <circle cx="270" cy="140" r="140" fill="{colours.passion}"/>
</svg>"""


def main() -> None:
    """Draw the picture."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        shown.set_content(page(config["title"]))
        shown.screenshot(path=COVER)
        browser.close()
    print(f"{COVER.relative_to(ROOT)}: {COVER.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
