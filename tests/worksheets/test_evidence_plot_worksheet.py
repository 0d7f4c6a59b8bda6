from bs4 import BeautifulSoup

from lessonkit.worksheets.evidence_plot import evidence_plot_worksheet


def effect(**changes):
    return {
        "id": "pain",
        "label": "Pain",
        "value": 0.7,
        "low": 0.48,
        "high": 0.89,
        "interval": "95% confidence interval",
        "whom": "Adults",
        "limits": "Nobody can be touched without knowing it.",
        "evidence": {"strength": "moderate", "studies": ["One 2020", "Two 2021"]},
        **changes,
    }


def without(*keys, **changes):
    return {key: value for key, value in effect(**changes).items() if key not in keys}


def worksheet(*effects, heading_level=3, **changes):
    activity = {
        "title": "Touch",
        "prompt": "What do you see?",
        "measure": "Size of the effect",
        "reading": "A dot is a guess.",
        "none": 0,
        "scale": "linear",
        "lower": "Worse",
        "higher": "Better",
        "effects": list(effects or [effect()]),
        **changes,
    }
    return BeautifulSoup(evidence_plot_worksheet(activity, heading_level), "html.parser")


def rows(sheet):
    return [[cell.text for cell in row.select("td")] for row in sheet.select("tbody tr")]


def test_every_effect_is_a_row_with_its_sources_and_limits():
    sheet = worksheet(effect(), effect(id="calm", label="Calm"))
    assert [head.text for head in sheet.select("tbody th[scope=row]")] == ["Pain", "Calm"]
    assert rows(sheet)[0] == [
        "0.70",
        "0.48 to 0.89 (95% confidence interval). Points to: Better.",
        "Adults",
        "Nobody can be touched without knowing it.",
        "moderate: One 2020; Two 2021",
    ]


def test_the_columns_are_named_and_the_caption_says_what_is_measured():
    sheet = worksheet()
    assert len(sheet.select("thead th[scope=col]")) == 6
    assert sheet.caption.text == "Size of the effectBelow: Worse. Above: Better."


def test_an_interval_that_takes_in_no_difference_says_so():
    [[number, span, *_]] = rows(worksheet(effect(value=-0.1, low=-0.5, high=0.0)))
    assert number == "\N{MINUS SIGN}0.1"
    assert (
        span
        == "\N{MINUS SIGN}0.5 to 0.0 (95% confidence interval). This could also be no difference."
    )


def test_an_effect_below_no_difference_points_to_the_other_side():
    [[_, span, *_]] = rows(worksheet(effect(value=0.5, low=0.4, high=0.6), none=1, scale="log"))
    assert span.endswith("Points to: Worse.")


def test_a_range_without_a_number_and_a_number_without_a_range_are_told():
    sheet = worksheet(without("value"), without("low", "high"))
    assert [row[:2] for row in rows(sheet)] == [
        ["No single number", "0.48 to 0.89 (95% confidence interval)."],
        ["0.70", "no interval was given."],
    ]


def test_how_to_read_it_stands_before_the_table():
    sheet = worksheet()
    assert sheet.find(string=" A dot is a guess.").find_next("table") is sheet.table


def test_heading_level_can_be_chosen():
    assert worksheet(heading_level=2).h2.text == "Touch"


def test_text_is_text():
    nasty = '</td></section><script>alert(1)</script> & "quotes" {low} {side}'
    sheet = worksheet(
        effect(
            label=nasty,
            interval=nasty,
            whom=nasty,
            limits=nasty,
            evidence={"strength": "weak", "studies": [nasty]},
        ),
        title=nasty,
        prompt=nasty,
        measure=nasty,
        reading=nasty,
        lower=nasty,
        higher=nasty,
    )
    assert not sheet.select("script")
    assert len(sheet.find_all(recursive=False)) == 1
    # The side above is told in the caption and in the row.
    assert sheet.text.count(nasty) == 12
