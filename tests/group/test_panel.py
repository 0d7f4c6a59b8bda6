"""The panel of the facilitator's notebook, turned from Python as a hand would turn it."""

from bs4 import BeautifulSoup

from lessonkit.group.panel import GroupPanel
from lessonkit.group.reading import Group, GroupResults

from .conftest import MakeGroup


def rows(panel: GroupPanel) -> list[list[str]]:
    """Return the cells of the table that a panel shows."""
    table = BeautifulSoup(panel.shown.value, "html.parser").find("table")
    return [[cell.get_text() for cell in row(["th", "td"])] for row in table("tr")] if table else []


def test_the_round_is_shown_as_a_picture_and_a_table(split: Group) -> None:
    panel = GroupPanel(GroupResults((split,)))
    assert rows(panel) == [
        ["Card", "Cats", "Dogs", "Both", "Passed", "Left out", "Agreement"],
        ["A walk in the rain. (walks)", "2", "1", "1", "1", "1", "17%"],
        ["A nap, or two. (naps)", "0", "3", "3", "0", "0", "40%"],
        ["Fish, please. (fish)", "6", "0", "0", "0", "0", "100%"],
    ]
    assert 'alt="Bars for 3 cards' in panel.shown.value


def test_below_the_threshold_nothing_is_shown_but_why(split: Group) -> None:
    panel = GroupPanel(GroupResults((split,)))
    panel.threshold.value = 7
    assert "6 people have sorted this round" in panel.shown.value
    assert not rows(panel) and "<img" not in panel.shown.value
    assert "nothing is shown" in panel._repr_mimebundle_()["text/html"]
    panel.threshold.value = 6
    assert len(rows(panel)) == 4


def test_five_people_are_enough_and_four_are_not_unless_it_is_changed(group: MakeGroup) -> None:
    places = ["cats cats cats cats", "dogs dogs dogs dogs", "both both both both"]
    assert not rows(GroupPanel(GroupResults((group(*places),))))
    five = [f"{line} pass" for line in places]
    assert rows(GroupPanel(GroupResults((group(*five),))))


def test_the_order_of_the_cards_changes_at_once(split: Group) -> None:
    panel = GroupPanel(GroupResults((split,)))
    panel.order.value = "agreed"
    assert rows(panel)[1][0] == "Fish, please. (fish)"


def test_each_round_with_people_can_be_chosen(split: Group, group: MakeGroup) -> None:
    nobody, second = group("", "", "", number=2), group(*["cats dogs both cats dogs"] * 3, number=3)
    panel = GroupPanel(GroupResults((split, nobody, second)))
    names = [name for name, _ in panel.round.options]
    assert names == ["Round 1, 6 people", "Round 3, 5 people"]
    panel.round.index = 1
    assert repr(panel) == "GroupPanel(people=5, threshold=5, order='disputed')"
    assert rows(panel)[1][1:] == ["2", "2", "1", "0", "0", "20%"]


def test_each_deck_can_be_chosen_and_has_its_own_rounds(split: Group, group: MakeGroup) -> None:
    other = group(*["cats dogs both cats dogs"] * 3)
    deck = other.deck.model_copy(update={"id": "another", "title": "Another"})
    nobody = Group(deck, 2, group("", "", "").tally)
    panel = GroupPanel(GroupResults((split, Group(deck, 1, other.tally), nobody)))
    assert [title for title, _ in panel.deck.options] == [split.deck.title, "Another"]
    panel.deck.value = "another"
    assert [name for name, _ in panel.round.options] == ["Round 1, 5 people"]
    assert rows(panel)[1][1:] == ["2", "2", "1", "0", "0", "20%"]
    panel.deck.value = split.deck.id
    assert rows(panel)[1][1:4] == ["2", "1", "1"]


def test_without_anybody_it_says_so(group: MakeGroup) -> None:
    panel = GroupPanel(GroupResults((group("", "", ""),)))
    assert "0 people have sorted this round" in panel.shown.value


def test_words_of_a_deck_stay_text(split: Group) -> None:
    card = split.deck.cards[0].model_copy(update={"text": "<script>alert(1)</script>"})
    deck = split.deck.model_copy(update={"cards": (card, *split.deck.cards[1:]), "title": "<b>"})
    shown = GroupPanel(GroupResults((Group(deck, 1, split.tally),))).shown.value
    assert not BeautifulSoup(shown, "html.parser")(["script", "b"])
    assert "&lt;script&gt;" in shown


def test_what_is_stored_shows_the_table_without_a_kernel(split: Group) -> None:
    bundle = GroupPanel(GroupResults((split,)))._repr_mimebundle_()
    assert "<td>40%</td>" in bundle["text/html"]
    assert bundle["text/plain"] == "GroupPanel(people=6, threshold=5, order='disputed')"
