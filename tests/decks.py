"""Makes decks for tests: small ones by hand, and any that the limits allow."""

from collections.abc import Sequence
from random import Random

from hypothesis import strategies as st

from lessonkit.activities import PASS, SortingActivity

HARM = "self.harm=1"
"""What a text would do if it were ever more than text."""

WORDS = (
    f"<script>{HARM}</script>",
    f"</script></textarea></style></title><img src=x onerror='{HARM}'>",
    f"javascript:{HARM}",
    f'"><svg onload="{HARM}"> <!-- ]]>',
    f"{{{{ 7 * 7 }}}} ${{{HARM}}} {{% x %}} &lt;b&gt; \\u003cb>",
    "שלום עולם (abc) 123!",
    "مرحبا بالعالم",
    "e\u0301\u0323\u0308 Z\u0351\u0352\u0353",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
    "क्षि ខ្មែរ ไทย 漢字",
    "a\u200b\u200cb\u200d\ufeffc",
    "x" * 90,
    "yes: no # - [",
)
"""Words of many scripts, and some that would be more than words in a page."""


def any_deck(chance: Random, places: int, cards: int, length: int) -> SortingActivity:
    """Return a valid deck of words that are hard to show.

    Args:
        chance: What decides on all that is not given.
        places: The number of its categories, 2 to 6.
        cards: The number of its cards, 1 to 500.
        length: How long its texts are at most, in characters.
    """

    def text(most: int = length) -> str:
        said = " ".join(chance.choices(WORDS, k=chance.randint(1, 2 + most // 60)))
        # A cut may leave half of what belongs together, as authors do.
        return said[:most].strip() or "x"

    ids = [f"place-{number}" for number in range(places)]
    mode = chance.choice(["practice", "check", "opinion"])

    def card(number: int) -> dict[str, object]:
        answer, *others = chance.sample(ids, k=places)
        made = {"id": f"card-{number}", "text": text()}
        if chance.random() < 0.5:
            made |= {"hint": text(), "question": text()}
        if mode == "opinion":
            return made
        defensible = others[: chance.randint(0, min(2, len(others)))]
        also = [{"category": each, "reason": text()} for each in defensible]
        return made | {"category": answer, "reason": text(), "defensible": also}

    categories: list[dict[str, object]] = [
        {"id": each, "label": text(40), "description": text(300)} for each in ids
    ]
    if places > 2 and chance.random() < 0.5:
        categories[2]["overlap_of"] = ids[:2]
    deck = {
        "type": "sorting",
        "id": "any-deck",
        "title": text(200),
        "prompt": text(),
        "closing_question": text(),
        "mode": mode,
        "categories": categories,
        "cards": [card(number) for number in range(cards)],
        "workshop": {"minutes": 5, "say": [text()], "debrief": [text()]},
    }
    return SortingActivity.model_validate(deck)


@st.composite
def decks(draw: st.DrawFn, most: int = 12) -> SortingActivity:
    """Draw a valid deck of words that are hard to show.

    Args:
        draw: What Hypothesis gives.
        most: How many cards it has at most.
    """
    chance = draw(st.randoms(use_true_random=False))
    return any_deck(
        chance, draw(st.integers(2, 6)), draw(st.integers(1, most)), draw(st.integers(1, 400))
    )


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
