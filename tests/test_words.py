"""The catalogues of words: how they are read, chosen and checked."""

import json
import shutil

import pytest

import lessonkit
from lessonkit.words import CATALOGUE, LanguageError, counted, language_in_use, words
from lessonkit.words.catalogue_check import problems
from lessonkit.words.pseudo import CODE, pseudo_text, write_pseudo


@pytest.fixture
def pseudo(tmp_path):
    """The file of the made-up language's catalogue; afterwards English is spoken again."""
    yield write_pseudo(tmp_path / "ar-XB.json")
    lessonkit.use_language(None)


@pytest.fixture
def catalogues(tmp_path):
    """Return a function that writes catalogues with changes, and says what is wrong with them."""
    folder = tmp_path / "words"

    def check(name, change):
        folder.mkdir()
        shutil.copy(CATALOGUE, folder)
        path = folder / name
        if name != CATALOGUE.name:
            write_pseudo(path)
        found = json.loads(path.read_text(encoding="utf-8"))
        change(found)
        path.write_text(json.dumps(found, ensure_ascii=False, indent=2), encoding="utf-8")
        lines = path.read_text(encoding="utf-8").splitlines()
        return problems(folder), lines

    return check


def test_a_section_is_its_entries_and_their_texts():
    assert words("worksheet")["answers"] == "Answers"


def test_a_section_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError, match="worksheat"):
        words("worksheat")


def test_a_reader_who_changes_a_section_changes_it_for_no_one_else():
    words("worksheet")["answers"] = "Questions"
    assert words("worksheet")["answers"] == "Answers"


def test_nothing_is_wrong_with_the_catalogues():
    assert list(map(str, problems())) == []


def test_the_made_up_language_has_every_entry_and_every_form(pseudo):
    assert list(map(str, problems(own=[pseudo]))) == []


def test_what_a_translation_lacks_is_said_in_english(pseudo):
    found = json.loads(pseudo.read_text(encoding="utf-8"))
    del found["worksheet"]["answers"], found["rating"]
    pseudo.write_text(json.dumps(found), encoding="utf-8")
    lessonkit.use_language(pseudo)
    assert language_in_use() == (CODE, "rtl")
    assert words("worksheet")["answers"] == "Answers"
    assert words("worksheet")["passed"] == pseudo_text("Passed")
    assert words("rating") == words("rating", "en")


def test_the_environment_says_the_language_where_nobody_else_does(pseudo, monkeypatch):
    monkeypatch.setenv("LESSONKIT_LANGUAGE", str(pseudo))
    assert language_in_use() == (CODE, "rtl")
    lessonkit.use_language("en")
    assert language_in_use() == ("en", "ltr")
    lessonkit.use_language(None)
    assert language_in_use() == (CODE, "rtl")


def test_a_country_makes_no_other_language():
    assert words("worksheet", "en-GB") == words("worksheet", "en")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("eng", "'eng'. Did you mean 'en'? There is: en."),
        ("xx", "'xx'. There is: en."),
        ("nowhere/ar.json", "no catalogue 'nowhere/ar.json'. Is the path right?"),
    ],
)
def test_a_language_that_is_not_there_is_refused_with_those_that_are(language, said):
    with pytest.raises(LanguageError) as refused:
        lessonkit.use_language(language)
    assert said in str(refused.value)
    assert language_in_use() == ("en", "ltr")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{\n\n]", ":3: This is not JSON"),
        ('{"worksheet": {"answers": 3}}', ":1: A catalogue is made of sections"),
        ('{"worksheet": {}}', ":1: The catalogue does not say its language"),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_refused_with_its_line(tmp_path, text, said):
    path = tmp_path / "own.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError) as refused:
        lessonkit.use_language(path)
    assert f"{path}{said}" in str(refused.value)


def test_counts_go_by_the_rules_of_the_language(pseudo):
    assert counted({"cards_one": "1", "cards_other": "n"}, "cards", 2) == "n"
    assert counted({"cards_one": "1", "cards_other": "n"}, "cards", 1) == "1"
    lessonkit.use_language(pseudo)
    assert counted({"cards_two": "2", "cards_other": "n"}, "cards", 2) == "2"
    assert counted({"cards_two": "2", "cards_other": "n"}, "cards", 100) == "n"


