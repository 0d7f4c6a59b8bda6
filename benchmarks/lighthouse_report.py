"""What Lighthouse says of a page, taken from its report and shown as tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from report import Verdict, table

HOST = "book.localhost"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "LCP, ms": "largest-contentful-paint",
    "CLS": "cumulative-layout-shift",
    "TBT, ms": "total-blocking-time",
    "bytes": "total-byte-weight",
}


@dataclass(frozen=True)
class Loss:
    """An audit that costs points: which, of which category, how many, and what Lighthouse saw."""

    audit: str
    category: str
    points: float
    seen: str


@dataclass(frozen=True)
class PageReport:
    """What Lighthouse says of one page.

    Attributes:
        page: The page's path.
        scores: 0 to 100, by category.
        metrics: The times in ms, the layout shift and the bytes, by Lighthouse's names.
        losses: The audits that cost points.
        elsewhere: The addresses on other hosts that the page asked for.
    """

    page: str
    scores: dict[str, int]
    metrics: dict[str, float]
    losses: list[Loss]
    elsewhere: list[str]


def read_report(page: str, report: dict[str, Any]) -> PageReport:
    """Take from Lighthouse's report what we show.

    Args:
        page: The page's path.
        report: Lighthouse's report.

    Returns:
        The part of it that matters here.
    """
    audits = report["audits"]
    categories = {name: report["categories"][name] for name in CATEGORIES}
    requests = audits["network-requests"]["details"]["items"]
    return PageReport(
        page=page,
        scores={name: round(100 * category["score"]) for name, category in categories.items()},
        metrics={audit: audits[audit]["numericValue"] for audit in METRICS.values()},
        losses=[
            loss
            for name, category in categories.items()
            if category["score"] < 1
            for loss in _losses(name, category["auditRefs"], audits)
        ],
        elsewhere=[request["url"] for request in requests if not _is_here(request["url"])],
    )


def _losses(
    category: str, parts: Sequence[dict[str, Any]], audits: dict[str, Any]
) -> Iterator[Loss]:
    counted = [part for part in parts if audits[part["id"]]["score"] is not None]
    weight = sum(part["weight"] for part in counted)
    for part in counted:
        audit = audits[part["id"]]
        points = 100 * part["weight"] * (1 - audit["score"]) / weight
        if points > 0:
            yield Loss(part["id"], category, round(points, 1), audit.get("displayValue", ""))


def _is_here(url: str) -> bool:
    """Say whether an address is of this machine, or no request at all."""
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname == HOST


def middle(reports: Iterable[PageReport]) -> PageReport:
    """Return the report with the median score for performance, the only one that varies."""
    ordered = sorted(reports, key=lambda report: report.scores["performance"])
    return ordered[(len(ordered) - 1) // 2]


def scores_table(reports: Sequence[PageReport]) -> str:
    """Return the table of scores and metrics; a score below 100 is marked."""
    rows = [
        [
            report.page,
            *(f"{score}" if score == 100 else f"! {score}" for score in report.scores.values()),
            *(
                f"{value:.3f}" if audit == METRICS["CLS"] else f"{value:,.0f}"
                for audit, value in report.metrics.items()
            ),
        ]
        for report in reports
    ]
    return table(["page", *CATEGORIES, *METRICS], rows)


def losses_table(reports: Sequence[PageReport]) -> str:
    """Return the table of what costs points."""
    rows = [
        [report.page, loss.category, loss.audit, f"{loss.points:.1f}", loss.seen]
        for report in reports
        for loss in report.losses
    ]
    return table(["page", "category", "audit", "points lost", "seen"], rows)


def verdicts(reports: Sequence[PageReport]) -> list[Verdict]:
    """Return how many pages are below 100, by category, and the requests to other hosts."""
    below = {name: sum(report.scores[name] < 100 for report in reports) for name in CATEGORIES}
    return [
        *(Verdict(f"pages below 100 in {name}", "", 0, pages) for name, pages in below.items()),
        Verdict("requests to another host", "", 0, sum(len(r.elsewhere) for r in reports)),
    ]
