"""The keys of a kind of activity, read from its models and their JSON Schema. Pure functions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc, isclass
from typing import Any, get_args

from lessonkit.activities.fields import Part
from lessonkit.activities.kinds import KINDS
from lessonkit.activities.schema import json_schema

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Key:
    """One key of a file, and what may stand behind it."""

    path: tuple[str, ...]
    """The keys that lead to it, itself last: ``("cards", "text")``."""

    about: str
    """What it is, as the model describes it."""

    schema: Schema
    """What the JSON Schema says of its value."""

    required: bool
    """Whether a file must have it."""

    unless: tuple[str, str] | None = None
    """A key and its value with which a file may leave out what is required otherwise."""

    needs: tuple[str, ...] = ()
    """The keys that must stand beside it."""

    @property
    def has_keys(self) -> bool:
        """Whether what stands behind it has keys of its own."""
        return "$ref" in self.schema or "$ref" in self.schema.get("items", {})

    @property
    def values(self) -> dict[str, str]:
        """What each of its values means, where there are a few to choose from."""
        meanings = self.schema.get("enumDescriptions", ())
        return dict(zip(self.schema.get("enum", ()), meanings, strict=False))

    @property
    def name(self) -> str:
        """The key itself."""
        return self.path[-1]

    @property
    def default(self) -> object | None:
        """What it is where it is left out; nothing where that is nothing, or an empty list."""
        return None if (value := self.schema.get("default")) in (None, []) else value


@dataclass(frozen=True)
class KeyGroup:
    """Keys that stand together: those of the file itself, or of a part of it."""

    path: tuple[str, ...]
    """The keys that lead to the part; none for the file itself."""

    about: str
    """What the part is."""

    many: bool
    """Whether the file has a list of such parts."""

    keys: tuple[Key, ...]


def key_groups(kind: str) -> list[KeyGroup]:
    """Return all keys of a kind of activity.

    Args:
        kind: The kind, as a file's ``type`` says it, such as ``"sorting"``.

    Returns:
        The keys of the file first, then those of each part, a part before the parts in it.

    Raises:
        KeyError: There is no such kind.
    """
    return list(_groups(KINDS[kind], (), many=False, root=json_schema(kind)))


def _groups(
    model: type[Part], path: tuple[str, ...], many: bool, root: Schema
) -> Iterator[KeyGroup]:
    schema = root["$defs"][model.__name__] if path else root
    keys = tuple(_keys(model, schema, path, root))
    yield KeyGroup(path, cleandoc(model.__doc__ or "").partition("\n\n")[0], many, keys)
    for key in keys:
        if part := _part_in(model.model_fields[key.name].annotation):
            yield from _groups(part, key.path, key.schema.get("type") == "array", root)


def _part_in(annotation: object) -> type[Part] | None:
    """Find the part that the value of a field is, or is a list of."""
    if isclass(annotation) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(_part_in, get_args(annotation))), None)


def _keys(model: type[Part], schema: Schema, path: tuple[str, ...], root: Schema) -> Iterator[Key]:
    needs: Mapping[str, list[str]] = schema.get("dependentRequired", {})
    unless, otherwise = _exception(path, root)
    for name, field in model.model_fields.items():
        yield Key(
            (*path, name),
            # The schema's also has what an editor would not say otherwise.
            field.description or "",
            schema["properties"][name],
            name in schema.get("required", ()),
            unless if name in otherwise else None,
            tuple(needs.get(name, ())),
        )


def _exception(path: tuple[str, ...], root: Schema) -> tuple[tuple[str, str] | None, list[str]]:
    """Return a condition on the whole file, and what the parts at a path need without it."""
    conditions = root.get("if", {}).get("properties", {})
    schema = root.get("else", {})
    for name in path:
        schema = schema.get("properties", {}).get(name, {})
        schema = schema.get("items", schema)
    for name, value in conditions.items():
        return (name, value["const"]), schema.get("required", [])
    return None, []
