"""The course teaches every claim that it says it teaches, and cites what has been checked."""

import re
from pathlib import Path

import nbformat
import pytest
import yaml
from pybtex.database import Entry, parse_file

ROOT = Path(__file__).resolve().parent.parent
ACTIVITIES = sorted((ROOT / "notebooks" / "activities").glob("*.yaml"))
CLAIMS = {f"C{number:02}" for number in range(1, 141)}

NO_STUDY = {"misc", "techreport"}
"""Types of entries that say what somebody published, and not what was found."""


@pytest.fixture(scope="session")
def entries() -> dict[str, Entry]:
    """The entries of the bibliography, by key."""
    return dict(parse_file(str(ROOT / "book" / "references.bib")).entries)


def claims_by_notebook(paths: list[Path]) -> dict[str, list[str]]:
    return {
        path.name: nbformat.read(path, as_version=4).metadata["lessonkit"]["claims"]
        for path in paths
    }


def values_of(value: object, key: str) -> list[object]:
    """Find every value that stands under a key, however deep."""
    if isinstance(value, dict):
        own = [value[key]] if key in value else []
        return own + [found for inner in value.values() for found in values_of(inner, key)]
    if isinstance(value, list):
        return [found for inner in value for found in values_of(inner, key)]
    return []


def loaded(path: Path) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_every_claim_is_named_by_one_notebook(notebook_paths: list[Path]) -> None:
    named = [claim for claims in claims_by_notebook(notebook_paths).values() for claim in claims]
    assert sorted(CLAIMS - set(named)) == [], "no notebook names these"
    assert sorted({claim for claim in named if named.count(claim) > 1}) == [], "named twice"


def cited(text: str) -> list[str]:
    keys = re.findall(r"\{cite(?::\w+)?\}`([^`]+)`", text)
    return [key.strip() for group in keys for key in group.split(",")]


def test_every_citation_is_of_an_entry_that_has_been_checked(
    notebook_paths: list[Path], entries: dict[str, Entry]
) -> None:
    pages = [*notebook_paths, *sorted((ROOT / "book").glob("**/*.md"))]
    wrong = []
    for path in pages:
        for key in sorted(set(cited(path.read_text(encoding="utf-8")))):
            if key not in entries:
                wrong.append(f"{path.name}: there is no entry {key!r} in references.bib")
            elif not re.match("(partly )?checked", entries[key].fields["annote"]):
                wrong.append(f"{path.name}: {key!r} has not been checked")
    assert not wrong, "\n".join(wrong)


def label_of(entry: Entry) -> str:
    """Return how an activity names a study: its first author, others, and the year."""
    people = [
        " ".join(map(str, [*person.rich_prelast_names, *person.rich_last_names]))
        for person in entry.persons["author"]
    ]
    first, *others = people
    if others:
        first += (
            f" and {others[0]}" if len(people) == 2 and "others" not in others else " and others"
        )
    return f"{first} {entry.fields['year']}"


def test_every_study_of_an_activity_is_in_the_bibliography(entries: dict[str, Entry]) -> None:
    checked = {
        label_of(entry)
        for entry in entries.values()
        if re.match("(partly )?checked", entry.fields["annote"])
    }
    wrong = [
        f"{path.name}: {study}"
        for path in ACTIVITIES
        for studies in values_of(loaded(path), "studies")
        for study in studies
        if study not in checked
    ]
    assert not wrong, "\n".join([*wrong, "Known are:", *sorted(checked)])


def test_every_empirical_sentence_with_a_badge_cites_what_it_rests_on(
    notebook_paths: list[Path], entries: dict[str, Entry]
) -> None:
    """A line is a sentence. What no study is, such as a web page, is cited without a badge."""
    studies = {key for key, entry in entries.items() if entry.type not in NO_STUDY}
    wrong = []
    for path in notebook_paths:
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type != "markdown":
                continue
            for line in cell.source.splitlines():
                badge = re.search(r"how-sure\.md#(strong|moderate|weak|contested)\)", line)
                explains = "how sure we are" in line
                keys = set(cited(line))
                if not explains and ((badge and not keys) or (keys & studies and not badge)):
                    wrong.append(f"{path.name}, {cell.id}: {line}")
    assert not wrong, "\n".join(wrong)


def test_the_lessons_are_all_in_the_book_in_their_order(notebook_paths: list[Path]) -> None:
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    listed = [file for file in values_of(toc, "file") if re.fullmatch(r"notebooks/[^/]+", file)]
    assert listed == [f"notebooks/{path.stem}" for path in notebook_paths]


def test_ids_of_activities_are_the_names_of_their_files() -> None:
    wrong = {path.name: loaded(path)["id"] for path in ACTIVITIES}
    assert [name for name, own in wrong.items() if name != f"{own}.yaml"] == []
