"""A first day in real windows, from an empty folder to the first signed log: one PC alone, and three with a hub."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.first_day.screens import ScreensStep
from shared import device_journal
from shared.cli.group import commands
from shared.daily_log import views as log
from shared.device import setup_progress
from shared.domain.clock import wall_clock
from shared.domain.sections import Hours
from shared.domain.workdays import day_of
from shared.journal import verify
from shared.people import actions as people_actions
from shared.people import views as people
from shared.practice.cards.facts import CardAwarded, CardWithdrawn
from shared.practice.line import views as line
from shared.reference.views import policy
from shared.sync import enrolment
from shared.sync.hub import Hub
from shared.sync.round import Round
from tests.day.first_day_steps import (
    BRANCH,
    HALL,
    brings_people,
    chooses_services,
    first_day,
    gives_a_first_card,
    hands_pins_out,
    names_the_hall,
    new,
    paper,
    tries_a_serial_scanner,
    tries_the_scanner,
    tries_the_screens,
)
from tests.hub.site import Site
from tests.support.builders import MONDAY, PIN, ROSTER, at
from tests.tour.story import Clerk, Story


@pytest.fixture
def now() -> Callable[[], int]:
    """Half past eight and on; a second passes whenever a window looks at the clock."""
    second = count()
    return lambda: at("08:30") + next(second) * 1000


def test_from_an_empty_folder_to_the_first_signed_log(
    tmp_path: Path, now: Callable[[], int], qtbot: QtBot, qapp: QApplication
) -> None:
    folder, desk = tmp_path / "data", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with first_day(folder, now) as installer:
        installer.tap("设置本大厅")
        installer.tap("退出，下次接着做")
    assert list(folder.iterdir()) == []  # nothing is written before somebody named the hall
    with first_day(folder, now) as installer:
        names_the_hall(installer)
        installer.goes_on("导入人员名单（没有就下一步）")
        installer.waits(lambda: setup_progress.left_at(folder) == "first_list", "the step to be noted")
    with first_day(folder, now) as installer:  # closed half-way: it goes on from there, and back
        installer.waits(lambda: installer.window.page, "the step it was left at")
        installer.tap("上一步")
        installer.waits(lambda: installer.field("关门").text() == "17:00", "what was chosen")
        brings_people(installer, desk)
        chooses_services(installer)
        pins = hands_pins_out(installer, desk)
        tries_the_scanner(installer, folder)
        tries_a_serial_scanner(installer, folder)
        tries_the_screens(installer)
        screens = installer.window.page
        gives_a_first_card(installer)
        assert isinstance(screens, ScreensStep)
        assert screens.running is None  # the sign went with its step
        installer.tap("打开")
    assert installer.window.finished
    assert not setup_progress.needed(folder)
    story = Story(
        app=qapp,
        folder=folder,
        pictures=tmp_path / "pictures",
        clerk=Clerk("1001", "王芳", pins["1001"]),
        supervisor=Clerk("2001", "陈静", pins["2001"]),
        now=now,
    )
    story.play()
    with device_journal.opened(folder, now=now()) as store:
        assert people.hall(store) == people.Hall(HALL, HALL, BRANCH)
        assert f"{policy(store)[Hours].close:%H:%M}" == "17:00"
        assert line.services(store, HALL, "1") == ("gas_payment",)
        kinds = [event.kind for event in store.events()]
        assert (kinds.count(CardAwarded.kind()), kinds.count(CardWithdrawn.kind())) == (2, 1)
        day = log.day(store, HALL, MONDAY, now=now())
        assert verify.journal(store).found is None
    totals = day.totals
    assert sum(totals.cards.customers.values()) == 1  # the trial was taken back
    assert (totals.pauses.granted, totals.pauses.refused) == (1, 1)
    assert (totals.inquiries.opened, totals.inquiries.closed, day.inquiries, day.late) == (2, 2, (), ())
    assert day.signature
    assert day.signature.intact
    (signed,) = (tmp_path / "pictures").glob("*.pdf")
    said = paper(signed)
    assert "1384" not in said
    for words in ("王芳", "陈静", "热情", day.signature.seal[:16]):
        assert words in said


def command(*words: object) -> None:
    """One of `warm-window`, as a person types it."""
    done = CliRunner().invoke(commands, [*map(str, words)])
    assert done.exit_code == 0, done.output


def joins_by_its_file(folder: Path, file: Path, now: Callable[[], int]) -> None:
    """A new PC, through the window alone; the file with its secret goes."""
    with first_day(new(folder), now, signs_in=file.stem != "kiosk") as installer:
        installer.tap("用登记文件加入")
        installer.tap("选择登记文件")
        installer.chooses_in_dialog(file)
        installer.reads("已加入汇聚库")
        installer.tap("删除登记文件")
        installer.reads("登记文件已删除")
        installer.tap("打开")
    assert installer.window.finished
    assert not file.exists()
    assert not setup_progress.needed(folder)


def syncs(folder: Path, now: Callable[[], int]) -> None:
    """One round of this PC's courier."""
    member = enrolment.joined(folder)
    assert member
    with (
        device_journal.opened(folder, now=now()) as store,
        Hub.connect(member, enrolment.secret(folder, member.login), {}) as hub,
    ):
        Round(store, hub, clock=now, pause=lambda seconds: True, thorough=True).run()


