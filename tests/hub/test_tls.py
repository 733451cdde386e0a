"""TLS as it is between machines: only the right server, the right certificate and the right secret get a session.

The wheel's PostgreSQL is built without TLS, so this takes Debian's, and says so where there is none.
"""

import datetime
import ipaddress
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import psycopg
import pytest

from shared import registry
from shared.device.private_files import write_private
from shared.journal.opening import open_store
from shared.registry import PRACTICES, PROJECTIONS
from shared.sync import enrolment
from shared.sync.courier import Courier, State
from shared.sync.enrolment import Enrolment
from shared.sync.hub import Hub, HubOffline, HubRefused
from shared.sync.hub_schema import install, kinds, logins

x509 = pytest.importorskip("cryptography.x509")
from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import ec  # noqa: E402

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if Path("/usr/lib/postgresql").exists() else []
_HBA = """local all postgres trust
hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=verify-full
"""


def own_address() -> str:
    """An address of this machine that is not loopback; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


@dataclass
class Authority:
    """A certificate authority, as the company's own."""

    name: str

    def __post_init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._certificate = self._sign(self.name, self._key, self.name, self._key, is_ca=True)

    @property
    def pem(self) -> str:
        return str(self._certificate.public_bytes(serialization.Encoding.PEM).decode())

    def issue(self, name: str, address: str = "") -> tuple[str, str]:
        """A certificate and its key, in PEM."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._sign(name, key, self.name, self._key, address=address)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return certificate.public_bytes(serialization.Encoding.PEM).decode(), private.decode()

    def _sign(self, name, key, issuer, issuer_key, *, is_ca=False, address=""):
        now = datetime.datetime.now(datetime.UTC)
        common = lambda text: x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])  # noqa: E731
        builder = x509.CertificateBuilder(
            common(issuer),
            common(name),
            key.public_key(),
            x509.random_serial_number(),
            now,
            now + datetime.timedelta(1),
        ).add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        if address:
            names = [x509.IPAddress(ipaddress.ip_address(address))]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(issuer_key, hashes.SHA256())


@dataclass
class TlsServer:
    """A PostgreSQL that admits devices over TLS only."""

    folder: Path
    address: str
    port: int
    authority: Authority

    def admin(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(
            host=str(self.folder), port=self.port, user="postgres", dbname="postgres", autocommit=True
        )


@pytest.fixture(scope="module")
def tls() -> Iterator[TlsServer]:
    address = own_address()
    if not _PROGRAMS or os.name != "posix":
        pytest.skip("no PostgreSQL with TLS here (Debian: apt install postgresql): TLS was NOT tested")
    if not address:
        pytest.skip("this machine has no address but loopback: TLS was NOT tested")
    with socket.socket() as probe:
        probe.bind(("", 0))
        port = probe.getsockname()[1]
    server = TlsServer(Path(tempfile.mkdtemp(prefix="ww-tls-")), address, port, Authority("company"))
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    _make(server, user)
    try:
        _run(user, "pg_ctl", "-w", "-D", server.folder / "data", "-l", server.folder / "log", "start")
        yield server
    finally:
        _run(user, "pg_ctl", "-D", server.folder / "data", "-m", "fast", "stop")
        shutil.rmtree(server.folder)


def _run(user: str, program: str, *args: object) -> None:
    as_user = {"user": user} if os.geteuid() == 0 else {}
    command = [str(_PROGRAMS[-1] / program), *map(str, args)]
    env = {**os.environ, "LANGUAGE": "zh_CN"}  # where its translations are installed, the server speaks Chinese
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **as_user)  # type: ignore[call-overload]


def _make(server: TlsServer, user: str) -> None:
    data = server.folder / "data"
    if os.geteuid() == 0:
        shutil.chown(server.folder, user)
    _run(user, "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=utf8")
    certificate, key = server.authority.issue("hub", server.address)
    for name, text in (("server.crt", certificate), ("server.key", key), ("ca.crt", server.authority.pem)):
        write_private(data / name, text)
        if os.geteuid() == 0:
            shutil.chown(data / name, user)
    (data / "pg_hba.conf").write_text(_HBA)
    with (data / "postgresql.conf").open("a") as settings:
        settings.write(
            f"port = {server.port}\nlisten_addresses = '{server.address}'\n"
            f"unix_socket_directories = '{server.folder}'\n"
            "ssl = on\nlc_messages = 'C.UTF-8'\nssl_ca_file = 'ca.crt'\nfsync = off\n"
        )


@pytest.fixture(scope="module")
def enrolled(tls: TlsServer) -> Enrolment:
    with tls.admin() as connection:
        install.init(connection, kinds.rules(PRACTICES), registry.HUB_SQL)
        made = logins.enroll(connection, "c", kind="counter", hall="A")
    certificate, key = tls.authority.issue(made.login)
    return msgspec.structs.replace(
        made, host=tls.address, port=tls.port, ca=tls.authority.pem, certificate=certificate, key=key
    )


def session(folder: Path, enrolled: Enrolment) -> Hub:
    """Connect with nothing but what `join` keeps."""
    store = open_store(folder, PROJECTIONS)
    enrolment.join(store, enrolled)
    store.close()
    return Hub.connect(enrolled, enrolment.secret(folder, enrolled.login), enrolment.pem_files(folder))


def test_a_device_with_everything_right_is_encrypted(tls: TlsServer, enrolled: Enrolment, tmp_path: Path) -> None:
    with session(tmp_path, enrolled) as hub, tls.admin() as admin:
        assert hub.devices()[0]["name"] == "c"
        who = "SELECT s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.usename = %s"
        assert admin.execute(who, (enrolled.login,)).fetchall() == [(True,)]


def test_the_courier_syncs_over_it(enrolled: Enrolment, tmp_path: Path) -> None:
    session(tmp_path, enrolled).close()
    store = open_store(tmp_path, PROJECTIONS)
    courier = Courier(tmp_path, lambda: store)
    courier.step(store)
    assert courier.status.state is State.SENT
    store.close()


@pytest.mark.parametrize("what", ["ca", "no certificate", "their certificate", "another's certificate", "secret"])
def test_one_thing_wrong_and_there_is_no_session(
    tls: TlsServer, enrolled: Enrolment, tmp_path: Path, what: str
) -> None:
    stranger = Authority("stranger")
    theirs, anothers = stranger.issue(enrolled.login), tls.authority.issue("ww_another")
    changes = {
        "ca": {"ca": stranger.pem},
        "no certificate": {"certificate": "", "key": ""},
        "their certificate": {"certificate": theirs[0], "key": theirs[1]},
        "another's certificate": {"certificate": anothers[0], "key": anothers[1]},
        "secret": {"secret": "guess"},
    }[what]
    with pytest.raises(HubOffline):
        session(tmp_path, msgspec.structs.replace(enrolled, **changes))


def test_an_ended_login_is_known_by_its_code_in_the_server_s_language(
    tls: TlsServer, tmp_path: Path, enrolled: Enrolment
) -> None:
    with tls.admin() as admin:
        made = logins.enroll(admin, "d", kind="counter", hall="A")
        certificate, key = tls.authority.issue(made.login)
        own = msgspec.structs.replace(enrolled, login=made.login, certificate=certificate, key=key, name="d")
        own = msgspec.structs.replace(own, secret=made.secret)
        session(tmp_path, own).close()
        logins.revoke(admin, "d")
        with pytest.raises(psycopg.Error) as said:
            admin.execute("SELECT 1/0")
    assert "除" in str(said.value) or not list(Path("/usr/share/locale/zh_CN").rglob("postgres-*.mo"))
    with pytest.raises(HubRefused, match="revoked"):
        session(tmp_path, own)
    with pytest.raises(HubOffline):  # whoever guesses is not told
        session(tmp_path, msgspec.structs.replace(own, secret="guess"))


def test_a_server_without_tls_is_no_hub(tls: TlsServer, enrolled: Enrolment, tmp_path: Path) -> None:
    with tls.admin() as admin:
        admin.execute("ALTER SYSTEM SET ssl = off")
        admin.execute("SELECT pg_reload_conf()")
        try:
            with pytest.raises(HubOffline, match="SSL"):
                session(tmp_path, enrolled)
        finally:
            admin.execute("ALTER SYSTEM RESET ssl")
            admin.execute("SELECT pg_reload_conf()")
