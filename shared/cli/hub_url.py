"""What is wrong with a hub's URL, found before anybody connects: libpq's own words would print the password."""

import re
from urllib.parse import SplitResult, urlsplit

_SCHEMES = ("postgresql", "postgres")
_CONNINFO = re.compile(r"^\s*\w+\s*=")  # libpq's other form: host=… dbname=…


def fault(url: str) -> str:
    """The code of what is wrong, a sentence of `hub_words`; "" when it can be tried."""
    if _CONNINFO.match(url) and "://" not in url:
        return ""
    scheme, found, rest = url.strip().partition("://")
    if not found or scheme.lower() not in _SCHEMES:
        return "url_scheme"
    login, at, place = rest.rpartition("@")
    if at and re.search(r"[@/?#\s\[\]]", login):
        return "url_password"
    try:
        return _place_fault(urlsplit(f"postgresql://{place}"))
    except ValueError:  # an IPv6 address whose bracket is not closed
        return "url_host"


def _place_fault(parts: SplitResult) -> str:
    try:
        port = parts.port
    except ValueError:
        return "url_port"
    if port == 0:
        return "url_port"
    if not parts.hostname and "host=" not in parts.query:
        return "url_host"
    return "" if parts.path.strip("/") or "dbname=" in parts.query else "url_database"
