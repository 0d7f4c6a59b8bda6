"""Writes the JSON Schema of each kind of activity, from which an editor completes the file.

Run it from the project's folder: ``python -m lessonkit.activities.schema``; with ``--check`` it
only says whether the written files are current. They are written twice: into the package, from
where ``lessonkit schema`` copies them, and beside the activities of this course.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from lessonkit.activities.kinds import KINDS

FOLDERS = (Path("lessonkit/schemas"), Path("notebooks/activities/schema"))
"""Where the files are, from the project's folder."""

_LONG = 1000
"""Nobody who writes a lesson meets a limit of so many characters."""


class _Generator(GenerateJsonSchema):
    """Leaves out what only a program needs: nulls, which no file may hold, and made-up titles."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        # An editor would write an empty list where a list is begun.
        if schema.get("default") in (None, ()):
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of activity.

    Args:
        kind: The kind, as a file's ``type`` says it, such as ``"sorting"``.

    Returns:
        The schema, by the draft 2020-12.

    Raises:
        KeyError: There is no such kind.
    """
    schema = KINDS[kind].model_json_schema(schema_generator=_Generator)
    for part in [schema, *schema["$defs"].values()]:
        for field in part["properties"].values():
            field["description"] = " ".join([field["description"], *_length(field)])
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


def _length(field: JsonSchemaValue) -> Iterator[str]:
    """Say how long a text may be, which an editor does not say before it is too long."""
    each = field.get("items", {})
    # No id comes near to its limit.
    if (most := field.get("maxLength", _LONG)) < _LONG and "pattern" not in field:
        yield f"At most {most} characters."
    if (most := each.get("maxLength", _LONG)) < _LONG and "pattern" not in each:
        yield f"Each has at most {most} characters."


def schema_text(kind: str) -> str:
    """Return the JSON Schema of one kind of activity as its file holds it.

    Args:
        kind: The kind, as a file's ``type`` says it.

    Raises:
        KeyError: There is no such kind.
    """
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Write or check the schema files.

    Args:
        arguments: The words of the command line, without the program's name.

    Returns:
        0 if all is well, 1 if a file is not current.
    """
    parser = argparse.ArgumentParser(description="Write the JSON Schema of each kind of activity.")
    parser.add_argument("--check", action="store_true", help="only say whether they are current")
    only_check = parser.parse_args(arguments).check
    stale = []
    for path, kind in ((folder / f"{kind}.json", kind) for kind in KINDS for folder in FOLDERS):
        text = schema_text(kind)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{path}: written")
    if only_check and stale:
        for path in stale:
            print(f"{path}: not current. Fix: run python -m lessonkit.activities.schema")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
