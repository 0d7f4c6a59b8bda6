"""The file of workshop plans: its rules, and that the course's own file keeps them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lessonkit.activities.problems import ActivityError
from lessonkit.sphinx_ext.plans_file import Plans, load_plans

DECK = """\
type: sorting
id: rain-or-sun
title: Rain or sun?
prompt: Which weather is it?
workshop:
  minutes: 10
  say: [Now we sort alone.]
  debrief: [Which card was hardest?, What would move it?]
categories:
  - id: rain
    label: Rain
  - id: sun
    label: Sun
cards:
  - id: weather-01
    text: Drops run down the window.
    category: rain
    reason: Drops fall from clouds.
"""
SCALE = """\
type: reflection
id: my-weather
title: My weather
questions:
  - id: weather-01
    text: How was it?
"""
GOOD = """\
plans:
  - id: plan-30
    title: Half an hour of weather
    minutes: 30
    people: 6 to 20, indoors
    purpose: People leave with two words for the weather.
    steps:
      - id: welcome
        title: Welcome
        minutes: 5
        purpose: Everybody knows what is coming.
        materials: [An umbrella]
        say: ["Welcome to the weather."]
        do: [Open the window.]
        points: [Two words]
        short_of_time: Say hello.
      - id: sort
        title: Sort alone
        activity: rain-or-sun
        part: sort
        purpose: Everyone has a view of their own.
      - id: talk
        title: Talk together
        activity: rain-or-sun
        part: debrief
        minutes: 15
        purpose: The group finds the detail that decides.
