"""Makes a sorting deck of a table, checked by the same model as any deck."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonkit.activities.problems import Location, Mistake, Problem
from lessonkit.activities.source import LARGEST
from lessonkit.activities.text import listed, shown
from lessonkit.tables.cards import Cards, read_cards
from lessonkit.tables.categories import (
    Categories,
    categories_in_cells,
    categories_of_table,
    look_alikes,
)
from lessonkit.tables.column_names import defensible
from lessonkit.tables.columns import Columns
from lessonkit.tables.names import identifier
from lessonkit.tables.table import TableError, refuse

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity

STARTING_PROMPT = "Where does this card belong?"


@dataclass(frozen=True)
class DeckWords:
    """What a person says of the deck beside the table.

    Attributes:
        name: The name of the file to write, without its ending.
        id: The deck's id; made of the name, or that of the former deck, if it is None.
        title: The deck's title.
        prompt: The question that is asked of every card.
        like: The deck whose words and categories it takes, and whose cards it renews.
    """

    name: str
    id: str | None = None
    title: str | None = None
    prompt: str | None = None
    like: "SortingActivity | None" = None


@dataclass(frozen=True)
class ImportedDeck:
    """A deck that was made of a table.

    Attributes:
        deck: The deck.
        columns: The table, and what its columns were taken for.
        starting: The texts that the table does not say, and that the author shall write.
        remarks: What needs a person's eye.
    """

    deck: "SortingActivity"
    columns: Columns
    starting: tuple[str, ...]
    remarks: tuple[Problem, ...]

    def yaml(self) -> str:
        """Return the text of the deck's file.

        Raises:
            TableError: It is larger than an activity may be.
        """
        from lessonkit.activities.yaml_writer import activity_yaml

        comments = []
        if self.starting:
            comments = [f"These are starting texts; write your own: {'; '.join(self.starting)}."]
        text = activity_yaml(self.deck, comments)
        if (size := len(text.encode())) > LARGEST:
            raise refuse(
                self.columns.table.file,
                1,
                "the deck is too large",
                f"an activity file has at most {LARGEST // 1_000_000} MB",
                f"{size / 1e6:.1f} MB",
                "make two tables of it",
            )
        return text


def make_deck(columns: Columns, words: DeckWords, places: Columns | None = None) -> ImportedDeck:
    """Make a deck of a table.

    Args:
        columns: The table of the cards.
        words: What is said of the deck beside the table.
        places: A table of the categories.

    Raises:
        TableError: The table has mistakes; all of them are named.
    """
    from lessonkit.activities.yaml_writer import activity_values

    table = columns.table
    if "text" not in columns.places:
        raise TableError([_no_text(columns)])
    if not columns.rows:
        raise refuse(
            table.file,
            1,
            "the table has no cards",
            "a row below the names of the columns is a card",
            f"names alone{table.where()}",
            "write a card in each row",
        )
    former = activity_values(words.like) if words.like else {}
    cards_before = former.pop("cards", [])
    if places:
        categories = categories_of_table(places)
    elif words.like:
        categories = Categories(former["categories"], {})
    else:
        categories = categories_in_cells(columns)
    needs_answers = former.get("mode", "practice") != "opinion" and (
        words.like is not None or any(columns.cell(row, "category") for row in columns.rows)
    )
    cards = read_cards(columns, categories, cards_before, needs_answers)
    starting: list[str] = []
    data = _words_of_deck(former, words, starting)
    if not needs_answers:
        data["mode"] = "opinion"
    data["categories"] = [dict(each) for each in categories.values]
    data["cards"] = cards.values
    deck = _checked(data, columns, categories, cards, places)
    starting += cards.starting
    remarks = [*table.remarks, *columns.remarks, *(places.remarks if places else ())]
    if not words.like and not places:
        remarks += look_alikes(columns, categories)
    if starting:
        remarks.append(_starting(columns, starting))
    return ImportedDeck(deck, columns, tuple(starting), tuple(remarks))


def _words_of_deck(
    former: Mapping[str, Any], words: DeckWords, starting: list[str]
) -> dict[str, Any]:
    given = {"id": words.id, "title": words.title, "prompt": words.prompt}
    data = {"type": "sorting", **former, **{k: each for k, each in given.items() if each}}
    data.setdefault("id", identifier(words.name) or "my-deck")
    if "title" not in data:
        name = " ".join(words.name.replace("-", " ").replace("_", " ").split())
        data["title"] = name[:1].upper() + name[1:] or "My deck"
        starting.append("the title")
    if "prompt" not in data:
        data["prompt"] = STARTING_PROMPT
        starting.append("the prompt")
    return data


def _checked(
    data: dict[str, Any],
    columns: Columns,
    categories: Categories,
    cards: Cards,
    places: Columns | None,
) -> "SortingActivity":
    """Return the deck, or tell everything that is wrong with the table."""
    from lessonkit.activities import SortingActivity
    from lessonkit.activities.checking import activity_or_mistakes

    outcome = activity_or_mistakes(data, SortingActivity)
    problems = list(cards.problems)
    if isinstance(outcome, list):
        problems += _problems(outcome, data, columns, categories, places)
    if problems or not isinstance(outcome, SortingActivity):
        raise TableError(sorted(problems, key=lambda problem: problem.line))
    return outcome


def _problems(
    mistakes: list[Mistake],
    data: dict[str, Any],
    columns: Columns,
    categories: Categories,
    places: Columns | None,
) -> Iterator[Problem]:
    from lessonkit.activities import SortingActivity
    from lessonkit.activities.plain_words import words_for

    for mistake in mistakes:
        what, rule, found, fix = words_for(mistake, data, SortingActivity)
        where, line, name = columns, 1, None
        match mistake.location:
            case ("cards", int(number), *rest):
                line, name = columns.rows[number].line, columns.name(_field(tuple(rest)))
            case ("categories", int(number), *_):
                where = places or columns
                line = categories.lines.get(str(data["categories"][number].get("id")), 1)
                name = None if places else columns.name("category")
        yield where.table.problem(line, what, rule, found, fix, name)


def _field(rest: Location) -> str:
    if len(rest) == 3 and rest[0] == "defensible":
        return defensible(int(rest[1]) + 1, str(rest[2]))
    return str(rest[0]) if rest else ""


def _no_text(columns: Columns) -> Problem:
    names = [f"'{shown(name)}'" for name in columns.names if name]
    line = columns.rows[0].line - 1 if columns.rows else 1
    return columns.table.problem(
        max(1, line),
        "no column says the text of a card",
        "a column named text, card or situation holds what a learner reads and sorts",
        f"the columns {shown(listed(names), 200)}" if names else "no names of columns",
        'name it so, or say which it is with --column "text=…"; if the first row is a card '
        'already, say --no-names --column "text=1"',
    )


def _starting(columns: Columns, starting: list[str]) -> Problem:
    several = len(starting) > 1
    return Problem(
        columns.table.file,
        1,
        f"{listed(starting)} {'are starting texts' if several else 'is a starting text'}",
        "a learner reads what the table does not say, too",
        "no such words in the table",
        "write your own in the file; or give --title and --prompt, a column 'reason', or --like "
        "with a deck that has them",
    )
