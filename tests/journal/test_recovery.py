"""A damaged file is set aside whole, and all that the backup and the file still hold is recovered."""

import hashlib
import math
import random
import shutil
from contextlib import closing

import pytest

from shared import device_journal
from shared.device.leases import FolderInUse, Lease
from shared.domain.fact import Fact
from shared.domain.workdays import day_of
from shared.journal import backup, faults, journal_file, opening, recovery, stations, verify
from shared.journal.sqlite import sqlite3
from shared.journal.tables import MetaRow
from shared.practice.cards import views
from shared.registry import PROJECTIONS
from tests.cli.conftest import run
from tests.journal.damage import DAY, PAGE, award, pages_of, spoil, used_hall
from tests.support.builders import HALL, MORNING, empty_store, staffed_store

__all__ = ["run"]


def test_a_spoilt_page_costs_only_what_stood_on_it(tmp_path):
    ids = used_hall(tmp_path)
    pages = pages_of(tmp_path, "event")
    before = spoil(tmp_path, (pages[-4], PAGE))
    with device_journal.opened(tmp_path, now=MORNING + 2 * DAY) as store:
        verdict = verify.journal(store)
        assert verdict.found is None
        assert 0 < verdict.lost < 25
        kept = {event.id for event in store.events()}
        assert len(set(ids) - kept) == verdict.lost
        assert verify.projections(store) == ()
        replaced = [event for event in store.events() if event.kind == "station_replaced"]
        assert [event.body["reason"] for event in replaced] == ["damaged"]
        former = store.events()[0].station
        assert store.station == replaced[0].station != former
        last = max(event.n for event in store.events() if event.station == former)
        assert (replaced[0].body["former"], replaced[0].body["upto"]) == (former, last)
        assert store.hall == HALL
        award(store, 1, MORNING + 2 * DAY)
        assert store.head().n == 2  # the new station counts from one; no number of the old one comes again
        assert verify.journal(store).found is None
    (aside,) = tmp_path.glob("set-aside-*")
    assert hashlib.sha256((aside / opening.FILE).read_bytes()).hexdigest() == before


def test_a_spoilt_index_costs_nothing(tmp_path):
    ids = used_hall(tmp_path)
    spoil(tmp_path, *((page, PAGE) for page in pages_of(tmp_path, "event_subject")))
    with device_journal.opened(tmp_path, now=MORNING + 2 * DAY) as store:
        assert {event.id for event in store.events()} >= set(ids)
        assert verify.journal(store).found is None
        assert verify.journal(store).lost == 0
        assert views.mine(store, "1001", now=MORNING + 3 * DAY).cards[0].sentence == "谢谢199"


def test_words_on_a_spoilt_page_are_lost_and_named_and_no_card_with_them(tmp_path):
    ids = used_hall(tmp_path)
    spoil(tmp_path, (pages_of(tmp_path, "companion")[-1], PAGE))
    with device_journal.opened(tmp_path, now=MORNING + 2 * DAY) as store:
        verdict = verify.journal(store)
        assert (verdict.found, verdict.lost) == (None, 0)
        assert {event.id for event in store.events()} >= set(ids)
        [replaced] = [event for event in store.events() if event.kind == "station_replaced"]
        cards = views.of_day(store, HALL, day_of(MORNING + DAY))
        assert len(replaced.body["unread"]) == sum(not card.sentence for card in cards) > 0
        assert set(replaced.body["unread"]) <= set(ids)


