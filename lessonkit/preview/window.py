"""The page around a previewed activity: a bar, the mistakes of its file, and a frame for it."""

from html import escape

from lessonkit.preview.page import head
from lessonkit.words import words

SCRIPTS = (
    "elements",
    "safe_storage",
    "preview_frames",
    "preview_bar",
    "preview_problems",
    "preview",
)
"""The parts of the window's script, in order: each stands on those before it."""

STYLES = ("preview_colours", "preview")
"""The parts of its style sheet, in order."""


def window_page(file: str) -> str:
    """Return the page.

    Args:
        file: The name of the previewed file.
    """
    from lessonkit.sphinx_ext.own_files import joined_script, own_text, words_of
    from lessonkit.sphinx_ext.standalone import hashes

    script = joined_script(False, "preview", SCRIPTS, {"WORDS": words_of(SCRIPTS)}).content
    style = "\n".join(own_text(stem, "css", False) for stem in STYLES)
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {hashes([script])}",
            f"style-src {hashes([style])}",
            "img-src data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )
    title = words("preview_page")["tab"].format(file=file)
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        *head(title, policy),
        f"<style>{style}</style>",
        "</head>",
        f'<body data-file="{escape(file)}">',
        f"<script>{script}</script>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def nothing_here() -> str:
    """Return the page of an address at which there is nothing, such as another page of a book."""
    said = {entry: escape(text) for entry, text in words("preview_page").items()}
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        *head(said["nothing_here"], "default-src 'none'; img-src data:; base-uri 'none'"),
        "</head>",
        f"<body><main><h1>{said['nothing_here']}</h1><p>{said['one_activity']}</p>",
        f'<p><a href="/activity">{said["back"]}</a></p></main></body>',
        "</html>",
    ]
    return "\n".join(lines) + "\n"
