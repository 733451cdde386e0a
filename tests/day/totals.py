"""Every figure of the day's page once more, from the raw journal and by other code."""

from collections import Counter
from collections.abc import Iterable

from tests.day.raw import Raw

_P = ("polite", "patient", "positive", "passionate", "professional")
_ENTRIES = ("pause", "difficulty", "grievance", "praise", "deed", "discovery", "suggestion", "handover")
_STATE = {"inquiry_opened": "open", "inquiry_reopened": "open", "inquiry_closed": "closed", "inquiry_merged": "merged"}
_PAUSED = "kind = 'pause_started' AND subject NOT IN (SELECT subject FROM event WHERE kind = 'pause_withdrawn')"
_GRANTED, _OVERRUN_MS = 2, 360_000
Counts = dict[str, int]


def totals(raw: Raw) -> dict[str, object]:
    """All of them, under the names that the page's JSON has."""
    return {
        "cards": cards(raw),
        "pauses": pauses(raw),
        "inquiries": inquiries(raw),
        "served": sum(served(raw).values()),
        "rated": rated(raw),
        "diary": diary(raw),
    }


# ---- the line --------------------------------------------------------------------------------------------------------


def served(raw: Raw) -> dict[tuple[str, str], int]:
    """By staff and service: of a number that two windows finished, the first counts."""
    return {
        (staff, service): n
        for staff, service, n in raw.rows(
            """WITH done AS (SELECT body, row_number() OVER (PARTITION BY subject ORDER BY ts, station, n) AS place
                   FROM event WHERE kind = 'number_served' AND {day})
               SELECT body ->> 'staff', body ->> 'service', count(*) FROM done WHERE place = 1 GROUP BY 1, 2"""
        )
    }


def called_twice(raw: Raw) -> list[tuple[str, int]]:
    """Numbers called that were called or served already, and when."""
    return raw.rows(
        """WITH step AS (SELECT subject, kind, occurred_at, lag(kind) OVER line AS before FROM event
               WHERE kind IN ('number_called', 'number_missed', 'number_held', 'number_served') AND {day}
               WINDOW line AS (PARTITION BY subject ORDER BY ts, station, n))
           SELECT subject, occurred_at FROM step
           WHERE kind = 'number_called' AND before IN ('number_called', 'number_served')"""
    )


def rated(raw: Raw) -> int:
    """Served numbers whose customer gave a card, counted or not; two cards of one number are one."""
    [(found,)] = raw.rows(
        """SELECT count(DISTINCT body ->> 'number') FROM event
           WHERE kind = 'card_awarded' AND body ->> 'number' <> '' AND body ->> 'giver' = 'customer' AND {day}"""
    )
    return int(found)


# ---- cards -----------------------------------------------------------------------------------------------------------


def cards(raw: Raw) -> dict[str, object]:
    """Each card as it stands after its reviews; the first of a number, none that was taken back."""
    first = raw.rows(
        """WITH given AS (SELECT *, row_number() OVER (PARTITION BY subject ORDER BY ts, station, n) AS place
               FROM event WHERE kind = 'card_awarded' AND {day}
               AND subject NOT IN (SELECT subject FROM event WHERE kind = 'card_withdrawn'))
           SELECT subject, body ->> 'p', body ->> 'giver', json_array_length(body, '$.flags')
           FROM given WHERE place = 1"""
    )
    said = _verdicts(raw)
    standing = [(p, giver, said.get(card) or ("suspect" if flags else "count")) for card, p, giver, flags in first]
    return {
        "customers": _by_p(p for p, giver, stands in standing if giver == "customer" and stands == "count"),
        "staff": _by_p(p for p, giver, stands in standing if giver != "customer" and stands == "count"),
        "suspect": sum(stands == "suspect" for _, _, stands in standing),
        "excluded": sum(stands == "exclude" for _, _, stands in standing),
    }