@pytest.mark.parametrize("damage", ["head", "half", "empty", "gone", "noise"])
def test_an_unreadable_file_is_restored_from_its_backup(tmp_path, damage):
    ids = used_hall(tmp_path)
    file = tmp_path / opening.FILE
    size = file.stat().st_size
    if damage == "head":
        spoil(tmp_path, (0, 200))
    elif damage == "half":
        file.write_bytes(file.read_bytes()[: size // 2])
    elif damage == "noise":
        spoil(tmp_path, (0, size))
    elif damage == "empty":
        file.write_bytes(b"")
    else:
        file.unlink()
    with device_journal.opened(tmp_path, now=MORNING + 2 * DAY) as store:
        kept = [event.id for event in store.events()]
        assert set(kept) >= set(ids[:100])  # at least what the backup held
        assert verify.journal(store).found is None
        assert verify.projections(store) == ()
        assert [e.body["reason"] for e in store.events() if e.kind == "station_replaced"] == ["damaged"]


@pytest.mark.parametrize("backed_up", [True, False])
@pytest.mark.parametrize("closed", [True, False])
def test_a_spoilt_header_cost_everything_since_the_backup(tmp_path, backed_up, closed):
    """All events stand behind those 100 bytes, or in the log of an app that was killed."""
    ids = used_hall(tmp_path / "a", backed_up=20, after=30)
    if not backed_up:
        shutil.rmtree(tmp_path / "a" / backup.FOLDER)
    folder = tmp_path / "a"
    if not closed:
        folder = tmp_path / "b"
        with closing(opening.open_store(tmp_path / "a", PROJECTIONS)) as store:
            award(store, 5, MORNING + 2 * DAY)
            ids = [event.id for event in store.events()]
            shutil.copytree(tmp_path / "a", folder)
    spoil(folder, (0, 100))
    with device_journal.opened(folder, now=MORNING + 3 * DAY) as store:
        assert {event.id for event in store.events()} >= set(ids)
        verdict = verify.journal(store)
        assert (verdict.found, verdict.lost) == (None, 0)
        assert verify.projections(store) == ()


def test_without_a_backup_the_file_alone_is_read(tmp_path):
    store = staffed_store(tmp_path)
    award(store, 300, MORNING)
    ids = {event.id for event in store.events()}
    store.close()
    spoil(tmp_path, (pages_of(tmp_path, "event")[1], PAGE))
    with device_journal.opened(tmp_path, now=MORNING + DAY) as store:
        verdict = verify.journal(store)
        assert verdict.found is None
        assert len(ids - {event.id for event in store.events()}) == verdict.lost > 0
        assert store.hall == HALL


def test_an_event_changed_in_the_damaged_file_is_not_taken(tmp_path):
    """What does not fit the chain is lost, and said to be lost; it is not believed."""
    used_hall(tmp_path)
    connection = sqlite3.connect(tmp_path / opening.FILE)
    connection.execute("DROP TRIGGER event_no_change")
    connection.execute("UPDATE event SET body = replace(body, '1001', '1002') WHERE n = 250")
    connection.commit()
    connection.close()
    spoil(tmp_path, *((page, PAGE) for page in pages_of(tmp_path, "card")))
    with device_journal.opened(tmp_path, now=MORNING + 2 * DAY) as store:
        verdict = verify.journal(store)
        assert verdict.found is None
        assert verdict.lost == 1
        assert 250 not in {event.n for event in store.events() if event.station != store.station}


def test_what_was_erased_after_the_backup_stays_erased(tmp_path):
    store = staffed_store(tmp_path)
    award(store, 30, MORNING)
    subject = next(event.subject for event in store.events() if event.kind == "card_awarded")
    backup.daily(store.db, tmp_path, day_of(MORNING))
    with store.transaction(MORNING + DAY) as tx:
        tx.erase(subject, reason="到期")
    store.close()
    spoil(tmp_path, *((page, PAGE) for page in pages_of(tmp_path, "event_subject")))
    with device_journal.opened(tmp_path, now=MORNING + 2 * DAY) as store:
        erased = next(card for card in views.mine(store, "1001", now=MORNING + 3 * DAY).cards if card.card == subject)
        assert erased.sentence == ""
        assert verify.journal(store).found is None


def test_random_damage_never_costs_what_the_backup_held(tmp_path):
    """Twenty files spoilt at random: each opens, verifies, and holds at least the backup."""
    chance = random.Random(7)
    ids = used_hall(tmp_path / "whole", backed_up=60, after=60)
    whole = (tmp_path / "whole" / opening.FILE).read_bytes()
    kept_of_all = []
    for place in range(20):
        folder = tmp_path / str(place)
        folder.mkdir()
        (folder / backup.FOLDER).symlink_to(tmp_path / "whole" / backup.FOLDER)
        (folder / opening.FILE).write_bytes(whole)
        spoil(folder, *((chance.randrange(len(whole)), chance.choice((16, 500, PAGE))) for _ in range(3)))
        with device_journal.opened(folder, now=MORNING + 2 * DAY) as store:
            kept = {event.id for event in store.events()}
            verdict = verify.journal(store)
            if any(folder.glob("set-aside-*")):
                assert verdict.found is None
                assert kept >= set(ids[:60])
                kept_of_all.append(len(kept & set(ids)) / len(ids))
            else:  # passes SQLite's own check: what was spoilt is unused, or text within a row, which `verify` names
                assert verdict.found or kept == set(ids)
    assert len(kept_of_all) > 12
    assert sum(kept_of_all) / len(kept_of_all) > 0.85


def test_a_spoilt_length_is_damage_and_no_crash(tmp_path):
    """SQLite called a value too big, which nothing here is: no program could open the file, and nothing mended it."""
    spoilt, named = pytest.raises(faults.StoreDamaged), faults.named(tmp_path)
    with closing(sqlite3.connect(":memory:")) as connection, spoilt, named:
        connection.execute("SELECT zeroblob(2000000000)").fetchone()


def test_a_damaged_name_that_the_check_quotes_is_damage_and_no_crash(run, tmp_path):
    """SQLite's answer quoted a name that is no UTF-8: reading it raised, and nothing was mended."""
    ids = used_hall(tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "data" / opening.FILE)) as connection:
        connection.executescript("CREATE TABLE spare (x); INSERT INTO spare VALUES (NULL); PRAGMA writable_schema = ON")
        names = (b"spare\xff", b'CREATE TABLE "spare\xff" (x NOT NULL)')
        connection.execute(
            "UPDATE sqlite_schema SET name = CAST(?1 AS TEXT), tbl_name = CAST(?1 AS TEXT), "
            "sql = CAST(?2 AS TEXT) WHERE name = 'spare'",
            names,
        )
        connection.commit()
    assert not backup.is_sound(tmp_path / "data" / opening.FILE)
    assert "a damaged name" in run("doctor", code=1).output
    with device_journal.opened(tmp_path / "data", now=MORNING + 2 * DAY) as store:
        assert {event.id for event in store.events()} >= set(ids)


@pytest.mark.parametrize(
    ("column", "spoilt"),
    [
        ("body", b"\xff\xfe"),
        ("body", b'{"p": "polite", "staff": "1001", "sentence": "\xff"}'),
        ("actor", b"\xff"),
        ("subject", b"card:\xff"),
    ],
)
def test_a_row_that_is_no_utf8_does_not_stop_the_pages(tmp_path, caplog, column, spoilt):
    """SQLite's check passes such a file, and reading it raised "Could not decode to UTF-8"."""
    store = staffed_store(tmp_path)
    before = len(store.events())
    award(store, 10, MORNING)
    store.close()
    with closing(sqlite3.connect(tmp_path / opening.FILE)) as connection:
        connection.execute("DROP TRIGGER event_no_change")
        change = f"UPDATE event SET {column} = CAST(? AS TEXT) WHERE pos = (SELECT max(pos) FROM event)"
        connection.execute(change, (spoilt,))
        connection.commit()
    with closing(opening.open_store(tmp_path, PROJECTIONS)) as store:  # nothing looked through yet
        assert len(store.events()) - before in (9, 10)
        assert verify.journal(store).found.reason == "changed"
        store.rebuild()
        assert len(views.mine(store, "1001", now=MORNING + DAY).cards) >= 9
    with device_journal.opened(tmp_path, now=MORNING + DAY) as store:
        assert len(store.events()) == before + 10  # nine, and the word that one is lost
        award(store, 1, MORNING + DAY)
    assert "read" in caplog.text
    assert not list(tmp_path.glob("set-aside-*"))


@pytest.mark.parametrize("left", ["rebuilt", "half_moved"])
def test_a_power_cut_while_mending_loses_nothing(tmp_path, left, monkeypatch):
    ids = used_hall(tmp_path)
    spoil(tmp_path, *((page, PAGE) for page in pages_of(tmp_path, "event_subject")))

    def cut(folder, now):
        if left == "half_moved":
            (folder / opening.FILE).unlink()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(journal_file, "swap_in", cut)
        with pytest.raises(KeyboardInterrupt):
            device_journal.open_here(tmp_path, now=MORNING + 2 * DAY)
    with device_journal.opened(tmp_path, now=MORNING + 2 * DAY) as store:
        assert {event.id for event in store.events()} >= set(ids)
        assert verify.journal(store).found is None


def test_a_damaged_file_in_use_elsewhere_is_not_touched(tmp_path, monkeypatch):
    used_hall(tmp_path)
    with device_journal.opened(tmp_path, now=MORNING):
        monkeypatch.setattr(Lease.take_alone, "__kwdefaults__", {"wait_seconds": 0.2})
        monkeypatch.setattr(recovery, "vanished", lambda folder: True)
        with pytest.raises(FolderInUse):
            device_journal.open_here(tmp_path, now=MORNING)
    assert not list(tmp_path.glob("set-aside-*"))


def test_verify_says_damaged_and_leaves_the_file_other_commands_mend_it(run, tmp_path):
    folder = tmp_path / "data"
    ids = used_hall(folder)
    spoil(folder, (pages_of(folder, "event")[-2], PAGE))
    assert "损坏" in run("verify", code=1).stderr
    assert not list(folder.glob("set-aside-*"))
    assert "set-aside-" in run("report", "cards", "--year", "2026").stderr
    said = run("verify").stdout
    assert len(said.splitlines()) == 2  # whole, but for what is known to be lost
    assert len(ids) > 300


def test_a_journal_that_lost_thousands_could_not_be_opened_again(tmp_path):
    """One fact named all of them, and was larger than an event may be."""
    store = staffed_store(tmp_path)
    gaps = tuple(stations.Gap(station=store.station, after=n, resumes=n + 2, link="f" * 64) for n in range(0, 2000, 3))
    unread = tuple(f"{n:032x}" for n in range(4000))
    stations.replace(store.db, tmp_path, "damaged", gaps=gaps, unread=unread, now=MORNING)
    station = MetaRow.select(MetaRow.value).where(MetaRow.key == "station").scalar(store.db)
    known = stations.past(store.db, station)
    assert sorted(known.gaps, key=lambda gap: gap.after) == list(gaps)
    assert known.unread == set(unread)
    assert len(known.own) == 2
    store.close()


def test_a_change_of_station_that_no_program_of_ours_wrote_is_passed_over(tmp_path):
    class StationReplaced(Fact):
        former: int

    store = empty_store(tmp_path)
    with store.transaction(MORNING) as tx:
        tx.record(StationReplaced(former=7), subject=f"station:{store.station}")
    assert stations.past(store.db, store.station).own == {store.station: math.inf}
    store.close()