def test_a_widget_brings_the_words_of_the_language_in_use(pseudo):
    english = lessonkit.RememberChoice()
    lessonkit.use_language(pseudo)
    widget = lessonkit.RememberChoice()
    first, rest = widget._esm.split("\n", 1)
    said = json.loads(first.removeprefix("const WORDS = ").removesuffix(";"))
    assert (said["language"], said["direction"]) == (CODE, "rtl")
    assert said["not_in_book"] == pseudo_text(words("remembering", "en")["not_in_book"])
    assert widget.get_state("_esm")["_esm"] == widget._esm
    assert rest == english._esm.split("\n", 1)[1]
    assert english._esm == lessonkit.RememberChoice._esm
    lessonkit.use_language(None)
    assert lessonkit.RememberChoice()._esm == english._esm


def english_change(section, name, text=None):
    def change(found):
        if text is None:
            del found[section][name]
        else:
            found[section][name] = text

    return change


@pytest.mark.parametrize(
    ("section", "name", "text", "what", "place"),
    [
        ("sorting_exercise", "hint", None, "the entry hint is said", "sorting_parts.js"),
        ("hydrate", "retry", None, "the entry retry is said", "hydrate.js"),
        ("worksheet", "tick_every", None, "the entry tick_every is said", "quick_check.py"),
        ("page", "pages", None, "the entry pages is said", "page.html"),
        ("worksheet", "zebra", "Zebra", "nothing says the entry worksheet.zebra", "en.json"),
        ("worksheet", "passed", " Passed", "has white space at an end", "en.json"),
        ("worksheet", "passed", "<b>", "has markup", "en.json"),
        ("worksheet", "passed", 3, "worksheet.passed is no text", "en.json"),
        ("rating", "clear_of_one", "{count}", "has not the forms of English", "en.json"),
        ("slides_contents", "minutes_one", "one", "lack {count}", "en.json"),
    ],
)
def test_what_is_wrong_with_the_english_catalogue_is_found(
    catalogues, section, name, text, what, place
):
    found, lines = catalogues("en.json", english_change(section, name, text))
    named = next(each for each in found if what in each.what and each.file.endswith(place))
    if place == "en.json":
        assert f'"{name}"' in lines[named.line - 1]


@pytest.mark.parametrize(
    ("section", "name", "text", "what"),
    [
        ("worksheet", "answers", None, "worksheet.answers is missing"),
        ("slides_contents", "minutes_few", None, "slides_contents.minutes_few is missing"),
        ("worksheet", "zebra", "Zebra", "worksheet.zebra is not in the English catalogue"),
        ("worksheet", "go_to_line", "{nummer}", "fill in of worksheet.go_to_line differ"),
        ("slides_contents", "minutes_many", "{count} {x}", "slides_contents.minutes_many differ"),
        ("language", "direction", "up", "does not say its language"),
    ],
)
def test_what_is_wrong_with_a_translation_is_found(catalogues, section, name, text, what):
    found, lines = catalogues("ar-XB.json", english_change(section, name, text))
    [problem] = found
    assert what in problem.what
    assert problem.file.endswith("ar-XB.json")
    assert f'"{name if text else section}"' in lines[problem.line - 1]


def test_a_name_given_twice_and_a_broken_file_are_found_with_their_lines(tmp_path):
    text = CATALOGUE.read_text(encoding="utf-8")
    twice = text.replace('"answers": "Answers",', '"answers": "Answers",\n"answers": "Answers",', 1)
    (tmp_path / "en.json").write_text(twice, encoding="utf-8")
    [problem] = problems(tmp_path)
    assert "worksheet.answers is given twice" in problem.what
    (tmp_path / "en.json").write_text('{\n  "a": {\n', encoding="utf-8")
    [problem] = problems(tmp_path)
    assert problem.line == 3
