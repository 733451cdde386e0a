"""Ready-made sentences, instead of typing. Stored in Chinese, whatever the language of the screen."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Phrases"
_BETWEEN = "；"
THANKS = {
    "polite": (
        QT_TRANSLATE_NOOP("Phrases", "您的笑容让人心里暖暖的"),
        QT_TRANSLATE_NOOP("Phrases", "说话客气，听着舒服"),
        QT_TRANSLATE_NOOP("Phrases", "谢谢您的尊重"),
    ),
    "patient": (
        QT_TRANSLATE_NOOP("Phrases", "讲得很清楚，我听懂了"),
        QT_TRANSLATE_NOOP("Phrases", "问了好几遍也不着急"),
        QT_TRANSLATE_NOOP("Phrases", "谢谢您听我说完"),
    ),
    "positive": (
        QT_TRANSLATE_NOOP("Phrases", "主动帮我想办法"),
        QT_TRANSLATE_NOOP("Phrases", "让我少跑了一趟"),
        QT_TRANSLATE_NOOP("Phrases", "事情办得很利索"),
    ),
    "passionate": (
        QT_TRANSLATE_NOOP("Phrases", "像家里人一样"),
        QT_TRANSLATE_NOOP("Phrases", "热心肠，谢谢您"),
        QT_TRANSLATE_NOOP("Phrases", "下次还想找您办"),
    ),
    "professional": (
        QT_TRANSLATE_NOOP("Phrases", "业务熟，办得快"),
        QT_TRANSLATE_NOOP("Phrases", "一次就办好了"),
        QT_TRANSLATE_NOOP("Phrases", "说得准，让人放心"),
    ),
}
INQUIRY = {
    "question": (
        QT_TRANSLATE_NOOP("Phrases", "想了解气价和账单"),
        QT_TRANSLATE_NOOP("Phrases", "IC卡不能用"),
        QT_TRANSLATE_NOOP("Phrases", "想办过户更名"),
        QT_TRANSLATE_NOOP("Phrases", "想了解保险"),
        QT_TRANSLATE_NOOP("Phrases", "想预约安全检查"),
        QT_TRANSLATE_NOOP("Phrases", "其他问题，请联系我"),
    ),
    "complaint": (
        QT_TRANSLATE_NOOP("Phrases", "等得太久"),
        QT_TRANSLATE_NOOP("Phrases", "没有听明白"),
        QT_TRANSLATE_NOOP("Phrases", "事情没有办成"),
        QT_TRANSLATE_NOOP("Phrases", "态度不够好"),
        QT_TRANSLATE_NOOP("Phrases", "大厅环境需要改进"),
        QT_TRANSLATE_NOOP("Phrases", "其他意见，请联系我"),
    ),
    "help": (
        QT_TRANSLATE_NOOP("Phrases", "行动不便，需要有人陪同"),
        QT_TRANSLATE_NOOP("Phrases", "看不清、听不清，请帮我办"),
        QT_TRANSLATE_NOOP("Phrases", "家里燃气有异常"),
        QT_TRANSLATE_NOOP("Phrases", "需要上门服务"),
        QT_TRANSLATE_NOOP("Phrases", "落下了东西"),
        QT_TRANSLATE_NOOP("Phrases", "其他困难，请联系我"),
    ),
}


def shown(phrase: object) -> str:
    """The phrase in the language of the screen."""
    return QCoreApplication.translate(CONTEXT, str(phrase))


def joined(sentences: Iterable[str]) -> str:
    """Chosen sentences, and the customer's own, as they are stored."""
    return _BETWEEN.join(sentences)


def read_back(stored: str) -> str:
    """The same in the language of the screen: whoever reads English must know what they hand in."""
    ready = {str(phrase) for phrases in INQUIRY.values() for phrase in phrases}
    return "\n".join(shown(part) if part in ready else part for part in stored.split(_BETWEEN))
