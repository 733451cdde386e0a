"""A hall is set up from the command line: people, PINs, photos, published documents; and a demo hall."""

import json
import re
from datetime import date

from shared.people import views as people
from shared.people.actions import sign_in
from shared.practice.pauses.policy import PausesPolicy
from tests.cli.files import staff_lines
from tests.support.builders import MORNING


def test_a_real_hall_is_set_up_and_its_supervisor_signs_in(run, journal):
    said = run(
        *("init", "--hall", "HP", "--name", "和平大厅", "--branch", "和平分公司"),
        *("--supervisor", "2001", "--supervisor-name", "陈静"),
    ).stdout
    pin = re.search(r"2001 陈静 .*?(\d{6})", said).group(1)
    with journal() as store:
        assert (store.hall, people.hall(store).name) == ("HP", "和平大厅")
        assert sign_in(store, "2001", pin, now=MORNING).role == "supervisor"
    run("init", "--hall", "XX", "--name", "别处", "--branch", "x", code=1)
    run("set-pin", "2001", "--pin", "123456", code=1)
    run("set-pin", "2001", "--pin", "240518")
    run("set-pin", "9999", "--pin", "240518", code=1)
    with journal() as store:
        assert sign_in(store, "2001", "240518", now=MORNING).number == "2001"


def test_init_alone_makes_the_folder_and_may_be_repeated(run, tmp_path):
    run("init")
    run("init")
    assert (tmp_path / "data" / "journal.db").exists()
    run("init", "--hall", "HP", code=2)


def test_the_demo_hall_has_people_on_duty_and_records_of_days(run, journal):
    said = run("init", "--demo").stdout
    pins = dict(re.findall(r"^(\d{4}) \S+ .*?(\d{6})$", said, re.MULTILINE))
    assert len(pins) == 9  # the eight of the hall, and who approves in the office
    run("verify")
    with journal() as store:
        newest = store.events()[-1].occurred_at
        assert len(people.on_duty(store, now=newest)) == 6
        assert sign_in(store, "2001", pins["2001"], now=newest).name == "赵红梅"
        kinds = {event.kind for event in store.events()}
        at_work = {"card_awarded", "card_reviewed", "pause_started", "pause_ended", "inquiry_opened", "entry_written"}
        assert at_work | {"inquiry_closed", "inquiry_informed", "day_signed"} <= kinds
        day = next(event for event in store.events() if event.kind == "day_signed").body["day"]
    run("init", "--demo", code=1)
    log = json.loads(run("log", "--hall", "和平大厅", "--date", day, "--format", "json").stdout)
    assert (log["day"], log["hall_name"]) == (day, "和平大厅")
    assert sum(log["totals"]["cards"]["customers"].values()) > 5
    assert log["signatures"][0]["intact"] is True


def test_photos_are_made_small_enough(run, write, tmp_path, journal):
    from PySide6.QtGui import QColor, QImage

    run("import", "staff", write("s.csv", *staff_lines(1)))
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(QColor("#aa3311"))
    assert image.save(str(tmp_path / "big.png"))
    run("photo", "1001", tmp_path / "big.png")
    run("photo", "1001", write("not.png", "hello"), code=1)
    run("photo", "9999", tmp_path / "big.png", code=1)
    with journal() as store:
        photo = QImage.fromData(people.person(store, "1001").photo or b"")
        assert (photo.width(), photo.height()) == (360, 360)


def test_documents_are_published_in_part_and_bad_ones_refused(run, write, journal):
    from shared.reference import views

    run("init")
    run("publish", "policy", write("p.toml", "[pauses]", "per_day = 3"))
    run("publish", "policy", write("bad.toml", "[pauses]", 'per_day = "many"'), code=1)
    run("publish", "policy", write("worse.toml", "[pauses"), code=1)
    run("publish", "calendar", write("c.toml", "[years.2031]", "holidays = [2031-01-01]", "makeup = []"))
    with journal() as store:
        policy, calendar = views.policy(store), views.calendar(store)
        assert (policy.version, policy[PausesPolicy].per_day, policy[PausesPolicy].seconds) == (2, 3, 300)
        assert calendar.years[2031].holidays == (date(2031, 1, 1),)
        assert 2026 in calendar.years
    told = json.loads(run("deadline", "--received", "2030-12-31T10:00", "--kind", "general", "--json").stdout)
    assert told == {
        "day": "2030-12-31",
        "target": "2031-01-02",
        "limit": "2031-01-03",
        "inform_by": "2031-01-03",
        "unconfirmed": True,  # 2030 has no official schedule
    }
