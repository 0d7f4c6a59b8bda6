"""What must be true of the lines of a dialogue together: every path has a way on and an end.

The rules read plain values and pass over whatever is wrong in itself, so that one report can
hold every mistake of a file.
"""

from collections.abc import Iterator, Mapping

from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import as_text, choice, ids, mistake, name_of, parts


def dialogue_mistakes(data: Mapping[str, object]) -> Iterator[Mistake]:
    """Find dead ends, lines that nothing leads to, and loops without a way out.

    Args:
        data: The activity as plain values.

    Yields:
        The mistakes, each with its words in ``details``.
    """
    lines = parts(data.get("lines"), ("lines",))
    known = ids(lines, data.get("lines"))
    ways: dict[str, set[str]] = {}
    endings: set[str] = set()
    for location, line in lines:
        name, line_id = name_of(location, line), as_text(line.get("id")) or ""
        choices = parts(line.get("choices"), (*location, "choices"))
        ends = line.get("ending") is not None
        if ends and choices:
            yield mistake(
                (*location, "ending"),
                line.get("ending"),
                f"{name} is an ending and has choices",
                "a conversation that has ended does not go on",
                "remove the choices, or remove 'ending'",
            )
        if not ends and not choices and not line.get("choices"):
            yield mistake(
                location,
                None,
                f"{name} is a dead end",
                "a line has choices, or it is an ending",
                "add 'choices', or a line 'ending: …' with a name for how it ends",
            )
        for place, each in choices:
            to = as_text(each.get("to"))
            if to and known and to not in known:
                yield mistake(
                    (*place, "to"),
                    to,
                    f"{name_of(place, each)} of {name} leads to a line that does not exist",
                    "'to' is the id of a line",
                    choice(to, known),
                )
        ways.setdefault(line_id, set()).update(as_text(each.get("to")) or "" for _, each in choices)
        if ends:
            endings.add(line_id)
    # Nobody can follow the ways while some lead nowhere.
    if known and all(to in known for found in ways.values() for to in found):
        yield from _unreachable(data, ways)
        yield from _without_an_end(data, ways, endings)


def _unreachable(data: Mapping[str, object], ways: dict[str, set[str]]) -> Iterator[Mistake]:
    lines = parts(data.get("lines"), ("lines",))
    reached = _spread({next(iter(ways))}, ways)
    for location, line in lines:
        if as_text(line.get("id")) not in reached:
            yield mistake(
                location,
                as_text(line.get("id")),
                f"nothing leads to {name_of(location, line)}",
                "every line can be reached from the first one",
                "name it under 'to' of a choice, or remove it",
            )


def _without_an_end(
    data: Mapping[str, object], ways: dict[str, set[str]], endings: set[str]
) -> Iterator[Mistake]:
    back: dict[str, set[str]] = {line: set() for line in ways}
    for line, found in ways.items():
        for to in found:
            back[to].add(line)
    can_end = _spread(endings, back)
    for location, part in parts(data.get("lines"), ("lines",)):
        line_id = as_text(part.get("id")) or ""
        # A dead end has been named already.
        if line_id not in can_end and ways[line_id]:
            yield mistake(
                location,
                line_id,
                f"from {name_of(location, part)} no ending can be reached",
                "from every line there is a way to an ending",
                "let one of the choices lead out of the loop",
            )


def _spread(start: set[str], ways: dict[str, set[str]]) -> set[str]:
    reached, new = set(start), set(start)
    while new:
        new = {to for line in new for to in ways.get(line, ())} - reached
        reached |= new
    return reached