def _verdicts(raw: Raw) -> dict[str, str]:
    """By card, the verdict in force: a restored one takes the one before it back."""
    said: dict[str, list[str]] = {}
    query = "SELECT subject, body ->> 'verdict' FROM event WHERE kind = 'card_reviewed' ORDER BY ts, station, n"
    for card, verdict in raw.rows(query):
        mine = said.get(card, [])
        said[card] = mine[:-1] if verdict == "restore" else [*mine, verdict]
    return {card: mine[-1] for card, mine in said.items() if mine}


def _by_p(given: Iterable[str]) -> Counts:
    counted = Counter(given)
    return {p: counted[p] for p in _P}


# ---- pauses and the diary --------------------------------------------------------------------------------------------


def pauses(raw: Raw) -> Counts:
    """Those taken back at once are none; beyond the quota is each one after a person's second."""
    own = [staff for (staff,) in raw.rows(f"SELECT body ->> 'staff' FROM event WHERE {_PAUSED} AND {{day}}")]
    return {
        "granted": len(own),
        "refused": raw.count("pause_refused"),
        "over_quota": sum(max(0, n - _GRANTED) for n in Counter(own).values()),
        "overrun": raw.count("pause_ended", f"body ->> 'length_ms' >= {_OVERRUN_MS}"),
    }


def diary(raw: Raw) -> Counts:
    """By kind, as its author last had it."""
    changed = raw.last("body ->> 'entry'", "entry_changed")
    written = raw.rows("SELECT subject, body ->> 'entry' FROM event WHERE kind = 'entry_written' AND {day}")
    counted = Counter(changed.get(subject, entry) for subject, entry in written)
    return {**{entry: counted[entry] for entry in _ENTRIES}, "pause": pauses(raw)["granted"]}


# ---- first inquiries -------------------------------------------------------------------------------------------------


def inquiries(raw: Raw) -> Counts:
    """Each ticket's last state, and its days by the last fact that set them; asked after closing time."""
    open_now, overdue, target = open_tickets(raw), late_tickets(raw), _days(raw, "target", "inquiry_special_granted")
    return {
        "opened": raw.count("inquiry_opened"),
        "closed": sum(kind == "inquiry_closed" for kind in _states(raw).values()),
        "open": len(open_now),
        "due": sum(target[ticket] <= raw.day for ticket in open_now - overdue),
        "overdue": len(overdue),
    }


def open_tickets(raw: Raw) -> set[str]:
    return {ticket for ticket, kind in _states(raw).items() if _STATE[kind] == "open"}


def late_tickets(raw: Raw) -> set[str]:
    """Open and past the limit."""
    limit = _limits(raw)
    return {ticket for ticket in open_tickets(raw) if limit[ticket] <= raw.day}


def _states(raw: Raw) -> dict[str, str]:
    return raw.last("kind", *_STATE)


def _days(raw: Raw, name: str, *more: str, instead: str = "") -> dict[str, str]:
    """The promised day `name` of each ticket, as promised last."""
    promised = f"body ->> '$.promise.deadlines.{name}'"
    value = f"coalesce(body ->> '{instead}', {promised})" if instead else promised
    return raw.last(value, "inquiry_opened", "inquiry_reopened", *more)


def _limits(raw: Raw) -> dict[str, str]:
    return _days(raw, "limit", "inquiry_special_granted", "inquiry_extended", instead="limit")


# ---- breaches --------------------------------------------------------------------------------------------------------


def breaches(raw: Raw) -> Counts:
    """How often each rule was not kept."""
    limit, informed = _limits(raw), _days(raw, "inform_by", "inquiry_informed", instead="next_due")
    closed = [ticket for ticket, kind in _states(raw).items() if kind == "inquiry_closed"]
    return {
        "called_twice": len({number for number, _ in called_twice(raw)}),
        "over_quota": pauses(raw)["over_quota"],
        "overrun": pauses(raw)["overrun"],
        "late_answer": sum(limit[ticket] < raw.day for ticket in closed),
        "overdue": len(late_tickets(raw)),
        "not_informed": sum(informed[ticket] < raw.day for ticket in open_tickets(raw)),
    }
