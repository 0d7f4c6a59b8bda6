"""The catalogue of words: how it is read, and what must be true of every entry."""

import json
import re

import pytest

from lessonkit.words import CATALOGUE, words

PLURAL = re.compile(r"(.+)_(one|other)")


def all_entries():
    """Return every entry as section, name and text; a name given twice is there twice."""

    def section_or_catalogue(pairs):
        return pairs

    sections = json.loads(
        CATALOGUE.read_text(encoding="utf-8"), object_pairs_hook=section_or_catalogue
    )
    return [(section, *entry) for section, entries in sections for entry in entries]


def places(text):
    return set(re.findall(r"\{(\w+)\}", text))


def test_a_section_is_its_entries_and_their_texts():
    assert words("worksheet")["answers"] == "Answers"


def test_a_section_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError, match="worksheat"):
        words("worksheat")


def test_a_reader_who_changes_a_section_changes_it_for_no_one_else():
    words("worksheet")["answers"] = "Questions"
    assert words("worksheet")["answers"] == "Answers"


def test_every_entry_is_a_text_under_a_name_of_its_own():
    entries = all_entries()
    names = [(section, name) for section, name, _ in entries]
    wrong = [
        f"{section}.{name}: not a text" for section, name, text in entries if type(text) is not str
    ]
    wrong += [
        f"{section}.{name}: not in snake_case"
        for section, name in names
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)
    ]
    wrong += [
        f"{section}.{name}: given twice"
        for section, name in set(names)
        if names.count((section, name)) > 1
    ]
    assert not wrong, "\n".join(wrong)


def test_texts_are_plain_and_neatly_written():
    problems = {
        "white space at an end": lambda text: text != text.strip(),
        "two spaces": lambda text: "  " in text,
        "markup": lambda text: "<" in text or "&" in text,
        "a straight quotation mark": lambda text: '"' in text,
        "three dots for an ellipsis": lambda text: "..." in text,
        "a brace that opens or closes no place": lambda text: (
            "{" in (rest := re.sub(r"\{\w+\}", "", text)) or "}" in rest
        ),
    }
    wrong = [
        f"{section}.{name}: {problem} in {text!r}"
        for section, name, text in all_entries()
        for problem, found in problems.items()
        if found(text)
    ]
    assert not wrong, "\n".join(wrong)


def test_plural_forms_come_in_pairs_with_the_same_places_to_fill_in():
    texts = {(section, name): text for section, name, text in all_entries()}
    wrong = []
    for (section, name), text in texts.items():
        if form := PLURAL.fullmatch(name):
            other = f"{form[1]}_{'other' if form[2] == 'one' else 'one'}"
            if (section, other) not in texts:
                wrong.append(f"{section}.{name}: there is no {other}")
            elif places(text) != places(texts[section, other]):
                wrong.append(f"{section}.{name}: its places differ from those of {other}")
            if "count" not in places(text):
                wrong.append(f"{section}.{name}: a plural without {{count}}")
            if (section, form[1]) in texts:
                wrong.append(f"{section}.{form[1]}: stands beside its own plural forms")
    assert not wrong, "\n".join(wrong)
