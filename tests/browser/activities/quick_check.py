"""A person goes through a quick check: tries, tries once more, asks for the reasons."""

from collections.abc import Generator
from itertools import cycle
from typing import Any

from playwright.sync_api import Locator, expect

from ..hands import Hand

LEVELS = {"sure": "Sure", "fairly": "Fairly sure", "guess": "A guess"}


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last; yield each state worth a look.

    Args:
        hand: How the person works the page.
        view: The widget's root.

    Returns:
        The learner's traits that the model holds at the end.
    """
    done: dict[str, Any] = {"attempts": {}, "choices": {}, "confidence": {}, "revealed": []}
    questions = view.locator(".lk-check-question").all()
    expect(reasons(view)).to_have_count(0)
    yield "new"
    yield from answer_one(hand, questions[0], "guess", {**done}, second_try=False)
    take_back(hand, questions[0])
    for number, (question, level) in enumerate(zip(questions, cycle(LEVELS), strict=False)):
        for state in answer_one(hand, question, level, done, second_try=number % 2 == 0):
            if number == 1:
                yield f"second question {state}"
    if len(questions) > 1:
        summary = view.get_by_role("group", name="Looking back")
        expect(summary).to_contain_text(f"of {len(questions)} answers fitted")
    yield "all answered"
    return done


def answer_one(
    hand: Hand, question: Locator, level: str, done: dict[str, Any], *, second_try: bool
) -> Generator[str, None, None]:
    """Answer a question with its first option; if that does not hold, try once more or give up.

    Args:
        hand: How the person works the page.
        question: The question's element.
        level: How sure to be, where the question is asked.
        done: The learner's traits; what is done is added.
        second_try: Whether to try the second option as well; if not, the reasons are asked for.
    """
    name = question.get_attribute("data-question")
    options = options_of(question)
    check = question.get_by_role("button", name="Check", exact=True)
    hand.choose(options.first)
    expect(options.first).to_be_checked()
    expect(reasons(question)).to_have_count(0)
    if question.get_by_role("group", name="How sure are you?").is_visible():
        expect(check).to_have_attribute("aria-disabled", "true")
        yield "chosen"
        hand.choose(question.get_by_role("radio", name=LEVELS[level], exact=True))
        done["confidence"] = {**done["confidence"], name: level}
    expect(check).to_have_attribute("aria-disabled", "false")
    hand.press(check)
    tries = [[value(options.first)]]
    reason = question.locator(".lk-choice").first.locator(".lk-check-reason")
    expect(reason).to_be_focused()
    expect(reason).to_contain_text("You chose this")
    yield "checked"
    if not is_closed(question):
        expect(reasons(question)).to_have_count(1)
        expect(question).to_contain_text("Try once more")
        if second_try:
            hand.choose(options.nth(1))
            hand.press(question.get_by_role("button", name="Check again"))
            tries.append([value(option) for option in options.all() if option.is_checked()])
        else:
            hand.press(question.get_by_role("button", name="Show the reasons"))
            done["revealed"] = [*done["revealed"], name]
    done["attempts"] = {**done["attempts"], name: tries}
    done["choices"] = {**done["choices"], name: tries[-1]}
    expect_closed(question)
    yield "closed"


def expect_closed(question: Locator) -> None:
    """See that every option has its reason, that those that hold are told, and no more to do."""
    options = options_of(question)
    expect(reasons(question)).to_have_count(options.count())
    expect(question.get_by_text("fits.").first).to_be_visible()
    for option in options.all():
        expect(option).to_be_disabled()
    assert is_closed(question)


def take_back(hand: Hand, question: Locator) -> None:
    """Open a closed question again, and see that nothing is left of what was done."""
    hand.press(question.get_by_role("button", name="Answer again"))
    expect(reasons(question)).to_have_count(0)
    expect(question.locator("input:checked")).to_have_count(0)
    expect(options_of(question).first).to_be_focused()


def options_of(question: Locator) -> Locator:
    """Return the radio buttons or check boxes of the answers."""
    return question.locator("fieldset").first.locator("input")


def reasons(within: Locator) -> Locator:
    """Return the reasons that can be seen."""
    return within.locator(".lk-check-reason:visible")


def is_closed(question: Locator) -> bool:
    """Tell whether there is nothing more to check."""
    return question.get_by_role("button", name="Answer again").is_visible()


def value(option: Locator) -> str:
    """Return an option's id."""
    return str(option.get_attribute("value"))


def answer(hand: Hand, view: Locator) -> None:
    """Check the first option of each question, and read the reasons where it does not hold."""
    for question in view.locator(".lk-check-question").all():
        hand.choose(options_of(question).first)
        sure = question.get_by_role("radio", name=LEVELS["fairly"], exact=True)
        if sure.is_visible():
            hand.choose(sure)
        hand.press(question.get_by_role("button", name="Check", exact=True))
        expect(question.locator(".lk-check-reason:visible").first).to_be_focused()
        if not is_closed(question):
            hand.press(question.get_by_role("button", name="Show the reasons"))
        expect(question.get_by_role("button", name="Answer again")).to_be_visible()
