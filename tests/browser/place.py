"""Where a book is, and the windows that people read it in."""

from dataclasses import dataclass

LESSON = "notebooks/08_telling_them_apart"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@dataclass(frozen=True)
class Place:
    """A book on a web server or in a folder."""

    address: str
    """What the addresses of all its pages begin with."""

    def page(self, name: str) -> str:
        """Return the address of a page."""
        return f"{self.address}{name}.html"
