"""What a JSON Schema asks of a value, in plain words. Pure functions."""

from collections.abc import Mapping
from typing import Any

from lessonkit.activities.text import listed
from lessonkit.words import words

Schema = Mapping[str, Any]

PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "identifier",
    "^C[0-9]{2,3}$": "claim",
}
"""The entry of the catalogue that says a pattern."""


def rule_in_words(schema: Schema) -> str:
    """Return what a value may be.

    Args:
        schema: What the JSON Schema says of the value.

    Returns:
        One sentence or two.

    Raises:
        ValueError: The schema asks for something that has no words yet.
    """
    said = words("activity_reference")
    if "const" in schema:
        return said["always"].format(value=schema["const"])
    if "enum" in schema:
        return said["one_of"].format(values=listed(schema["enum"], "or"))
    if "$ref" in schema:
        return said["part"]
    match schema.get("type"):
        case "string":
            return _text(schema, said)
        case "boolean":
            return said["switch"]
        case "integer":
            return said["whole_number"].format(least=schema["minimum"], most=schema["maximum"])
        case "number":
            return said["number"]
        case "array":
            return _list(schema, said)
    raise ValueError(f"there are no words for {dict(schema)}. Add them to {__name__}.")


def _text(schema: Schema, said: dict[str, str]) -> str:
    pattern, most = schema.get("pattern"), schema.get("maxLength")
    if pattern is not None and pattern not in PATTERNS:
        raise ValueError(f"there are no words for the pattern {pattern}. Add them to {__name__}.")
    if pattern is not None:
        return said[PATTERNS[pattern]].format(most=most)
    return said["text_up_to"].format(most=f"{most:,}") if most else said["text"]


def _list(schema: Schema, said: dict[str, str]) -> str:
    least, most = schema.get("minItems", 0), schema.get("maxItems")
    if most is None:
        entry = "list_from" if least else "list"
    else:
        entry = "list_of" if least == most else "list_from_to" if least else "list_to"
    sentence = said[entry].format(least=least, most=most)
    if "$ref" in schema["items"]:
        return sentence
    return f"{sentence} {said['each_is'].format(rule=_within(rule_in_words(schema['items'])))}"


def _within(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
