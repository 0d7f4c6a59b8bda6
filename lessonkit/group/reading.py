"""Reads what a group sent: a chat with codes, or the table that GroupTally exports."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonkit.activities import load_activity
from lessonkit.activities.problems import Problem
from lessonkit.group.agreement import fleiss_kappa
from lessonkit.group.csv_file import GroupFileError, is_table, read_counts
from lessonkit.group.tally import Tally, find_codes, tally
from lessonkit.scoring import draw_rounds

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity

THRESHOLD = 5
"""With fewer people than this nothing is shown: one could guess who chose what."""

FILE_NAME = re.compile(r"[^\n]+\.(txt|csv|tsv|vtt|log|md)", re.IGNORECASE)


class TooFewPeopleError(ValueError):
    """So few people took part that their answers are not shown."""


@dataclass(frozen=True)
class Group:
    """How a group sorted the cards of one round.

    Attributes:
        deck: The deck, narrowed to the cards that were dealt.
        number: The number of the round of its deck, from 1.
        tally: How many people put each card where.
    """

    deck: "SortingActivity"
    number: int
    tally: Tally

    @property
    def people(self) -> int:
        """How many people sorted this round."""
        return self.tally.people

    @property
    def kappa(self) -> float | None:
        """Fleiss' kappa over all cards; None where it cannot be worked out."""
        return fleiss_kappa(self.tally)

    def shown(self, threshold: int = THRESHOLD) -> "Group":
        """Return the group itself, if it is large enough to be shown.

        Args:
            threshold: With fewer people than this nothing is shown.

        Raises:
            TooFewPeopleError: The group is smaller.
        """
        if self.people < threshold:
            people = "1 person has" if self.people == 1 else f"{self.people} people have"
            raise TooFewPeopleError(
                f"{people} sorted this round, and nothing is shown for fewer than {threshold}: "
                "one could guess who chose what. Wait for more codes."
            )
        return self


@dataclass(frozen=True)
class GroupResults:
    """What was found in a chat or in a table.

    Attributes:
        groups: The rounds, each with its group; nobody is in a round without codes.
        damaged: Codes with a wrong character or a missing one, with their lines.
        others: Whole codes of other decks or other cards, with their lines.
        repeated: The lines that stood before, word for word.
        dropped: Whether the repeated ones are left out of the counts.
    """

    groups: tuple[Group, ...]
    damaged: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    repeated: tuple[int, ...] = ()
    dropped: bool = False

    def remarks(self) -> list[tuple[int, str]]:
        """Return what somebody should look at: lines, in order, and what is there."""
        damaged = [(line, f"{text} is damaged. Ask for it again.") for text, line in self.damaged]
        others = [(line, f"{text} is a code of other cards.") for text, line in self.others]
        counted = "and is not counted." if self.dropped else "and is counted again."
        repeated = [(line, f"the same line stands above, {counted}") for line in self.repeated]
        return sorted([*damaged, *others, *repeated])

    def __str__(self) -> str:
        """Return what was found in plain sentences, a line each."""
        people = [_people_words(group) for group in self.groups if group.people]
        remarks = [f"Line {line}: {words}" for line, words in self.remarks()]
        return "\n".join([*(people or ["No codes of these cards were found."]), *remarks])


def deal_rounds(
    deck: "str | Path | SortingActivity", cards: int | None = 12, seed: int = 0
) -> "list[SortingActivity]":
    """Return the rounds of a deck, dealt as a SortingExercise deals them.

    Args:
        deck: The deck's file, or a deck that is already loaded.
        cards: How many cards a round has, None for all of them in one.
        seed: The same seed deals the same rounds.

    Raises:
        ActivityError: The file has mistakes; all of them are named.
    """
    loaded: Any = load_activity(deck) if isinstance(deck, str | Path) else deck
    return [loaded.with_cards(round_) for round_ in draw_rounds(loaded, cards, seed)]


def read_results(
    source: str | Path, deals: "Sequence[SortingActivity]", *, drop_repeats: bool = False
) -> GroupResults:
    """Read what a group sent: a chat with codes, or the table that GroupTally exports.

    Args:
        source: The file's name, such as ``"chat.txt"`` or ``"group.csv"``; or the text itself.
        deals: The rounds that were dealt, as `deal_rounds` returns them; of several decks, one
            behind the other. A table is of the first deck.
        drop_repeats: Whether to count a line only once that stands there twice, word for word.

    Raises:
        GroupFileError: The file cannot be read, or its table has mistakes; all of them are named.
    """
    return results_in(*_text_of(source), deals, drop_repeats=drop_repeats)


def results_in(
    name: str, text: str, deals: "Sequence[SortingActivity]", *, drop_repeats: bool = False
) -> GroupResults:
    """Find what a group sent in a text.

    Args:
        name: How messages call the text.
        text: A chat with codes, or the table that GroupTally exports.
        deals: The rounds that were dealt, as `deal_rounds` returns them.
        drop_repeats: Whether to count a line only once that stands there twice, word for word.

    Raises:
        GroupFileError: The table has mistakes; all of them are named.
    """
    if is_table(text):
        return GroupResults(_groups(deals, read_counts(text, name, deals)))
    found = find_codes(text, deals)
    counted = [code for code in found.codes if not (drop_repeats and code.repeated)]
    by_deal = [
        [code.placements for code in counted if code.deal == number] for number in range(len(deals))
    ]
    return GroupResults(
        _groups(deals, list(map(tally, deals, by_deal))),
        damaged=tuple((code.text, code.line) for code in found.damaged),
        others=tuple((code.text, code.line) for code in found.others),
        repeated=tuple(code.line for code in found.codes if code.repeated),
        dropped=drop_repeats,
    )


def decoded(content: bytes) -> str:
    """Return a text in whichever encoding a chat, an editor or a spreadsheet has saved it.

    Args:
        content: The bytes of a file.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _groups(deals: "Sequence[SortingActivity]", tallies: list[Tally]) -> tuple[Group, ...]:
    rounds: Counter[str] = Counter()
    groups = []
    for deck, counted in zip(deals, tallies, strict=True):
        rounds[deck.id] += 1
        groups.append(Group(deck, rounds[deck.id], counted))
    return tuple(groups)


def _people_words(group: Group) -> str:
    people = "1 person" if group.people == 1 else f"{group.people} people"
    return f"Round {group.number} of “{group.deck.title}”: {people}."


def _text_of(source: str | Path) -> tuple[str, str]:
    """Return how messages call a source, and its text."""
    if isinstance(source, str) and not FILE_NAME.fullmatch(source.strip()):
        return "the text", source
    path = Path(source)
    try:
        content = path.read_bytes()
    except OSError as error:
        problem = Problem(
            str(path),
            1,
            "the file cannot be opened",
            "a group's file is a text file with codes, or a table of counts",
            error.strerror or str(error),
            f"look for it in {path.resolve().parent}, or paste the text itself",
        )
        raise GroupFileError([problem]) from None
    return str(path), decoded(content)
