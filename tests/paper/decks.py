"""Decks for the tests of what is printed, as files."""

from pathlib import Path

HEAD = """\
type: sorting
id: a-deck
title: {title}
prompt: Where?
closing_question: And now?
mode: practice
workshop:
  minutes: 25
  say: [Say this first., Then say that.]
  debrief: [What did you see?]
categories:
  - id: one
    label: One
    description: The first place.
  - id: two
    label: "{label}"
cards:
"""
CARD = """\
  - id: card-{number}
    text: "{text}"
    category: one
    reason: Reason {number}.
    defensible:
      - category: two
        reason: Else {number}.
    question: Question {number}?
"""


def write_deck(folder: Path, texts: list[str], title: str = "A deck", label: str = "Two") -> Path:
    """Write a deck of cards with these texts, and return its file."""
    path = folder / "deck.yaml"
    cards = (CARD.format(number=number, text=text) for number, text in enumerate(texts, start=1))
    path.write_text(HEAD.format(title=title, label=label) + "".join(cards), encoding="utf-8")
    return path


def line_of(path: Path, text: str) -> int:
    """Return the line of a file on which a text stands."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)
