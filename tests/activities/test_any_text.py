"""Whatever a file holds, loading it gives an activity or an ActivityError; and text survives."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.activities import (
    ActivityError,
    Card,
    Category,
    DefensibleAnswer,
    SortingActivity,
    load_activity,
)
from lessonkit.activities.text import UNSEEN
from lessonkit.activities.yaml_scalars import plain_value

DECK = Path(__file__).with_name("good_deck.yaml").read_text(encoding="utf-8")
ANY_NUMBER_OF_EXAMPLES = settings(deadline=None)
"""A slow machine is no mistake."""


def load(content: bytes) -> SortingActivity:
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck.yaml")
        path.write_bytes(content)
        return load_activity(path)


def loads_or_is_refused(content: bytes) -> None:
    try:
        activity = load(content)
    except ActivityError as refused:
        assert refused.problems
        lines = [problem.line for problem in refused.problems]
        assert lines == sorted(lines)
        assert 1 <= lines[0] <= lines[-1] <= len(content) + 1
        assert len(str(refused).splitlines()) == len(refused.problems)
    else:
        assert isinstance(activity, SortingActivity)


@ANY_NUMBER_OF_EXAMPLES
@given(st.binary())
def test_any_bytes_load_or_are_refused(content: bytes) -> None:
    loads_or_is_refused(content)


@ANY_NUMBER_OF_EXAMPLES
@given(st.text() | st.text(alphabet="ab:-[]{}!&*#?|>'\"%@`,~<= \n\t\\\0"))
def test_any_text_loads_or_is_refused(text: str) -> None:
    loads_or_is_refused(text.encode("utf-8", "surrogatepass"))


@ANY_NUMBER_OF_EXAMPLES
@given(
    start=st.integers(0, len(DECK)),
    cut=st.integers(0, 20),
    put=st.text(max_size=8) | st.text(alphabet=":-[]{}!&*#?|>'\" \n\\u", max_size=8),
)
def test_a_damaged_deck_loads_or_is_refused(start: int, cut: int, put: str) -> None:
    damaged = DECK[:start] + put + DECK[start + cut :]
    loads_or_is_refused(damaged.encode("utf-8", "surrogatepass"))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
KEYS = st.sampled_from([*SortingActivity.model_fields, *Card.model_fields, "label", "overlap_of"])
ITEMS = st.lists(st.dictionaries(KEYS, VALUES | st.just("rain"), max_size=6), max_size=3)


@ANY_NUMBER_OF_EXAMPLES
@given(st.dictionaries(KEYS, VALUES | ITEMS))
def test_any_values_in_the_known_keys_load_or_are_refused(data: dict[str, object]) -> None:
    loads_or_is_refused(dumped(data))


class Dumper(yaml.SafeDumper):
    """Writes what reads as text in YAML 1.2, too: PyYAML takes 0009 for text, and we do not."""

    def represent_str(self, text: str) -> yaml.ScalarNode:
        quoted = not isinstance(plain_value(text), str)
        return self.represent_scalar("tag:yaml.org,2002:str", text, '"' if quoted else None)


Dumper.add_representer(str, Dumper.represent_str)


def dumped(data: object) -> bytes:
    return yaml.dump(data, Dumper=Dumper, allow_unicode=True, encoding="utf-8")


def seen_text(most: int) -> st.SearchStrategy[str]:
    characters = st.characters(exclude_categories=["Cs"]).filter(lambda c: not UNSEEN.match(c))
    return st.text(characters, min_size=1, max_size=most).map(str.strip).filter(bool)


IDS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)


@st.composite
def activities(draw: st.DrawFn) -> SortingActivity:
    category_ids = draw(
        st.lists(IDS.filter(lambda name: name != "pass"), min_size=2, max_size=6, unique=True)
    )
    overlap = draw(st.booleans()) and len(category_ids) > 2
    categories = tuple(
        Category(
            id=name,
            label=draw(seen_text(40)),
            description=draw(st.none() | seen_text(60)),
            overlap_of=tuple(category_ids[:2]) if overlap and number == 2 else None,
        )
        for number, name in enumerate(category_ids)
    )
    card_ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    return SortingActivity(
        type="sorting",
        id=draw(IDS),
        title=draw(seen_text(200)),
        prompt=draw(seen_text(60)),
        closing_question=draw(st.none() | seen_text(60)),
        mode=draw(st.sampled_from(["practice", "check", "opinion"])),
        categories=categories,
        cards=tuple(
            draw(cards(name, card_ids[0] if number else None, category_ids))
            for number, name in enumerate(card_ids)
        ),
    )


@st.composite
def cards(draw: st.DrawFn, name: str, original: str | None, category_ids: list[str]) -> Card:
    answer, *others = draw(st.permutations(category_ids))
    return Card(
        id=name,
        text=draw(seen_text(80)),
        category=answer,
        reason=draw(seen_text(80)),
        defensible=tuple(
            DefensibleAnswer(category=other, reason=draw(seen_text(40)))
            for other in draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
        ),
        hint=draw(st.none() | seen_text(40)),
        question=draw(st.none() | seen_text(40)),
        variant_of=original if draw(st.booleans()) else None,
        claims=tuple(draw(st.lists(st.from_regex(r"C[0-9]{2,3}", fullmatch=True), max_size=3))),
    )


@settings(deadline=None, max_examples=25)
@given(activities())
def test_an_activity_written_as_yaml_loads_as_it_was(activity: SortingActivity) -> None:
    data = activity.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    assert load(dumped(data)) == activity
    assert load(json.dumps(data).encode()) == activity
