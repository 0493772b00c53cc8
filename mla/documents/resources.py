"""What a paper may load while it is printed: our own emblem, and nothing else from anywhere."""

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .papers import TEMPLATES

SCHEME = "paper:"
#: Everything that a template may name, with its media type.
SERVED = {"emblem.svg": "image/svg+xml"}


class Refused(FatalURLFetchingError):
    """A paper asked for something that is not on the list: printing stops."""


class OwnFiles(URLFetcher):
    """Serves the files on the list from the folder of templates. Nothing is opened, so nothing can redirect."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("paper",), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file on the list; raises Refused for all else."""
        name = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or name not in SERVED:
            raise Refused(url)
        return URLFetcherResponse(url, (TEMPLATES / name).read_bytes(), {"Content-Type": SERVED[name]})
