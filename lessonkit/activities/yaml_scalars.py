"""What a value means in YAML 1.2: text, a number, true, false or nothing."""

import re

_NOTHING = re.compile(r"~|null|Null|NULL|")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_HEXADECIMAL_OR_OCTAL = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_NO_FINITE_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def plain_value(written: str) -> str | int | float | bool | None:
    """Return the value of a word without quotes, by the core schema of YAML 1.2.

    So ``yes``, ``no`` and ``2024-05-01`` are text, as they look; ``true``, ``12`` and ``null``
    are not.

    Args:
        written: What stands in the file.
    """
    if _NOTHING.fullmatch(written):
        return None
    if written in _TRUTH:
        return _TRUTH[written]
    if _WHOLE_NUMBER.fullmatch(written):
        return int(written)
    if _NUMBER.fullmatch(written):
        return float(written)
    if _HEXADECIMAL_OR_OCTAL.fullmatch(written):
        return int(written, base=0)
    if _NO_FINITE_NUMBER.fullmatch(written):
        return float(written.replace(".", ""))
    return written


def quoted_value(text: str) -> str:
    r"""Return a text in double quotes with its characters whole.

    JSON, which is YAML too, may write a character such as an emoji in two halves, ``\ud83d`` and
    ``\ude00``, and the parser leaves them apart.

    Args:
        text: What the parser made of it.
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
