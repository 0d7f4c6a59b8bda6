"""Names a place in an activity as its author would: ``'text' of card 'apart-03'``."""

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from lessonkit.activities.problems import Location
from lessonkit.activities.rules import name_of, noun_of
from lessonkit.activities.text import listed, nearest, shown


class Place:
    """Where a mistake is.

    Attributes:
        part: The location of the innermost part, such as a card; the empty location for the
            activity itself.
        rest: The steps from there to the value.
        key: The first of these steps.
        noun: What the part is, such as ``a card``.
        model: The model of the part.
    """

    def __init__(self, location: Location, data: object, kind: type[BaseModel]) -> None:
        """Find the part of an activity in which a value stands.

        Args:
            location: The way to the value.
            data: The whole activity as plain values.
            kind: The model of the activity.
        """
        self.model, size, key = kind, 0, "activity"
        while found := _step(self.model, location[size:]):
            self.model, steps = found
            key = str(location[size])
            size += steps
        self.noun = _with_article("activity" if not size else noun_of(key))
        self.part = location[:size]
        self.rest = location[size:]
        self.key = shown(self.rest[0], 40) if self.rest else ""
        self._data = data

    @property
    def name(self) -> str:
        """The part that holds the mistake, such as ``card 'apart-03'``."""
        names, at = [], 0
        while at < len(self.part):
            single = at + 1 == len(self.part) or not isinstance(self.part[at + 1], int)
            end = at + (1 if single else 2)
            here = self.part[:end]
            names.append(noun_of(str(here[-1])) if single else name_of(here, self._value(here)))
            at = end
        return " of ".join(reversed(names)) or "the activity"

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
        kind = _required(self.model.model_fields[self.key].annotation)
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
            # Below a key that is written twice, a mistake may stand in what was left out.
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value


def _step(model: type[BaseModel], location: Location) -> tuple[type[BaseModel], int] | None:
    """Return the model of the part to which a location leads, and by how many steps."""
    if not location or str(location[0]) not in model.model_fields:
        return None
    kind = _required(model.model_fields[str(location[0])].annotation)
    steps = 1
    if get_origin(kind) is tuple:
        kind, steps = get_args(kind)[0], 2
    is_part = isinstance(kind, type) and issubclass(kind, BaseModel)
    inside = len(location) > 1 and (steps == 1 or isinstance(location[1], int))
    return (kind, steps) if is_part and inside else None


def _required(kind: Any) -> Any:
    """Return the kind of a value where there is one, without the None of a key left out."""
    if get_origin(kind) in (Union, UnionType):
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"
