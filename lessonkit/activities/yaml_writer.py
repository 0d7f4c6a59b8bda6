"""Writes an activity as the YAML file that a person would write.

The first line names the JSON Schema, so that an editor completes the file. Keys stand in the order
of the model, a text that does not fit its line is folded, lists of short words stand on one line,
and quotation marks are only where the text would mean something else without them: in YAML 1.2, as
`lessonkit.activities.yaml_scalars` reads it, or in YAML 1.1, as other programs may.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import yaml

from lessonkit.activities.yaml_scalars import plain_value

if TYPE_CHECKING:
    from lessonkit.activities.fields import Activity

WIDTH = 100
"""The longest line, in characters."""

_SHORT_LIST = 70
_WORDS = re.compile(r"[^\W_][\w .-]*")
# A line of a folded text is broken where one space stands alone: only there is the text that is
# read again the text that was written.
_BREAKABLE = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def activity_values(activity: "Activity") -> dict[str, Any]:
    """Return an activity as the plain values that its file holds.

    Args:
        activity: The activity.

    Returns:
        Its keys in the order of the model, without those that the file does not have. They are
        valid by the JSON Schema of the kind.
    """
    return activity.model_dump(mode="json", exclude_unset=True, exclude_none=True)


def activity_yaml(activity: "Activity", comments: Sequence[str] = ()) -> str:
    """Return an activity as the text of a YAML file.

    Args:
        activity: The activity.
        comments: What to say to the author in lines of comment at the top.
    """
    head = [f"# yaml-language-server: $schema=schema/{activity.type}.json"]
    head += [f"# {line}" for comment in comments for line in _wrapped(comment, WIDTH - 2)]
    return "\n".join([*head, yaml_text(activity_values(activity))])


def yaml_text(values: Any) -> str:
    """Return plain values as YAML.

    Args:
        values: Mappings, lists, text, numbers, true and false.
    """
    return yaml.dump(
        values, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=float("inf")
    )


class _Writer(yaml.SafeDumper):
    """PyYAML's writer, with lines of a chosen length."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write a value again where it comes again: an activity has no references."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the items of a list deeper than its key."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> Any:
        """Fold a text that does not fit the line or has several, if folding leaves it whole."""
        style = super().choose_scalar_style()
        text = getattr(self.event, "value", "")
        if style == '"' or self.flow_level or self.simple_key_context:
            return style
        fits = self.column + 1 + len(text) + 2 * len(style) <= WIDTH and "\n" not in text
        if style and "'" in text and fits:
            if not set('"\\') & set(text):
                return '"'
            fits = False
        foldable = getattr(self.analysis, "allow_block", False) and _can_be_folded(text)
        return ">" if foldable and not fits else style

    def write_folded(self, text: str) -> None:
        """Write a text over several lines, each as full as it can be."""
        self.write_indicator(">-", True)
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                self.write_line_break()
                self.write_line_break()
            for line in _wrapped(paragraph, WIDTH - (self.indent or 0)):
                self.write_indent()
                self.stream.write(line)
                self.column += len(line)
                self.whitespace = self.indention = False


def _can_be_folded(text: str) -> bool:
    return all(line and line == line.strip(" \t") for line in text.split("\n"))


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for words in _BREAKABLE.split(text):
        if lines[-1] and len(lines[-1]) + 1 + len(words) <= width:
            lines[-1] += f" {words}"
        elif lines[-1]:
            lines.append(words)
        else:
            lines[-1] = words
    return lines


def _write_text(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = None if plain_value(text) == text else "'"
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style)


def _write_list(writer: _Writer, items: list[Any]) -> yaml.SequenceNode:
    words = [str(item) for item in items if not isinstance(item, dict | list)]
    short = len(words) == len(items) and len(", ".join(words)) <= _SHORT_LIST
    flow = short and all(map(_WORDS.fullmatch, words))
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=bool(flow))


def _write_mapping(writer: _Writer, values: dict[str, Any]) -> yaml.MappingNode:
    return writer.represent_mapping("tag:yaml.org,2002:map", values.items(), flow_style=False)


_Writer.add_representer(str, _write_text)
_Writer.add_representer(list, _write_list)
_Writer.add_representer(dict, _write_mapping)
