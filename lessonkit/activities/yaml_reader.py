"""Reads YAML into plain values and remembers the line of each.

It works from the parser's events, one after the other: so deep nesting needs no recursion, a tag
never builds a Python object, and an alias is never followed. The events come from libyaml or,
where it is missing, from PyYAML.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.yaml_scalars import Halves, plain_value
from lessonkit.activities.yaml_words import syntax_mistake

DEEPEST = 20
"""How many lists and mappings may lie inside each other; an activity needs five."""

MOST_PARTS = 40_000
"""How many keys and values a file may have, so that a person never waits for what is no activity.

The largest deck, 500 cards with all that a card can have, has about 25,000.
"""

MOST_TAG_LINES = 100
"""How many lines may name tags: the parser compares each with all before it."""

_COMMENT_FOR_A_VALUE = re.compile(r":\s+#")


@dataclass
class Document:
    """What a YAML text says.

    Attributes:
        data: The values: mappings, lists, text, numbers, true and false, or None.
        lines: The line of each value, by its location.
        written: What was written where the value is not text.
        mistakes: What cannot be used.
        complete: Whether the text could be read to its end.
    """

    data: object = None
    lines: dict[Location, int] = field(default_factory=dict)
    written: dict[Location, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    complete: bool = True

    def line(self, location: Location) -> int:
        """Return the line of a value or, where there is none, of what it should stand in.

        Args:
            location: The way to the value.
        """
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


def read_yaml(text: str) -> Document:
    """Read a YAML text.

    Args:
        text: The text, without control characters and with new lines as line ends.

    Returns:
        Its values, their lines, and the mistakes.
    """
    halves = Halves(text)
    builder = _Builder(text, halves)
    document = builder.document
    try:
        builder.refuse_many_tags()
        for event in yaml.parse(halves.hidden, Loader=_loader()):
            builder.take(event)
    except _Stop:
        document.complete = False
    # PyYAML meets some damaged texts with exceptions of other kinds than its own, such as an
    # OverflowError for the number of a character that is too large.
    except Exception as error:
        document.mistakes.append(syntax_mistake(error, text, builder.line))
        document.complete = False
    return document


def _loader() -> type[yaml.SafeLoader | yaml.CSafeLoader]:
    return yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class _Stop(Exception):
    """What follows cannot be understood."""


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    location: Location
    values: dict[str, object] | list[object]
    key: str | None = None
    repeated: bool = False
    ignored: bool = False


class _Builder:
    """Builds a document from the parser's events."""

    def __init__(self, text: str, halves: Halves) -> None:
        self.document = Document()
        self._halves = halves
        self.line = 1
        self._lines = text.split("\n")
        self._open: list[_Open] = []
        self._documents = 0
        self._parts = 0

    def refuse_many_tags(self) -> None:
        """Stop before a text of which the parser would not see the end in time."""
        numbers = (number for number, line in enumerate(self._lines, 1) if line.startswith("%TAG"))
        if line := next(islice(numbers, MOST_TAG_LINES, None), None):
            self.line = line
            self._stop("too_many_tags")

    def take(self, event: Event) -> None:
        """Add one event to the document."""
        if event.start_mark:
            self.line = min(event.start_mark.line + 1, len(self._lines))
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop("second_document")
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, NodeEvent):
            self._parts += 1
            if self._parts > MOST_PARTS:
                self._stop("too_many_parts")
            parent = self._open[-1] if self._open else None
            if parent and isinstance(parent.values, dict) and parent.key is None:
                self._take_key(event, parent)
            else:
                self._take_value(event, parent)

    def _take_key(self, event: NodeEvent, parent: _Open) -> None:
        if isinstance(event, CollectionStartEvent):
            self._stop("key_is_no_word", parent.location)
        key = self._text(event) if isinstance(event, ScalarEvent) else f"*{event.anchor}"
        parent.key = key
        location = (*parent.location, key)
        parent.repeated = not parent.ignored and location in self.document.lines
        if parent.ignored:
            return
        if parent.repeated:
            self._complain("repeated_key", location, key, first=self.document.lines[location])
        self.document.lines.setdefault(location, self.line)
        self._refuse_specials(event, location)

    def _take_value(self, event: NodeEvent, parent: _Open | None) -> None:
        location: Location = ()
        ignored = parent is not None and (parent.ignored or parent.repeated)
        if parent:
            here = len(parent.values) if parent.key is None else parent.key
            location = (*parent.location, here)
        usable = ignored or self._refuse_specials(event, location)
        value: object = None
        if isinstance(event, CollectionStartEvent):
            if len(self._open) == DEEPEST:
                self._stop("too_deep", location)
            values: dict[str, object] | list[object] = (
                {} if isinstance(event, MappingStartEvent) else []
            )
            self._open.append(_Open(location, values, ignored=ignored))
            value = values
        elif isinstance(event, ScalarEvent) and usable:
            value = self._text(event) if event.style else plain_value(self._text(event))
            if not ignored and not isinstance(value, str):
                self.document.written.setdefault(location, event.value)
            if value is None and location and not ignored:
                self._complain_of_nothing(event, location)
        if not ignored:
            self.document.lines.setdefault(location, self.line)
        self._put(value, parent, ignored)

    def _text(self, event: ScalarEvent) -> str:
        return self._halves.shown_again(event.value, quoted=event.style == '"')

    def _put(self, value: object, parent: _Open | None, ignored: bool) -> None:
        if parent is None:
            self.document.data = value
        elif isinstance(parent.values, list):
            parent.values.append(value)
        elif parent.key is not None:
            if value is not None and not ignored:
                parent.values[parent.key] = value
            parent.key = None

    def _refuse_specials(self, event: NodeEvent, location: Location) -> bool:
        """Complain of aliases, anchors and tags; return whether there are none."""
        tag = getattr(event, "tag", None)
        if isinstance(event, AliasEvent):
            self._complain("alias", location, f"*{event.anchor}")
        elif event.anchor is not None:
            self._complain("anchor", location, f"&{event.anchor}")
        elif tag is not None:
            self._complain("tag", location, str(tag))
        else:
            return True
        return False

    def _complain_of_nothing(self, event: ScalarEvent, location: Location) -> None:
        # The parser notices that there is no value when it meets what comes after it.
        self.line = self.document.lines.get(location, self.line)
        line = self._lines[self.line - 1]
        commented = not event.value and bool(_COMMENT_FOR_A_VALUE.search(line))
        self._complain("no_value", location, event.value, comment=commented)

    def _complain(
        self, kind: str, location: Location, value: object = None, **details: object
    ) -> None:
        self.document.mistakes.append(Mistake(kind, location, value, details, self.line))

    def _stop(self, kind: str, location: Location = ()) -> None:
        self._complain(kind, location)
        raise _Stop
