"""A flipped byte that SQLite's own check passes: the row is healed from a backup, or set aside and reported."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import peewee
import pytest
from click.testing import Result
from pytestqt.qtbot import QtBot

from shared import device_journal
from shared.daily_log import views as daily
from shared.domain.workdays import day_of
from shared.journal import backup, healing, journal_file, verify
from shared.journal.event import Event
from shared.journal.opening import open_store
from shared.journal.sqlite import check
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards import views
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions as inquiries
from shared.qt.background import Background
from shared.registry import PROJECTIONS
from shared.sync import outbox
from tests.cli.conftest import run
from tests.support import patience
from tests.support.builders import HALL, MONDAY, MORNING, actor, staffed_store

__all__ = ["run"]
HOUR = 3_600_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hall with three cards and a ticket of 孙先生 in its backup, and one card after it."""
    folder = tmp_path / "data"
    store = staffed_store(folder)
    for place, words in enumerate(("第一句", "第二句", "第三句")):
        cards.award(store, "1001", list(P)[place], sentence=words, now=MORNING + place * 600_000)
    inquiries.open_inquiry(store, actor("1001"), text="怎么过户", name="孙先生", now=MORNING + 2 * 600_000)
    backup.daily(store.db, folder, day_of(MORNING))
    cards.award(store, "1001", P.PATIENT, sentence="最后一句", now=MORNING + 4 * 600_000)
    store.close()
    return folder


def events(folder: Path) -> list[Event]:
    with closing(open_store(folder, PROJECTIONS)) as store:
        return store.events()


def flip(folder: Path, event: Event, said: bytes, says: bytes) -> None:
    """Other bytes in the row of this event in the file, where id, station, hall … body stand one after the other."""
    file = folder / journal_file.FILE
    content = file.read_bytes()
    start = content.index((event.id + event.station).encode())
    place = content.index(said, start, start + 800)
    file.write_bytes(content[:place] + says + content[place + len(says) :])
    with closing(peewee.SqliteDatabase(str(file))) as db:
        assert check(db) == "ok"  # SQLite finds nothing


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[..., Store]]:
    stores: list[Store] = []

    def opened(now: int = MORNING + 5 * HOUR) -> Store:
        stores.append(device_journal.open_here(folder, now=now))
        return stores[-1]

    yield opened
    for store in stores:
        device_journal.close(store)


def reads_everything(store: Store) -> None:
    """Everything that reads the journal."""
    assert daily.day(store, HALL, MONDAY, now=MORNING + 6 * HOUR).lines
    outbox.next_batch(store, 200)
    store.rebuild()
    assert len(views.mine(store, "1001", now=MORNING + 30 * HOUR).cards) >= 3
    verify.projections(store)


FLIPS = [
    (b'"p":"patient"', b'"p":"patienu"'),  # still a body, of a P that nobody knows
    (b'"p":"patient"', b'"p":"pati\xfft"'),  # no text any more
    (b'"staff"', b'"staff}'),  # no JSON any more
    (b"card_awarded", b"card_aw\xffrded"),
    (b"card:", b"card;"),
    ("和平".encode(), "和干".encode()),
]


