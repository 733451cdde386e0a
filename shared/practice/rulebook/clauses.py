"""The clauses of a chapter, 第N条, as written in its Markdown; what differs between two versions. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

_HEAD = re.compile(r"^[ \t#>*_+-]*第\s*([0-9０-９]+|[〇零一二三四五六七八九十百]+)\s*条[*_]*[ 　:：]*", re.MULTILINE)
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100}


class Clause(msgspec.Struct, frozen=True):
    """One clause with its text; the text before the first clause has the number 0."""

    number: int
    text: str


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses in their order."""
    heads = list(_HEAD.finditer(text))
    before = text[: heads[0].start()] if heads else text
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found = [Clause(number(head[1]), text[head.end() : end].strip()) for head, end in zip(heads, ends, strict=False)]
    return ((Clause(0, before.strip()),) if before.strip() else ()) + tuple(found)


def number(written: str) -> int:
    """The value of a clause's number: 12 for "12", "１２" or "十二", 105 for "一百零五"."""
    if written.isdecimal():
        return int(written)
    total, digit = 0, 0
    for sign in written:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def duplicate_number(text: str) -> int | None:
    """The first number that a second clause repeats; None where all differ."""
    seen: set[int] = set()
    for clause in clauses(text):
        if clause.number and clause.number in seen:
            return clause.number
        seen.add(clause.number)
    return None


class Difference(msgspec.Struct, frozen=True):
    """A clause that changed; `before` is empty for a new one, `after` for a removed one. Text without a number: 0."""

    number: int
    before: str
    after: str


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """What changed from one version to another, clause by clause, in the order of the new one."""
    old, new = clauses(before), clauses(after)
    match = SequenceMatcher(None, [each.number for each in old], [each.number for each in new], autojunk=False)
    return tuple(
        difference
        for tag, i1, i2, j1, j2 in match.get_opcodes()
        for difference in _paired(old[i1:i2], new[j1:j2], same=tag == "equal")
        if difference.before != difference.after
    )


def _paired(old: tuple[Clause, ...], new: tuple[Clause, ...], *, same: bool) -> Iterator[Difference]:
    if same:
        yield from (Difference(b.number, a.text, b.text) for a, b in zip(old, new, strict=True))
        return
    yield from (Difference(each.number, each.text, "") for each in old)
    yield from (Difference(each.number, "", each.text) for each in new)
