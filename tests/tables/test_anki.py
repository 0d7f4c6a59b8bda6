"""The plain text that Anki exports."""

from pathlib import Path

import pytest

from lessonkit.activities import ActivityError
from lessonkit.tables.anki import read_anki
from lessonkit.tables.plain_text import plain_text

from .conftest import Import

NOTES = Path(__file__).with_name("anki-notes.txt")


def test_front_and_back_become_text_and_category(import_cards: Import) -> None:
    found = import_cards(NOTES, title="T", prompt="P?")
    assert [(card.category, card.text) for card in found.deck.cards] == [
        ("rain", 'Drops fall on "my" window & roof.'),
        ("sun", "It is bright."),
        ("sun", "It is warm."),
    ]
    assert [(remark.line, remark.what, remark.found) for remark in found.remarks] == [
        (8, "sounds and pictures are left out", "some in row 8"),
        (7, "bold type, lists and other markup have become plain text", "markup in row 7"),
        (1, "the reason of each card is a starting text", "no such words in the table"),
    ]
    assert found.starting == ("the reason of each card",)


def test_a_back_that_differs_on_each_card_is_the_reason_and_the_deck_the_category(
    import_cards: Import,
) -> None:
    notes = "".join(f"Front {n}\tBack {n}\tAll::{'Sun' if n % 2 else 'Rain'}\n" for n in range(8))
    found = import_cards("#separator:Tab\n#html:false\n#deck column:3\n" + notes)
    card = found.deck.cards[1]
    assert (card.text, card.category, card.reason) == ("Front 1", "sun", "Back 1")
    words = " ".join(map(str, found.remarks))
    assert "'Back' was taken for the reason of a card" in words
    assert "the deck of a note was taken for its category" in words
    by_hand = {"category": "deck", "reason": "Back", "text": "Front"}
    again = import_cards(Path("rain-or-sun.csv"), columns=by_hand, title="T", prompt="P?")
    assert again.deck.cards == found.deck.cards and again.remarks == ()


def test_named_columns_any_separator_and_angle_brackets_that_are_text(
    import_cards: Import,
) -> None:
    deck = import_cards(
        "#separator:Pipe\n#html:false\n#columns:Situation|Place|Why\n1 < 2 &amp; <b>|Sun|x\n"
        '"A | in it"|Rain|y\n'
    ).deck
    assert [card.text for card in deck.cards] == ["1 < 2 &amp; <b>", "A | in it"]


@pytest.mark.parametrize(
    ("header", "line", "what"),
    [
        ("#separator:tab\n#tags column:x\n", 2, "the number of the tags column cannot be read"),
        ("#html:true\n#separator:dots\n", 2, "the separator is unknown"),
    ],
)
def test_headers_that_cannot_be_read_are_told(
    import_cards: Import, header: str, line: int, what: str
) -> None:
    with pytest.raises(ActivityError) as refused:
        import_cards(header + "a\tb\n")
    [problem] = refused.value.problems
    assert (problem.line, problem.what) == (line, what)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b<br/>c", "a b c"),
        ("<div>a</div><div>b</div>", "a b"),
        ("<ul><li>a<li>b</ul>", "a b"),
        ("un<b>believ</b>able", "unbelievable"),
        ("&lt;b&gt; &amp;amp; &#233;&nbsp;x", "<b> &amp; é x"),
        ("a<script>alert(1)</script><style>b{}</style><!-- c -->d", "ad"),
        ("a<![1]>b<![if x]>c<![endif]><?d?>", "abc"),
        ("a <IMG alt='1 > 0' title=\"it's\">b<p class=c/>d", "a b d"),
        ("a<script>if (x < y) {}</SCRIPT>b<script>c", "ab c"),
        ("a<!-- <b> --><!---->b<!-- c", "ab<!-- c"),
        ("I <3 you</b", "I <3 you</b"),
        ("1 < 2 and 3 > 2 & more", "1 < 2 and 3 > 2 & more"),
    ],
)
def test_html_becomes_its_words(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_of_a_long_export_the_rest_is_left_out_and_that_is_said() -> None:
    table = read_anki("#separator:tab\n" + "a\tb\n# c\n" * 1_500, "cards.txt")
    assert "rows after row 2,001 are left out" in [remark.what for remark in table.remarks]
