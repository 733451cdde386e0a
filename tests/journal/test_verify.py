"""Somebody edits the file with a database tool: `verify` finds it, and names the place."""

import shutil
from contextlib import closing

import pytest

from shared import device_journal
from shared.journal import opening, verify
from shared.journal.sqlite import sqlite3
from shared.journal.verify import Break
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions as inquiries
from shared.registry import PROJECTIONS
from tests.cli.conftest import run
from tests.support.builders import MORNING, actor, staffed_store

__all__ = ["run"]
GUARDS = ("event_no_delete", "event_no_change")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A hall's folder with twenty cards and a ticket; its station, and the number of its last event."""
    folder = tmp_path_factory.mktemp("whole")
    store = staffed_store(folder)
    for minute in range(20):
        cards.award(store, "1001", P.POLITE, sentence="谢谢", now=MORNING + minute * 600_000)
    inquiries.open_inquiry(store, actor("1001"), text="怎么过户", name="孙先生", now=MORNING + 13_000_000)
    station, last = store.station, store.head().n
    assert verify.journal(store).found is None
    store.close()
    return folder, station, last


@pytest.fixture
def copied(whole, tmp_path):
    """A copy of it in `data`; its station, and the number of its last event."""
    folder, station, last = whole
    shutil.copytree(folder, tmp_path / "data")
    return station, last


@pytest.fixture
def edit(tmp_path, copied):
    """Change the file behind the program's back, guards taken off and put back on; then verify."""

    def edit(*statements, guards=True):
        connection = sqlite3.connect(tmp_path / "data" / opening.FILE)
        kept = connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for guard in GUARDS:
            connection.execute(f"DROP TRIGGER {guard}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
        if guards:
            for (sql,) in kept:
                connection.execute(sql)
        connection.commit()
        connection.close()
        with closing(opening.open_store(tmp_path / "data", PROJECTIONS)) as store:  # before anything is healed
            return verify.journal(store).found

    return edit


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET body = replace(body, 'polite', 'patient') WHERE n = 20",
        "UPDATE event SET body = 'no json' WHERE n = 20",
        "UPDATE event SET actor = '1002' WHERE n = 20",
        "UPDATE event SET subject = 'card:x' WHERE n = 20",
        "UPDATE event SET ts = ts + 1 WHERE n = 20",
        "UPDATE event SET occurred_at = occurred_at - 86400000 WHERE n = 20",
        "UPDATE event SET hall = '别处' WHERE n = 20",
        "UPDATE event SET kind = 'sentence_added' WHERE n = 20",
        "UPDATE event SET id = 'ff' WHERE n = 20",
        "UPDATE event SET v = 'x' WHERE n = 20",
        "UPDATE event SET link = (SELECT link FROM event WHERE n = 19) WHERE n = 20",
    ],
)
def test_a_changed_event_is_found(edit, copied, change):
    assert edit("PRAGMA foreign_keys = 0", "DELETE FROM companion WHERE 1", change) == Break(copied[0], 20, "changed")


def test_a_deleted_event_is_found(edit, copied):
    gone = "DELETE FROM companion WHERE event_id = (SELECT id FROM event WHERE n = 20)"
    assert edit(gone, "DELETE FROM event WHERE n = 20") == Break(copied[0], 20, "missing")


def test_two_events_swapped_are_found(edit, copied):
    swap = [f"UPDATE event SET n = {new} WHERE n = {old}" for old, new in ((20, 900), (21, 20), (900, 21))]
    assert edit(*swap) == Break(copied[0], 20, "changed")


def test_an_event_put_in_at_the_end_is_found(edit, copied):
    station, last = copied
    copied = "id || 'x', station, hall, n + 1, kind, subject || 'x', actor, ts + 1, occurred_at, body, v, link"
    columns = "id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link"
    forged = f"INSERT INTO event ({columns}) SELECT {copied} FROM event WHERE n = {last}"
    assert edit(forged) == Break(station, last + 1, "changed")


def test_an_event_cut_from_the_end_leaves_its_row_behind(edit, copied, tmp_path):
    """The chain cannot miss its own end; the tables computed from it can."""
    last = copied[1]
    gone = f"DELETE FROM companion WHERE event_id = (SELECT id FROM event WHERE n = {last})"
    assert edit(gone, f"DELETE FROM event WHERE n = {last}") is None
    with device_journal.opened(tmp_path / "data", now=MORNING) as store:
        assert verify.projections(store) == ("inquiry",)


def test_a_row_changed_in_a_table_is_found(edit, tmp_path):
    assert edit("UPDATE card SET counted = 0 WHERE p = 'polite'") is None
    with device_journal.opened(tmp_path / "data", now=MORNING) as store:
        assert verify.projections(store) == ("card",)
        store.rebuild()
        assert verify.projections(store) == ()


def test_a_changed_personal_value_is_found(edit, copied):
    assert edit("UPDATE companion SET value = '不好' WHERE field = 'name'") == Break(copied[0], copied[1], "personal")