@pytest.mark.parametrize(("said", "says"), FLIPS)
def test_a_flipped_byte_was_never_healed(
    folder: Path, opened: Callable[..., Store], said: bytes, says: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """The second card is in the backup: its row is what it was, and so is everything computed of it."""
    before = events(folder)
    spoilt = [event for event in before if event.kind == "card_awarded"][1]
    flip(folder, spoilt, said, says)
    store = opened()
    assert store.events() == before
    assert healing.damaged(store) == ()
    assert verify.journal(store).found is None
    reads_everything(store)
    assert verify.projections(store) == ()
    assert "healed" in caplog.text
    assert not list(folder.glob("set-aside-*"))


@pytest.mark.parametrize(("after_ms", "looked"), [(40 * 60_000 - 1, False), (40 * 60_000, True), (-HOUR, True)])
def test_a_journal_is_looked_through_every_forty_minutes(
    folder: Path, opened: Callable[..., Store], caplog: pytest.LogCaptureFixture, after_ms: int, looked: bool
) -> None:
    """Also where the clock was set back by more."""
    device_journal.close(opened(MORNING + HOUR))
    flip(folder, [event for event in events(folder) if event.kind == "card_awarded"][1], *FLIPS[0])
    opened(MORNING + HOUR + after_ms)
    assert ("healed" in caplog.text) is looked


def test_the_copy_comes_from_the_newest_backup_that_can_be_read(
    folder: Path, opened: Callable[..., Store], caplog: pytest.LogCaptureFixture
) -> None:
    before = events(folder)
    (folder / backup.FOLDER / "2026-03-03.db").write_bytes(b"x" * 8192)
    flip(folder, [event for event in before if event.kind == "card_awarded"][1], *FLIPS[0])
    assert opened().events() == before
    assert "no copies from" in caplog.text


def test_a_flipped_id_or_station_is_healed_in_spite_of_its_index(folder: Path, opened: Callable[..., Store]) -> None:
    before = events(folder)
    spoilt = [event for event in before if event.kind == "card_awarded"][1]
    flip(folder, spoilt, spoilt.id[:5].encode(), b"\xff\xfe\xfd__")
    store = opened()
    assert store.events() == before
    device_journal.close(store)
    flip(folder, spoilt, spoilt.station.encode(), b"abcdefabcdef")
    with closing(peewee.SqliteDatabase(str(folder / journal_file.FILE))) as db:
        db.execute_sql("REINDEX")  # as healing does for any other row: until then the index hides it
    store = opened(MORNING + 7 * HOUR)
    assert store.events() == before
    assert check(store.db, "integrity_check") == "ok"
    assert verify.journal(store).found is None


def test_a_flipped_personal_value_is_healed(folder: Path, opened: Callable[..., Store]) -> None:
    content = (folder / journal_file.FILE).read_bytes()
    for place in [match.start() for match in re.finditer("孙先生".encode(), content)]:
        content = content[:place] + "刘先生".encode() + content[place + 9 :]
    (folder / journal_file.FILE).write_bytes(content)
    store = opened()
    assert verify.journal(store).found is None
    assert verify.projections(store) == ()


@pytest.mark.parametrize(("said", "says"), FLIPS[:4])
def test_a_damaged_row_without_a_backup_is_set_aside_and_reported(
    folder: Path,
    opened: Callable[..., Store],
    said: bytes,
    says: bytes,
    caplog: pytest.LogCaptureFixture,
    run: Callable[..., Result],
) -> None:
    """The last card is in no backup. What cannot be read is named as lost, and `verify` goes on behind it."""
    before = events(folder)
    flip(folder, before[-1], said, says)
    store = opened()
    unreadable = (said, says) != FLIPS[0]
    reads_everything(store)
    cards.award(store, "1001", P.POLITE, now=MORNING + 7 * HOUR)
    assert [event.id for event in store.events()][: len(before) - 1] == [event.id for event in before[:-1]]
    verdict = verify.journal(store)
    if unreadable:
        assert (verdict.found, verdict.lost) == (None, 0)  # the last number of its station: nothing stands behind it
        assert "set aside" in caplog.text
        assert [each.n for each in healing.lost_rows(store.db)] == [before[-1].n]
        assert store.events()[-2].kind == "station_replaced"
    else:
        assert verdict.found == verify.Break(before[-1].station, before[-1].n, "changed")
        assert [each.n for each in healing.damaged(store)] == [before[-1].n]
    device_journal.close(store)
    assert ("无处可恢复" if unreadable else "journal.db: 1 events") in run("doctor", code=0 if unreadable else 1).stdout


def test_a_lost_row_in_the_middle_leaves_a_gap_that_is_named(folder: Path, opened: Callable[..., Store]) -> None:
    shutil.rmtree(folder / backup.FOLDER)
    before = events(folder)
    flip(folder, before[-3], b'"staff"', b'"staff}')
    store = opened()
    verdict = verify.journal(store)
    assert (verdict.found, verdict.lost) == (None, 1)
    assert len(store.events()) == len(before)  # one less, and the word of it
    lost, [told] = before[-3], [event for event in store.events() if event.kind == "station_replaced"]
    gaps = [(gap["station"], gap["after"], gap["resumes"]) for gap in told.body["gaps"]]
    assert gaps == [(lost.station, lost.n - 1, lost.n + 1)]
    reads_everything(store)


def test_a_page_whose_table_holds_a_flipped_byte_is_computed_anew(
    folder: Path, opened: Callable[..., Store], qtbot: QtBot
) -> None:
    content = (folder / journal_file.FILE).read_bytes()
    assert content.count("最后一句".encode()) > 1  # the companion's value, and the row of the table `card`
    (folder / journal_file.FILE).write_bytes(content.replace("最后一句".encode(), b"\xff" * 12))
    background = Background(lambda: open_store(folder, PROJECTIONS))
    with qtbot.waitSignal(background.ready, timeout=patience.MS):
        background.start()
    shown: list[views.Mine] = []
    background.run(lambda store: views.mine(store, "1001", now=MORNING + 30 * HOUR), shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=patience.MS)
    background.close()
    assert len(shown[0].cards) == 4


def test_a_spoilt_index_made_a_whole_journal_look_cut(folder: Path, opened: Callable[..., Store]) -> None:
    """By the index of the numbers, one of them stood elsewhere."""
    file = folder / journal_file.FILE
    [station] = {event.station for event in events(folder)}
    with closing(peewee.SqliteDatabase(str(file))) as db:
        found = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_event_2'"
        start = (db.execute_sql(found).fetchone()[0] - 1) * 4096
    content = bytearray(file.read_bytes())
    entry = content.index(station.encode() + bytes((3, 3)), start, start + 4096)
    content[entry + 12] = 100
    file.write_bytes(content)
    with closing(open_store(folder, PROJECTIONS)) as store:
        assert check(store.db) == "ok"
        assert verify.journal(store).found is None
    store = opened()  # looks through the journal
    assert check(store.db, "integrity_check") == "ok"
    assert verify.journal(store).found is None
