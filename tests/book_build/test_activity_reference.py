"""The reference for authors: every key of every kind, and every command with its options."""

import re
from collections.abc import Iterator
from inspect import isclass
from pathlib import Path
from typing import get_args

import click
import pytest

from lessonkit.activities import load_activity
from lessonkit.activities.fields import Part
from lessonkit.activities.kinds import KINDS
from lessonkit.activities.schema import json_schema
from lessonkit.cli.main import program

PAGES = Path(__file__).parent.parent.parent / "book" / "author" / "reference"
LIMITS = ("maxLength", "minItems", "maxItems", "minimum", "maximum")
COMMANDS = "```{command-reference} lessonkit.cli.main:program\n```\n"
STRAIGHT = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}
DECK = """\
type: sorting
id: a-deck
title: A <b>deck</b>
prompt: Where?
categories:
  - {id: one, label: One}
  - {id: two, label: Two}
cards:
  - {id: first, text: A card., category: one, reason: A reason.}
"""
DECKS = {"a-deck": DECK, "another": DECK.replace("a-deck", "another")}


@pytest.fixture(scope="module")
def book(new_book, tmp_path_factory):
    folder = tmp_path_factory.mktemp("decks")
    examples = ""
    for name, text in DECKS.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        examples += f"```{{activity-example}} ../{folder.name}/{name}.yaml\n```\n\n"
    links = "[one](sorting.md#key-cards-reason) [two](commands.md#lessonkit-cards)"
    pages = {
        "index": f"# A book\n\n{links} [three](sorting.md#keys-of-cards-defensible)\n",
        "examples": f"# Examples\n\nWords.\n\n{examples}",
        "commands": f"# Commands\n\nWords.\n\n## All\n\n{COMMANDS}",
    }
    for kind in KINDS:
        pages[kind] = f"# A kind\n\nWords.\n\n## Keys\n\n```{{activity-reference}} {kind}\n```\n"
    return new_book(pages)


def parts_of(annotation: object) -> list[type[Part]]:
    if isclass(annotation) and issubclass(annotation, Part):
        return [annotation]
    return [part for each in get_args(annotation) for part in parts_of(each)]


def keys_of(model: type[Part], path: tuple[str, ...] = ()) -> Iterator[tuple[str, type[Part], str]]:
    """Find every key of a model and of the models in it: its place, its model and its name."""
    for name, field in model.model_fields.items():
        yield "-".join((*path, name)).replace("_", "-"), model, name
        for part in parts_of(field.annotation):
            yield from keys_of(part, (*path, name))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(STRAIGHT)).strip()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_is_on_its_page_with_its_limits(book, kind):
    page, schema = book.page(kind), json_schema(kind)
    parts = {None: schema, **schema["$defs"]}
    wrong = []
    for place, model, name in keys_of(KINDS[kind]):
        term = page.find("dt", id=f"key-{place}")
        if term is None:
            wrong.append(f"{place} is not there")
            continue
        said = flat(term.find_next_sibling("dd").get_text())
        field = model.model_fields[name]
        rules = parts[None if model is KINDS[kind] else model.__name__]["properties"][name]
        numbers = [
            rule[limit]
            for rule in (rules, rules.get("items", {}))
            for limit in LIMITS
            if limit in rule
        ]
        wanted = [field.description, *(f"{number:,}" for number in numbers if number != 1)]
        wanted += ["Required"] if field.is_required() else []
        wrong += [
            f"{place} does not say {each!r}" for each in wanted if flat(str(each)) not in said
        ]
    assert not wrong, "\n".join(wrong)


def test_what_is_required_under_a_condition_says_so(book):
    category = book.page("sorting").find("dt", id="key-cards-category").find_next_sibling("dd")
    assert "Required, unless mode is opinion. With it, reason is required." in category.get_text()


def test_pages_link_to_keys_parts_and_commands(book, select_one):
    for link in book.page("index").select("article p a.reference"):
        page, anchor = str(link["href"]).split(".html#")
        select_one(book.page(page), f"[id='{anchor}']")


def test_an_example_is_alive_beside_its_own_file(book):
    page = book.page("examples")
    first, second = page.select(".lk-widget[data-model]")
    assert (first["data-key"], second["data-key"]) == ("example-a-deck", "example-another")
    assert [block.get_text() for block in page.select("div.highlight-yaml pre")] == list(
        DECKS.values()
    )
    model = book.models("examples")[first["data-model"]]
    assert model["state"]["activity"]["title"] == "A <b>deck</b>"
    assert "A card." in first.select_one(".lk-static").get_text()


def test_a_mistake_in_an_example_is_told_with_its_line(sphinx_build, tmp_path):
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK.replace("prompt: Where?", "promt: Where?"), encoding="utf-8")
    page = "# A page\n\nWords.\n\n```{activity-example} ../deck.yaml\n```\n"
    book = sphinx_build({"index": page}, expect=("deck.yaml:4: ",))
    assert "lk-widget" not in book.text("index")


def commands(context: click.Context) -> Iterator[click.Context]:
    if isinstance(context.command, click.Group):
        for name, command in context.command.commands.items():
            below = click.Context(command, parent=context, info_name=name)
            yield from (below, *commands(below))


def test_every_command_says_on_the_page_what_it_says_itself(book):
    page = book.page("commands")
    for context in commands(click.Context(program, info_name="lessonkit")):
        section = page.find("section", id=context.command_path.replace(" ", "-"))
        said = flat(section.get_text())
        for part in context.command.params:
            for words in part.get_help_record(context) or ():
                assert flat(words) in said
        for line in (context.command.help or "").replace("\b", "").splitlines():
            assert flat(line) in said


def test_every_kind_has_a_page_with_all_its_keys_and_an_example_that_loads():
    pages = {path.stem: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert set(KINDS) <= set(pages)
    for kind in KINDS:
        assert f"```{{activity-reference}} {kind}\n```" in pages[kind]
        [example] = re.findall(r"```\{(?:activity-example|literalinclude)\} (.+)", pages[kind])
        path = PAGES.parent.parent.parent / example[1:] if example[0] == "/" else PAGES / example
        assert load_activity(path).type == kind
