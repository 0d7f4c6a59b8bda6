"""The file of the article's claims: its rules, and that the course's own file keeps them."""

import re
from collections import Counter
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import draw_figures
import pytest

from lessonkit.activities.problems import ActivityError
from lessonkit.sphinx_ext.claims_file import MOST_WORDS, Claims, load_claims, studies_in

STUDIES = {"sea1999": True, "tide2001": True, "foam2010": False}

GOOD = """\
sections:
  - id: the-sea
    title: The sea
    claims:
      - id: C01
        claim: The sea is wide.
        kind: empirical
        strength: strong
        studies: [sea1999, tide2001]
        finding: It is.
      - id: C02
        claim: The sea is good.
        kind: advice
        strength: none
        studies: []
        finding: This repeats C01, in a way.
  - id: the-land
    title: The land
    claims:
      - id: C03
        claim: The land is dry.
        kind: list
        strength: weak
        studies: [tide2001]
        finding: Not all of it.
"""


@pytest.fixture
def file(write_changed):
    """Return a function that writes a file of claims, the good one with some words changed."""
    return partial(write_changed, "claims.yaml", GOOD)


def problems(path: Path) -> list[str]:
    with pytest.raises(ActivityError) as caught:
        load_claims(path, STUDIES)
    return [f"{each.line}: {each.what}. {each.fix}" for each in caught.value.problems]


def test_a_claim_has_what_the_file_says(file) -> None:
    found = load_claims(file(), STUDIES)
    assert [section.title for section in found.sections] == ["The sea", "The land"]
    assert [claim.id for claim in found.rows()] == ["C01", "C02", "C03"]
    first = found.rows()[0]
    assert (first.claim, first.kind, first.strength) == ("The sea is wide.", "empirical", "strong")
    assert first.studies == ("sea1999", "tide2001")
    assert found.sections[0].by_strength() == {"strong": 1, "none": 1}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("id: C03", "id: C01", "20: a second claim 'C01'. give this one another id, or remove it"),
        (
            "id: the-land",
            "id: the-sea",
            "17: a second section 'the-sea'. give this one another id, or remove it",
        ),
        ("id: C03", "id: C04", "20: there is no row for C03. add a row for C03 above this one"),
        (
            "id: C03",
            "id: C07",
            "20: there is no row for C03 to C06. add a row for C03 to C06 above this one",
        ),
        ("id: C03", "id: third", "20: this is not the number of a claim. write it as C07 or C123"),
        ("[sea1999, ", "[see1999, ", "9: unknown study 'see1999'. did you mean 'sea1999'?"),
        (
            "[sea1999, ",
            "[foam2010, ",
            "9: nobody has checked 'foam2010'. "
            "check the entry of the bibliography, or leave the study out",
        ),
        (
            "[sea1999, ",
            "[tide2001, ",
            "9: 'tide2001' stands there twice. remove one of the two",
        ),
        ("strength: weak", "strength: week", "23: unknown strength 'week'. did you mean 'weak'?"),
        ("kind: list", "kind: fact", "22: unknown kind 'fact'. "),
        ("repeats C01", "repeats C09", "16: no other claim is 'C09'. "),
        ("repeats C01", "repeats C02", "16: no other claim is 'C02'. "),
        ("        kind: list\n", "", "20: claim 'C03' of section 'the-land' has no 'kind'. "),
        ("Not all of it.", "so " * 46, "25: this finding is too long. shorten it"),
    ],
)
def test_a_mistake_is_told_with_its_line(file, before: str, after: str, told: str) -> None:
    [found] = problems(file((before, after)))
    assert found.startswith(told)


def test_all_mistakes_are_told_at_once(file) -> None:
    found = problems(
        file(
            ("[sea1999, ", "[see1999, "),
            ("strength: weak", "strength: firm"),
            ("id: C03", "id: C01"),
        )
    )
    assert [int(line.split(":")[0]) for line in found] == [9, 20, 23]


def test_a_message_names_the_file_and_the_rule(file) -> None:
    path = file(("id: C03", "id: C04"))
    with pytest.raises(ActivityError) as caught:
        load_claims(path)
    assert str(caught.value) == (
        f"{path}:20: there is no row for C03. "
        "Rule: the claims are numbered on from C01, and none is left out. "
        "Found: C04. Fix: add a row for C03 above this one."
    )


def test_a_file_without_sections_is_told(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("- one\n", encoding="utf-8")
    assert problems(path) == ["1: the file has no sections. begin with 'sections:'"]


def test_without_a_bibliography_the_keys_are_taken_as_they_are(file) -> None:
    assert load_claims(file(("[sea1999, ", "[anything, "))).rows()[0].studies[0] == "anything"


@pytest.fixture(scope="module")
def course(repository: Path) -> Claims:
    """The claims of the course; loading them finds every study checked."""
    return load_claims(
        repository / "book" / "evidence.yaml", studies_in(repository / "book" / "references.bib")
    )


def test_the_course_has_every_claim(course: Claims) -> None:
    assert [row.id for row in course.rows()] == [f"C{number:02}" for number in range(1, 141)]
    assert len(course.sections) == 15


def test_findings_speak_to_the_reader(course: Claims) -> None:
    to_authors = re.compile(
        r"\b(the course (should|can|must|needs)|keep once|correct this)\b", re.I
    )
    assert [row.id for row in course.rows() if to_authors.search(row.finding)] == []
    assert max(len(row.finding.split()) for row in course.rows()) <= MOST_WORDS
    assert [row.id for row in course.rows() if "—" in row.claim + row.finding] == []


def test_a_rating_without_a_study_says_why(course: Claims) -> None:
    bare = [row for row in course.rows() if not row.studies and row.strength != "none"]
    assert [row.id for row in bare if "could not check" not in row.finding] == []


def test_the_picture_has_a_mark_for_each_claim(course: Claims) -> None:
    root = ElementTree.fromstring(draw_figures.figures()["claims-by-section-light.svg"])
    groups = root.findall(".//{*}g[@stroke-dasharray]")
    drawn = {}
    for (name, (_, bands)), group in zip(draw_figures.MARKS.items(), groups, strict=True):
        paths = group.findall("{*}path")
        assert len(paths) == len(bands)
        lengths = [int(length) for length in re.findall(r"h(\d+)", paths[0].attrib["d"])]
        # One of them belongs to the key.
        drawn[name] = sum((length + 4) // 19 for length in lengths) - 1
    assert drawn == Counter(row.strength for row in course.rows())
    shown = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert [section.title for section in course.sections] == shown[6:]


@pytest.mark.parametrize("variant", draw_figures.PALETTES)
def test_the_marks_stand_out_from_their_ground(variant: str) -> None:
    ground = draw_figures.PALETTES[variant].ground
    soft = draw_figures.PALETTES[variant].soft
    for colour, _ in draw_figures.MARKS.values():
        assert contrast(colour or soft, ground) >= 3


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(pair, 16) / 255 for pair in re.findall("..", colour.removeprefix("#"))]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
