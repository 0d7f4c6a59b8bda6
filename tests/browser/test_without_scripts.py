from playwright.sync_api import expect

from .conftest import Open
from .lesson import exercises_of_the_lesson
from .place import LESSON, PHONE, Place


def test_worksheet_has_every_card_and_the_answers(visit: Open, book: Place) -> None:
    page = visit(book, LESSON, java_script_enabled=False, **PHONE)
    expect(page.locator(".lk-sorting-exercise, .lk-live")).to_have_count(0)
    exercises = exercises_of_the_lesson()
    title = page.get_by_role("heading", name=exercises[0].deck.title)
    sheets = page.locator(".lk-worksheet", has=title)
    expect(sheets).to_have_count(len(exercises))
    for sheet, exercise in zip(sheets.all(), exercises, strict=True):
        for category in exercise.deck.categories:
            expect(sheet.get_by_text(category.label, exact=True).first).to_be_visible()
            expect(sheet.get_by_text(category.description or "")).to_be_visible()
        for card_id in exercise.card_ids:
            card = exercise.deck.card(card_id)
            question = sheet.get_by_role("listitem").filter(has_text=card.text)
            expect(question).to_be_visible()
            expect(question).to_contain_text("☐")
            for reason in (card.reason, *(each.reason for each in card.defensible)):
                expect(sheet.get_by_text(reason)).to_be_visible()
