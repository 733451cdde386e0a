"""What `doctor` says of a device."""

import json

from shared.qt import fonts
from shared.sync.enrolment import Enrolment, join
from tests.cli.files import set_up


def test_doctor_tells_a_sound_device_from_a_damaged_file(run, tmp_path):
    set_up(run)
    found = json.loads(run("doctor", "--json").stdout)
    states = {check["name"]: check["state"] for check in found["checks"]}
    assert found["ok"] is True
    assert states["journal"] == states["backups"] == "ok"
    (font,) = [check["value"] for check in found["checks"] if check["name"] == "font"]
    assert font.partition(" [")[0] in fonts.FAMILIES  # the one that is used, not the first by alphabet (Droid Sans)
    journal = tmp_path / "data" / "journal.db"
    before = journal.read_bytes()
    damaged = before[:8192] + b"\x55" * 8192 + before[16384:]
    journal.write_bytes(damaged)
    found = json.loads(run("doctor", "--json", code=1).stdout)
    assert [check["name"] for check in found["checks"] if check["state"] == "bad"] == ["journal"]
    assert journal.read_bytes() == damaged  # it looks, it does not touch


def test_doctor_tells_what_is_owed_to_the_hub(run, journal):
    set_up(run)
    assert "hub" not in run("doctor", "--json").stdout
    with journal() as store:
        join(store, Enrolment(host="h", port=5432, database="d", login="l", name="n", kind="counter", hall="HP"))
    found = json.loads(run("doctor", "--json").stdout)["checks"]
    (hub,) = [check for check in found if check["name"] == "hub"]
    assert hub["value"].startswith("h:5432, 1, ")
    assert hub["state"] == "ok"  # it happened just now
