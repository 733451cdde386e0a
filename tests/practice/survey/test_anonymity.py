"""No way back from an answer to a person.

Two companies that differ only in who gave which answer are compared in all that can be read of them, after each answer
and after the count. Nothing tells them apart.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from shared.domain.workdays import day_of
from shared.journal import backup
from shared.journal.sqlite import sqlite3
from shared.journal.store import Store
from shared.practice.survey import actions, rules, sealing, views
from shared.practice.survey.box import Box
from shared.practice.survey.facts import Question
from tests.practice.survey.halls import AFTER, BIG, OFFICE, SMALL, answer, carry, company, given, noon

ROUND = "survey:2026-1"
ANSWERS = ((1, 1, 1), (5, 5, 5), (2, 3, 4), (4, 3, 2), (5, 1, 3), (1, 5, 1), (3, 3, 3))
VOTERS = ("1001", "1002", "1003", "1004", "1005", "1006", "2001")
_RANDOM = re.compile(r"\b(?!177\d{10}\b)[0-9a-f]{12,}")  # moments stay
"""Ids, stations, links, sealed numbers: whether these say anything is asked of the arithmetic, below."""
_WORDS = tuple(f'"{question.value}"'.encode() for question in Question)


def readable(folder: Path) -> list[tuple[Any, ...]]:
    """Every row of every table, in the order of the file, in the journal and in all copies of it; and the boxes."""
    found: list[tuple[Any, ...]] = []
    for file in sorted(folder.rglob("*.db")):
        with sqlite3.connect(file) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
            for table in tables:
                rows = enumerate(db.execute(f'SELECT * FROM "{table}"'))  # as they lie
                found += [(file.relative_to(folder), table, n, *map(_plain, row)) for n, row in rows]
        db.close()
    return found + [
        (file.name, _plain(file.read_bytes()[64:65_536].rstrip())) for file in sorted(folder.rglob("*.box"))
    ]


def _plain(value: object) -> object:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return _RANDOM.sub("#", text)


def raw(folder: Path) -> bytes:
    """All bytes of all files: write-ahead log, free pages and slack too."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def story(folder: Path, answers: Sequence[tuple[int, ...]]) -> Iterable[tuple[str, object]]:
    """What can be read after each step by every device, each with a backup of its journal, and by who joins them."""
    with company(folder) as stores:
        for place, (number, values) in enumerate(zip(VOTERS, answers, strict=True)):
            store = stores[1] if number.startswith("2") else stores[0]
            assert answer(store, number, *values) is None
            backup.daily(store.db, store.folder, day_of(noon()), kept=7)
            carry(*stores)
            yield f"after {place + 1}", [readable(each.folder) for each in stores]
            for each in stores:
                assert not any(word in raw(each.folder) for word in _WORDS), "an answer is written somewhere"
        for place, store in enumerate(stores):  # at different moments: equal ones go by the random ids of stations
            actions.send_boxes(store, now=noon(AFTER) + place)
        carry(*stores)
        yield "sent", [readable(each.folder) for each in stores]
        keys = key_of(stores[2])
        assert actions.count(stores[2], OFFICE, ROUND, now=noon(AFTER)) == len(VOTERS)
        carry(*stores)
        yield "counted", [readable(each.folder) for each in stores]
        for store in stores:
            for part in (keys.p, keys.q):
                assert f"{part:x}".encode() not in raw(store.folder), "the key is left"
            assert not list(store.folder.rglob("*.box"))


def key_of(office: Store) -> sealing.PrivateKey:
    p, q = views.key_file(office.folder, ROUND).read_text().split()
    return sealing.PrivateKey(int(p, 16), int(q, 16))


def test_who_gave_which_answer_changes_nothing_that_anybody_can_read(tmp_path: Path) -> None:
    told = story(tmp_path / "one", ANSWERS)
    swapped = story(tmp_path / "other", tuple(reversed(ANSWERS)))
    for (step, one), (_, other) in zip(told, swapped, strict=True):
        assert one == other, step


