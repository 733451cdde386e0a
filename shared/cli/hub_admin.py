"""The administrator's session with the hub, for `warm-window hub …`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from shared.cli import hub_url
from shared.cli.context import CommandContext
from shared.domain.urls import without_secret
from shared.sync.hub_schema.local_server import LocalServer

if TYPE_CHECKING:
    from shared.sync.hub_schema.install import Connection

_TRIAL = "hub-server"


class HubAdmin:
    """The hub's URL and connection, and the trial database, for the administrator's commands."""

    def __init__(self, context: CommandContext, url: str | None) -> None:
        self.context, self._url = context, url

    @contextmanager
    def connection(self, url: str = "") -> Iterator["Connection"]:
        """The administrator's session; raises `Problem` for whatever goes wrong in it."""
        try:
            import psycopg

            from shared.sync.hub_schema.install import HubSetupError
        except ImportError as error:
            raise self.context.problem("no_psycopg") from error
        address = url or self.url
        if wrong := hub_url.fault(address):
            raise self.context.problem(wrong)
        try:
            with psycopg.connect(
                url or self.url, autocommit=True, connect_timeout=10, client_encoding="UTF8"
            ) as connection:
                yield connection
        except HubSetupError as error:
            raise self.context.problem(error.code, **error.details) from error
        except psycopg.OperationalError as error:
            raise self.context.problem("cannot_connect", reason=_message(error, address)) from None
        except psycopg.Error as error:  # no hub here yet, or no right to do this
            raise self.context.problem("not_possible", reason=_message(error, address)) from None

    @property
    def url(self) -> str:
        """As given, or that of the trial database beside the journal."""
        if self._url:
            return self._url
        if self.trial.is_running():
            return self.trial.url
        raise self.context.problem("no_url")

    @property
    def trial(self) -> LocalServer:
        """The trial database in the data folder."""
        return LocalServer(self.context.folder / _TRIAL)


def _message(error: Exception, url: str) -> str:
    """The first line of what a library said, without the URL's password."""
    return without_secret(str(error).partition("\n")[0], url)
