"""From Pinyin to Chinese: the table of words, and what a customer may have meant by the letters so far.

The table is made by `build_spec/pinyin_table.py`. A line holds all words whose syllables begin with the same letters,
the most usual first: `fw<TAB>服务 fu'wu 95<TAB>房屋 fang'wu 71 …`; the lines are in order. So one look finds them, by
whole syllables, by their beginnings, or by both mixed, and nothing is unpacked that nobody asked for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import resources
from kiosk.keyboard.syllables import SEPARATOR, Part, divided

FILE = resources.FOLDER / "pinyin" / "words.tsv"
MOST_LETTERS = 32
LEAST_USUAL = 180
"""What a word of weight 0 costs a sentence: ten times the natural logarithm of the words counted."""
_WEIGHT = 4  # bytes, at most, of a weight and what follows it
_MOST_PARTS = 8  # syllables of the longest words
_MOST_WORDS = 40  # of one length
_MOST_CHARACTERS = 120
_LESS_LIKELY = 60  # weight taken from a word that begins with what was typed, of one that was typed whole


class Candidate(NamedTuple):
    """A text, and how many of the typed letters and separators it stands for."""

    text: str
    typed: int


class Word(NamedTuple):
    """A word and how usual it is: ten times the natural logarithm of how often it was counted."""

    text: str
    weight: int


class Table:
    """All words, as the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __len__(self) -> int:
        """Bytes."""
        return len(self._data)

    def words(self, parts: Sequence[Part], *, begun: bool = False) -> Iterator[Word]:
        """The words of these syllables, the most usual first; `begun`: those whose last one goes on from there."""
        start, end = self._line("".join(part.letters[0] for part in parts).encode())
        if not begun and all(part.whole for part in parts):
            yield from self._words_read(parts, start, end)
            return
        for found in _pattern(tuple(parts), begun).finditer(self._data, start, end):
            yield Word(found[1].decode(), int(found[2]))

    def _words_read(self, parts: Sequence[Part], start: int, end: int) -> Iterator[Word]:
        """Those that are read exactly so, without a pattern: to make one takes longer than to look."""
        reading = f" {SEPARATOR.join(part.letters for part in parts)} ".encode()
        while (at := self._data.find(reading, start, end)) >= 0:
            start = at + len(reading)
            text = self._data[self._data.rfind(b"\t", 0, at) + 1 : at]
            yield Word(text.decode(), int(self._data[start : start + _WEIGHT].split()[0]))

    def _line(self, key: bytes) -> tuple[int, int]:
        """Where the line of `key` begins and ends; (0, 0) where there is none."""
        low, high = 0, len(self._data)
        wanted = key + b"\t"
        while low < high:
            start = self._data.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._data.find(b"\n", start) % (len(self._data) + 1)
            if self._data.startswith(wanted, start):
                return start, end
            if self._data[start : start + len(wanted)] < wanted:
                low = end + 1
            else:
                high = start
        return 0, 0


def read() -> Table | None:
    """The table of this installation; None where set-up has made none. Reads a file of some 4 MB."""
    try:
        return Table(FILE.read_bytes())
    except FileNotFoundError:
        return None


@lru_cache(maxsize=256)
def _pattern(parts: tuple[Part, ...], begun: bool) -> re.Pattern[bytes]:
    bodies = [part.letters + ("" if part.whole else "[a-z]*") for part in parts]
    if begun:
        bodies[-1] = parts[-1].letters + "[a-z]+"
    return re.compile(rb"([^\t ]+) " + SEPARATOR.join(bodies).encode() + rb" (\d+)")


def candidates(table: Table, typed: str, chosen: Mapping[str, str]) -> list[Candidate]:
    """What `typed` may mean, best first: all of it, then its beginning. `chosen`: what the customer took before."""
    found: dict[str, Candidate] = {}
    before = (Candidate(text, len(key)) for key, text in chosen.items() if typed.startswith(key))
    for candidate in sorted((*before, *_of_table(table, typed)), key=lambda each: -each.typed):
        found.setdefault(candidate.text, candidate)
    return list(found.values())


def _of_table(table: Table, typed: str) -> Iterator[Candidate]:
    ways = divided(typed)
    if not ways:
        return
    whole = _words_of_length(table, typed, ways, len(typed))
    if not whole and len(ways[0]) > 1 and (sentence := _sentence(table, ways[0])):
        yield Candidate(sentence, _length(typed, ways[0]))
    yield from whole
    for length in range(len(typed) - 1, 0, -1):
        yield from _words_of_length(table, typed, ways, length)


def _words_of_length(table: Table, typed: str, ways: "Sequence[tuple[Part, ...]]", length: int) -> list[Candidate]:
    """The words that stand for exactly the first `length` letters, in one of the ways to divide them."""
    beginnings = {parts[:end] for parts in ways for end in range(1, len(parts) + 1)}
    weighed: dict[str, int] = {}
    for parts in (each for each in beginnings if len(each) <= _MOST_PARTS and _length(typed, each) == length):
        most = _MOST_CHARACTERS if len(parts) == 1 else _MOST_WORDS
        for begun in (False, True) if length == len(typed) and parts[-1].whole else (False,):
            for _, word in zip(range(most), table.words(parts, begun=begun), strict=False):
                weight = word.weight - _LESS_LIKELY * (begun + sum(not part.whole for part in parts))
                weighed[word.text] = max(weight, weighed.get(word.text, weight))
    return [Candidate(text, length) for text in sorted(weighed, key=lambda text: -weighed[text])]


def after(typed: str, parts: Sequence[Part]) -> str:
    """What of `typed` comes after these parts."""
    return typed[_length(typed, parts) :]


def _length(typed: str, parts: Sequence[Part]) -> int:
    """How many letters and separators of `typed` these parts stand for, with the separators that follow."""
    at = 0
    for part in parts:
        at = typed.index(part.letters, at) + len(part.letters)
    while at < len(typed) and typed[at] == SEPARATOR:
        at += 1
    return at


def _sentence(table: Table, parts: Sequence[Part]) -> str:
    """The likeliest words one after the other; "" where some part is no word's."""
    best: list[tuple[int, str] | None] = [(0, ""), *([None] * len(parts))]
    for start, before in enumerate(best):
        if before is None:
            continue
        for end in range(start + 1, min(len(parts), start + _MOST_PARTS) + 1):
            word = next(table.words(parts[start:end]), None)
            if word is None:
                continue
            weight = before[0] + word.weight - LEAST_USUAL
            known = best[end]
            if known is None or weight > known[0]:
                best[end] = (weight, before[1] + word.text)
    return best[-1][1] if best[-1] else ""
