"""Compares a staff list with the roster: halls in any spelling, people listed twice, numbers that lost leading zeros.

Pure: what is known is an argument. A line that could mean two things is refused with both named.
"""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from shared.domain.refusal import Refusal
from shared.domain.spelling import folded, near, nearest
from shared.people.rules import RosterLine


class Hall(msgspec.Struct, frozen=True):
    """A hall (购气大厅) and its branch."""

    code: str
    name: str
    branch: str


class KnownPerson(msgspec.Struct, frozen=True):
    """Somebody on the roster: `hall` is a code; `active=False` who has left."""

    number: str
    name: str
    hall: str
    active: bool


class Site(msgspec.Struct, frozen=True):
    """The halls and people that are known before a list is read; `here` is the code of this device's hall, or ""."""

    halls: tuple[Hall, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    here: str = ""

    def hall(self, spelt: str, branch: str = "") -> Hall | None:
        """The hall with this code or name, however it is spelt; of several with one name that of the branch."""
        same = [hall for hall in self.halls if folded(spelt) in (folded(hall.code), folded(hall.name))]
        mine = [hall for hall in same if folded(hall.branch) == folded(branch)]
        return next(iter(mine or same), None)

    def number(self, spelt: str) -> str:
        """The number as it is known; else as it would be stored."""
        return {folded(one.number): one.number for one in self.people}.get(folded(spelt), folded(spelt))

    def with_halls_of(self, lines: Iterable[RosterLine]) -> "Site":
        """The site with the halls that the lines name for the first time; their names are their codes."""
        site = self
        for line in lines:
            if site.hall(line.hall, line.branch) is None:
                code = self.here if folded(self.here) == folded(line.hall) else folded(line.hall)
                site = replace(site, halls=(*site.halls, Hall(code, line.hall, line.branch)))
        return site

    def moved_by(self, lines: Iterable[RosterLine]) -> tuple[Hall, ...]:
        """The known halls of which all lines say one other branch, as they are then."""
        said: dict[Hall, dict[str, str]] = {}
        for line in lines:
            if line.active and (hall := self.hall(line.hall, line.branch)):
                said.setdefault(hall, {})[folded(line.branch)] = line.branch
        one = {hall: min(branches.values()) for hall, branches in said.items() if len(branches) == 1}
        changed = {hall: branch for hall, branch in one.items() if folded(branch) != folded(hall.branch)}
        return tuple(replace(hall, branch=branch) for hall, branch in changed.items())

    def with_moved(self, halls: Iterable[Hall]) -> "Site":
        """The site with these halls instead of those of their codes."""
        moved = {hall.code: hall for hall in halls}
        return replace(self, halls=tuple(moved.get(hall.code, hall) for hall in self.halls))

    def placed(self, line: RosterLine) -> RosterLine:
        """The line with number, hall and branch as they are spelt here. Raises `KeyError` for an unknown hall."""
        hall = self.hall(line.hall, line.branch)
        if hall is None:
            raise KeyError(line.hall)
        branch = hall.branch if folded(hall.branch) == folded(line.branch) else line.branch
        return replace(line, number=self.number(line.number), hall=hall.code, branch=branch)


class Choices(msgspec.Struct, frozen=True):
    """What whoever imports has said: halls may be made, or go to another branch; alike numbers are distinct people."""

    make_halls: bool = False
    move_halls: bool = False
    distinct: bool = False


def refusals(site: Site, lines: Sequence[tuple[int, RosterLine]], choices: Choices) -> list[tuple[int, Refusal]]:
    """The lines (number in the file, line) that cannot be taken, with the reason; an empty site takes any hall."""
    makes = choices.make_halls or not site.halls
    site = site.with_moved(site.moved_by(line for _, line in lines)) if choices.move_halls else site
    whole = site.with_halls_of(line for _, line in lines) if makes else site
    found = []
    taken: dict[str, tuple[int, RosterLine]] = {}
    for number, line in lines:
        refusal = (
            _hall(whole, line) or _listed_twice(taken, line) or _easily_confused(whole, taken, line, lines, choices)
        )
        if refusal:
            found.append((number, refusal))
        taken.setdefault(folded(line.number), (number, line))
    return found


def _hall(site: Site, line: RosterLine) -> Refusal | None:
    if hall := site.hall(line.hall, line.branch):
        return _other_branch(hall, line)
    near_by = nearest(line.hall, (hall.name for hall in site.halls))
    return Refusal("hall_nearest" if near_by else "hall_unknown", {"hall": line.hall, "near": near_by})


def _other_branch(hall: Hall, line: RosterLine) -> Refusal | None:
    """The hall has another branch than the line: two halls of one name, a typing error, or a hall that moved."""
    if not (line.active and hall.branch) or folded(hall.branch) == folded(line.branch):
        return None
    return Refusal("hall_of_branch", {"hall": hall.name, "branch": line.branch, "known": hall.branch})


def _listed_twice(taken: dict[str, tuple[int, RosterLine]], line: RosterLine) -> Refusal | None:
    before = taken.get(folded(line.number))
    return Refusal("twice", {"number": line.number, "first": before[0]}) if before else None


def _easily_confused(
    site: Site,
    taken: dict[str, tuple[int, RosterLine]],
    line: RosterLine,
    lines: Sequence[tuple[int, RosterLine]],
    choices: Choices,
) -> Refusal | None:
    """Somebody else whose number differs by zeros alone. One of them may leave by the same list (a correction)."""
    if any(folded(one.number) == folded(line.number) for one in site.people):
        return None
    alike = near(line.number)
    leaving = {folded(each.number) for _, each in lines if not each.active}
    for number, before in taken.values():
        if near(before.number) == alike and before.active and line.active:
            return _refused(line, before.number, before.name, f"{number}", _same(site, line, before), choices)
    for one in site.people:
        if near(one.number) == alike and folded(one.number) not in leaving:
            same = one.active and folded(one.name) == folded(line.name) and one.hall == _place(site, line)
            return _refused(line, one.number, one.name, "", same, choices)
    return None


def _same(site: Site, one: RosterLine, other: RosterLine) -> bool:
    return folded(one.name) == folded(other.name) and _place(site, one) == _place(site, other)


def _place(site: Site, line: RosterLine) -> str:
    hall = site.hall(line.hall, line.branch)
    return hall.code if hall else ""


def _refused(line: RosterLine, number: str, name: str, where: str, same: bool, choices: Choices) -> Refusal | None:
    """The same name in the same hall is always refused; other people unless `distinct` was chosen."""
    if choices.distinct and not same:
        return None
    details = {"number": line.number, "other": number, "name": name, "line": where}
    if same:
        return Refusal("near_same_line" if where else "near_same", details)
    return Refusal("near_other_line" if where else "near_other", details)
