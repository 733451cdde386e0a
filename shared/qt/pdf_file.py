"""Write a PDF file whose text can be searched and copied.

Noto draws the radical ⻓ and the character 长 with one glyph, and Qt names a glyph in `/ToUnicode` by the lowest code
point that has it: the radical. A search for 站长 would find nothing, so each radical is replaced by its character.
"""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

_KANGXI = range(0x2F00, 0x2FD6)  # these NFKC knows; the supplement (2E80-2EF3) it does not, but for two
_SUPPLEMENT = """
⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌
⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓
⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝
⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐
⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
"""
"""Pairs of a radical and its character: the supplement's rows of Unicode's EquivalentUnifiedIdeograph."""
_RARE = "⼾户 㬵胶 〜～"
"""Pairs of a sign that is rare on a Chinese page and the common one that Noto draws alike."""
_CHARACTERS = {chr(code): normalize("NFKC", chr(code)) for code in _KANGXI} | {
    pair[0]: pair[1] for pair in f"{_SUPPLEMENT} {_RARE}".split()
}
_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:<(\w{4})>|\[([^\]]*)\])")  # glyphs from, to; first meaning, or all
_CODE = re.compile(rb"<(\w{4})>")


def write(file: Path, title: str, paint: Callable[[QPdfWriter], bool]) -> None:
    """Write what `paint` paints to `file`; it says False if it could not begin. Raises `OSError`."""
    with file.open("wb") as out:  # opened first: Qt would only say that something is wrong, not what
        painted = QBuffer()
        painted.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(painted)
        writer.setTitle(title)
        writer.setCreator("Warm Window")
        if not paint(writer):
            raise OSError(f"cannot write {file}")
        out.write(searchable(bytes(painted.data().data())))


def searchable(document: bytes) -> bytes:
    """The same PDF; its text says characters where it said radicals."""
    import pikepdf  # late: only a print needs it

    out = BytesIO()
    with pikepdf.open(BytesIO(document)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and isinstance(meant := each.get("/ToUnicode"), pikepdf.Stream):
                meant.write(_RANGE.sub(_in_characters, meant.read_bytes()))
        pdf.save(out)
    return out.getvalue()


def _in_characters(range_: re.Match[bytes]) -> bytes:
    """One line of a `/ToUnicode` map, with every meaning of its own, as a range may hold a radical anywhere."""
    first, last = int(range_[1], 16), int(range_[2], 16)
    if range_[3]:
        start = int(range_[3], 16)
        codes = list(range(start, start + last - first + 1))
    else:
        codes = [int(code, 16) for code in _CODE.findall(range_[4])]
    meant = b" ".join(b"<%s>" % _character(code) for code in codes)
    return b"<%s> <%s> [%s]" % (range_[1], range_[2], meant)


def _character(code: int) -> bytes:
    read = _CHARACTERS.get(chr(code))
    return read.encode("utf-16-be").hex().encode() if read else b"%04x" % code
