"""The slides beside the book: turned, spoken to, timed and sorted on, by hand and by key."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from lessonkit.sphinx_ext.plans_file import Plan, load_plans
from lessonkit.words import words

from .accessibility import COLOURS, violations
from .conftest import ROOT, SERVED, Open
from .exercise import Exercise
from .place import PHONE, Place
from .test_every_page import BREAK_IN, OF_THE_SUBJECT
from .watch import Watch

PARTS, NOTES, CONTENTS, SAID = (
    words(section) for section in ("slides_parts", "slides_notes", "slides_contents", "slides")
)
PLANS = load_plans(ROOT / "book/facilitate/plans.yaml", ROOT / "notebooks/activities").plans
PLAN = PLANS[0]
CODE = re.compile(r"^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$")
EACH_PLAN = pytest.mark.parametrize("plan", PLANS, ids=[plan.id for plan in PLANS])
SORT = next(number for number, step in enumerate(PLAN.steps, start=1) if step.part == "sort")
STOPPED = ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"]
NewContext = Callable[..., tuple[BrowserContext, Watch]]


def open_slides(visit: Open, book: Place, plan: Plan = PLAN, at: str = "", **options) -> Page:
    """Open a plan's slides, at the first or at a step's."""
    name = f"slides/{plan.id}"
    page = visit(book, name, **options)
    if at:
        page.goto(f"{book.page(name)}#/{at}")
        page.reload()
    expect(page.locator(".reveal.ready")).to_be_attached()
    return page


def slide(page: Page) -> Locator:
    """Find the slide that is shown."""
    return page.locator(".slides > section:visible")


def expect_slide(page: Page, plan: Plan, number: int) -> None:
    """See that one slide is shown, by its number from 0, and that the bar says so."""
    title = [plan.title, *(step.title for step in plan.steps)][number]
    expect(slide(page)).to_have_count(1)
    expect(slide(page).get_by_role("heading", level=1)).to_have_text(title)
    place = PARTS["slide_place"].format(number=number + 1, total=len(plan.steps) + 1)
    expect(page.locator(".lk-slides-bar .lk-slide-place")).to_have_text(place)


def time_of(part: Page | Locator) -> Locator:
    return part.locator(".lk-clock-time")


def test_slides_are_one_file(new_context: NewContext, book: Place) -> None:
    context, _ = new_context(book.address)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    address = book.page(f"slides/{PLAN.id}")
    page.goto(f"{address}#/{PLAN.steps[SORT - 1].id}")
    expect(page.locator(".lk-widget")).to_have_attribute("data-mounted", "")
    assert {url.partition("#")[0] for url in asked if not url.startswith(("blob:", "data:"))} == {
        address
    }
    assert not OF_THE_SUBJECT.search(page.title()), page.title()
    assert not context.cookies()


@SERVED
def test_the_policy_stops_whatever_is_not_the_pages_own(
    new_context: NewContext, book: Place
) -> None:
    context, watch = new_context(book.address)
    page = context.new_page()
    page.goto(book.page(f"slides/{PLAN.id}"))
    expect(page.locator(".reveal.ready")).to_be_attached()
    assert not watch.troubles()
    watch.forgive("Content Security Policy", "example.org", "Refused to")
    assert page.evaluate(BREAK_IN) == {"harm": None, "stopped": STOPPED}


def test_slides_turn_by_key_and_button(visit: Open, book: Place) -> None:
    page, last = open_slides(visit, book), len(PLAN.steps)
    expect_slide(page, PLAN, 0)
    for key, number in (
        *(("ArrowRight", 1), ("PageDown", 2), ("Space", 3), ("Shift+Space", 2), ("ArrowLeft", 1)),
        *(("PageUp", 0), ("PageUp", 0), ("End", last), ("PageDown", last), ("Home", 0)),
    ):
        page.keyboard.press(key)
        expect_slide(page, PLAN, number)
    following = page.get_by_role("button", name=PARTS["slide_next"])
    following.click()
    # A button that has the focus keeps it, and the space bar presses it once.
    expect_slide(page, PLAN, 1)
    page.keyboard.press("Space")
    expect_slide(page, PLAN, 2)
    expect(following).to_be_focused()
    said = SAID["slide_shown"].format(number=3, total=last + 1, title=PLAN.steps[1].title)
    expect(page.locator("main > [aria-live]")).to_have_text(said)
    # reveal.js writes the address once a second at most.
    page.wait_for_url(f"**#/{PLAN.steps[1].id}")
    page.reload()
    expect_slide(page, PLAN, 2)


@EACH_PLAN
@SERVED
def test_every_word_of_a_plan_is_there(visit: Open, book: Place, plan: Plan) -> None:
    page = open_slides(visit, book, plan)
    page.keyboard.press("n")
    notes = page.get_by_role("region", name=NOTES["notes"], exact=True)
    for word in (plan.purpose, plan.people):
        expect(notes).to_contain_text(word)
    for number, step in enumerate(plan.steps, start=1):
        page.keyboard.press("PageDown")
        expect_slide(page, plan, number)
        for point in step.points:
            expect(slide(page).get_by_text(point, exact=True)).to_be_attached()
        spoken = (*step.say, *step.questions, *step.do, *step.materials)
        for text in (*spoken, step.purpose, step.short_of_time or ""):
            expect(notes).to_contain_text(text)
        expect(time_of(page.locator(".lk-slides-bar"))).to_have_text(f"{step.minutes}:00")


def test_notes_have_a_window_of_their_own_that_goes_along(visit: Open, book: Place) -> None:
    page = open_slides(visit, book)
    page.get_by_role("button", name=PARTS["slide_next"]).click()
    with page.expect_popup() as opening:
        page.get_by_role("button", name=SAID["notes_window"]).click()
    notes = opening.value
    expect(notes.get_by_role("heading", level=2)).to_have_text(PLAN.steps[0].title)
    expect(notes.locator("body")).to_contain_text(PLAN.steps[0].say[0])
    assert notes.title() == page.title()
    notes.keyboard.press("PageDown")
    expect_slide(page, PLAN, 2)
    expect(notes.get_by_role("heading", level=2)).to_have_text(PLAN.steps[1].title)
    following = NOTES["notes_next"].format(title=PLAN.steps[2].title)
    expect(notes.get_by_text(following, exact=True)).to_be_visible()
    notes.get_by_role("button", name=PARTS["clock_start"]).click()
    expect(page.get_by_role("button", name=PARTS["clock_pause"])).to_be_visible()
    notes.emulate_media(color_scheme="dark")
    assert violations(notes) == []
    with notes.expect_event("close"):
        page.close()


@SERVED
def test_notes_stand_below_the_slide_where_no_window_may_open(
    new_context: NewContext, book: Place
) -> None:
    context, _ = new_context(book.address)
    context.add_init_script("window.open = () => null")
    page = context.new_page()
    page.goto(book.page(f"slides/{PLAN.id}"))
    expect(page.locator(".reveal.ready")).to_be_attached()
    page.keyboard.press("s")
    expect(page.get_by_role("region", name=NOTES["notes"], exact=True)).to_be_visible()
    expect(page.locator("main > [aria-live]")).to_have_text(SAID["notes_blocked"])


@SERVED
def test_the_clock_counts_down_and_says_when_the_time_is_over(visit: Open, book: Place) -> None:
    page = open_slides(visit, book)
    page.clock.install()
    page.reload()
    expect(page.locator(".reveal.ready")).to_be_attached()
    bar, step, then = page.locator(".lk-slides-bar"), PLAN.steps[0], PLAN.steps[1]
    expect(bar.get_by_role("timer")).not_to_be_visible()
    page.keyboard.press("PageDown")
    page.clock.run_for(60_000)
    expect(time_of(bar)).to_have_text(f"{step.minutes}:00")
    page.keyboard.press("t")
    page.clock.run_for(61_000)
    expect(time_of(bar)).to_have_text(f"{step.minutes - 2}:59")
    page.get_by_role("button", name=PARTS["clock_pause"]).click()
    page.clock.run_for(60_000)
    expect(time_of(bar)).to_have_text(f"{step.minutes - 2}:59")
    page.get_by_role("button", name=PARTS["clock_start"]).click()
    announced = page.locator("main > [aria-live]")
    over = SAID["clock_called"].format(title=step.title)
    expect(announced).not_to_have_text(over)
    page.clock.run_for((step.minutes - 1) * 60_000 + 19_000)
    expect(time_of(bar)).to_have_text("+0:20")
    expect(bar.locator(".lk-clock-note")).to_have_text(
        PARTS["clock_over_other"].format(count=step.minutes)
    )
    expect(announced).to_have_text(over)
    # The next step has its own time, which goes on at once; the one before keeps what it had.
    page.keyboard.press("PageDown")
    page.clock.run_for(30_000)
    expect(time_of(bar)).to_have_text(f"{then.minutes - 1}:30")
    page.keyboard.press("PageUp")
    expect(time_of(bar)).to_have_text("+0:20")
    page.keyboard.press("r")
    expect(time_of(bar)).to_have_text(f"{step.minutes}:00")
    expect(page.get_by_role("button", name=PARTS["clock_reset"])).to_be_disabled()


def test_the_exercise_is_sorted_on_its_slide_by_number_keys(visit: Open, book: Place) -> None:
    page = open_slides(visit, book)
    for _ in range(SORT):
        page.keyboard.press("PageDown")
    exercise = Exercise(page, root=slide(page).locator(".lk-sorting-exercise"))
    exercise.tab_to(".lk-tray .lk-card")
    exercise.sort_all(exercise.press_number)
    expect(exercise.result).to_be_visible()
    expect(exercise.result.locator("h3")).to_be_focused()
    expect_slide(page, PLAN, SORT)
    exercise.result.locator(".lk-share summary").press("Enter")
    expect(exercise.result.locator(".lk-share-code")).to_have_text(CODE)
    assert violations(page) == []
    # Of what it does not use, the exercise lets the keys through that a remote control sends.
    page.keyboard.press("PageDown")
    expect_slide(page, PLAN, SORT + 1)
    page.keyboard.press("PageUp")
    expect(exercise.result).to_be_visible()


@SERVED
def test_what_is_sorted_on_a_slide_is_kept_nowhere(visit: Open, book: Place) -> None:
    page = open_slides(visit, book, at=PLAN.steps[SORT - 1].id)
    exercise = Exercise(page, root=slide(page).locator(".lk-sorting-exercise"))
    exercise.place_by_key("1", "2")
    stored = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    assert page.evaluate(stored) == []


def each_slide(page: Page, plan: Plan) -> Iterator[int]:
    """Turn through all slides, and yield the number of each."""
    for number in range(len(plan.steps) + 1):
        if number:
            page.keyboard.press("PageDown")
        expect_slide(page, plan, number)
        yield number


@EACH_PLAN
@SERVED
def test_every_slide_is_open_to_everyone(visit: Open, book: Place, plan: Plan) -> None:
    page = open_slides(visit, book, plan, reduced_motion="reduce")
    found = []
    for number in each_slide(page, plan):
        page.emulate_media(color_scheme="light")
        found += [f"{number}: {each}" for each in violations(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"{number}, dark: {each}" for each in violations(page, rules=COLOURS)]
        page.emulate_media(color_scheme="light", forced_colors="active")
        found += [f"{number}, forced: {each}" for each in violations(page, rules=COLOURS)]
        page.emulate_media(forced_colors="none")
    for key in ("n", "c"):
        page.keyboard.press(key)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{key}, {scheme}: {each}" for each in violations(page)]
    assert not found, "\n".join(found)


@SERVED
def test_slides_fit_a_phone_and_a_narrow_window(visit: Open, book: Place) -> None:
    page = open_slides(visit, book, **PHONE)
    sideways = "document.documentElement.scrollWidth > innerWidth"
    for width, height in ((360, 740), (320, 568), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Home")
        for number in each_slide(page, PLAN):
            assert not page.evaluate(sideways), (width, number)
            inner = slide(page).evaluate("slide => slide.scrollWidth > slide.clientWidth")
            assert not inner, (width, number)
            for button in page.locator(".lk-slides-bar button:visible").all():
                button.scroll_into_view_if_needed()
                box = button.bounding_box()
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, (width, number)
    page.keyboard.press("n")
    assert violations(page) == []


@SERVED
def test_contents_lead_to_every_slide_and_name_the_keys(visit: Open, book: Place) -> None:
    page = open_slides(visit, book)
    page.get_by_role("button", name=CONTENTS["contents"]).click()
    dialog = page.get_by_role("dialog", name=CONTENTS["contents"])
    expect(dialog.locator("ol button")).to_have_count(len(PLAN.steps) + 1)
    expect(dialog.locator("[aria-current=step]")).to_be_focused()
    # Keys belong to the window that is open.
    page.keyboard.press("n")
    dialog.get_by_role("button", name=PLAN.steps[2].title).click()
    expect(dialog).not_to_be_visible()
    expect_slide(page, PLAN, 3)
    notes = page.get_by_role("region", name=NOTES["notes"], exact=True)
    expect(notes).not_to_be_visible()


@SERVED
def test_single_letters_can_be_switched_off(visit: Open, book: Place) -> None:
    page = open_slides(visit, book)
    page.keyboard.press("c")
    page.get_by_label(CONTENTS["keys_letters"]).uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    notes = page.get_by_role("region", name=NOTES["notes"], exact=True)
    page.keyboard.press("n")
    page.keyboard.press("PageDown")
    expect_slide(page, PLAN, 1)
    expect(notes).not_to_be_visible()
    page.get_by_role("button", name=SAID["notes_button"], exact=True).click()
    expect(notes).to_be_visible()


@SERVED
def test_slides_stand_still_for_those_who_ask_for_it(visit: Open, book: Place) -> None:
    moving = "slide => getComputedStyle(slide).animationName"
    page = open_slides(visit, book, reduced_motion="reduce")
    assert slide(page).evaluate(moving) == "none"
    page.emulate_media(reduced_motion="no-preference")
    assert slide(page).evaluate(moving) != "none"


@SERVED
def test_paper_has_every_slide_and_notes_where_they_are_open(visit: Open, book: Place) -> None:
    page = open_slides(visit, book)
    page.emulate_media(media="print")
    sections = page.locator(".slides > section")
    for section in sections.all():
        expect(section).to_be_visible()
    for outside in (".lk-slides-bar", ".lk-quick-exit", "aside.notes"):
        assert not any(each.is_visible() for each in page.locator(outside).all()), outside
    page.emulate_media(media="screen")
    page.keyboard.press("n")
    page.emulate_media(media="print")
    expect(page.locator("aside.notes").last).to_be_visible()


def test_slides_can_be_read_without_scripts(visit: Open, book: Place) -> None:
    page = visit(book, f"slides/{PLAN.id}", java_script_enabled=False)
    for step in PLAN.steps:
        section = page.locator(f".slides > section#{step.id}")
        expect(section.get_by_role("heading", name=step.title, exact=True)).to_be_visible()
        for text in (*step.points, *step.say):
            expect(section.get_by_text(text, exact=True).first).to_be_visible()


@SERVED
def test_slides_are_left_by_button_and_by_key_even_from_the_notes(
    new_context: NewContext, book: Place
) -> None:
    address = "https://www.wikipedia.org/"
    for way in ("button", "key"):
        context, watch = new_context((book.address, address))

        def answer(route: Route) -> None:
            route.fulfill(body="<title>Outside</title>", content_type="text/html")

        context.route(f"{address}**", answer)
        page = context.new_page()
        page.goto(book.page(f"slides/{PLAN.id}"))
        expect(page.locator(".reveal.ready")).to_be_attached()
        with page.expect_popup() as opening:
            page.keyboard.press("s")
        notes = opening.value
        expect(notes.locator(".lk-notes")).to_be_visible()
        with notes.expect_event("close"):
            if way == "button":
                page.get_by_role("link", name=words("quick_exit")["exit_page"]).click()
            else:
                for _ in range(3):
                    notes.keyboard.press("Shift")
        page.wait_for_url(address)
        assert watch.troubles() == []
