"""Pictures of a group: their words, and that nothing of a card is taken for more than text."""

import base64
import io
import re

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from lessonkit.group import plots
from lessonkit.group.plots import bars, changes
from lessonkit.group.reading import Group, TooFewPeopleError

from .conftest import MakeGroup


def with_text(group: Group, text: str) -> Group:
    """Return a group whose first card says something else."""
    card = group.deck.cards[0].model_copy(update={"text": text})
    deck = group.deck.model_copy(update={"cards": (card, *group.deck.cards[1:])})
    return Group(deck, group.number, group.tally)


def test_bars_tell_the_most_disputed_cards_in_words(split: Group) -> None:
    assert bars(split).words == (
        "Bars for 3 cards, sorted by 6 people, the most disputed first. The first: "
        "walks: Cats 2, Dogs 1, Both 1; naps: Cats 0, Dogs 3, Both 3; "
        "fish: Cats 6, Dogs 0, Both 0. The table has all the numbers."
    )
    assert "the most agreed first. The first: fish" in bars(split, order="agreed").words


def test_changes_tell_what_moved_most_in_words(group: MakeGroup, split: Group) -> None:
    later = group(
        "cats cats cats dogs dogs dogs", "both both both dogs dogs dogs", "cats cats dogs both"
    )
    words = changes(split, later).words
    assert words.startswith("The largest change of 3 cards, what moved most first. ")
    assert re.search("fish: Cats \N{MINUS SIGN}50 points, between \N{MINUS SIGN}81 and 0;", words)


def test_a_picture_has_its_words_as_text_alternative(split: Group) -> None:
    picture = bars(split)
    (image,) = BeautifulSoup(picture.html, "html.parser").find_all(True)
    assert image.name == "img" and image["alt"] == picture.words
    data = base64.b64decode(str(image["src"]).removeprefix("data:image/png;base64,"))
    width, _ = Image.open(io.BytesIO(data)).size
    assert width >= int(str(image["width"]))


def test_labels_stay_text_in_a_text_alternative(split: Group) -> None:
    place = split.deck.categories[0].model_copy(update={"label": '"><b>Cats'})
    deck = split.deck.model_copy(update={"categories": (place, *split.deck.categories[1:])})
    html = bars(Group(deck, 1, split.tally)).html
    assert [tag.name for tag in BeautifulSoup(html, "html.parser").find_all(True)] == ["img"]


@pytest.mark.parametrize("text", ["$\\frac{1}{$ <b>", "100 % of $5 and $6", "_{^}~\\"])
def test_a_card_that_looks_like_a_formula_is_drawn_as_it_is(split: Group, text: str) -> None:
    assert bars(with_text(split, text)).image != bars(split).image


def test_the_same_group_makes_the_same_file(split: Group) -> None:
    assert bars(split).image == bars(split).image


def test_places_differ_without_their_colours(
    group: MakeGroup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plots, "FILLS", ("#ffffff",))
    alike = [group(*[" ".join([place] * 6)] * 3) for place in ("cats", "dogs", "both")]
    assert len({bars(one).image for one in alike}) == 3


def test_no_picture_of_fewer_people_than_the_threshold(split: Group) -> None:
    with pytest.raises(TooFewPeopleError):
        bars(split, threshold=7)
    with pytest.raises(TooFewPeopleError):
        changes(split, split, threshold=7)


def test_a_group_in_which_nobody_placed_a_card_can_be_drawn(group: MakeGroup) -> None:
    passes = " ".join(["pass"] * 5)
    nobody = group(passes, passes, passes)
    assert "fish: Cats 0, Dogs 0, Both 0" in bars(nobody).words
    assert changes(nobody, nobody).words.startswith("The largest change of 0 cards")