"""


@pytest.fixture
def activities(tmp_path: Path) -> Path:
    """A folder with a deck, and with three activities that no plan can use."""
    folder = tmp_path / "activities"
    folder.mkdir()
    (folder / "rain-or-sun.yaml").write_text(DECK, encoding="utf-8")
    before, _, after = DECK.partition("workshop:\n")
    silent = before + after[after.index("categories:") :]
    (folder / "silent.yaml").write_text(silent, encoding="utf-8")
    (folder / "broken.yaml").write_text(DECK.replace("title:", "titel:"), encoding="utf-8")
    (folder / "my-weather.yaml").write_text(SCALE, encoding="utf-8")
    return folder


@pytest.fixture
def load(write_changed: Callable[..., Path], activities: Path) -> Callable[..., Plans]:
    """Return a function that loads the good plans with some words changed."""
    file = partial(write_changed, "plans.yaml", GOOD)
    return lambda *changes: load_plans(file(*changes), activities)


@pytest.fixture
def problems(load: Callable[..., Plans]) -> Callable[..., list[str]]:
    """Return a function that lists what is wrong with the plans when some words are changed."""

    def listed(*changes: tuple[str, str]) -> list[str]:
        with pytest.raises(ActivityError) as caught:
            load(*changes)
        return [f"{each.line}: {each.what}. {each.fix}" for each in caught.value.problems]

    return listed


def test_steps_follow_one_another_and_take_minutes_and_words_from_the_deck(load) -> None:
    plan = load().plan("plan-30")
    assert [(step.start, step.minutes) for step in plan.steps] == [(0, 5), (5, 10), (15, 15)]
    welcome, sort, talk = plan.steps
    assert welcome.say == ("Welcome to the weather.",)
    assert (sort.say, sort.questions) == (("Now we sort alone.",), ())
    assert (talk.say, talk.questions) == ((), ("Which card was hardest?", "What would move it?"))


def test_words_before_the_questions_of_a_deck_are_a_steps_own(load) -> None:
    changed = ("        minutes: 15\n", "        minutes: 15\n        say: [Let us talk.]\n")
    talk = load(changed).plan("plan-30").steps[2]
    assert talk.say == ("Let us talk.",)
    assert talk.questions


def test_an_unknown_plan_is_told_the_nearest_one(load) -> None:
    with pytest.raises(KeyError, match=r"no plan 'plan-3'\. Did you mean 'plan-30'"):
        load().plan("plan-3")


def test_minutes_that_do_not_add_up_are_told(problems) -> None:
    assert problems(("minutes: 15", "minutes: 20")) == [
        "4: the steps of plan 'plan-30' take 35 minutes together. "
        "write 'minutes: 35', or shorten steps by 5"
    ]
    assert problems(("minutes: 5\n", "minutes: 4\n")) == [
        "4: the steps of plan 'plan-30' take 29 minutes together. "
        "write 'minutes: 29', or lengthen steps by 1"
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("rain-or-sub", "unknown activity 'rain-or-sub'. did you mean 'rain-or-sun'?"),
        (
            "silent",
            "deck 'silent' has no 'workshop'. add 'workshop:' with minutes, say and debrief",
        ),
        ("my-weather", "activity 'my-weather' is no deck of cards to sort. name a deck"),
        (
            "broken",
            "activity 'broken' cannot be used. put right line 3 of broken.yaml",
        ),
    ],
)
def test_a_deck_that_cannot_be_used_is_told_and_nothing_that_follows_from_it(
    problems, name: str, told: str
) -> None:
    changed = ("activity: rain-or-sun\n        part: sort", f"activity: {name}\n        part: sort")
    [problem] = problems(changed)
    assert problem.startswith(f"19: {told}")


def test_a_step_has_its_words_from_one_place(problems) -> None:
    own = "        part: sort\n        minutes: 10\n        say: [Sort.]\n"
    assert problems(("        part: sort\n", own)) == [
        "21: step 'sort' has 'minutes' of its own, and the deck's. "
        "remove 'minutes' here, or change it in 'rain-or-sun'",
        "22: step 'sort' has 'say' of its own, and the deck's. "
        "remove 'say' here, or change it in 'rain-or-sun'",
    ]


def test_a_step_without_a_deck_has_minutes_and_words(problems) -> None:
    without = (
        ("        minutes: 5\n", ""),
        ('        say: ["Welcome to the weather."]\n', ""),
    )
    assert problems(*without) == [
        "8: step 'welcome' has no 'minutes'. add a line 'minutes: …'",
        "8: step 'welcome' has no 'say'. add 'say:' with a list",
    ]


def test_a_deck_and_its_part_stand_together(problems) -> None:
    [problem] = problems(("        part: sort\n", ""))
    assert problem.startswith("19: step 'sort' does not say which part of 'rain-or-sun' it is")
    [problem] = problems(
        ("        activity: rain-or-sun\n        part: sort", "        part: sort")
    )
    assert problem.startswith("19: step 'sort' has a part of no deck")


def test_a_misspelt_part_is_one_mistake(problems) -> None:
    [problem] = problems(("part: sort", "part: sorting"))
    assert problem == "20: unknown part 'sorting'. did you mean 'sort'?"


def test_ids_are_given_once(problems, load) -> None:
    assert problems(("id: talk", "id: welcome")) == [
        "22: a second step 'welcome'. give this one another id"
    ]
    second = GOOD.partition("plans:\n")[2]
    assert problems((GOOD, GOOD + second)) == [
        "28: a second plan 'plan-30'. give this one another id"
    ]
    plans = load((GOOD, GOOD + second.replace("plan-30", "plan-31")))
    assert [plan.id for plan in plans.plans] == ["plan-30", "plan-31"]


def test_all_mistakes_are_told_at_once_with_their_lines(problems) -> None:
    told = problems(
        ("minutes: 30", "minutes: half an hour"),
        ("short_of_time", "short_on_time"),
        ("activity: rain-or-sun\n        part: sort", "activity: sun\n        part: sort"),
        ("id: talk", "id: sort"),
        ("        minutes: 15\n", ""),
    )
    assert [problem.split(".")[0] for problem in told] == [
        "4: 'minutes' of plan 'plan-30' is half an hour",
        "16: unknown key 'short_on_time' in step 'welcome' of plan 'plan-30'",
        "19: unknown activity 'sun'",
        "22: a second step 'sort'",
        "22: step 'sort' has no 'minutes'",
    ]


@pytest.mark.parametrize("text", ["", "- a list\n", "just words\n"])
def test_a_file_of_something_else_is_told(problems, text: str) -> None:
    assert problems((GOOD, text)) == ["1: the file has no plans. begin with a line 'plans:'"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plans: []\n", "1: the file has too few plans"),
        ("plans:\n  - plan-30\n", "2: "),
        ("plans:\n  plan-30: {}\n", "1: "),
        ("plans:\n  - id: plan-30\n    steps: {}\n", "2: "),
        ("plans:\n  - id: plan-30\n    steps: [{part: []}, 7, {activity: 3}]\n", "2: "),
        (GOOD.replace("steps:", "steps"), "7: "),
        (GOOD.replace("[Two words]", "[Two words"), "1"),
        (GOOD.replace("title: Welcome\n", "title: Wel\u202ecome\n"), "9: "),
    ],
)
def test_an_awkward_file_is_told_with_a_line(problems, text: str, told: str) -> None:
    assert problems((GOOD, text))[0].startswith(told)


def test_the_plans_of_the_course_are_in_order(repository: Path) -> None:
    facilitate, decks = repository / "book" / "facilitate", repository / "notebooks" / "activities"
    plans = load_plans(facilitate / "plans.yaml", decks).plans
    assert [plan.minutes for plan in plans] == [45, 90, 120]
    for plan in plans:
        assert plan.id == f"plan-{plan.minutes}"
        without = [step.id for step in plan.steps if not (step.short_of_time and step.points)]
        assert not without, (
            f"{plan.id}: nothing for a slide, or for when time runs short: {without}"
        )