def test_three_pcs_join_by_their_files_and_sign_their_first_day(
    site: Site, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    begun, looks = wall_clock(), count()  # today: what a kiosk brings from months ago the hub sets aside

    def now() -> int:
        return begun + next(looks)

    office, desk, lobby = (tmp_path / name for name in ("office", "counter", "kiosk"))
    for kind in ("office", "counter", "kiosk"):
        place = () if kind == "office" else ("--hall", HALL)
        out = tmp_path / f"{kind}.json"
        command("hub", "--url", site.url, "enroll", f"{kind}-1", "--kind", kind, *place, "--out", out)
    command("--data", office, "join", tmp_path / "office.json")  # the roster comes from here, before anybody has a PIN
    with device_journal.opened(office, now=now()) as store:
        people_actions.import_staff(store, ROSTER, now=now())
        for number in ("1001", "2001"):
            assert people_actions.set_pin(store, number, PIN, now=now()) is None
    with first_day(new(tmp_path / "wrong"), now) as installer:
        installer.tap("用登记文件加入")
        installer.tap("选择登记文件")
        installer.chooses_in_dialog(tmp_path / "kiosk.json")
        installer.reads("这是自助屏的登记文件")
    joins_by_its_file(desk, tmp_path / "counter.json", now)
    joins_by_its_file(lobby, tmp_path / "kiosk.json", now)
    for folder in (office, desk, lobby):
        syncs(folder, now)
    clerk, supervisor = Clerk("1001", "王芳", PIN), Clerk("2001", "陈静", PIN)
    story = Story(qapp, desk, tmp_path / "pictures", clerk, supervisor, now)
    with story.desk(clerk) as person:
        person.tap("上岗")
        person.reads("在岗")
    for folder in (desk, lobby):
        syncs(folder, now)
    with replace(story, folder=lobby).lobby() as customer:
        story.a_card_is_given(customer)
    for folder in (lobby, desk):
        syncs(folder, now)
    with story.desk(supervisor) as person:
        story.the_day_is_signed(person)
    syncs(desk, now)
    with device_journal.opened(desk, now=now()) as store:
        day = log.day(store, HALL, day_of(begun), now=now())
    assert sum(day.totals.cards.customers.values()) == 1
    assert day.signature
    assert day.signature.intact
    assert site.faults() == {}
    assert site.sql("SELECT count(*) FROM hub.event WHERE kind = 'day_signed'") == [(1,)]
