"""The Pinyin letters typed and not yet turned into Chinese, and their candidates."""

from kiosk.keyboard import pinyin
from kiosk.keyboard.pinyin import Candidate, WordTable
from kiosk.keyboard.syllables import divisions_of

_REMEMBERED = 50


class Composition:
    """The composition of one customer; `table` is None until it is read.

    Words that the customer composed of pieces are offered whole the next time, until `reset`.
    """

    def __init__(self) -> None:
        self.table: WordTable | None = None
        self.typed = ""
        self.candidates: list[Candidate] = []
        self._chosen: dict[str, str] = {}
        self._pieces: list[Candidate] = []
        self._letters = ""

    @property
    def spelt(self) -> str:
        """The letters divided into syllables: `fuwu` is fu wu."""
        ways = divisions_of(self.typed)
        parts = [part.letters for part in ways[0]] if ways else []
        rest = pinyin.rest(self.typed, ways[0]) if ways else self.typed
        return " ".join([*parts, rest] if rest else parts)

    def reset(self) -> None:
        """Clear everything of the last customer."""
        self._chosen.clear()
        self.clear()

    def clear(self) -> None:
        self._set("")
        self._pieces, self._letters = [], ""

    def set_table(self, table: WordTable | None) -> None:
        self.table = table
        self._set(self.typed)

    def type(self, letter: str) -> None:
        """Add a letter or separator; beyond the limit it is ignored."""
        if not self.typed:
            self._pieces, self._letters = [], ""
        if len(self.typed) < pinyin.MOST_LETTERS:
            self._letters += letter
            self._set(self.typed + letter)

    def erase(self) -> None:
        """Remove the last letter."""
        self._letters = self._letters[:-1]
        self._set(self.typed[:-1])

    def choose(self, candidate: Candidate) -> str:
        """Take a candidate; returns the text to write. The letters it does not cover stay."""
        self._pieces.append(candidate)
        rest = self.typed[candidate.typed :]
        if not rest:
            self._remember()
        self._set(rest)
        return candidate.text

    def _remember(self) -> None:
        text = "".join(piece.text for piece in self._pieces)
        self._chosen.pop(self._letters, None)
        self._chosen[self._letters] = text
        for oldest in list(self._chosen)[:-_REMEMBERED]:
            del self._chosen[oldest]

    def _set(self, typed: str) -> None:
        self.typed = typed
        self.candidates = pinyin.candidates(self.table, typed, self._chosen) if self.table and typed else []
