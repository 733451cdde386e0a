"""From Pinyin to Chinese: the table of words, and the candidates for the letters typed so far.

The table is made by `build_spec/pinyin_table.py`. A line holds all words whose syllables begin with the same letters,
the most usual first: `fw<TAB>服务 fu'wu 95<TAB>房屋 fang'wu 71 …`; the lines are in order. A binary search finds
them by whole syllables, by their beginnings, or by both mixed, without unpacking the file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import resources
from kiosk.keyboard.syllables import SEPARATOR, Part, divisions_of

FILE = resources.FOLDER / "pinyin" / "words.tsv"
MOST_LETTERS = 32
COST_PER_WORD = 180
"""Taken from a sentence's weight for each word: ten times the natural logarithm of the words counted."""
_WEIGHT = 4  # bytes, at most, of a weight and what follows it
_MOST_PARTS = 8  # syllables of the longest words
_MOST_WORDS = 40  # of one length
_MOST_CHARACTERS = 120
_COMPLETION_COST = 60  # weight taken from a word for each syllable not typed whole


class Candidate(NamedTuple):
    """A text, and how many of the typed letters and separators it replaces."""

    text: str
    typed: int


class Word(NamedTuple):
    """A word and how usual it is: ten times the natural logarithm of how often it was counted."""

    text: str
    weight: int


class WordTable:
    """All words, as the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __len__(self) -> int:
        """Bytes."""
        return len(self._data)

    def words(self, parts: Sequence[Part], *, begun: bool = False) -> Iterator[Word]:
        """The words of these syllables, most usual first; `begun`: only those whose last syllable is longer."""
        start, end = self._line("".join(part.letters[0] for part in parts).encode())
        if not begun and all(part.whole for part in parts):
            yield from self._exact_words(parts, start, end)
            return
        for found in _pattern(tuple(parts), begun).finditer(self._data, start, end):
            yield Word(found[1].decode(), int(found[2]))

    def _exact_words(self, parts: Sequence[Part], start: int, end: int) -> Iterator[Word]:
        """The words of exactly this reading; plain search, because compiling a pattern would take longer."""
        reading = f" {SEPARATOR.join(part.letters for part in parts)} ".encode()
        while (at := self._data.find(reading, start, end)) >= 0:
            start = at + len(reading)
            text = self._data[self._data.rfind(b"\t", 0, at) + 1 : at]
            yield Word(text.decode(), int(self._data[start : start + _WEIGHT].split()[0]))

    def _line(self, key: bytes) -> tuple[int, int]:
        """Start and end of the line of `key`, by binary search; (0, 0) if there is none."""
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


def read() -> WordTable | None:
    """The table of this installation, a file of about 4 MB; None if it was not made."""
    try:
        return WordTable(FILE.read_bytes())
    except FileNotFoundError:  # an installation without the table works, without Pinyin
        return None


@lru_cache(maxsize=256)
def _pattern(parts: tuple[Part, ...], begun: bool) -> re.Pattern[bytes]:
    bodies = [part.letters + ("" if part.whole else "[a-z]*") for part in parts]
    if begun:
        bodies[-1] = parts[-1].letters + "[a-z]+"
    return re.compile(rb"([^\t ]+) " + SEPARATOR.join(bodies).encode() + rb" (\d+)")


def candidates(table: WordTable, typed: str, chosen: Mapping[str, str]) -> list[Candidate]:
    """The candidates for `typed`, best first: all of it, then its beginning. `chosen`: earlier choices by letters."""
    found: dict[str, Candidate] = {}
    before = (Candidate(text, len(key)) for key, text in chosen.items() if typed.startswith(key))
    for candidate in sorted((*before, *_from_table(table, typed)), key=lambda each: -each.typed):
        found.setdefault(candidate.text, candidate)
    return list(found.values())


def _from_table(table: WordTable, typed: str) -> Iterator[Candidate]:
    divisions = divisions_of(typed)
    if not divisions:
        return
    whole = _words_of_length(table, typed, divisions, len(typed))
    if not whole and len(divisions[0]) > 1 and (sentence := _sentence(table, divisions[0])):
        yield Candidate(sentence, _length(typed, divisions[0]))
    yield from whole
    for length in range(len(typed) - 1, 0, -1):
        yield from _words_of_length(table, typed, divisions, length)


def _words_of_length(
    table: WordTable, typed: str, divisions: "Sequence[tuple[Part, ...]]", length: int
) -> list[Candidate]:
    """The words for exactly the first `length` letters in any of the `divisions`, best first."""
    beginnings = {parts[:end] for parts in divisions for end in range(1, len(parts) + 1)}
    weighed: dict[str, int] = {}
    for parts in (each for each in beginnings if len(each) <= _MOST_PARTS and _length(typed, each) == length):
        most = _MOST_CHARACTERS if len(parts) == 1 else _MOST_WORDS
        for begun in (False, True) if length == len(typed) and parts[-1].whole else (False,):
            for _, word in zip(range(most), table.words(parts, begun=begun), strict=False):
                weight = word.weight - _COMPLETION_COST * (begun + sum(not part.whole for part in parts))
                weighed[word.text] = max(weight, weighed.get(word.text, weight))
    return [Candidate(text, length) for text in sorted(weighed, key=lambda text: -weighed[text])]


def rest(typed: str, parts: Sequence[Part]) -> str:
    """The letters of `typed` after these parts."""
    return typed[_length(typed, parts) :]


def _length(typed: str, parts: Sequence[Part]) -> int:
    """The number of letters and separators of `typed` in these parts, with the separators that follow."""
    at = 0
    for part in parts:
        at = typed.index(part.letters, at) + len(part.letters)
    while at < len(typed) and typed[at] == SEPARATOR:
        at += 1
    return at


def _sentence(table: WordTable, parts: Sequence[Part]) -> str:
    """The likeliest sequence of words, by dynamic programming; "" if some part is in no word."""
    best: list[tuple[int, str] | None] = [(0, ""), *([None] * len(parts))]
    for start, before in enumerate(best):
        if before is None:
            continue
        for end in range(start + 1, min(len(parts), start + _MOST_PARTS) + 1):
            word = next(table.words(parts[start:end]), None)
            if word is None:
                continue
            weight = before[0] + word.weight - COST_PER_WORD
            known = best[end]
            if known is None or weight > known[0]:
                best[end] = (weight, before[1] + word.text)
    return best[-1][1] if best[-1] else ""
