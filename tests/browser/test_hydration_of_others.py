from collections.abc import Callable

from playwright.sync_api import expect

from .conftest import Open
from .place import Place
from .pointers import Mouse, point_in


def test_slider_of_wigglystuff_follows_the_mouse_in_both_its_views(
    visit: Open, small: Place
) -> None:
    page = visit(small, "others")
    values = page.locator(".tangle-value")
    expect(values).to_have_text(["50.0", "50.0"])
    mouse = Mouse(page)
    values.first.scroll_into_view_if_needed()
    x, y = point_in(values.first)
    mouse.press(x, y)
    mouse.move(x + 20, y)
    mouse.release()
    expect(values).to_have_text(["60.0", "60.0"])


def test_slider_of_wigglystuff_takes_a_typed_value(visit: Open, small: Place) -> None:
    page = visit(small, "others")
    values = page.locator(".tangle-value")
    values.first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("72")
    page.keyboard.press("Enter")
    expect(values.nth(1)).to_have_text("72.0")


def test_list_of_wigglystuff_gains_and_loses_items(visit: Open, small: Place) -> None:
    page = visit(small, "others")
    items = page.locator(".list-item")
    expect(items).to_have_text(["salt", "sand", "foam"])
    page.get_by_role("button", name="Remove sand").click()
    page.get_by_placeholder("Add new item").fill("kelp")
    page.keyboard.press("Enter")
    expect(items).to_have_text(["salt", "foam", "kelp"])


def test_colour_picker_of_wigglystuff_shows_its_colour(visit: Open, small: Place) -> None:
    page = visit(small, "others")
    expect(page.locator(".colorpicker-label")).to_have_text("#336699")
    page.locator("input[type=color]").fill("#cc8800")
    expect(page.locator(".colorpicker-label")).to_have_text("#cc8800")


def test_front_end_that_throws_leaves_its_static_form_and_the_cause(
    new_context: Callable, small: Place
) -> None:
    context, watch = new_context(small.address)
    watch.forgive(r"\[lessonkit\] widget \w+ could not start: the tide")
    page = context.new_page()
    page.goto(small.page("broken"))
    slot = page.locator(".lk-widget").first
    expect(slot.get_by_text("The tide table, on paper.")).to_be_visible()
    failure = slot.locator("details.lk-failure")
    expect(failure).not_to_have_attribute("open", "")
    cause = failure.get_by_text("the tide <b>is</b> out")
    expect(cause).to_be_hidden()
    failure.locator("summary").click()
    expect(cause).to_be_visible()
    assert watch.count("could not start") == 1


def test_widget_beside_one_that_throws_works(new_context: Callable, small: Place) -> None:
    context, watch = new_context(small.address)
    watch.forgive("could not start")
    page = context.new_page()
    page.goto(small.page("broken"))
    button = page.get_by_role("button", name="pressed")
    button.click()
    expect(button).to_have_text("pressed 1 times")
