"""Who joins, changes or leaves, one at a time: what supervisor and office do in the app.

The same rules as for a staff list (`roster.refusals`); whoever keeps one hall's roster stays inside it.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, above, may
from shared.journal.store import Store, Transaction
from shared.people import actions, roster, rules, views
from shared.people.acting import action
from shared.people.roster import Choices, Site
from shared.people.rules import RosterLine
from shared.people.views import Person

_ALIKE = {"near_same", "near_other"}


@action(Act.ROSTER, at_home=True)
def set_member(
    tx: Transaction, who: Actor, written: Mapping[str, str], *, distinct: bool = False, now: int
) -> RosterLine | Refusal:
    """Bring one person to what is written: a new one, one who comes back, another post, hall, window or role.

    `written`: column of a staff list (number, name, hall, window, post, role) -> text; the branch is the hall's.
    A number that is easily taken for somebody else's is refused unless `distinct`.
    """
    site = views.site(tx.store)
    hall = site.hall(written.get("hall", ""))
    line = rules.roster_line({**written, "branch": hall.branch if hall else written.get("hall", "")})
    if isinstance(line, Refusal):
        return line
    if refusal := _unfit(site, line, distinct=distinct):
        return refusal
    placed = site.placed(line)
    if refusal := _out_of_reach(tx, who, placed):
        return refusal
    actions.apply_line(tx, placed, actor=who.number)
    return placed


@action(Act.ROSTER, at_home=True)
def leave(tx: Transaction, who: Actor, number: str, *, now: int) -> Person | Refusal:
    """Take somebody off the roster; what they did stays theirs, and coming back brings it back."""
    found = views.person(tx.store, number)
    if found is None:
        return Refusal("unknown_person", {"number": number})
    if found.number == who.number:
        return Refusal("not_oneself")
    line = _line_of(found)
    if refusal := _out_of_reach(tx, who, line):
        return refusal
    actions.apply_line(tx, replace(line, active=False), actor=who.number)
    return found


def change_pin(
    store: Store, number: str, pin: str, new: str, *, now: int, program: str = "", steady: int | None = None
) -> Refusal | None:
    """Choose another PIN for oneself: the one in force is asked for, and a wrong one slows the next try as always."""
    who = actions.sign_in(store, number, pin, now=now, program=program, steady=steady)
    return who if isinstance(who, Refusal) else actions.set_pin(store, who.number, new, now=now, actor=who)


def _out_of_reach(tx: Transaction, who: Actor, line: RosterLine) -> Refusal | None:
    """A supervisor changes people of one hall only, and none to or from a role above their own.

    Of people who have left, their last hall counts: the hub takes their return only from that hall or the office.
    """
    hall, role = views.place_of(tx.store, line.number) or (line.hall, line.role)
    if above(line.role, who.role) or above(role, who.role):
        return Refusal("not_allowed")
    if not who.number or may(who.role, Act.SEE_ALL_HALLS):
        return None
    return None if {line.hall, hall} == {who.hall} else Refusal("only_own_hall")


def _unfit(site: Site, line: RosterLine, *, distinct: bool) -> Refusal | None:
    found = roster.refusals(site, [(1, line)], Choices(distinct=distinct))
    refusal = found[0][1] if found else None
    return Refusal("number_alike", refusal.details) if refusal and refusal.code in _ALIKE else refusal


def _line_of(person: Person) -> RosterLine:
    return RosterLine(
        number=person.number,
        name=person.name,
        branch=person.branch,
        hall=person.hall,
        window=person.home,
        post=person.post,
        role=person.role,
    )
