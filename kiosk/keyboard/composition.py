"""The letters of Pinyin that were typed and not yet turned into Chinese, and what they may become."""

from kiosk.keyboard import pinyin
from kiosk.keyboard.pinyin import Candidate, Table
from kiosk.keyboard.syllables import divided

_REMEMBERED = 50


class Composition:
    """What one customer is composing. `table` is None until it is read.

    It learns from what they choose, for this customer alone: what was put together once is offered whole.
    """

    def __init__(self) -> None:
        self.table: Table | None = None
        self.typed = ""
        self.candidates: list[Candidate] = []
        self._chosen: dict[str, str] = {}
        self._pieces: list[Candidate] = []
        self._begun = ""

    @property
    def spelt(self) -> str:
        """The letters as they were understood: `fuwu` is fu wu."""
        ways = divided(self.typed)
        parts = [part.letters for part in ways[0]] if ways else []
        rest = pinyin.after(self.typed, ways[0]) if ways else self.typed
        return " ".join([*parts, rest] if rest else parts)

    def forget(self) -> None:
        """Another customer begins."""
        self._chosen.clear()
        self.clear()

    def clear(self) -> None:
        self._set("")
        self._pieces, self._begun = [], ""

    def set_table(self, table: Table | None) -> None:
        self.table = table
        self._set(self.typed)

    def type(self, letter: str) -> None:
        """A letter or a separator; one more than a sentence needs is ignored."""
        if not self.typed:
            self._pieces, self._begun = [], ""
        if len(self.typed) < pinyin.MOST_LETTERS:
            self._begun += letter
            self._set(self.typed + letter)

    def erase(self) -> None:
        """Take the last letter back."""
        self._begun = self._begun[:-1]
        self._set(self.typed[:-1])

    def choose(self, candidate: Candidate) -> str:
        """The text to write; the letters it does not stand for stay."""
        self._pieces.append(candidate)
        rest = self.typed[candidate.typed :]
        if not rest:
            self._remember()
        self._set(rest)
        return candidate.text

    def _remember(self) -> None:
        text = "".join(piece.text for piece in self._pieces)
        self._chosen.pop(self._begun, None)
        self._chosen[self._begun] = text
        for oldest in list(self._chosen)[:-_REMEMBERED]:
            del self._chosen[oldest]

    def _set(self, typed: str) -> None:
        self.typed = typed
        self.candidates = pinyin.candidates(self.table, typed, self._chosen) if self.table and typed else []
