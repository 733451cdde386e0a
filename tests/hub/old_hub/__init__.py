"""The hub as it was at its first step, and what a program of that day said to it: frozen, never to be changed.

The SQL files are those that were shipped. `lay` makes such a hub; `OldApp` speaks as the program did then.
"""

import json
from pathlib import Path
from typing import Any

import psycopg

from shared.sync.enrolment import Enrolment
from tests.hub.site import Site

FOLDER = Path(__file__).parent
GREETING = {"now", "name", "kind", "hall", "stations", "head", "feed_fits", "version", "contact", "alarm"}
STATION = {"station", "mine", "link", "prefix", "top"}  # the program knew these and failed at any other
PULLED = (
    *("seq", "chain", "id", "station", "hall", "n", "kind", "subject", "actor", "ts", "occurred_at"),
    *("body", "v", "link", "personal"),
)  # taken by their place
DEVICE = {
    *("name", "hall", "kind", "station", "enabled", "last_seen", "app", "backlog", "oldest"),
    *("clock_off", "alarm", "quarantined"),
}
PUSHED = (FOLDER / "pushed.json").read_text(encoding="utf-8")
"""A card with a sentence, as that program recorded and sent it, letter by letter."""
EVENT: dict[str, Any] = json.loads(PUSHED)[0]
STARTED = 1772413200000


def lay(site: Site) -> None:
    """Put the old hub in the place of the site's."""
    admin = site.admin
    admin.execute("DROP SCHEMA hub CASCADE")
    admin.execute("CREATE SCHEMA hub AUTHORIZATION warm_window_owner")
    admin.execute("SET ROLE warm_window_owner")
    admin.execute("SET search_path = hub")
    for name in ("0001_tables", "functions", "kind_rules"):
        admin.execute((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))
    admin.execute("INSERT INTO setting VALUES ('version', '1')")
    admin.execute("RESET ROLE")
    admin.execute("RESET search_path")


class OldApp:
    """A counter's program of that day, by its very words."""

    def __init__(self, enrolled: Enrolment) -> None:
        self.station = str(EVENT["station"])
        self._line = psycopg.connect(
            host=enrolled.host,
            port=enrolled.port,
            dbname=enrolled.database,
            user=enrolled.login,
            password=enrolled.secret,
            autocommit=True,
        )

    def close(self) -> None:
        self._line.close()

    def _call(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self._line.execute(query, values).fetchall()

    def hello(self, *, acked: int = 0, waiting: int = 0) -> dict[str, Any]:
        claims = [{"station": self.station, "acked": acked, "held": acked}]
        said = {
            "v": 1,
            "station": self.station,
            "stations": claims,
            "thorough": True,
            "backlog": waiting,
            "oldest": STARTED if waiting else 0,
            "clock": STARTED,
            "cursor": 0,
            "chain": "",
        }
        answer: dict[str, Any] = self._call("SELECT hub.hello(%s::json)", json.dumps(said))[0][0]
        return answer

    def push(self) -> list[str]:
        answers: list[str] = self._call("SELECT hub.push(%s::json)", PUSHED)[0][0]
        return answers

    def stamp(self) -> int:
        return int(self._call("SELECT hub.stamp()")[0][0])

    def pull(self, *mine: str) -> list[dict[str, Any]]:
        asked = json.dumps({"after": 0, "limit": 200, "mine": list(mine)})
        cursor = self._line.execute("SELECT * FROM hub.pull(%s::json)", (asked,))
        names = [column.name for column in cursor.description or ()]
        assert tuple(names) == PULLED
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def start_pause(self) -> str:
        asked = {"subject": "pause:old", "staff": "1001", "day_start": 0, "day_end": 2**53, "per_day": 2, "at_once": 1}
        asked |= {"seconds": 300, "hall": None}
        return str(self._call("SELECT hub.start_pause(%s::json)", json.dumps(asked))[0][0])

    def devices(self) -> list[dict[str, Any]]:
        return [row[0] for row in self._call("SELECT row_to_json(d) FROM hub.devices() d")]
