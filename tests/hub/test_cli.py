"""`warm-window hub` and `join` as a person types them, against a real server."""

import json
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result

from shared import registry
from shared.cli.group import commands
from shared.domain.clock import wall_clock
from shared.journal.opening import open_store
from shared.registry import PRACTICES, PROJECTIONS
from shared.sync import enrolment
from shared.sync.hub_schema import install, kinds, logins
from tests.hub.site import Device, Site, card
from tests.support.builders import at


def run(*words: object, code: int = 0) -> Result:
    done = CliRunner().invoke(commands, ["--lang", "en", *map(str, words)])
    assert done.exit_code == code, done.output
    return done


def test_from_one_pc_to_many_halls(site: Site, tmp_path: Path) -> None:
    """README's ten lines: record alone, make a hub, enrol, join, and everything recorded before is sent."""
    store = open_store(tmp_path / "pc", PROJECTIONS, hall="A")
    with store.transaction(wall_clock()) as tx:
        tx.record(card(), subject="card:1")
    store.close()
    hub = ("hub", "--url", site.url)
    run(*hub, "init", "--contact", "024-88990000")
    file = tmp_path / "c1.json"
    run(*hub, "enroll", "c1", "--kind", "counter", "--hall", "A", "--out", file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "1 earlier events will be sent" in run("--data", tmp_path / "pc", "join", file).output
    joined = enrolment.joined(tmp_path / "pc")
    assert joined is not None
    assert (joined.name, joined.hall, joined.secret) == ("c1", "A", "")
    (device,) = json.loads(run(*hub, "devices", "--json").output)
    assert (device["name"], device["enabled"], device["last_seen"]) == ("c1", True, None)
    assert "chains are intact" in run(*hub, "verify").output
    assert "Ended 0" in run(*hub, "limits").output
    run(*hub, "revoke", "c1")
    assert "revoked" in run(*hub, "devices").output


def test_devices_tell_their_release_and_since_when_something_waits(site: Site) -> None:
    device = site.device("c1", clock=lambda: at("10:30"))
    device.record()
    with device.connect() as hub:
        device.round(hub).greet()
        (seen,) = hub.devices()
        assert (seen["release"], seen["oldest"]) == (version("warm-window"), at("10:30"))
    said = run("hub", "--url", site.url, "devices").output
    assert f"(counter {version('warm-window')})" in said
    assert "1 waiting" in said
    assert "the oldest since 2026-03-02 10:30" in said


def test_an_enrolment_of_a_newer_hub_is_read(site: Site, tmp_path: Path) -> None:
    """One field more was "not an enrolment file", and shut out every device until it was updated."""
    file, newer = tmp_path / "x.json", tmp_path / "newer.json"
    run("hub", "--url", site.url, "enroll", "x", "--kind", "office", "--out", file)
    newer.write_bytes(file.read_bytes().replace(b"{", b'{"region": "north",', 1))
    assert enrolment.read_file(newer) == enrolment.read_file(file)


def test_no_output_ever_shows_a_secret(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    said = run("hub", "--url", site.url, "enroll", "x", "--kind", "office", "--out", file).output
    secret = enrolment.read_file(file).secret
    assert len(secret) > 20
    assert secret not in said + run("--data", tmp_path / "d", "join", file).output


def test_errors_are_reported_in_a_sentence(site: Site, tmp_path: Path) -> None:
    hub = ("hub", "--url", site.url)
    run(*hub, "enroll", "x", "--kind", "kiosk", "--hall", "A", "--out", tmp_path / "x.json")
    for words, sentence in (
        (("enroll", "x", "--kind", "kiosk", "--hall", "A", "--out", tmp_path / "y.json"), "--again"),
        (("enroll", "y", "--kind", "kiosk", "--hall", "A", "--out", tmp_path / "x.json"), "exists already"),
        (("enroll", "y", "--kind", "kiosk"), "--hall"),
        (("revoke", "nobody"), "There is no device called nobody"),
    ):
        assert sentence in run(*hub, *words, code=1).output
    assert "cannot be reached" in run("hub", "--url", "postgresql://127.0.0.1:1/x", "devices", code=1).output
    site.admin.execute("DROP SCHEMA hub CASCADE")
    assert "hub init not run yet?" in run(*hub, "devices", code=1).output
    (tmp_path / "bad.json").write_text("{}")
    assert "Not an enrolment file" in run("--data", tmp_path / "d", "join", tmp_path / "bad.json", code=1).output


def test_a_new_secret_shuts_out_the_old_one(site: Site, tmp_path: Path) -> None:
    hub = ("hub", "--url", site.url)
    enroll = ("enroll", "x", "--kind", "kiosk", "--hall", "A")
    run(*hub, *enroll, "--out", tmp_path / "1.json")
    run(*hub, *enroll, "--again", "--out", tmp_path / "2.json")
    old, new = (enrolment.read_file(tmp_path / f"{number}.json") for number in (1, 2))
    assert old.login != new.login
    address = {"host": new.host, "port": new.port, "dbname": new.database}
    psycopg.connect(**address, user=new.login, password=new.secret).close()  # type: ignore[arg-type]
    for login in (old.login, new.login):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(**address, user=login, password=old.secret)  # type: ignore[arg-type]


def test_a_certificate_comes_with_its_key_and_names_the_login(site: Site, tmp_path: Path) -> None:
    pems = [tmp_path / f"{name}.pem" for name in ("ca", "certificate", "key")]
    for pem in pems:
        pem.write_text(f"-----BEGIN {pem.stem.upper()}-----\nAAAA\n-----END {pem.stem.upper()}-----\n")
    enroll = ("hub", "--url", site.url, "enroll", "x", "--kind", "counter", "--hall", "A")
    ca, certificate, key = (("--" + pem.stem, pem) for pem in pems)
    for half in (certificate, key):
        said = run(*enroll, *half, "--out", tmp_path / "half.json", code=1).output
        assert "--certificate and --key must be given together" in said
    assert site.sql("SELECT count(*) FROM hub.device") == [(0,)]
    plain, whole = tmp_path / "plain.json", tmp_path / "whole.json"
    said = run(*enroll, "--out", plain).output
    assert f"Login: {enrolment.read_file(plain).login} " in said
    run(*enroll, "--again", *ca, *certificate, *key, "--out", whole)
    run("--data", tmp_path / "d", "join", whole)
    assert set(enrolment.pem_files(tmp_path / "d")) == {"ca", "certificate", "key"}
    run("--data", tmp_path / "d", "join", plain)
    assert enrolment.pem_files(tmp_path / "d") == {}


def test_init_twice_at_once_makes_one_hub(site: Site) -> None:
    site.admin.execute("DROP SCHEMA hub CASCADE")

    def init(_: int) -> int:
        with psycopg.connect(site.url, autocommit=True) as connection:
            return install.init(connection, kinds.rules(PRACTICES), registry.HUB_SQL).version

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(init, range(4))) == [install.steps()[-1][0]] * 4
    assert site.sql("SELECT count(*) FROM hub.feed_head") == [(1,)]


def test_an_owner_who_is_no_superuser_can_make_a_hub(site: Site) -> None:
    """A company's database team gives a database and a role that may create roles, no more."""
    site.admin.execute("DROP SCHEMA hub CASCADE")
    site.admin.execute("CREATE ROLE team LOGIN CREATEROLE PASSWORD 'team'")
    for role in ("warm_window_owner", "warm_window_kiosk", "warm_window_counter", "warm_window_office"):
        site.admin.execute(f"GRANT {role} TO team WITH ADMIN OPTION")
    site.admin.execute(f"ALTER DATABASE {site.database} OWNER TO team")
    url = site.url.replace(site.url.split("//")[1].split("@")[0], "team:team")
    with psycopg.connect(url, autocommit=True) as connection:
        assert install.init(connection, kinds.rules(PRACTICES), registry.HUB_SQL).advice == ("needs_superuser",)
        enrolled = logins.enroll(connection, "x", kind="counter", hall="A")
    site.admin.execute(f"ALTER DATABASE {site.database} OWNER TO postgres")
    device = Device(enrolled, site.folder / "x")
    device.record()
    device.sync()
    assert site.sql("SELECT count(seq) FROM hub.event") == [(1,)]
    site.admin.execute("REASSIGN OWNED BY team TO postgres")
    site.admin.execute("DROP OWNED BY team")
    site.admin.execute("DROP ROLE team")


def test_a_bad_url_says_what_is_wrong_and_never_the_password(site: Site) -> None:
    for url, word in (
        (site.url.replace("postgresql", "mysql"), "postgresql://"),
        ("postgresql://postgres:s3cret@x@127.0.0.1/warm_window", "%40"),
        ("postgresql://postgres:s3cret@127.0.0.1:12ab/warm_window", "port"),
        ("postgresql://postgres:s3cret@127.0.0.1:1/warm_window", "cannot be reached"),
        ("host=127.0.0.1 port=1 user=u password=s3cret dbname=d nonsense", "refused"),
    ):
        said = run("hub", "--url", url, "devices", code=1).output
        assert word in said
        assert "s3cret" not in said


def test_a_login_whose_file_cannot_be_written_is_not_made(site: Site, tmp_path: Path) -> None:
    hub = ("hub", "--url", site.url)
    run(*hub, "init")
    words = (*hub, "enroll", "c9", "--kind", "counter", "--hall", "A", "--out")
    assert "Cannot write" in run(*words, tmp_path / "no" / "c9.json", code=1).output
    run(*words, tmp_path / "c9.json")


def test_a_hall_is_enrolled_by_any_spelling_of_its_code(site: Site, tmp_path: Path) -> None:
    hub = ("hub", "--url", site.url)
    run(*hub, "init")
    for name, spelt in (("k1", "hp1"), ("k2", "ＨＰ１ ")):
        run(*hub, "enroll", name, "--kind", "counter", "--hall", spelt, "--out", tmp_path / f"{name}.json")
        assert enrolment.read_file(tmp_path / f"{name}.json").hall == "HP1"
    run(*hub, "enroll", "k3", "--kind", "counter", "--hall", "hp2", "--as-spelt", "--out", tmp_path / "k3.json")
    assert enrolment.read_file(tmp_path / "k3.json").hall == "hp2"
