"""The worksheet of an evidence plot: its numbers as a table, with their sources and limits."""

from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import heading, paragraph, sheet, text

_COLUMNS = (
    "column_effect",
    "column_number",
    "column_range",
    "measured_in",
    "cannot_tell",
    "column_evidence",
)


def evidence_plot_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return an evidence plot as a table.

    Args:
        activity: The activity as the widget's front end gets it.
        heading_level: The level of the title's heading, 1 to 6.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    names = words("evidence_plot")
    heads = "".join(f'<th scope="col">{text(names[column])}</th>' for column in _COLUMNS)
    sides = names["table_sides"].format(lower=activity["lower"], higher=activity["higher"])
    rows = "".join(_row(effect, activity) for effect in activity["effects"])
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity["prompt"]),
        paragraph(activity["reading"], lead=names["how_to_read"]),
        "<table>"
        f"<caption>{text(activity['measure'])}<br>{text(sides)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
    )


def _row(effect: dict[str, Any], activity: dict[str, Any]) -> str:
    names = words("evidence_plot")
    number, span, verdict = _words_of(effect, activity)
    evidence = effect["evidence"]
    grade = names["evidence_in_table"].format(
        strength=words("evidence_note")[f"strength_{evidence['strength']}"],
        studies="; ".join(evidence["studies"]),
    )
    cells = (number, f"{span}. {verdict}".strip(), effect["whom"], effect["limits"], grade)
    data = "".join(f"<td>{text(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{text(effect["label"])}</th>{data}</tr>'


def _words_of(effect: dict[str, Any], activity: dict[str, Any]) -> tuple[str, str, str]:
    names, none = words("evidence_plot"), activity["none"]
    found = [_numbers(each) for each in activity["effects"]]
    decimals = max(_decimals(number) for numbers in found for number in numbers)
    value, low, high = (effect.get(key) for key in ("value", "low", "high"))
    number = names["no_number"] if value is None else _said(value, decimals)
    if low is None or high is None:
        return number, names["no_interval"], ""
    ends = {"low": _said(low, decimals), "high": _said(high, decimals)}
    span = f"{names['low_to_high'].format(**ends)} ({effect['interval']})"
    if low <= none <= high:
        return number, span, names["could_be_none"]
    # A range without a number may be of any kind, and says nothing of sides.
    side = activity["higher"] if low > none else activity["lower"]
    return number, span, "" if value is None else names["points_to"].format(side=side)


def _numbers(effect: dict[str, Any]) -> list[float]:
    found = (effect.get(key) for key in ("value", "low", "high"))
    return [number for number in found if number is not None]


def _decimals(number: float) -> int:
    return len(f"{number:.6f}".rstrip("0").partition(".")[2])


def _said(number: float, decimals: int) -> str:
    return f"{number:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")
