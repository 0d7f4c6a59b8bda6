"""What is taken from Lighthouse's reports, and what Lighthouse is asked about."""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PAGE = '<!doctype html><meta charset="utf-8"><title>A page</title>'


@pytest.fixture(scope="module")
def runner(repository: Path) -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(repository / "benchmarks")
        yield import_module("lighthouse")


@pytest.fixture(scope="module")
def reader(runner: ModuleType) -> ModuleType:
    return import_module("lighthouse_report")


def report(performance: float = 1.0, asked: str = "http://book.localhost:1/a.css") -> Any:
    """A report in the form that Lighthouse gives it, of two audits that count and one that not."""
    audits: dict[str, dict[str, Any]] = {
        "largest-contentful-paint": {"score": 0.9, "numericValue": 2000.4, "displayValue": "2.0 s"},
        "cumulative-layout-shift": {"score": 1, "numericValue": 0.0004},
        "total-blocking-time": {"score": 1, "numericValue": 12.0},
        "total-byte-weight": {"score": 0.5, "numericValue": 40_000},
        "network-requests": {"score": None, "details": {"items": [{"url": asked}]}},
    }
    weights = {"largest-contentful-paint": 25, "total-blocking-time": 75, "total-byte-weight": 0}
    parts = [{"id": audit, "weight": weight} for audit, weight in weights.items()]
    return {
        "audits": audits,
        "categories": {
            "performance": {"score": performance, "auditRefs": parts},
            "accessibility": {"score": 1, "auditRefs": []},
            "best-practices": {"score": 1, "auditRefs": []},
            "seo": {"score": 1, "auditRefs": [{"id": "network-requests", "weight": 1}]},
        },
    }


def test_every_page_is_asked_about_that_readers_see(runner: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    for name in ("book/help.html", "search.html", "404.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (tmp_path / "slides.html").write_text(
        f'{PAGE}<meta content="noindex" name="robots"/>', encoding="utf-8"
    )
    leads_on = f'{PAGE}<meta http-equiv="refresh" content="0; url=book/help.html">'
    (tmp_path / "index.html").write_text(leads_on, encoding="utf-8")
    assert list(runner.pages_of(tmp_path)) == ["/book/help.html", "/search.html"]
    assert list(runner.pages_of(tmp_path, "help")) == ["/book/help.html"]


def test_audits_that_cost_points_are_named_with_their_points(reader: ModuleType) -> None:
    read = reader.read_report("/a.html", report(performance=0.98))
    assert read.scores == {
        "performance": 98,
        "accessibility": 100,
        "best-practices": 100,
        "seo": 100,
    }
    loss = reader.Loss("largest-contentful-paint", "performance", 2.5, "2.0 s")
    assert read.losses == [loss]
    assert read.elsewhere == []
    assert reader.read_report("/a.html", report()).losses == []


def test_tables_mark_what_is_below_100(reader: ModuleType) -> None:
    read = [
        reader.read_report("/a.html", report(performance=0.98)),
        reader.read_report("/b.html", report()),
    ]
    first, second = reader.scores_table(read).splitlines()[2:]
    assert first.split() == ["/a.html", "!", "98", *["100"] * 3, "2,000", "0.000", "12", "40,000"]
    assert "!" not in second
    assert "largest-contentful-paint" in reader.losses_table(read)
    over = [verdict.what for verdict in reader.verdicts(read) if not verdict.within]
    assert over == ["pages below 100 in performance"]


def test_a_request_to_another_host_is_over_the_budget(reader: ModuleType) -> None:
    read = reader.read_report("/a.html", report(asked="https://example.org/a.css"))
    assert read.elsewhere == ["https://example.org/a.css"]
    assert [verdict.what for verdict in reader.verdicts([read]) if not verdict.within] == [
        "requests to another host"
    ]


def test_the_median_counts(reader: ModuleType) -> None:
    read = [reader.read_report("/a.html", report(performance=score)) for score in (1, 0.9, 0.97)]
    assert reader.middle(read).scores["performance"] == 97


def test_the_lock_file_has_the_version_that_is_asked_for_and_names_no_registry(
    repository: Path,
) -> None:
    folder = repository / "benchmarks" / "lighthouse"
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert packages["node_modules/lighthouse"]["version"] == asked["lighthouse"]
    assert not [name for name, package in packages.items() if "resolved" in package]
