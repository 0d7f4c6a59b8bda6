"""What a value means in YAML 1.2: text, a number, true, false or nothing."""

import re

_NOTHING = re.compile(r"~|null|Null|NULL|")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_HEXADECIMAL_OR_OCTAL = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_HALF = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89a-fA-F][0-9a-fA-F]{2})")
_FOR_PRIVATE_USE = range(0xF0000, 0x110000)
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


class Halves:
    r"""Carries the halves of characters past the parser, which refuses them.

    JSON, which is YAML too, may write a character such as an emoji in two halves, ``\ud83d`` and
    ``\ude00``. What means a half in double quotes are plain letters elsewhere, and only the
    parser knows which is which; so a sign that the text does not have stands for the backslash
    until it has told.

    Attributes:
        hidden: The text for the parser, each line and column as it was.
    """

    def __init__(self, text: str) -> None:
        """Hide the halves of a text.

        Args:
            text: The text of a file.
        """
        self.hidden, self._sign = text, ""
        if _HALF.search(text):
            used = set(text)
            self._sign = next(sign for sign in map(chr, _FOR_PRIVATE_USE) if sign not in used)
            self.hidden = _HALF.sub(rf"\1{self._sign}u\2", text)

    def shown_again(self, value: str, quoted: bool) -> str:
        """Return a text as its author meant it.

        Args:
            value: What the parser made of it.
            quoted: Whether it stands in double quotes.
        """
        if not self._sign or self._sign not in value:
            return value
        if not quoted:
            return value.replace(self._sign, "\\")
        text = re.sub(
            f"{self._sign}u(....)", lambda match: chr(int(match[1], base=16)), value, flags=re.S
        )
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
