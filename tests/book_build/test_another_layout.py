"""A book that is laid out otherwise than this course, and whose subject is nobody's secret."""


def test_what_this_course_has_can_lie_elsewhere_or_be_left_out(sphinx_build, select_one):
    book = sphinx_build(
        {"index": "# Welcome", "all-of-it": "# The course so far"},
        lessonkit_course_page="all-of-it",
        lessonkit_quick_exit="",
    )
    first, course = book.page("index"), book.page("all-of-it")
    assert not first.select(".lk-quick-exit, .lk-leaving")
    assert select_one(first, ".lk-answers-panel")["data-course"] == "all-of-it.html"
    assert not course.select(".lk-answers-panel[data-course]")
