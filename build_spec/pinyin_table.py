"""Makes resources/pinyin/words.tsv, from which the kiosk's keyboard offers Chinese words for Pinyin.

Words and how often they occur come from jieba's word list, readings from pypinyin, the hall's own words from our
texts. All three are needed here alone, at set-up: the apps read the finished file. `--check` fails if it is not there.
"""

import hashlib
import math
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import distribution, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "resources" / "pinyin" / "words.tsv"
SOURCES = ("jieba-py", "pypinyin")
LIST = "jieba/_data/dict.txt"
LIST_SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"  # as in jieba 0.42.1 itself
USUAL, KNOWN = 5, 3  # counted so often a word is taken; so often, if pypinyin's dictionary has it, too
LONGEST = 8  # characters
HALLS_OWN = 2000  # as often, at least, as if the hall's words had been counted in a hall
RARE_READING = 300  # a character is read otherwise than usual once in so many times
EXTRA = """服务态度 排队叫号 叫号 取号 购气 购气卡 充值 欠费 气价 阶梯气价 报装 通气 点火 开户 销户 开栓
改管 换表 表具 燃气表 燃气灶 壁挂炉 软管 报警器 自助机 抄表 入户 安检员 购气员 咨询员 窗口 滞纳金
户号 卡号 户主 房本 身份证 银行卡 微信 支付宝 扫码 缴费 交费 发票 退费 气费 用气 停气 漏气 没气
气小 打不着火 不着火 物业 小区 楼上 楼下 老人 残疾人 轮椅 老花镜 听不清 看不清 满意 不满意 我想
请帮 请问 请教 麻烦 能不能 可不可以 怎么办 什么时候 为什么 多少钱 在哪里 找谁 帮帮我 太慢 太久
很好 真好 辛苦了 谢谢您"""


def main(words: list[str]) -> int:
    """Make the file unless it is there and newer than what it is made of; 1 if it ought to be there and is not."""
    if "--check" in words:
        print("the table of Pinyin is there" if is_fresh() else "resources/pinyin/words.tsv: python3 dev.py setup")
        return int(not is_fresh())
    if not is_fresh():
        FILE.parent.mkdir(parents=True, exist_ok=True)
        partial = FILE.with_suffix(f".{os.getpid()}.partial")  # two runs at once do not mix their files
        partial.write_bytes(table())
        partial.replace(FILE)
        stamp().write_text(made_of())
    return 0


def is_fresh() -> bool:
    return FILE.exists() and stamp().exists() and stamp().read_text() == made_of()


def stamp() -> Path:
    """Beside the file: what it was made of."""
    return FILE.with_suffix(".made-of")


def made_of() -> str:
    code = b"".join(path.read_bytes() for path in (Path(__file__), *own_texts()))
    return " ".join((*(f"{name}-{version(name)}" for name in SOURCES), hashlib.sha256(code).hexdigest()))


def own_texts() -> list[Path]:
    keyboard = ROOT / "kiosk" / "keyboard"
    return [keyboard / "vocabulary.py", keyboard / "syllables.py", ROOT / "shared" / "practice" / "line" / "facts.py"]


def table() -> bytes:
    """All lines, in the order of their keys; see `kiosk/keyboard/pinyin.py`."""
    lines: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    counts = counted()
    with ProcessPoolExecutor() as cores:
        read = cores.map(readings, counts, chunksize=len(counts) // 8)
    for (word, count), found in zip(counts.items(), read, strict=True):
        for syllables, shares in found:
            weight = max(0, round(10 * math.log(max(1, count / shares))))
            lines["".join(each[0] for each in syllables)].append((-weight, word, "'".join(syllables)))
    return b"".join(
        "\t".join((key, *(f"{word} {syllables} {-less}" for less, word, syllables in sorted(lines[key])))).encode()
        + b"\n"
        for key in sorted(lines)
    )


def counted() -> dict[str, int]:
    """Each word and how often it was counted."""
    from pypinyin.phrases_dict import phrases_dict

    found = {}
    for word, count in listed():
        if is_simplified(word) and (count >= USUAL or len(word) == 1 or (count >= KNOWN and word in phrases_dict)):
            found[word] = count
    for word in halls_own():
        found[word] = max(HALLS_OWN, found.get(word, 0))
    return found


def listed() -> Iterator[tuple[str, int]]:
    """The lines of jieba's list: word, count, kind of word."""
    data = Path(str(distribution(SOURCES[0]).locate_file(LIST))).read_bytes()
    if hashlib.sha256(data).hexdigest() != LIST_SHA256:
        sys.exit(f"{LIST} is not the list that was looked at: compare it, then set LIST_SHA256 anew")
    for line in data.decode().splitlines():
        word, count, _kind = line.split(" ")
        yield word, int(count)


def is_simplified(word: str) -> bool:
    """Nothing but characters of the PRC's basic set, which the kiosk's font has; few enough to be a word."""
    try:
        return len(word.encode("gb2312")) == 2 * len(word) <= 2 * LONGEST
    except UnicodeEncodeError:
        return False


def halls_own() -> list[str]:
    """The words on the keyboard's keys, the services of a hall, and what else is said in one."""
    from kiosk.keyboard import vocabulary
    from shared.practice.line.facts import SERVICES

    keys = map(str, (*vocabulary.NOUNS, *vocabulary.VERBS, *vocabulary.TIMES))
    services = (text.zh for text in SERVICES.values())
    return [word for word in (*keys, *services, *EXTRA.split()) if len(word) > 1 and is_simplified(word)]


def readings(word: str) -> list[tuple[tuple[str, ...], int]]:
    """How a word is read, in syllables without tones; and in how many times once, for a character's rarer readings."""
    from pypinyin import Style, lazy_pinyin, pinyin

    from kiosk.keyboard.syllables import SYLLABLES

    found: list[tuple[str, ...]] = [tuple(map(spelt, lazy_pinyin(word)))]
    if len(word) == 1:
        every = pinyin(word, Style.NORMAL, heteronym=True)[0]
        found = [(plain,) for plain in dict.fromkeys(map(spelt, every))]
    return [
        (syllables, RARE_READING if place else 1)
        for place, syllables in enumerate(found)
        if len(syllables) == len(word) and SYLLABLES.issuperset(syllables)
    ]


def spelt(syllable: str) -> str:
    """The syllable as people type it: lüe and nüe with u."""
    return {"lve": "lue", "nve": "nue"}.get(syllable, syllable)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
