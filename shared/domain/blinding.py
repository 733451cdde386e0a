"""Known strings found in a text, and removed before a jury reads it: names, numbers, halls, branches, windows, phones.

This is not anonymity: a person reads the result and ticks that it holds no name, place or date. Pure.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec

_HERO, _COLLEAGUE, _SOMEBODY = "〔本人〕", "〔同事{}〕", "〔同事〕"
_OWN_HALL, _OTHER_HALL, _BRANCH, _WINDOW, _PHONE = "〔本厅〕", "〔他厅〕", "〔分公司〕", "〔窗口〕", "〔电话〕"
_HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸"
_DOUBLE_SURNAMES = {
    "欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙",
    "宇文", "司徒", "东方", "独孤", "南宫", "端木", "百里", "呼延", "轩辕", "完颜", "纳兰",
}  # fmt: skip
_GAP = r"[\s·\u200b-\u200d\u2060\ufeff]*"  # what people write between the characters of a name
_ALNUM = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
_FULL_WIDTH = 0xFEE0  # from an ASCII character to its full-width form
_NUMERAL = r"(?:\d|[一二三四五六七八九十百零〇两])"
_NUMBER = rf"工号{_GAP}[:：]?{_GAP}(?P<number>{_ALNUM}{{1,20}})"
_WINDOWS = rf"{_NUMERAL}+{_GAP}号{_GAP}(?:窗口|窗|柜台|台席)|窗口{_GAP}\d+(?:{_GAP}号)?"
_PHONES = r"(?<!\d)(?:[1１][3-9３-９]\d(?:[- ]?\d{4}){2}|[0０]\d{2,3}[- ]?\d{7,8}|[48]00(?:-?\d){7})(?!\d)"


class Person(msgspec.Struct, frozen=True):
    """Somebody on the roster, past or present."""

    number: str
    name: str


class Known(msgspec.Struct, frozen=True):
    """What is looked for: everybody on the roster, and the company's halls (code or name) and branches."""

    hero: str  # a staff number
    people: tuple[Person, ...]
    own_halls: tuple[str, ...]
    other_halls: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()


class Replaced(msgspec.Struct, frozen=True):
    """One string taken out: its position in the original, and the text that replaces it."""

    start: int
    end: int
    original: str
    shown: str


class Blinded(msgspec.Struct, frozen=True):
    """The text for the jury, and what was replaced, in order."""

    text: str
    replaced: tuple[Replaced, ...]


class Named(msgspec.Struct, frozen=True):
    """Somebody of the roster named in a text: where, and the staff number; "" where several are called so."""

    start: int
    end: int
    original: str
    number: str


def blind(text: str, known: Known, titles: Sequence[str]) -> Blinded:
    """`text` with the known strings replaced; the longest string wins where several begin at one place.

    `titles`: what follows a surname and so names somebody (姐, 师傅).
    """
    words = dict(_words(known, titles))
    found = re.finditer(_pattern(words), text, re.IGNORECASE)
    colleagues: dict[str, str] = {}
    replaced = tuple(
        Replaced(match.start(), match.end(), match[0], _shown(match, words, known, colleagues)) for match in found
    )
    return Blinded(_joined(text, replaced), replaced)


def named(text: str, people: Sequence[Person], titles: Sequence[str] = ()) -> tuple[Named, ...]:
    """Everybody of the roster whom a text names: by name, by surname and title; by number only behind 工号."""
    called = _called(people, titles)
    found = re.finditer(f"{_NUMBER}{_pattern(called, with_others=False)}", text, re.IGNORECASE)
    return tuple(
        Named(match.start(), match.end(), match[0], next(iter(numbers)) if len(numbers) == 1 else "")
        for match in found
        if (numbers := _meant(match, called))
    )


def _meant(match: re.Match[str], called: dict[str, set[str]]) -> set[str]:
    """Who is meant; nobody by bare digits, which in a text are amounts."""
    number = match["number"]
    if number is not None:
        return called.get(_key(number), set())
    return set() if _key(match[0]).isdigit() else called[_key(match[0])]


def phones(text: str) -> tuple[str, ...]:
    """The phone numbers in a text."""
    return tuple(match[0] for match in re.finditer(_PHONES, text))


def surname(name: str) -> str:
    """The family name: one character, or a double one."""
    return name[:2] if name[:2] in _DOUBLE_SURNAMES and len(name) > 2 else name[:1]


def _words(known: Known, titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every known string with its tag, or with the staff number of whoever it names ("" for one of several)."""
    for tag, places in ((_OTHER_HALL, known.other_halls), (_BRANCH, known.branches), (_OWN_HALL, known.own_halls)):
        yield from ((_key(place), tag) for place in places if place.strip())
    for called, numbers in _called(known.people, titles).items():
        yield called, next(iter(numbers)) if len(numbers) == 1 else ""


def _called(people: Sequence[Person], titles: Sequence[str]) -> dict[str, set[str]]:
    """Who is meant by each form of address: the staff numbers."""
    called: dict[str, set[str]] = {}
    for person in people:
        titled = (surname(person.name) + title for title in titles if person.name)
        for form in (person.name, person.number, *titled):
            if form.strip():
                called.setdefault(_key(form), set()).add(person.number)
    return called


def _pattern(words: Iterable[str], *, with_others: bool = True) -> str:
    """One pattern, longest first. A string of letters and digits is found only where no further one adjoins it.

    `with_others`: phones and windows too.
    """
    known = "|".join(_spelled(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    others = f"(?P<phone>{_PHONES})|(?P<window>{_WINDOWS})" if with_others else ""
    return others + (f"|{known}" if known else "")


def _spelled(word: str) -> str:
    if word.isascii():
        return rf"(?<!{_ALNUM})" + "".join(_either_width(character) for character in word) + rf"(?!{_ALNUM})"
    return _GAP.join(re.escape(character) for character in word)


def _either_width(character: str) -> str:
    """A character of a number or code as it is, or full-width (１００１)."""
    return f"(?:{re.escape(character)}|{chr(ord(character) + _FULL_WIDTH)})" if character > " " else r"\s"


def _shown(match: re.Match[str], words: dict[str, str], known: Known, colleagues: dict[str, str]) -> str:
    if match["phone"]:
        return _PHONE
    if match["window"]:
        return _WINDOW
    meant = words[_key(match[0])]
    if meant.startswith("〔"):
        return meant
    if meant == known.hero:
        return _HERO
    return colleagues.setdefault(meant, _next(colleagues)) if meant else _SOMEBODY


def _next(colleagues: dict[str, str]) -> str:
    place = len(colleagues)
    return _COLLEAGUE.format(_HEAVENLY_STEMS[place] if place < len(_HEAVENLY_STEMS) else place + 1)


def _key(text: str) -> str:
    return re.sub(_GAP, "", unicodedata.normalize("NFKC", text)).casefold()


def _joined(text: str, replaced: Sequence[Replaced]) -> str:
    pieces, at = [], 0
    for each in replaced:
        pieces += [text[at : each.start], each.shown]
        at = each.end
    return "".join([*pieces, text[at:]])
