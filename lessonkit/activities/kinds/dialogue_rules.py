"""What must be true of the lines of a dialogue together: every path has a way on and an end.

The rules read plain values and pass over whatever is wrong in itself, so that one report can
hold every mistake of a file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.rules import (
    Ids,
    Part,
    Parts,
    as_text,
    choice,
    ids,
    mistake,
    name_of,
    parts,
)
from lessonkit.activities.text import listed, shown

Ways = dict[str, set[str]]
"""For each line, the lines to which it leads; or, the other way round, those that lead to it."""


def dialogue_mistakes(data: Mapping[str, object]) -> Iterator[Mistake]:
    """Find dead ends, lines that nothing leads to, and loops without a way out.

    Args:
        data: The activity as plain values.

    Yields:
        The mistakes, each with its words in ``details``.
    """
    lines = parts(data.get("lines"), ("lines",))
    known = ids(lines, data.get("lines"))
    ways: Ways = {line_id: set() for line_id in known}
    for location, line in lines:
        yield from _no_way_on(location, line)
        yield from _unknown_targets(location, line, known)
        ways.setdefault(as_text(line.get("id")) or "", set()).update(_targets(line))
    # Nobody can follow the ways while some lead nowhere, or cannot be read.
    if known and set().union(*ways.values()) <= ways.keys():
        places = {as_text(line.get("id")) or "": location for location, line in reversed(lines)}
        yield from _never_reached(ways, places)
        yield from _never_ending(ways, places, lines)


def _ends(line: Part) -> bool:
    return line.get("ending") is not None


def _targets(line: Part) -> set[str]:
    """Return where a line leads; an empty text stands for what cannot be read."""
    choices = line.get("choices", ())
    if not isinstance(choices, list | tuple):
        return {""}
    return {as_text(each.get("to")) or "" if isinstance(each, Mapping) else "" for each in choices}


def _no_way_on(location: Location, line: Part) -> Iterator[Mistake]:
    """Find that a line neither goes on nor ends, or does both."""
    name = name_of(location, line)
    if _ends(line) and line.get("choices"):
        yield mistake(
            (*location, "ending"),
            line.get("ending"),
            f"{name} is an ending and has choices",
            "a conversation that has ended does not go on",
            "remove the choices, or remove 'ending'",
        )
    if not _ends(line) and not _targets(line):
        dead_end = mistake(
            location,
            None,
            f"{name} is a dead end",
            "a line has choices, or it is an ending",
            "add 'choices', or a line 'ending: …' with a name for how it ends",
        )
        yield replace(dead_end, because=((*location, "choices"), (*location, "ending")))


def _unknown_targets(location: Location, line: Part, known: Ids) -> Iterator[Mistake]:
    for place, each in parts(line.get("choices"), (*location, "choices")):
        to = as_text(each.get("to"))
        if to and known and to not in known:
            yield mistake(
                (*place, "to"),
                to,
                f"{name_of(place, each)} of {name_of(location, line)} leads to a line that does "
                "not exist",
                "'to' is the id of a line",
                choice(to, known),
            )


def _never_reached(ways: Ways, places: dict[str, Location]) -> Iterator[Mistake]:
    reached = _spread([next(iter(ways))], ways)
    for group, behind in _groups([line for line in ways if line not in reached], _reversed(ways)):
        yield mistake(
            places[group[0]],
            ", ".join(behind),
            f"no other line leads to {_named(group)}",
            "every line can be reached from the first one",
            f"name {'it' if len(group) == 1 else 'one of them'} under 'to' of a choice, or remove "
            f"{'it' if len(group) == 1 else 'them'}",
        )


def _never_ending(ways: Ways, places: dict[str, Location], lines: Parts) -> Iterator[Mistake]:
    # A dead end has been told already, and what leads to it is not to blame.
    ends = [as_text(line.get("id")) or "" for _, line in lines if _ends(line) or not _targets(line)]
    can_end = _spread(ends, _reversed(ways))
    for group, before in _groups([line for line in ways if line not in can_end], ways):
        yield mistake(
            places[group[0]],
            ", ".join(before),
            f"no choice leads out of {_named(group)}",
            "from every line there is a way to an ending",
            "let one of the choices lead to another line, from which the conversation can end",
        )


def _groups(lost: list[str], ways: Ways) -> Iterator[tuple[list[str], list[str]]]:
    """Find the lines that are to blame: those that lead only to one another.

    Args:
        lost: Lines that lead to lost lines only.
        ways: Where each line leads.

    Yields:
        The lines of one group, and all the lost lines that are lost for its sake.
    """
    told: set[str] = set()
    back = _reversed(ways)
    for line in lost:
        if line in told:
            continue
        group, for_its_sake = _spread([line], ways), _spread([line], back)
        if group <= for_its_sake:
            told |= for_its_sake
            yield (
                [each for each in lost if each in group],
                [each for each in lost if each in for_its_sake],
            )


def _named(group: list[str], most: int = 5) -> str:
    names = [f"'{shown(line, 40)}'" for line in group]
    if len(names) > most:
        names[most - 1 :] = [f"{len(names) - most + 1} others"]
    return f"{'line' if len(group) == 1 else 'the lines'} {listed(names)}"


def _reversed(ways: Ways) -> Ways:
    back: Ways = {line: set() for line in ways}
    for line, found in ways.items():
        for to in found:
            back[to].add(line)
    return back


def _spread(start: Iterable[str], ways: Ways) -> set[str]:
    """Return the lines from which one starts, and all that can be reached from them."""
    reached = set(start)
    waiting = list(reached)
    while waiting:
        new = ways[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached
