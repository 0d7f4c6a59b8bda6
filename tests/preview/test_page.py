"""One activity as a page: whole, alive by its own parts, closed to all else; and text is text."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from lessonkit.activities import ActivityError, load_activity
from lessonkit.activities.kinds import KINDS
from lessonkit.preview.page import activity_page
from lessonkit.preview.window import nothing_here, window_page

COURSE = """\
type: my-course
id: the-course
title: The course
lessons:
  - id: one
    title: The first lesson
    notebook: 01_one
    activities:
      - file: what-brings-me-here
"""
HOSTILE = "</script><script>self.harm=1</script><!--<img src=x onerror=harm> & \u2028 ]]>"
COURSE_BUILDERS = (
    "sphinx docutils myst_nb bs4 nbconvert rcssmin rjsmin tinycss2 jupyter_book pandas"
)


@pytest.fixture
def activities(repository: Path) -> Path:
    return repository / "notebooks/activities"


@pytest.fixture
def course(tmp_path: Path, activities: Path) -> Path:
    """A course of one lesson, beside the file of its activity."""
    name = "what-brings-me-here.yaml"
    (tmp_path / name).write_bytes((activities / name).read_bytes())
    path = tmp_path / "the-course.yaml"
    path.write_text(COURSE, encoding="utf-8")
    return path


def one_of_each_kind(activities: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in sorted(activities.glob("*.yaml")):
        kind = re.search(r"^type: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert kind is not None
        found.setdefault(kind[1], path)
    return found


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def policy_of(page: BeautifulSoup) -> dict[str, list[str]]:
    [meta] = page.select("meta[http-equiv=Content-Security-Policy]")
    directives = (part.split() for part in str(meta["content"]).split(";"))
    return {name: values for name, *values in directives}


def expect_closed(page: BeautifulSoup) -> None:
    """See that a page allows its own scripts and styles, and no others, and leads nowhere else."""
    policy = policy_of(page)
    assert policy["default-src"] == policy["base-uri"] == ["'none'"]
    for tag in ("script", "style"):
        inline = [
            each.string or "" for each in page.select(tag) if each.get("type") != "application/json"
        ]
        digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()) for text in inline}
        named = {each for each in policy.get(f"{tag}-src", []) if each.startswith("'")}
        assert named == {f"'sha256-{digest.decode()}'" for digest in digests}
    assert not page.select("script[src], img[src], link[rel=stylesheet], base, object, embed")
    addresses = [str(each.get("href") or each.get("src")) for each in page.select("[href], [src]")]
    assert not [each for each in addresses if re.match(r"(https?:)?//", each)]
    assert not page.select("[style]")


def state_of(page: BeautifulSoup) -> dict[str, Any]:
    [script] = page.select("script.lk-state")
    state: dict[str, Any] = json.loads(script.string or "")["m1"]["state"]
    return state


def test_a_page_of_every_kind_is_whole_and_closed(activities: Path, course: Path) -> None:
    files = one_of_each_kind(activities) | {"my-course": course}
    assert files.keys() == KINDS.keys()
    for kind, path in files.items():
        activity = load_activity(path)
        html = activity_page(activity, path)
        page = parsed(html)
        expect_closed(page)
        [slot] = page.select(".lk-widget[data-model=m1]")
        assert slot["data-key"] == activity.id, kind
        assert slot.select_one(".lk-static .lk-worksheet") is not None, kind
        assert page.title is not None and page.title.string == activity.title
        # A window shows a page anew only where it differs.
        assert html == activity_page(activity, path), kind


def test_words_with_markup_stay_words(activities: Path) -> None:
    deck = load_activity(activities / "what-holds-them.yaml")
    [first, *others] = deck.cards  # type: ignore[attr-defined]
    card = first.model_copy(update={"text": HOSTILE})
    deck = deck.model_copy(update={"title": HOSTILE, "cards": [card, *others]})
    page = parsed(activity_page(deck))
    expect_closed(page)
    assert page.title is not None and page.title.string == HOSTILE
    assert state_of(page)["activity"]["cards"][0]["text"] == HOSTILE
    assert not page.select("img, [onerror]")


def test_a_deck_lies_on_the_table_whole_and_in_the_order_of_its_file(activities: Path) -> None:
    deck = load_activity(activities / "intimacy-or-passion.yaml")
    [cards] = state_of(parsed(activity_page(deck)))["rounds"]
    assert cards == [card.id for card in deck.cards]  # type: ignore[attr-defined]


def test_a_course_without_the_files_of_its_activities_names_its_lessons(course: Path) -> None:
    page = parsed(activity_page(load_activity(course)))
    expect_closed(page)
    assert [item.text for item in page.select("main li")] == ["The first lesson"]
    (course.parent / "what-brings-me-here.yaml").unlink()
    with pytest.raises(ActivityError, match=r"the-course\.yaml:9: there is no activity file"):
        activity_page(load_activity(course), course)


def test_a_page_needs_nothing_of_what_builds_books(activities: Path) -> None:
    code = (
        "import sys\n"
        f"for name in {COURSE_BUILDERS.split()}: sys.modules[name] = None\n"
        "from lessonkit.activities import load_activity\n"
        "from lessonkit.preview.page import activity_page\n"
        "from lessonkit.preview.window import window_page\n"
        "import lessonkit.preview.server\n"
        "print(len(activity_page(load_activity(sys.argv[1]))), len(window_page('deck.yaml')))\n"
    )
    run = [sys.executable, "-c", code, str(activities / "one-kiss.yaml")]
    page, window = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    assert int(page) > int(window) > 0


def test_the_window_is_closed_to_all_but_its_own_server() -> None:
    page = parsed(window_page(f"{HOSTILE}.yaml"))
    expect_closed(page)
    assert policy_of(page)["connect-src"] == policy_of(page)["frame-src"] == ["'self'"]
    assert page.body is not None and page.body["data-file"] == f"{HOSTILE}.yaml"
    expect_closed(parsed(nothing_here()))
