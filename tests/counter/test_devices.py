"""The page of devices shows what the hub told last, and when; it guesses nothing of the time since."""

import msgspec

from shared.sync.known_devices import DeviceSeen
from tests.counter.conftest import Counter
from tests.support.builders import HALL, at

MINUTE = 60_000


def told(counter: Counter, *devices: DeviceSeen, minutes_ago: int) -> None:
    with counter.store.db.atomic():
        counter.store.set_setting("devices", msgspec.json.encode(devices).decode())
        counter.store.set_setting("devices_at", str(counter.times.start - minutes_ago * MINUTE))


def device(counter: Counter, name: str, *, minutes_ago: int, waiting: int = 0, release: str = "0.1.0") -> DeviceSeen:
    return DeviceSeen(
        name=name,
        hall=HALL,
        kind="kiosk",
        station=name,
        enabled=True,
        last_seen=counter.times.start - minutes_ago * MINUTE,
        app=1,
        backlog=waiting,
        oldest=at("09:05") if waiting else 0,
        clock_off=0,
        alarm="",
        quarantined=0,
        release=release,
    )


def shown(counter: Counter) -> list[list[str]]:
    page = counter.opens("devices")
    rows = page.table.rows
    return [[rows.index(r, c).data() for c in range(rows.columnCount())] for r in range(rows.rowCount())]


def test_devices_are_shown_as_the_hub_told_last_and_not_as_silent_since(counter: Counter) -> None:
    told(
        counter,
        device(counter, "k1", minutes_ago=2, waiting=3),
        device(counter, "k2", minutes_ago=40, release=""),
        minutes_ago=1,
    )
    counter.signs_in("2001")
    assert shown(counter) == [
        ["k1", HALL, "自助屏", "0.1.0", "10:28", "3 条，最早 09:05", "正常"],
        ["k2", HALL, "自助屏", "—", "09:50", "0", "没有消息"],
    ]
    counter.reads("汇聚库在 10:29 告知的情况。")
    told(counter, device(counter, "k1", minutes_ago=51), minutes_ago=50)  # this counter is offline itself
    counter.window.session.refresh()
    counter.reads("本机 50 分钟没有收到汇聚库的消息，以下是 09:40 的情况。")
    [[*_, state]] = shown(counter)
    assert state == "正常"