def test_neither_a_hall_nor_the_hub_holds_what_opens_an_answer(tmp_path: Path) -> None:
    with company(tmp_path) as (big, small, office):
        key = key_of(office)
        answer(big, "1001", 1, 1, 1)
        carry(big, small, office)
        for store in (big, small):
            assert f"{key.p:x}".encode() not in raw(store.folder)
        before = Box(big.folder, ROUND).read().sum
        answer(big, "1002", 1, 1, 1)
        after = Box(big.folder, ROUND).read().sum
        assert len({before, after, sealing.encrypt(rules.counters(given(1, 1, 1)), key.public)}) == 3
        assert before.encode() not in raw(big.folder), "the box of before is left on the disk"


def test_backups_hold_neither_boxes_nor_keys(tmp_path: Path) -> None:
    with company(tmp_path) as (big, _, office):
        answer(big, "1001", 1, 1, 1)
        for store in (big, office):
            backup.daily(store.db, store.folder, day_of(noon()), kept=7)
        sealed_sum = Box(big.folder, ROUND).read().sum.encode()
        assert sealed_sum not in raw(big.folder / backup.FOLDER)
        assert f"{key_of(office).p:x}".encode() not in raw(office.folder / backup.FOLDER)


def test_the_hub_sees_sums_of_five_until_the_round_is_over(tmp_path: Path) -> None:
    with company(tmp_path) as (big, small, office):
        for number, values in zip(VOTERS, ANSWERS, strict=True):
            answer(small if number.startswith("2") else big, number, *values)
            carry(big, small, office)
            assert {each.sent for each in views.progress(office, ROUND)} <= {0, 5}
        (one,) = views.boxes(office, ROUND)[BIG]
        total = rules.by_question(sealing.decrypt(one, key_of(office), rules.COUNTERS))
        assert total["valued"] == (1, 1, 0, 1, 2)  # all that even the key says of five people


@pytest.mark.parametrize("hall", [BIG, SMALL])
def test_what_is_published_cannot_be_subtracted_down_to_a_few(tmp_path: Path, hall: str) -> None:
    with company(tmp_path) as (big, small, office):
        for number, values in zip(VOTERS, ANSWERS, strict=True):
            answer(small if number.startswith("2") else big, number, *values)
        for store in (big, small):
            actions.send_boxes(store, now=noon(AFTER))
        carry(big, small, office)
        actions.count(office, OFFICE, ROUND, now=noon(AFTER))
        groups = views.round_of(office, ROUND).groups
        assert [group.count for group in groups if hall in group.halls] == [7]


def test_the_office_s_pc_alone_can_open_a_small_box_that_was_sent_at_the_end(tmp_path: Path) -> None:
    """Until it counts: said on its page, in the handbook and in the docstring."""
    with company(tmp_path) as (big, small, office):
        answer(small, "2001", 1, 2, 3)
        for number, values in zip(VOTERS[:5], ANSWERS, strict=False):
            answer(big, number, *values)
        for store in (big, small):
            actions.send_boxes(store, now=noon(AFTER))
        carry(big, small, office)
        (box,) = views.boxes(office, ROUND)[SMALL]
        found = sealing.decrypt(box, key_of(office), rules.COUNTERS)
        assert found == rules.counters(given(1, 2, 3))
        actions.count(office, OFFICE, ROUND, now=noon(AFTER))
        assert not views.key_file(office.folder, ROUND).exists()


def test_the_key_file_and_a_single_box_together_reveal_one_person_s_answers(tmp_path: Path) -> None:
    """Who has the office's key file and the box of one person, before the count, reads that person's answers."""
    with company(tmp_path) as (big, _, office):
        answer(big, "1001", 1, 2, 3)
        found = sealing.decrypt(Box(big.folder, ROUND).read().sum, key_of(office), rules.COUNTERS)
        assert found == rules.counters(given(1, 2, 3))
