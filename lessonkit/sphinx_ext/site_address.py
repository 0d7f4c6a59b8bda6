"""The address at which the book is published, where one is configured."""

from urllib.parse import urlsplit

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError


def site_address(config: Config) -> str:
    """Return the address of the book's folder, with a slash at its end.

    Args:
        config: The configuration of the Sphinx application.

    Returns:
        The address, or an empty text where none is configured.
    """
    address = str(config.html_baseurl or "")
    return f"{address.rstrip('/')}/" if address else ""


def site_path(config: Config) -> str:
    """Return the path of the book on its host: ``/`` or, in a folder, ``/folder/``.

    Args:
        config: The configuration of the Sphinx application.
    """
    return urlsplit(site_address(config)).path or "/"


def _check_address(app: Sphinx, config: Config) -> None:
    address = site_address(config)
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise ConfigError(
            "_config.yml: the address 'html: baseurl:' begins with https:// and names a host "
            f"(got {config.html_baseurl!r}). Write it in full, such as https://example.org/course/."
        )


def setup_site_address(app: Sphinx) -> None:
    """Connect the check of the address."""
    app.connect("config-inited", _check_address)
