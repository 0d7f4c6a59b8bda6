"""Says in plain words where and why a text is not YAML."""

from lessonkit.activities.problems import Mistake
from lessonkit.activities.text import shown

_QUOTE_THE_TEXT = "put the whole text in double quotes"
_BACKSLASH = (
    "a backslash in double quotes is followed by something that has no meaning",
    "in double quotes a backslash is written twice",
    "write \\\\ for a backslash, or put the text in single quotes",
)
_CHARACTER = (
    "a backslash in double quotes names a character that does not exist",
    "\\u is followed by the four digits of a character, \\U by eight",
    "write the character itself",
)
_ENDED = (
    "something follows where the value has already ended",
    "keys of one item begin in the same column, and nothing follows a closing quotation mark "
    "or bracket",
    "begin the line in the same column as the keys above; if the text holds quotation marks "
    'or brackets, put the whole text in double quotes and write \\" for those inside',
)
_WORDS = (
    (
        "mapping values are not allowed",
        "a colon stands where none may stand",
        "a key is followed by ': ' once, and keys of one item begin in the same column",
        "if ': ' belongs to the text, put the whole text in double quotes; if the line is a key, "
        "begin it in the same column as the keys above",
    ),
    (
        "a tab",
        "a tab stands at the beginning of a line",
        "lines are indented with spaces",
        "replace the tab by spaces",
    ),
    (
        "that cannot start any token",
        "a text begins with a character that has a meaning in YAML",
        "a text that begins with @, `, % or another sign of YAML stands in quotes",
        _QUOTE_THE_TEXT,
    ),
    (
        "sequence entries are not allowed",
        "a '- ' stands where no list item may stand",
        "each item of a list has its own line; a text that begins with '- ' stands in quotes",
        "begin a new line for the item, or put the whole text in double quotes",
    ),
    (
        "mapping keys are not allowed",
        "a text begins with '? '",
        "a text that begins with '? ' stands in quotes",
        _QUOTE_THE_TEXT,
    ),
    (
        "found unknown escape character",
        *_BACKSLASH,
    ),
    (
        "hexdecimal number",
        *_BACKSLASH,
    ),
    (
        "invalid Unicode character escape code",
        *_CHARACTER,
    ),
    (
        "while scanning a quoted scalar",
        "a quotation mark is opened and not closed",
        "a text that begins with a quotation mark ends with the same one",
        "close the quotation mark at the end of the text",
    ),
    (
        "while scanning a double-quoted scalar",
        *_BACKSLASH,
    ),
    (
        "while scanning a block scalar",
        "'|' or '>' is followed by text on the same line",
        "after '|' or '>' the text begins on the next line, indented",
        "move the text to the next line, or put the whole text in double quotes",
    ),
    (
        "found undefined tag handle",
        "a text begins with !",
        "a text that begins with ! stands in quotes",
        _QUOTE_THE_TEXT,
    ),
    (
        "while parsing a flow",
        "a list or group in brackets is not closed, or misses a comma",
        "what begins with [ or { ends with ] or }, and its items have commas between them",
        "close the bracket; if it belongs to a text, put the whole text in double quotes",
    ),
    (
        "node content",
        "a text begins with a bracket or a comma",
        "a text that begins with one of [ ] { } or a comma stands in quotes",
        _QUOTE_THE_TEXT,
    ),
    (
        "could not find expected ':'",
        "a line is neither a key nor the rest of a text",
        "a line is 'key: text'; a text over several lines is indented deeper than its key",
        "add ': ' after the key, or indent the line",
    ),
    (
        "while scanning an alias",
        "a text begins with *",
        "a text that begins with * stands in quotes",
        _QUOTE_THE_TEXT,
    ),
    (
        "while scanning an anchor",
        "a text begins with &",
        "a text that begins with & stands in quotes",
        _QUOTE_THE_TEXT,
    ),
    (
        " a tag",
        "a text begins with !",
        "a text that begins with ! stands in quotes",
        _QUOTE_THE_TEXT,
    ),
    ("expected <block end>", *_ENDED),
    ("did not find expected key", *_ENDED),
    ("did not find expected '-' indicator", *_ENDED),
)


_OTHER_WORDS = (
    "the file is not YAML",
    "an activity file is YAML: keys with a colon, and lists that are indented",
    "look at this line and the one above it: indentation, colons, quotation marks",
)
_FOUND_AT_ITS_BEGINNING = ("quoted scalar", "simple key", "parsing a flow")
"""What is left open: the parser's own line is then far below, often the last of the file."""


def syntax_mistake(error: Exception, text: str, line: int) -> Mistake:
    """Return the mistake that made the parser give up.

    Args:
        error: What the parser raised.
        text: The text that it read.
        line: The line that it had come to.
    """
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    lines = text.split("\n")
    if "cannot start any token" in said and _stands_at_a_tab(error, lines):
        said = "a tab"
    begins = any(sign in said for sign in _FOUND_AT_ITS_BEGINNING)
    mark = getattr(error, "context_mark" if begins else "problem_mark", None)
    if mark is not None:
        # libyaml ends the last line where its author did not, and counts one more.
        line = min(mark.line + 1, len(lines))
    words = (words for sign, *words in _WORDS if sign in said)
    # Python's own error for the number of a character beyond the last one.
    other = _CHARACTER if isinstance(error, OverflowError | ValueError) else _OTHER_WORDS
    what, rule, fix = next(words, other)
    found = shown(lines[line - 1])
    details = {"what": what, "rule": rule, "fix": fix}
    return Mistake("syntax", (), found or "the end of the file", details, line)


def _stands_at_a_tab(error: Exception, lines: list[str]) -> bool:
    mark = getattr(error, "problem_mark", None)
    return mark is not None and lines[mark.line][mark.column : mark.column + 1] == "\t"
