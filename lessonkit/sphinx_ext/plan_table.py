"""Tables of workshop plans, as HTML: a table on wide pages, a list of cards on narrow ones.

Each part says its role, since browsers forget that a table is one when its rows are stacked.
"""

from collections.abc import Iterable, Mapping
from html import escape

Row = Mapping[str, str]
"""The HTML of a row's cells, by column."""


def clock(minutes: int) -> str:
    """Return how long after the beginning something is: ``1:05``.

    Args:
        minutes: The minutes since the beginning.
    """
    return f"{minutes // 60}:{minutes % 60:02}"


def listed_html(texts: Iterable[str]) -> str:
    """Return texts as a list, or as nothing where there is none.

    Args:
        texts: The texts, which are text and no markup.
    """
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<ul>{items}</ul>" if items else ""


def table_html(
    style: str, caption: str, columns: Mapping[str, str], rows: Iterable[Row], header: str
) -> str:
    """Return a table.

    Args:
        style: Its class.
        caption: What it is called.
        columns: The heading of each column.
        rows: The rows. A cell that is empty or not there is left out where rows are stacked.
        header: The column that names its row.
    """
    headings = "".join(
        f'<th class="lk-plan-{name}" role="columnheader" scope="col">{escape(heading)}</th>'
        for name, heading in columns.items()
    )
    body = "".join(
        f'<tr role="row">{"".join(_cell(row, *column, header) for column in columns.items())}</tr>'
        for row in rows
    )
    return (
        f'<table class="lk-plan-table {style}" role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{headings}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _cell(row: Row, name: str, heading: str, header: str) -> str:
    content = row.get(name, "")
    if name == header:
        return f'<th class="lk-plan-{name}" role="rowheader" scope="row">{content}</th>'
    # The heading again, for the eye alone: it shows where rows are stacked.
    label = f'<span class="lk-plan-label" aria-hidden="true">{escape(heading)}</span>'
    whole = f"{label} {content}" if content else ""
    return f'<td class="lk-plan-{name}" role="cell">{whole}</td>'