def test_a_personal_value_gone_without_an_erasure_is_found(edit, copied):
    assert edit("DELETE FROM companion WHERE field = 'name'") == Break(copied[0], copied[1], "personal_missing")


def test_an_added_personal_value_is_found(edit, copied):
    added = "INSERT INTO companion SELECT id, 'phone', 'salt', '139' FROM event WHERE n = 20"
    assert edit(added) == Break(copied[0], 20, "personal")


def test_a_number_that_is_none_is_found(edit, copied):
    assert edit("UPDATE event SET n = 'x' WHERE n = 20") == Break(copied[0], 20, "missing")
    assert edit("UPDATE event SET n = 'a', station = '!' WHERE n = 21") == Break(copied[0], 20, "missing")


def test_a_personal_value_of_no_event_is_found_and_one_of_a_newer_kind_is_none_of_it(edit):
    newer = """INSERT INTO event (id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, acked)
        SELECT 'newer', 'other', hall, 1, 'wish_granted', 'wish:1', actor, ts, occurred_at, body, v, '', 1
        FROM event WHERE n = 19"""
    value = "INSERT INTO companion (event_id, field, salt, value) VALUES ('{}', 'wish', 'salt', '好')"
    assert edit(newer, value.format("newer")) is None
    assert edit("PRAGMA foreign_keys = 0", value.format("nowhere")) == Break("", 0, "personal")


def test_an_erasure_counts_as_no_change(copied, tmp_path):
    with device_journal.opened(tmp_path / "data", now=MORNING) as store:
        subject = next(event.subject for event in store.events() if event.kind == "inquiry_opened")
        with store.transaction(MORNING + 14_000_000) as tx:
            tx.erase(subject, reason="到期")
        assert verify.journal(store).found is None
        assert verify.projections(store) == ()


def test_missing_guards_are_found(edit, copied):
    assert edit("UPDATE event SET acked = 0", guards=False) == Break(copied[0], 0, "unguarded")


def test_another_devices_chain_may_have_holes_but_no_changes(copied, tmp_path):
    """The hub gives a device only a part of what others recorded."""
    with device_journal.opened(tmp_path / "data", now=MORNING) as source:
        some = [(event, (), event.n) for event in source.events() if event.n % 5]
    with device_journal.opened(tmp_path / "other", now=MORNING) as store:
        store.receive(some)
        assert verify.journal(store).found is None
    connection = sqlite3.connect(tmp_path / "other" / opening.FILE)
    connection.execute("DROP TRIGGER event_no_change")
    connection.execute("UPDATE event SET actor = '9' WHERE n = 8 AND station = ?", (copied[0],))
    connection.commit()
    connection.close()
    with device_journal.opened(tmp_path / "other", now=MORNING) as store:
        assert verify.journal(store).found == Break(copied[0], 8, "changed")


def test_a_deleted_event_of_another_device_leaves_a_hole_in_the_file(copied, tmp_path):
    """Its number says nothing: the hub hands out only some."""
    with device_journal.opened(tmp_path / "data", now=MORNING) as source:
        some = [(event, (), event.n) for event in source.events() if event.n % 5]
    with device_journal.opened(tmp_path / "other", now=MORNING) as store:
        store.receive(some)
    connection = sqlite3.connect(tmp_path / "other" / opening.FILE)
    (guard,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'event_no_delete'").fetchone()
    connection.execute("DROP TRIGGER event_no_delete")
    connection.execute("DELETE FROM event WHERE n = 8 AND station = ?", (copied[0],))
    connection.execute(guard)
    connection.commit()
    connection.close()
    with device_journal.opened(tmp_path / "other", now=MORNING) as store:
        assert verify.journal(store).found == Break(copied[0], 8, "missing")


def test_the_command_line_names_the_place_and_exits_with_1(run, edit, copied):
    run("verify")
    edit("UPDATE event SET actor = '1002' WHERE n = 20")
    told = run("verify", code=1)
    assert told.stdout == ""
    assert copied[0] in told.stderr
    assert "20" in told.stderr


def test_the_guards_hold_against_plain_statements(copied, tmp_path):
    connection = sqlite3.connect(tmp_path / "data" / opening.FILE)
    for statement in ("DELETE FROM event WHERE n = 20", "UPDATE event SET body = '{}' WHERE n = 20"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_forged_chain_of_another_station_hides_no_change_of_ours(edit, copied):
    """A thief's event with any link came by the hub, sorted before ours, and was all that `verify` said."""
    forged = """INSERT INTO event (id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, acked)
        SELECT 'forged', '!', hall, 1, kind, 'card:forged', actor, ts, occurred_at, body, v, link, 1
        FROM event WHERE n = 19"""
    assert edit(forged) == Break("!", 1, "changed")
    assert edit("UPDATE event SET ts = ts + 1 WHERE n = 20 AND station <> '!'") == Break(copied[0], 20, "changed")
