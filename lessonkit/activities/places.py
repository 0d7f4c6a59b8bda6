"""Names a place in an activity as its author would: ``'text' of card 'apart-03'``."""

from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from lessonkit.activities.models import Card, Category, DefensibleAnswer, SortingActivity
from lessonkit.activities.problems import Location
from lessonkit.activities.rules import name_of
from lessonkit.activities.text import listed, nearest, shown

_PARTS: dict[str, tuple[str, type[BaseModel]]] = {
    "categories": ("a category", Category),
    "cards": ("a card", Card),
    "defensible": ("a defensible answer", DefensibleAnswer),
}


class Place:
    """Where a mistake is.

    Attributes:
        part: The location of the innermost category, card or defensible answer; the empty
            location for the activity itself.
        rest: The steps from there to the value.
        key: The first of these steps.
        noun: What the part is, such as ``a card``.
        model: The model of the part.
    """

    def __init__(self, location: Location, data: object) -> None:
        """Find the part of an activity in which a value stands.

        Args:
            location: The way to the value.
            data: The whole activity as plain values.
        """
        match location:
            case ("cards", int(), "defensible", int(), *_):
                size = 4
            case ("categories" | "cards", int(), *_):
                size = 2
            case _:
                size = 0
        self.part = location[:size]
        self.rest = location[size:]
        self.key = shown(self.rest[0], 40) if self.rest else ""
        self._data = data
        kind = str(location[size - 2]) if size else ""
        self.noun, self.model = _PARTS.get(kind, ("an activity", SortingActivity))

    @property
    def name(self) -> str:
        """The part that holds the mistake, such as ``card 'apart-03'``."""
        if not self.part:
            return "the activity"
        if self.part[-2] == "defensible":
            card = name_of(self.part[:2], self._value(self.part[:2]))
            return f"defensible answer {int(self.part[-1]) + 1} of {card}"
        return name_of(self.part, self._value(self.part))

    @property
    def subject(self) -> str:
        """The value that is mistaken, such as ``'text' of card 'apart-03'``."""
        steps = [
            f"item {step + 1}" if isinstance(step, int) else f"'{shown(step, 40)}'"
            for step in reversed(self.rest)
        ]
        return " of ".join([*steps, self.name])

    @property
    def is_optional(self) -> bool:
        """Whether the key may be left out."""
        field = self.model.model_fields.get(self.key)
        return field is not None and not field.is_required()

    def keys_rule(self) -> str:
        """Return which keys the part may have."""
        return f"{self.noun} has the keys {listed(self.model.model_fields)}"

    def required_rule(self) -> str:
        """Return which keys the part must have."""
        fields = self.model.model_fields.items()
        return f"{self.noun} always has {listed(k for k, field in fields if field.is_required())}"

    def choices(self) -> list[str]:
        """Return the words of which the value must be one; none if it is free."""
        kind = self.model.model_fields[self.key].annotation
        return [str(word) for word in get_args(kind)] if get_origin(kind) is Literal else []

    def nearest_key(self) -> str | None:
        """Return the known key that an unknown one comes nearest to."""
        return nearest(self.rest[0], self.model.model_fields)

    def present_keys(self) -> str:
        """Return the keys that the part has."""
        return shown(self._value(self.part), 200)

    def _value(self, location: Location) -> object:
        value: Any = self._data
        for step in location:
            value = value[step]
        return value
