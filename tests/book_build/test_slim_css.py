from lessonkit.sphinx_ext.slim_css import names_in, slim


def test_rule_of_a_class_that_is_used_stays():
    assert slim(".a .b{color:red}", {"a", "b"}) == ".a .b{color:red}"


def test_selector_of_a_class_that_is_nowhere_goes():
    assert slim(".a,.gone,p .gone{color:red}", {"a"}) == ".a{color:red}"
    assert slim("#gone{color:red}p{margin:0}", set()) == "p{margin:0}"


def test_classes_in_brackets_decide_nothing():
    rules = "p:not(.gone){margin:0}:is(.gone,.too){margin:0}[class~=gone]{margin:0}"
    assert slim(rules, set()) == rules


def test_media_query_goes_with_its_last_rule():
    assert slim("@media print{.gone{margin:0}}@media print{p{margin:0}}", set()) == (
        "@media print{p{margin:0}}"
    )


def test_other_at_rules_stay():
    rules = "@font-face{font-family:x;src:url(x)}@keyframes k{to{color:red}}"
    assert slim(rules, set()) == rules


def test_custom_property_that_nothing_asks_for_goes_with_those_it_asked_for():
    rules = "body{--a:var(--b);--b:1px;--c:2px;margin:var(--c)}.gone{margin:var(--a)}"
    assert slim(rules, set()) == "body{--c:2px;margin:var(--c)}"


def test_custom_property_that_another_file_asks_for_stays():
    assert slim("body{--a:1px}", set(), ["p{margin:var( --a )}"]) == "body{--a:1px}"


def test_comments_go():
    assert slim("p{margin:0}/*# sourceMappingURL=x.map */", set()) == "p{margin:0}"


def test_slimming_twice_changes_nothing():
    rules = 'a{background:url("data:image/svg+xml;x=1;y,<svg a=\\"b\\">")}@media print{p{margin:0}}'
    once = slim(rules, set())
    assert slim(once, set()) == once
    assert "data:image/svg+xml;x=1;y,<svg" in once


def test_names_come_from_attributes_of_pages_and_words_of_scripts():
    page = "<p class=\"a b\" id=c>prose</p><i class='d'>"
    assert names_in([page], ["x.classList.add('e-f')"]) >= {"a", "b", "c", "d", "e-f"}
    assert "prose" not in names_in([page], [])
