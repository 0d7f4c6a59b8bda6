"""Make the sample chats of the facilitator's notebook; with --check, only compare them.

Nobody wrote these chats. Each of 30 invented people, who are named after kitchen things, leans to
a card's answer or to another defensible one, and errs, passes and forgets now and then. Asked
again after a talk, most keep what they had, and some take up the other defensible answer. What a
real chat has beside its codes is there too: greetings, times, links, telephone numbers, codes in
lower case or with spaces, one sent twice, one damaged, and one of another deck.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from lessonkit.activities import PASS, Card, SortingActivity
from lessonkit.group.results import deal_rounds
from lessonkit.share_code import encode

ROOT = Path(__file__).resolve().parent.parent
ACTIVITIES = ROOT / "notebooks" / "activities"
FOLDER = ROOT / "notebooks" / "facilitate"
DECK, OTHER_DECK = "intimacy-or-passion", "kinds-of-passion"
FIRST, AGAIN = "sample_codes.txt", "sample_codes_again.txt"
SEED = 6
# fmt: off
NAMES = (
    "Teapot", "Ladle", "Whisk", "Colander", "Saucer", "Grater", "Thimble", "Kettle", "Trivet",
    "Spatula", "Peeler", "Tureen", "Sieve", "Funnel", "Ramekin", "Skillet", "Corkscrew",
    "Toastrack", "Eggcup", "Rollingpin", "Nutcracker", "Teacosy", "Breadbin", "Saltcellar",
    "Jampot", "Icetray", "Pepperpot", "Butterdish", "Doily", "Applecorer",
)
# fmt: on
CHATTER = (
    "hello from a rainy kitchen",
    "I can hear you now",
    "the link again: https://example.org/cards?round=1",
    "my phone died, back in 5",
    "call the desk on 555 0100 if the sound goes",
    "12 cards in 8 minutes, not bad",
    "that last one was HARD",
    "done!",
)
LEFT_EARLY = {"Doily", "Icetray"}
"""Who is not there any more when the cards are sorted again."""

Placements = dict[str, str]


def first_placements(deck: SortingActivity, chance: random.Random) -> Placements:
    """Sort the cards as one invented person does at first."""
    placements: Placements = {}
    cards = deck.cards if chance.random() < 0.85 else chance.sample(deck.cards, k=9)
    for card in cards:
        places = [place.id for place in deck.categories]
        weights = [_pull(card, place) for place in places]
        # Passing is rare, and nothing to be ashamed of.
        placements[card.id] = chance.choices([*places, PASS], [*weights, 0.25])[0]
    return placements


def later_placements(
    deck: SortingActivity, before: Placements, chance: random.Random
) -> Placements:
    """Sort the same cards again, after the group has talked about them."""
    again = {card: place for card, place in before.items() if chance.random() >= 0.05}
    again = first_placements(deck, chance) | again
    for card in deck.cards:
        if card.defensible and chance.random() < 0.4:
            again[card.id] = card.defensible[0].category
    return again


def _pull(card: Card, place: str) -> float:
    """Return how strongly a place draws the people who hold a card."""
    if place == card.category:
        return 5 if not card.defensible else 3
    return 3 if any(answer.category == place for answer in card.defensible) else 0.8


def chats() -> dict[str, str]:
    """Return the text of each sample file, by its name."""
    chance = random.Random(SEED)
    deck, other = (deal_rounds(ACTIVITIES / f"{name}.yaml")[0] for name in (DECK, OTHER_DECK))
    before = {name: first_placements(deck, chance) for name in NAMES}
    stray = encode(other, first_placements(other, chance))
    after = {
        name: later_placements(deck, placements, chance)
        for name, placements in before.items()
        if name not in LEFT_EARLY
    }
    return {
        FIRST: "".join(_noisy_chat(deck, before, stray, chance)),
        AGAIN: "".join(_plain_chat(deck, after)),
    }


def _noisy_chat(
    deck: SortingActivity, people: dict[str, Placements], stray: str, chance: random.Random
) -> Iterator[str]:
    for number, (name, placements) in enumerate(people.items()):
        said, minute = encode(deck, placements), f"10:{14 + number // 5:02}"
        if number % 4 == 1:
            yield f"{minute}  {chance.choice(NAMES)}: {chance.choice(CHATTER)}\n"
        if name == "Whisk":
            yield f"{minute}  {name}: {_with_a_wrong_letter(said)}\n"
            yield f"{minute}  {name}: sorry, typing on my phone. Once more:\n"
        if name == "Kettle":
            yield f"{minute}  {name}: {stray}\n"
            yield f"{minute}  {name}: oh, that was from the other exercise\n"
        if number % 7 == 3:
            said = said.lower()
        if number % 7 == 5:
            said = said.replace("-", " ")
        line = f"{minute}  {name}: {'my code is ' if number % 5 == 2 else ''}{said}\n"
        yield line
        if name == "Ladle":
            yield line


def _plain_chat(deck: SortingActivity, people: dict[str, Placements]) -> Iterator[str]:
    for number, placements in enumerate(people.values()):
        yield f"11:{2 + number // 6:02}  {encode(deck, placements)}\n"


def _with_a_wrong_letter(code: str) -> str:
    last = code[-1]
    return code[:-1] + ("7" if last != "7" else "8")


def main() -> int:
    """Write the files, or say which are not current, and return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    stale = {
        FOLDER / name: text
        for name, text in chats().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        if not arguments.check:
            path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.relative_to(ROOT)}: {'not current' if arguments.check else 'written'}")
    return int(bool(stale) and arguments.check)


if __name__ == "__main__":
    sys.exit(main())
