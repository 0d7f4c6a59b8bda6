"""A facilitator's tally in the published book: thirty people sort, and their chat is counted."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lessonkit import GroupTally
from lessonkit.activities import SortingActivity
from lessonkit.group.csv_file import read_counts
from lessonkit.group.tally import Tally, disputed_first, moved, tally
from lessonkit.share_code import encode

from .accessibility import COLOURS, violations
from .conftest import ROOT, SERVED, Open
from .exercise import Exercise
from .group import (
    TALLY_PAGE,
    Placements,
    TallyView,
    bars_of,
    lines_with,
    noisy_chat,
    percent,
    said,
    sort_and_share,
    sorts_of,
)
from .lab import Notebook, running_lab
from .lesson import exercises_of_the_lesson
from .place import LESSON, Place
from .watch import Watch

PEOPLE = 30
DECK_FILE = ROOT / "notebooks" / "activities" / "intimacy-or-passion.yaml"
LIGHTS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}


@pytest.fixture(scope="module")
def deck() -> SortingActivity:
    """The cards that the lesson deals first."""
    exercise = exercises_of_the_lesson()[0]
    return exercise.deck.with_cards(exercise.rounds[0])


@pytest.fixture(scope="module")
def sorts(deck: SortingActivity) -> list[Placements]:
    return sorts_of(deck, PEOPLE)


@pytest.fixture(scope="module")
def codes(
    chromium: Browser,
    serve: Callable[[Path], str],
    published: Path,
    sorts: list[Placements],
) -> Iterator[list[str]]:
    """The codes of thirty people, each of whom has sorted in the published lesson."""
    place = Place(serve(published))
    context = chromium.new_context(service_workers="block", reduced_motion="reduce")
    watch = Watch(context, (place.address,))
    page = context.new_page()
    page.goto(place.page(LESSON))
    exercise = Exercise(page)
    yield [sort_and_share(exercise, placements) for placements in sorts]
    assert not watch.troubles(), "\n".join(watch.troubles())
    context.close()


@pytest.fixture(scope="module")
def counted(deck: SortingActivity, sorts: list[Placements]) -> Tally:
    """How Python counts the thirty."""
    return tally(deck, sorts)


@pytest.fixture(scope="module")
def made(deck: SortingActivity, sorts: list[Placements]) -> list[str]:
    """The same codes as Python makes them, for tests that need no one to sort."""
    return [encode(deck, placements) for placements in sorts]


def expect_counted(view: TallyView, deck: SortingActivity, counted: Tally) -> None:
    """See that the page shows what Python counts, card by card."""
    expect(view.results).to_be_visible()
    assert view.ids() == [card.card for card in disputed_first(counted.cards)]
    assert view.numbers() == {card.card: bars_of(deck, card) for card in counted.cards}
    for card in counted.cards:
        wanted = [card.counts[category.id] / card.placed for category in deck.categories]
        assert view.widths(card.card) == pytest.approx(wanted, abs=0.02)
        assert card.agreement is not None
        words = [said("agreement_is", percent=percent(card.agreement))]
        if card.counts["pass"]:
            words.append(said("passed_count", count=card.counts["pass"]))
        assert view.notes(card.card) == " ".join(words)


def test_thirty_people_who_sorted_in_the_book_are_counted_as_python_counts_them(
    visit: Open,
    book: Place,
    deck: SortingActivity,
    codes: list[str],
    made: list[str],
    counted: Tally,
) -> None:
    assert codes == made
    assert len(set(codes)) > PEOPLE / 2
    page = visit(book, TALLY_PAGE)
    view = TallyView(page)
    # A page from a server has what most visits do without brought once something is answered.
    page.context.set_offline(book.address.startswith("file:"))
    view.paste("\n".join(noisy_chat(codes)))
    expect(view.status()).to_have_text(said("codes_counted", count=PEOPLE))
    assert view.problems() == []
    expect(view.root.locator(".lk-tally-heading")).to_have_text(
        said("people_sorted", people=PEOPLE)
    )
    expect_counted(view, deck, counted)
    questions = {card.id: card.question for card in deck.cards}
    for card in view.list.locator(".lk-tally-card").all():
        asked = questions[card.get_attribute("data-card") or ""]
        expect(card.locator(".lk-tally-question")).to_contain_text(str(asked))
    assert deck.workshop is not None
    debrief = view.results.locator(".lk-debrief li")
    expect(debrief).to_have_text(list(deck.workshop.debrief))
    view.root.locator("select").select_option("deck")
    assert view.ids() == [card.id for card in deck.cards]


@SERVED
def test_nothing_is_shown_before_enough_codes_are_in(
    visit: Open, book: Place, deck: SortingActivity, made: list[str]
) -> None:
    view = TallyView(visit(book, TALLY_PAGE))
    expect(view.waiting).to_have_text(said("waiting_none", threshold=5))
    for number in range(1, 5):
        view.paste("\n".join(made[:number]))
        expect(view.waiting).to_contain_text(said("codes_missing", count=5 - number))
        expect(view.results).to_be_hidden()
        text = view.root.inner_text()
        assert not [card.text for card in deck.cards if card.text in text]
        assert view.ids() == []
    view.paste("\n".join(made[:5]))
    expect(view.results).to_be_visible()
    expect(view.waiting).to_be_hidden()
    view.set_threshold(8)
    expect(view.results).to_be_hidden()
    expect(view.waiting).to_contain_text(said("codes_missing", count=3))
    assert view.ids() == []
    view.set_threshold(1)
    expect(view.root.locator(".lk-threshold")).to_have_value("3")
    view.paste("\n".join(made[:2]))
    expect(view.results).to_be_hidden()


@SERVED
def test_a_line_pasted_twice_counts_once_only_when_asked(
    visit: Open, book: Place, made: list[str]
) -> None:
    view = TallyView(visit(book, TALLY_PAGE))
    chat = [f"{number}: {code}" for number, code in enumerate(made[:8])]
    view.paste("\n".join([*chat, *chat[:3]]))
    expect(view.status()).to_have_text(
        f"{said('codes_counted', count=11)} {said('repeats_counted', count=3)}"
    )
    heading = view.root.locator(".lk-tally-heading")
    expect(heading).to_have_text(said("people_sorted", people=11))
    view.root.get_by_role("checkbox").check()
    expect(heading).to_have_text(said("people_sorted", people=8))
    expect(view.status()).to_have_text(
        f"{said('codes_counted', count=8)} {said('repeats_dropped', count=3)}"
    )
    # From paper, two may have sorted alike.
    view.root.get_by_role("checkbox").uncheck()
    view.paste("\n".join([made[0]] * 6))
    expect(heading).to_have_text(said("people_sorted", people=6))


@SERVED
def test_damaged_codes_and_those_of_other_cards_are_named_with_their_lines(
    visit: Open, book: Place, deck: SortingActivity, made: list[str]
) -> None:
    view = TallyView(visit(book, TALLY_PAGE))
    other = GroupTally(DECK_FILE, cards=9, seed=4)
    strange = encode(other.deck.with_cards(other.rounds[0]), {})
    swapped = made[7][:5] + made[7][6] + made[7][5] + made[7][7:]
    assert swapped != made[7]
    chat = noisy_chat(made[:10])
    chat[4:4] = [f"19:01 Bo: {swapped}", "19:02 Bo: hello", f"19:03 Cy: {strange}"]
    view.paste("\n".join(chat))
    assert view.problems() == [
        said("line_damaged", line=lines_with(chat, swapped), text=swapped),
        said("line_of_other_cards", line=lines_with(chat, strange), text=strange),
    ]
    expect(view.status()).to_have_text(said("codes_counted", count=10))


@SERVED
def test_a_second_sorting_shows_what_moved_on_each_card(
    visit: Open, book: Place, deck: SortingActivity, made: list[str], counted: Tally
) -> None:
    page = visit(book, TALLY_PAGE)
    view = TallyView(page)
    later_sorts = sorts_of(deck, 27, seed=2)
    later = tally(deck, later_sorts)
    expect(view.second).to_be_visible()
    wide = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    expect(view.second).to_be_hidden()
    view.paste("\n".join(made))
    expect(view.second).to_be_visible()
    page.set_viewport_size(wide)
    codes = [encode(deck, placements) for placements in later_sorts]
    view.paste("\n".join(codes[:4]), view.second)
    expect(view.waiting).to_have_text(said("later_missing", count=1))
    assert {change for bars in view.changes().values() for change in bars.values()} == {""}
    view.paste("\n".join(codes), view.second)
    expect(view.root.locator(".lk-tally-heading")).to_have_text(
        said("people_sorted_twice", people=PEOPLE, later=27)
    )
    assert view.numbers("later") == {card.card: bars_of(deck, card) for card in later.cards}
    changes = moved(counted, later)
    assert view.changes() == {
        card: {place: points(change) for place, change in (bars or {}).items()}
        for card, bars in changes.items()
    }
    assert view.ids() == [card.card for card in disputed_first(counted.cards)]


def points(change: float) -> str:
    """Say a change of a share as the page says it."""
    whole = int(change + 0.5) if change >= 0 else -int(-change + 0.5)
    if whole == 0:
        return said("points_same")
    return said("points_up" if whole > 0 else "points_down", points=abs(whole))


@SERVED
def test_the_big_screen_is_worked_by_keyboard_and_keeps_the_focus(
    visit: Open, book: Place, deck: SortingActivity, made: list[str], counted: Tally
) -> None:
    page = visit(book, TALLY_PAGE, viewport={"width": 1920, "height": 1080})
    view = TallyView(page)
    view.paste("\n".join(noisy_chat(made)))
    order = [card.card for card in disputed_first(counted.cards)]
    texts = {card.id: card.text for card in deck.cards}
    opener = view.button("show_big")
    opener.focus()
    page.keyboard.press("Enter")
    expect(view.stage).to_be_visible()
    expect(view.stage.get_by_role("button", name=said("stage_on"))).to_be_focused()
    assert "Ada" not in view.stage.inner_text()
    text, position = view.stage.locator(".lk-tally-text"), view.stage.locator(".lk-stage-position")
    total = len(order) + 1
    there = 0
    for key, step in (
        ("ArrowRight", 1),
        ("PageDown", 1),
        ("Enter", 1),
        ("ArrowLeft", -1),
        ("PageUp", -1),
        ("Home", -total),
        ("ArrowLeft", -1),
        ("End", total),
        ("ArrowRight", 1),
    ):
        page.keyboard.press(key)
        there = max(0, min(there + step, total - 1))
        expect(position).to_have_text(said("stage_position", position=there + 1, total=total))
        if there < len(order):
            expect(text).to_have_text(texts[order[there]])
        else:
            assert deck.workshop is not None
            questions = view.stage.locator(".lk-debrief li")
            expect(questions).to_have_text(list(deck.workshop.debrief))
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "() => document.activeElement === document.body"
            " || document.querySelector('dialog').contains(document.activeElement)"
        )
    expect(view.stage.locator("[aria-live]")).to_contain_text(said("debrief"))
    page.keyboard.press("Escape")
    expect(view.stage).to_be_hidden()
    expect(opener).to_be_focused()


@SERVED
def test_type_on_the_big_screen_is_large_and_a_card_fits_without_scrolling(
    visit: Open, book: Place, made: list[str]
) -> None:
    for width, height in ((1920, 1080), (1280, 720)):
        page = visit(book, TALLY_PAGE, viewport={"width": width, "height": height})
        view = TallyView(page)
        view.paste("\n".join(made))
        view.paste("\n".join(made[::-1][:20]), view.second)
        view.button("show_big").click()
        size = "part => parseFloat(getComputedStyle(part).fontSize)"
        assert view.stage.locator(".lk-tally-text").evaluate(size) >= width / 45
        assert view.stage.locator(".lk-bar-number:visible").first.evaluate(size) >= width / 64
        for _ in view.ids():
            assert view.stage.evaluate("part => part.scrollHeight <= part.clientHeight")
            page.keyboard.press("ArrowRight")


@SERVED
def test_what_few_people_answered_leaves_the_big_screen_too(
    visit: Open, book: Place, made: list[str]
) -> None:
    page = visit(book, TALLY_PAGE)
    view = TallyView(page)
    view.paste("\n".join(made[:5]))
    view.button("show_big").click()
    expect(view.stage).to_be_visible()
    # As another tab of the same book, or a kernel, may do.
    view.first.locator("textarea").evaluate(
        "(box, text) => { box.value = text; box.dispatchEvent(new InputEvent('input')); }",
        "\n".join(made[:4]),
    )
    expect(view.stage).to_be_hidden()
    expect(view.results).to_be_hidden()


@SERVED
def test_names_can_be_taken_out_and_leave_what_the_browser_keeps(
    visit: Open, book: Place, deck: SortingActivity, made: list[str], counted: Tally
) -> None:
    view = TallyView(visit(book, TALLY_PAGE))
    view.paste("\n".join(noisy_chat(made)))
    view.page.wait_for_function("() => JSON.stringify({...sessionStorage}).includes('Lovelace')")
    view.button("take_names_out").click()
    expect(view.status()).to_have_text(said("codes_counted", count=PEOPLE))
    expect_counted(view, deck, counted)
    assert "Lovelace" not in view.first.locator("textarea").input_value()
    view.page.wait_for_function("() => !JSON.stringify({...sessionStorage}).includes('Lovelace')")
    assert not [code for code in made if code in view.page.url]
    view.first.get_by_role("button").last.click()
    expect(view.results).to_be_hidden()
    view.page.wait_for_function(
        "code => !JSON.stringify({...sessionStorage}).includes(code)", arg=made[0]
    )


def test_the_counts_are_saved_exactly_and_the_picture_is_whole(
    visit: Open, book: Place, deck: SortingActivity, made: list[str], counted: Tally
) -> None:
    page = visit(book, TALLY_PAGE, color_scheme="dark")
    view = TallyView(page)
    view.paste("\n".join(noisy_chat(made)))
    saved = save(view, "save_counts")
    rows = list(csv.DictReader(io.StringIO(saved)))
    places = [*(category.id for category in deck.categories), "pass"]
    assert [row["card"] for row in rows] == [card.id for card in deck.cards]
    assert [{place: int(row[place]) for place in places} for row in rows] == [
        card.counts for card in counted.cards
    ]
    assert {(row["round"], row["not_placed"]) for row in rows} == {("1", "0")}
    assert [row["text"] for row in rows] == [card.text for card in deck.cards]
    assert read_counts(saved, "group.csv", [deck]) == [counted]

    picture = ElementTree.fromstring(save(view, "save_picture"))
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    drawn = " ".join(" ".join(picture.itertext()).split())
    for card in deck.cards:
        assert card.text in drawn
    assert len(picture.findall("{*}rect")) == 1 + len(deck.cards) * len(deck.categories)
    assert not picture.findall(".//{*}script")
    fills = {str(rect.get("fill")) for rect in picture.findall("{*}rect")}
    assert fills == {"#ffffff", "rgb(15, 114, 133)", "rgb(107, 69, 148)", "rgb(184, 58, 94)"}


def save(view: TallyView, entry: str) -> str:
    """Press a button that saves a file, and return what is in it."""
    with view.page.expect_download() as download:
        view.button(entry).click()
    name = download.value.suggested_filename
    expect(view.results).to_contain_text(name)
    return Path(download.value.path()).read_text(encoding="utf-8")


@SERVED
@pytest.mark.parametrize("light", LIGHTS)
def test_every_state_is_open_to_everyone_and_fits_a_narrow_window(
    visit: Open, book: Place, made: list[str], light: str
) -> None:
    page = visit(book, TALLY_PAGE, **LIGHTS[light])
    view = TallyView(page)
    found: list[str] = []

    def look(state: str, within: str = ".lk-group-tally") -> None:
        rules = () if light == "light" else COLOURS
        found.extend(f"{state}: {each}" for each in violations(page, within, rules))
        page.set_viewport_size({"width": 320, "height": 640})
        wide = "part => part.scrollWidth > part.clientWidth"
        if page.locator("html").evaluate(wide):
            found.append(f"{state}: the page scrolls sideways at 320 px")
        if view.stage.is_visible() and view.stage.evaluate(wide):
            found.append(f"{state}: the big screen scrolls sideways at 320 px")
        found.extend(f"{state}, 320 px: {each}" for each in violations(page, within, rules))
        page.set_viewport_size({"width": 1280, "height": 900})

    look("empty")
    view.paste("\n".join([*noisy_chat(made[:3]), made[4][:-1] + "?", "7KQ4-81XM-YC"]))
    look("too few, and one damaged")
    view.paste("\n".join(noisy_chat(made)))
    look("counted")
    view.paste("\n".join(made[:20]), view.second)
    look("moved")
    view.button("show_big").click()
    look("big screen", "dialog")
    page.keyboard.press("End")
    look("big screen, questions", "dialog")
    assert not found, "\n".join(found)


@SERVED
def test_what_was_pasted_is_there_after_a_reload_and_the_page_is_no_lesson(
    visit: Open, book: Place, deck: SortingActivity, made: list[str], counted: Tally
) -> None:
    page = visit(book, TALLY_PAGE)
    view = TallyView(page)
    view.paste("\n".join(made))
    page.wait_for_function(
        "code => JSON.stringify({...sessionStorage}).includes(code)", arg=made[9]
    )
    page.reload()
    expect_counted(TallyView(page), deck, counted)
    assert not page.locator(f".sidebar-tree a[href*='{TALLY_PAGE}'][data-lesson]").count()


def test_a_thousand_codes_are_all_counted(visit: Open, book: Place, deck: SortingActivity) -> None:
    view = TallyView(visit(book, TALLY_PAGE))
    thousand = sorts_of(deck, 1000, seed=5)
    view.paste_at_once("\n".join(noisy_chat([encode(deck, each) for each in thousand])))
    expect(view.status()).to_contain_text(said("codes_counted", count=1000))
    expect_counted(view, deck, tally(deck, thousand))


def test_in_jupyterlab_codes_are_counted_and_the_kernel_knows(
    new_context: Callable[..., tuple[BrowserContext, Watch]],
    tmp_path: Path,
    made: list[str],
    counted: Tally,
) -> None:
    cell = (
        "from lessonkit import GroupTally\n"
        "group = GroupTally('activities/intimacy-or-passion.yaml', cards=12)\ngroup"
    )
    with running_lab(tmp_path, [cell]) as lab:
        own = (lab.address, lab.address.replace("http:", "ws:"))
        context, _ = new_context(own, viewport={"width": 1400, "height": 1000})
        notebook = Notebook(context.new_page(), lab.page("scratch.ipynb"))
        notebook.run_cell(0)
        expect_in_the_kernel(notebook, notebook.page, made, counted)
        # Before its server goes away.
        context.close()


def expect_in_the_kernel(notebook: Notebook, page: Page, made: list[str], counted: Tally) -> None:
    """Type and paste codes, and see that Python has the same counts."""
    root = page.locator(".lk-group-tally").first
    area = root.locator("textarea").first
    area.press_sequentially(made[0])
    area.press("Enter")
    page.keyboard.insert_text("\n".join(made[1:]))
    expect(root.locator(".lk-tally-heading")).to_have_text(said("people_sorted", people=PEOPLE))
    notebook.wait_for_value("group.people", PEOPLE)
    order = [card.card for card in disputed_first(counted.cards)]
    assert notebook.value("group.results()['card'].tolist()") == order
    root.get_by_role("button", name=said("show_big")).press("Enter")
    stage = root.locator("dialog")
    page.keyboard.press("ArrowRight")
    expect(stage.locator(".lk-stage-position")).to_have_text(
        said("stage_position", position=2, total=len(order) + 1)
    )
    page.keyboard.press("Escape")
    expect(stage).to_be_hidden()
