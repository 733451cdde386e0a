"""Takes passwords out of the error messages that libraries write about a URL. Pure."""

import re

_SECRET = re.compile(r"(?<=://)[^/?#\s]*@")
_OPTION = re.compile(r"(?i)\b(password|passwd|pwd)=('[^']*'|[^\s&]*)")
_HIDDEN = "***"


def without_secret(text: str, url: str) -> str:
    """`text` (what a library said about `url`) without the login's secret, wherever the URL was cut."""
    for part in _secrets(url):
        text = text.replace(part, _HIDDEN)
    return _OPTION.sub(rf"\1={_HIDDEN}", _SECRET.sub(f"{_HIDDEN}@", text))


def _secrets(url: str) -> list[str]:
    """The pieces of the URL that may belong to its password, the longest first."""
    _, _, rest = url.partition("://")
    login, _, _ = rest.rpartition("@")
    secret = login.partition(":")[2]
    pieces = {secret, login, *re.split(r"[@/?#:]", secret), *(found[1].strip("'") for found in _OPTION.findall(url))}
    return sorted((piece for piece in pieces if len(piece) >= 2), key=len, reverse=True)
