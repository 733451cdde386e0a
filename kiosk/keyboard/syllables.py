"""The syllables of Pinyin without tones, and how typed letters divide into them. ü is written v (lv, nv)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo v",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
SYLLABLES = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
INITIALS = frozenset(_FINALS) - {""}
SEPARATOR = "'"
_LONGEST = max(map(len, SYLLABLES))
_BEGINNINGS = frozenset(syllable[:end] for syllable in SYLLABLES for end in range(1, len(syllable)))
_MOST_DIVISIONS = 8  # of the same letters, the likeliest; more take time and find nothing


class Part(NamedTuple):
    """A piece of what was typed: a whole syllable, or the beginning of one (`whole` is False)."""

    letters: str
    whole: bool


_PART_COST, _BEGINNING_COST = 2, 3


def divisions_of(typed: str) -> "Sequence[tuple[Part, ...]]":
    """The likeliest divisions of `typed` (letters and separators), best first: few parts, few incomplete syllables.

    If none reaches the end, those of the longest prefix that can be divided; empty if nothing can.
    """
    divisions: list[list[tuple[int, tuple[Part, ...]]]] = [[(0, ())], *([] for _ in typed)]
    for start, found in enumerate(divisions):
        if start < len(typed) and found:
            found[:] = sorted(found)[:_MOST_DIVISIONS]
            if typed[start] == SEPARATOR:
                divisions[start + 1] += found
                continue
            for part in _parts_at(typed, start):
                cost = _PART_COST + (0 if part.whole else _BEGINNING_COST)
                divisions[start + len(part.letters)] += [(before + cost, (*parts, part)) for before, parts in found]
    reached = next((found for found in reversed(divisions) if found), [])
    return [parts for _cost, parts in sorted(reached)[:_MOST_DIVISIONS] if parts]


def _parts_at(typed: str, start: int) -> Iterator[Part]:
    """The parts from `start`. An incomplete syllable is allowed at the end, or as an initial (fwtd: fu wu tai du)."""
    for end in range(start + 1, min(len(typed), start + _LONGEST) + 1):
        letters = typed[start:end]
        last = end == len(typed) or typed[end] == SEPARATOR
        if letters in SYLLABLES:
            yield Part(letters, True)
        elif letters in INITIALS or (last and letters in _BEGINNINGS):
            yield Part(letters, False)
