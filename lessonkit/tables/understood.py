"""Says what was understood of a table, for the person who wrote it."""

from collections import Counter
from collections.abc import Iterator

from lessonkit.activities.text import shown
from lessonkit.activities.yaml_writer import activity_values, yaml_text
from lessonkit.tables.deck import ImportedDeck

SHOWN_CARDS = 2


def understood(found: ImportedDeck) -> Iterator[str]:
    """Yield, line by line, what was understood: columns, categories and the first cards.

    Args:
        found: The deck that was made of the table.
    """
    columns, deck = found.columns, found.deck
    table = columns.table
    yield f"{table.file}: {table.described}; {counted(len(columns.rows), 'card')}."
    yield ""
    yield "Columns"
    fields = {place: field for field, place in columns.places.items()}
    width = min(40, max(len(shown(name, 40)) for name in columns.names))
    for place, name in enumerate(columns.names):
        yield f"  {shown(name, 40):<{width}}  {fields.get(place, '(left out)')}".rstrip()
    yield ""
    yield "Categories"
    count = Counter(card.category for card in deck.cards)
    for category in deck.categories:
        yield f"  {shown(category.label)} ({category.id}): {counted(count[category.id], 'card')}"
    if count[None]:
        yield f"  without an answer: {counted(count[None], 'card')}"
    yield ""
    first = activity_values(deck)["cards"][:SHOWN_CARDS]
    all_cards = counted(len(deck.cards), "card")
    yield f"The first {len(first)} of {all_cards}" if len(first) > 1 else "The first card"
    yield from (f"  {line}".rstrip() for line in yaml_text(first).splitlines())


def counted(number: int, noun: str) -> str:
    """Return a number with what it counts: ``1 card``, ``2 cards``.

    Args:
        number: How many.
        noun: What one is called.
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
