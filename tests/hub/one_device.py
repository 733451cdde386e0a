"""One device as a process of its own: records, syncs by its own courier, and tells at the end what it has.

`python -m tests.hub.one_device FOLDER KIND COUNT`: says "done" when all is recorded; reads how many events it should
come to have; waits for them, and three rounds more for any too many; says its state.
"""

import random
import sys
import time
from pathlib import Path

import msgspec

from shared.domain.clock import wall_clock
from shared.domain.fact import Fact
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people.facts import HallSet
from shared.practice.cards.facts import P
from shared.practice.diary.facts import Entry, EntryWritten
from shared.practice.pauses.facts import Decision, PauseEnded, PauseStarted
from shared.registry import PROJECTIONS
from shared.sync.courier import Courier
from tests.hub.fold import fold
from tests.hub.site import card
from tests.support.patience import until


def acts(kind: str, number: int) -> list[tuple[str, Fact]]:
    """What such a device records: (subject, fact)."""
    own = f"{random.getrandbits(60):x}"
    staff = f"10{number % 7:02}"
    if kind == "office":
        return [(f"hall:{own}", HallSet(code=own, name=f"大厅{number}", branch="和平"))]
    a_card = (f"card:{own}", card(staff, random.choice(list(P)), "谢谢" if number % 3 else ""))
    if kind == "kiosk":
        return [a_card]
    decision = Decision(
        policy_version=1, limit=5, inclusive=False, per_day=2, own_today=0, colleagues_paused=0, other_windows=1
    )
    pause = PauseStarted(staff=staff, window="1", post="cashier", seconds=300, decision=decision)
    entry = EntryWritten(staff=staff, entry=Entry.DIFFICULTY, text="排队长")
    return [
        (f"pause:{own}", pause),
        (f"pause:{own}", PauseEnded(length_ms=1000)),
        (f"entry:{own}", entry),
        a_card,
    ]


def record(store: Store, courier: Courier, kind: str, count: int) -> None:
    for number in range(count):
        for subject, fact in acts(kind, number):
            with store.transaction(wall_clock()) as tx:
                tx.record(fact, subject=subject, actor="" if kind == "kiosk" else "1001")
            courier.nudge()
        time.sleep(random.uniform(0, 0.01))


def state(store: Store) -> dict[str, object]:
    events = [(event.id, event.kind, event.hall, event.station) for event in store.events()]
    personal = store.db.execute_sql("SELECT event_id FROM companion ORDER BY event_id").fetchall()
    return {"events": events, "station": store.station, "personal": [row[0] for row in personal], "fold": fold(store)}


def main() -> None:
    folder, kind, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    store = open_store(folder, PROJECTIONS)
    courier = Courier(folder, lambda: open_store(folder, PROJECTIONS), every=0.3)
    courier.start()
    record(store, courier, kind, count)
    print("done", flush=True)
    expected = int(sys.stdin.readline())
    until(lambda: len(store.events()) >= expected, f"{expected} events")
    for _ in range(3):
        heard = courier.status.heard_at
        until(lambda heard=heard: courier.status.heard_at > heard, "one more round")
    if not courier.stop():
        sys.exit("the courier did not stop")
    print(msgspec.json.encode(state(store)).decode(), flush=True)
    store.close()


if __name__ == "__main__":
    main()
