"""The day's totals once more, straight from the `event` table: no fact type, no projection, no view of the product."""

import sqlite3
from pathlib import Path
from typing import Any

_STATE = {"inquiry_opened": "open", "inquiry_reopened": "open", "inquiry_closed": "closed", "inquiry_merged": "merged"}
_OF_DAY = "hall = :hall AND occurred_at >= :start AND occurred_at < :start + 86400000"


class Raw:
    """The journal in `folder` as it lies on the disk."""

    def __init__(self, folder: Path, hall: str, day: str) -> None:
        self._db = sqlite3.connect(f"{(folder / 'journal.db').as_uri()}?mode=ro", uri=True)
        (start,) = self._db.execute("SELECT (unixepoch(?) - 8 * 3600) * 1000", (day,)).fetchone()
        self._values = {"hall": hall, "start": start, "today": day}

    def close(self) -> None:
        self._db.close()

    def rows(self, query: str, **more: object) -> list[tuple[Any, ...]]:
        return self._db.execute(query.format(day=_OF_DAY), {**self._values, **more}).fetchall()

    def count(self, kind: str, where: str = "1") -> int:
        [(found,)] = self.rows(f"SELECT count(*) FROM event WHERE kind = :kind AND {where} AND {{day}}", kind=kind)
        return int(found)

    def served(self) -> dict[tuple[str, str], int]:
        """By staff and service: of a number that two windows finished, the first counts."""
        return {
            (staff, service): n
            for staff, service, n in self.rows(
                """WITH done AS (SELECT body, row_number() OVER (PARTITION BY subject ORDER BY ts, station, n) AS place
                       FROM event WHERE kind = 'number_served' AND {day})
                   SELECT body ->> 'staff', body ->> 'service', count(*) FROM done WHERE place = 1 GROUP BY 1, 2"""
            )
        }

    def called_twice(self) -> list[tuple[str, int]]:
        """Numbers called that were called or served already, and when."""
        return self.rows(
            """WITH step AS (SELECT subject, kind, occurred_at, lag(kind) OVER line AS before FROM event
                   WHERE kind IN ('number_called', 'number_missed', 'number_held', 'number_served') AND {day}
                   WINDOW line AS (PARTITION BY subject ORDER BY ts, station, n))
               SELECT subject, occurred_at FROM step
               WHERE kind = 'number_called' AND before IN ('number_called', 'number_served')"""
        )

    def cards(self) -> dict[str, int]:
        """Customers' cards without a flag, by P."""
        return dict(
            self.rows(
                """SELECT body ->> 'p', count(*) FROM event WHERE kind = 'card_awarded' AND {day}
                   AND json_array_length(body, '$.flags') = 0 AND body ->> 'giver' = 'customer' GROUP BY 1"""
            )
        )

    def pauses(self) -> dict[str, int]:
        return {
            "granted": self.count("pause_started"),
            "refused": self.count("pause_refused"),
            "over_quota": sum(
                max(0, n - 2)
                for _, n in self.rows(
                    "SELECT body ->> 'staff', count(*) FROM event WHERE kind = 'pause_started' AND {day} GROUP BY 1"
                )
            ),
            "overrun": self.count("pause_ended", "body ->> 'length_ms' >= 360000"),
        }

    def inquiries(self) -> dict[str, int]:
        """Each ticket's last state, and its days by the last fact that set them."""
        state = self._last("'inquiry_opened', 'inquiry_closed', 'inquiry_reopened', 'inquiry_merged'", "kind")
        limit = self._last(
            "'inquiry_opened', 'inquiry_reopened', 'inquiry_special_granted', 'inquiry_extended'",
            "coalesce(body ->> 'limit', body ->> '$.promise.deadlines.limit')",
        )
        target = self._last(
            "'inquiry_opened', 'inquiry_reopened', 'inquiry_special_granted'", "body ->> '$.promise.deadlines.target'"
        )
        open_now = [ticket for ticket, kind in state.items() if _STATE[kind] == "open"]
        today = str(self._values["today"])
        overdue = {ticket for ticket in open_now if limit[ticket] <= today}  # asked after closing time
        return {
            "opened": self.count("inquiry_opened"),
            "closed": sum(_STATE[kind] == "closed" for kind in state.values()),
            "open": len(open_now),
            "due": sum(target[ticket] <= today for ticket in open_now if ticket not in overdue),
            "overdue": len(overdue),
        }

    def _last(self, kinds: str, value: str) -> dict[str, str]:
        query = f"SELECT subject, {value} FROM event WHERE kind IN ({kinds}) ORDER BY ts, station, n"
        return dict(self.rows(query))

    def diary(self) -> dict[str, int]:
        entries = self.rows(
            "SELECT body ->> 'entry', count(*) FROM event WHERE kind = 'entry_written' AND {day} GROUP BY 1"
        )
        return {"pause": self.count("pause_started"), **dict(entries)}
