"""Puts a mistake into words that help somebody who writes no code."""

from collections.abc import Mapping

from pydantic import BaseModel

from lessonkit.activities.kinds import KINDS
from lessonkit.activities.places import Place
from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.text import UNSEEN, listed, nearest, shown, unseen_name
from lessonkit.activities.yaml_reader import MOST_PARTS

Words = tuple[str, str, str, str]
"""What is wrong, the rule, what was found, and the fix."""

_QUOTE = "put the whole text in double quotes"
_EMPTY = "an empty text"
_INVISIBLE = (
    "text has no invisible characters that steer the direction of writing, or machines",
    "write the text without it",
)


def words_for(
    mistake: Mistake, data: object, kind: type[BaseModel], written: str | None = None
) -> Words:
    """Return the words for a mistake.

    Args:
        mistake: The mistake.
        data: The whole activity as plain values.
        kind: The model of the activity.
        written: What stands in the file, if it is neither text nor a list or mapping.

    Returns:
        What is wrong, the rule, what was found, and the fix.
    """
    what, rule, found, fix = _words_for(mistake, data, kind, written)
    return what, rule, found or "an empty text", fix


def _words_for(mistake: Mistake, data: object, kind: type[BaseModel], written: str | None) -> Words:
    if "what" in mistake.details:
        what, rule, fix = (str(mistake.details[name]) for name in ("what", "rule", "fix"))
        return what, rule, shown(mistake.value) or _EMPTY, fix
    place = Place(mistake.location, data, kind)
    words = (
        _value_words(mistake, place, shown(mistake.value if written is None else written))
        or _key_words(mistake, place)
        or _file_words(mistake, place)
    )
    if words:
        what, rule, found, fix = words
        return what, rule, found or _EMPTY, fix
    rule = str(mistake.details.get("error", "an activity is as its JSON Schema says"))
    found = shown(mistake.value) or _EMPTY
    return f"{place.subject} cannot be used", rule, found, "write another value"


def meant_location(mistake: Mistake, data: object, kind: type[BaseModel]) -> Location | None:
    """Return where the value of an unknown key was meant to be.

    Args:
        mistake: Any mistake.
        data: The whole activity as plain values.
        kind: The model of the activity.

    Returns:
        The location of the nearest known key; None if there is none, or no unknown key.
    """
    if mistake.kind != "extra_forbidden":
        return None
    place = Place(mistake.location, data, kind)
    close = place.nearest_key()
    return (*place.part, close) if close else None


def _value_words(mistake: Mistake, place: Place, found: str) -> Words | None:
    """Return the words for a value of the wrong kind, length or form."""
    value, details = mistake.value, mistake.details
    subject, key = place.subject, place.key
    match mistake.kind:
        case "string_type":
            what = f"{subject} is {_kind(value)}, not text"
            rule = f"each item of '{key}' is text" if len(place.rest) > 1 else f"'{key}' is text"
            if isinstance(value, list | dict):
                fix = "write text here; if it begins with a bracket or '- ', " + _QUOTE
            else:
                fix = f'put it in double quotes: "{found}"'
        case "string_too_short":
            what, rule = f"{subject} is empty", f"'{key}' is not left empty"
            fix = "write the text" + (", or remove the key" if place.is_optional else "")
            found = _EMPTY
        case "string_too_long":
            length, most = len(str(value).strip()), int(str(details["max_length"]))
            what = f"{subject} has {length:,} characters"
            rule, fix = f"it has at most {most:,}", f"shorten it by {length - most:,}"
        case "string_pattern_mismatch" if key == "claims":
            what = f"{subject} is not the number of a claim"
            rule = "a claim is written as C and two or three digits"
            fix = "write it as C07 or C123"
        case "string_pattern_mismatch":
            what = f"{subject} is not made of lower-case words joined by hyphens"
            rule = "an id has the letters a to z, digits, and single hyphens between them"
            fix = f"write it as {_as_identifier(str(value))}"
        case "tuple_type":
            what, rule = f"{subject} is {_kind(value)}, not a list", f"'{key}' is a list"
            fix = "begin each item on its own line with '- '"
            if key in ("claims", "overlap_of"):
                fix = "write it in square brackets, with commas between the items"
        case "too_short" | "too_long":
            few = mistake.kind == "too_short"
            bound = int(str(details["min_length" if few else "max_length"]))
            count = len(value) if isinstance(value, list | tuple) else 0
            amount = f"too {'few' if few else 'many'}"
            plural = key.endswith("s")
            what = f"{place.name} has {amount} {key}" if plural else f"{subject} has {amount} items"
            rule = f"'{key}' has at {'least' if few else 'most'} {bound}"
            fix = f"add {bound - count}" if few else f"remove {count - bound}"
            found = str(count)
        case "bool_type":
            what = f"{subject} is {_kind(value)}, not true or false"
            rule = f"'{key}' is true or false"
            fix = "write true or false without quotes, or remove the line"
        case "float_type" | "finite_number":
            what, rule = f"{subject} is {_kind(value)}, not a number", f"'{key}' is a number"
            fix = "write digits, with a point and without quotes, such as 0.5"
        case "int_type":
            what, rule = f"{subject} is {found}", f"'{key}' is a whole number"
            fix = "write digits without quotes, such as 12"
        case "greater_than_equal":
            least = details["ge"]
            what, rule = f"{subject} is too small", f"'{key}' is at least {least}"
            fix = f"write {least} or more"
        case "less_than_equal":
            largest = details["le"]
            what, rule = f"{subject} is too large", f"'{key}' is at most {largest}"
            fix = f"write {largest} or less"
        case "model_type":
            what = f"{subject} is {_kind(value)}, not a group of keys"
            rule, fix = place.keys_rule(), "write its keys, each on its own line"
        case "literal_error":
            choices = list(KINDS) if mistake.location == ("type",) else place.choices()
            close = nearest(value, choices)
            what, rule = f"unknown {key} '{found}'", f"'{key}' is {listed(choices, 'or')}"
            fix = f"did you mean '{close}'?" if close else f"write {listed(choices, 'or')}"
        case "unseen_character" | "string_unicode":
            unseen = UNSEEN.findall(str(value))
            what = f"{subject} has an invisible control character"
            rule, fix = _INVISIBLE
            found = ", ".join(map(unseen_name, dict.fromkeys(unseen)))
        case _:
            return None
    return what, rule, found, fix


