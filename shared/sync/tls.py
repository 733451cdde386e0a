"""How the connection to the hub is protected: by TLS that is verified in full, unless it stays on this machine."""

from __future__ import annotations

import ipaddress
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, so that TLS would protect nothing. A path is a Unix socket."""
    if host == "localhost" or host.startswith("/"):
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def settings(host: str, files: dict[str, str]) -> dict[str, Any]:
    """How psycopg is to connect: verified in full, unless it stays on this machine."""
    if is_loopback(host):
        return {"sslmode": "prefer"}
    return {"sslmode": "verify-full", "sslrootcert": files.get("ca", "system"), **_client_certificate(files)}


def context(host: str, files: dict[str, str]) -> ssl.SSLContext | None:
    """The same for a socket of our own; None on this machine."""
    if is_loopback(host):
        return None
    import ssl  # late: no device asks before a hub refused its login

    made = ssl.create_default_context(cafile=files.get("ca"))
    if own := _client_certificate(files):
        made.load_cert_chain(own["sslcert"], own["sslkey"])
    return made


def _client_certificate(files: dict[str, str]) -> dict[str, Any]:
    if not {"certificate", "key"} <= files.keys():  # neither works alone; the hub's refusal says what is missing
        return {}
    return {"sslcert": files["certificate"], "sslkey": files["key"]}
