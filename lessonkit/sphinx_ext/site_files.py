"""The files for search engines, ``sitemap.xml`` and ``robots.txt``, where the book has an address.

https://www.sitemaps.org/protocol.html and RFC 9309.
"""

from pathlib import Path
from xml.sax.saxutils import escape

from sphinx.application import Sphinx

from lessonkit.sphinx_ext.site_address import site_address

MARK = "Written by lessonkit from html: baseurl: in _config.yml."
"""Stands in each file, so that one that a publisher has put there is left as it is."""


def write_site_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the files, or remove those of an earlier build that had an address.

    Args:
        app: The application.
        exception: What ended the build early.
    """
    if exception or app.builder.format != "html":
        return
    site = site_address(app.config)
    pages = [site + app.builder.get_target_uri(page) for page in sorted(app.env.found_docs)]
    for name, content in (("sitemap.xml", sitemap(pages)), ("robots.txt", robots(site))):
        path = Path(app.outdir) / name
        if path.exists() and MARK not in path.read_text(encoding="utf-8"):
            continue
        if site:
            path.write_text(content, encoding="utf-8", newline="\n")
        else:
            path.unlink(missing_ok=True)


def sitemap(pages: list[str]) -> str:
    """Return the list of pages.

    Args:
        pages: Their addresses.
    """
    listed = "".join(f"<url><loc>{escape(page)}</loc></url>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<!-- {MARK} -->\n"
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{listed}</urlset>\n"
    )


def robots(site: str) -> str:
    """Return the rules for search engines: everything may be read.

    Args:
        site: The address of the book.
    """
    return f"# {MARK}\nUser-agent: *\nAllow: /\n\nSitemap: {site}sitemap.xml\n"


def setup_site_files(app: Sphinx) -> None:
    """Connect the step that writes the files."""
    app.connect("build-finished", write_site_files, priority=950)