def _key_words(mistake: Mistake, place: Place) -> Words | None:
    """Return the words for a key that is unknown, missing, repeated or without a value."""
    key, subject, details = place.key, place.subject, mistake.details
    match mistake.kind:
        case "extra_forbidden":
            close = place.nearest_key()
            fix = f"did you mean '{close}'?" if close else "remove it"
            return f"unknown key '{key}' in {place.name}", place.keys_rule(), key, fix
        case "missing":
            what, found = f"{place.name} has no '{key}'", place.present_keys()
            example = next(iter(place.choices()), "…")
            return what, place.required_rule(), found, f"add a line '{key}: {example}'"
        case "repeated_key":
            what, found = (
                f"'{key}' is written twice in {place.name}",
                f"'{key}' also in line {details['first']}",
            )
            fix = "remove one of the two; if a new item begins here, begin it with '- '"
            return what, "a key is written once in each item", found, fix
        case "no_value" if mistake.value:
            found = str(mistake.value)
            what = f"{subject} is {found}, which in YAML means nothing at all"
            return what, "what is begun has a value", found, f'put it in double quotes: "{found}"'
        case "no_value":
            fix = "write the value, or remove the line"
            if details.get("comment"):
                fix = f"what follows a # is a comment; if it is the text, {_QUOTE}"
            return f"{subject} has no value", "what is begun has a value", "nothing", fix
        case "key_is_no_word":
            what = f"a key in {place.name} is a list or a group"
            fix = f"if a text begins with a bracket, {_QUOTE}"
            return what, "a key is a word before a colon", "a bracket", fix
    return None


def _file_words(mistake: Mistake, place: Place) -> Words | None:
    """Return the words for what concerns the file, and for YAML that we do not use."""
    found = shown(mistake.value)
    match mistake.kind:
        case "unseen_line":
            rule, fix = _INVISIBLE
            return "the line has an invisible control character", rule, found, fix
        case "alias" | "anchor":
            sign = found[0]
            what = f"{place.subject} begins with {sign}, which in YAML is a reference"
            rule = f"an activity has no references, and a text that begins with {sign} is quoted"
            return what, rule, found, f"{_QUOTE}, or write the value itself"
        case "tag":
            found = found.replace("tag:yaml.org,2002:", "!!")
            what = f"unknown tag '{found}' at {place.subject}"
            rule = "an activity has no tags, and a text that begins with ! is quoted"
            return what, rule, found, f"remove the tag, or {_QUOTE}"
        case "too_deep":
            what, rule = (
                "lists or groups lie too deep in each other",
                "an activity needs five levels",
            )
            return what, rule, "more than 20 levels", f"if brackets belong to a text, {_QUOTE}"
        case "too_many_parts":
            what, rule = "the file holds too much", f"it has at most {MOST_PARTS:,} keys and values"
            return what, rule, "more than that", "split it into several activities"
        case "too_many_tags":
            what, rule = "too many lines begin with %TAG", "an activity has no tags"
            return what, rule, "more than 100 such lines", "remove them"
        case "second_document":
            what, rule = "a second activity begins", "a file holds one activity"
            return what, rule, "a line '---' or '...'", "remove the line, or make a second file"
        case "empty":
            rule = "an activity file has at least 'type: sorting' and what belongs to it"
            return "the file is empty", rule, "nothing", "write the activity, or copy another one"
        case "no_mapping":
            what = f"the file is {_kind(mistake.value)}, not a group of keys"
            return what, place.keys_rule(), found, "begin with a line 'type: sorting'"
    return None


def _kind(value: object) -> str:
    """Return which kind of value something is, in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case Mapping():
            return "a group of keys"
        case _:
            return "a list"


def _as_identifier(text: str) -> str:
    """Return the id that is nearest to a text."""
    letters = "".join(c if c.isascii() and c.isalnum() else " " for c in text.lower())
    return "-".join(letters.split())[:64] or "lower-case words, such as apart-03"
