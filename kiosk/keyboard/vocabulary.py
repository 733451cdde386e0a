"""The keys of the screen's keyboard: the words of a payment hall, digits and times, letters.

Sentences are composed of words, because typing Chinese needs an input method.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Vocabulary"
NOUNS = (
    QT_TRANSLATE_NOOP("Vocabulary", "我"),
    QT_TRANSLATE_NOOP("Vocabulary", "我家"),
    QT_TRANSLATE_NOOP("Vocabulary", "您"),
    QT_TRANSLATE_NOOP("Vocabulary", "老人"),
    QT_TRANSLATE_NOOP("Vocabulary", "工作人员"),
    QT_TRANSLATE_NOOP("Vocabulary", "窗口"),
    QT_TRANSLATE_NOOP("Vocabulary", "大厅"),
    QT_TRANSLATE_NOOP("Vocabulary", "电话"),
    QT_TRANSLATE_NOOP("Vocabulary", "燃气"),
    QT_TRANSLATE_NOOP("Vocabulary", "气表"),
    QT_TRANSLATE_NOOP("Vocabulary", "IC卡"),
    QT_TRANSLATE_NOOP("Vocabulary", "胶管"),
    QT_TRANSLATE_NOOP("Vocabulary", "灶具"),
    QT_TRANSLATE_NOOP("Vocabulary", "热水器"),
    QT_TRANSLATE_NOOP("Vocabulary", "气费"),
    QT_TRANSLATE_NOOP("Vocabulary", "账单"),
    QT_TRANSLATE_NOOP("Vocabulary", "发票"),
    QT_TRANSLATE_NOOP("Vocabulary", "保险"),
    QT_TRANSLATE_NOOP("Vocabulary", "过户"),
    QT_TRANSLATE_NOOP("Vocabulary", "安检"),
    QT_TRANSLATE_NOOP("Vocabulary", "维修"),
    QT_TRANSLATE_NOOP("Vocabulary", "手续"),
    QT_TRANSLATE_NOOP("Vocabulary", "时间"),
    QT_TRANSLATE_NOOP("Vocabulary", "态度"),
)
VERBS = (
    QT_TRANSLATE_NOOP("Vocabulary", "想"),
    QT_TRANSLATE_NOOP("Vocabulary", "请"),
    QT_TRANSLATE_NOOP("Vocabulary", "需要"),
    QT_TRANSLATE_NOOP("Vocabulary", "没有"),
    QT_TRANSLATE_NOOP("Vocabulary", "不"),
    QT_TRANSLATE_NOOP("Vocabulary", "很"),
    QT_TRANSLATE_NOOP("Vocabulary", "的"),
    QT_TRANSLATE_NOOP("Vocabulary", "了"),
    QT_TRANSLATE_NOOP("Vocabulary", "办理"),
    QT_TRANSLATE_NOOP("Vocabulary", "交费"),
    QT_TRANSLATE_NOOP("Vocabulary", "问"),
    QT_TRANSLATE_NOOP("Vocabulary", "换"),
    QT_TRANSLATE_NOOP("Vocabulary", "退"),
    QT_TRANSLATE_NOOP("Vocabulary", "来"),
    QT_TRANSLATE_NOOP("Vocabulary", "等"),
    QT_TRANSLATE_NOOP("Vocabulary", "帮忙"),
    QT_TRANSLATE_NOOP("Vocabulary", "坏"),
    QT_TRANSLATE_NOOP("Vocabulary", "漏气"),
    QT_TRANSLATE_NOOP("Vocabulary", "停气"),
    QT_TRANSLATE_NOOP("Vocabulary", "太久"),
    QT_TRANSLATE_NOOP("Vocabulary", "听不懂"),
    QT_TRANSLATE_NOOP("Vocabulary", "看不清"),
    QT_TRANSLATE_NOOP("Vocabulary", "满意"),
    QT_TRANSLATE_NOOP("Vocabulary", "谢谢"),
)
DIGITS = (*"1234567890",)
TIMES = (
    QT_TRANSLATE_NOOP("Vocabulary", "今天"),
    QT_TRANSLATE_NOOP("Vocabulary", "昨天"),
    QT_TRANSLATE_NOOP("Vocabulary", "明天"),
    QT_TRANSLATE_NOOP("Vocabulary", "上午"),
    QT_TRANSLATE_NOOP("Vocabulary", "下午"),
    QT_TRANSLATE_NOOP("Vocabulary", "年"),
    QT_TRANSLATE_NOOP("Vocabulary", "月"),
    QT_TRANSLATE_NOOP("Vocabulary", "日"),
    QT_TRANSLATE_NOOP("Vocabulary", "点"),
    QT_TRANSLATE_NOOP("Vocabulary", "分钟"),
    QT_TRANSLATE_NOOP("Vocabulary", "号"),
    QT_TRANSLATE_NOOP("Vocabulary", "元"),
    QT_TRANSLATE_NOOP("Vocabulary", "次"),
    "-",
    ".",
)
TYPEWRITER = (*"QWERTYUIOP", *"ASDFGHJKL-", *"ZXCVBNM.'/")
ALPHABET = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ",)
PINYIN = (*"QWERTYUIOP", *"ASDFGHJKL'", *"ZXCVBNM")  # ' separates syllables that would be read as one: xi'an
PINYIN_ALPHABET = (*ALPHABET, "'")


def shown(word: object) -> str:
    """The word in the language of the screen; a key writes what it shows."""
    return QCoreApplication.translate(CONTEXT, str(word))


def joined(before: str, word: str) -> str:
    """`word` as added after the text `before`: with a space between words of Latin letters."""
    gap = word[:1].isascii() and word[:1].isalpha() and before[-1:].isascii() and before[-1:].strip()
    return f" {word}" if gap else word


def cased(before: str, letter: str) -> str:
    """The letter as written after the text `before`: a capital only at the start of a sentence."""
    return letter if before.rstrip()[-1:] in ("", *".?!。？！") else letter.lower()
