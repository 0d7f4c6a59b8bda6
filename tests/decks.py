"""Makes decks for tests: small ones by hand, and any that the limits allow."""

from collections.abc import Sequence

from hypothesis import strategies as st

from lessonkit.activities import PASS, SortingActivity


def make_deck(
    deck_id: str, categories: Sequence[str], cards: Sequence[str], question: str | None = None
) -> SortingActivity:
    """Return an opinion deck.

    Args:
        deck_id: Its id.
        categories: The ids of its categories, which are their labels, too.
        cards: The ids of its cards.
        question: What each card asks a group.
    """
    return SortingActivity.model_validate(
        {
            "type": "sorting",
            "mode": "opinion",
            "id": deck_id,
            "title": "A deck",
            "prompt": "Where?",
            "categories": [{"id": each, "label": each} for each in categories],
            "cards": [
                {"id": each, "text": f"The text of {each}."}
                | ({"question": question} if question else {})
                for each in cards
            ],
        }
    )


def deck_of_table(deck: dict) -> SortingActivity:
    """Return a deck that a golden table gives by its ids."""
    return make_deck(
        deck["id"],
        [each["id"] for each in deck["categories"]],
        [each["id"] for each in deck["cards"]],
    )


@st.composite
def sorted_decks(draw: st.DrawFn, most: int = 500) -> tuple[SortingActivity, dict[str, str]]:
    """Draw a deck of any size, and how somebody has sorted it."""
    places = [f"place-{n}" for n in range(draw(st.integers(2, 6)))]
    cards = [f"card-{n}" for n in range(draw(st.integers(1, most)))]
    lies = draw(
        st.lists(st.sampled_from([None, PASS, *places]), min_size=len(cards), max_size=len(cards))
    )
    placements = {card: place for card, place in zip(cards, lies, strict=True) if place}
    return make_deck("any-deck", places, cards), placements
