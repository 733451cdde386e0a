"""Ready-made sentences, instead of typing. Stored in Chinese, whatever the language of the screen."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from shared.practice.line.facts import SERVICES

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
INQUIRY: Mapping[str, tuple[object, ...]] = {
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

BY_SERVICE: Mapping[str, Mapping[str, tuple[object, ...]]] = {
    "gas_payment": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想了解气价和账单"),
            QT_TRANSLATE_NOOP("Phrases", "想补开发票"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "交了费，气表没有变"),
            QT_TRANSLATE_NOOP("Phrases", "收费没有讲清楚"),
        ),
    },
    "consultation": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想问要带哪些材料"),
            QT_TRANSLATE_NOOP("Phrases", "想预约安全检查"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "问了几个人，说法不一样"),
            QT_TRANSLATE_NOOP("Phrases", "没有听明白"),
        ),
    },
    "appliance_sale": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想了解灶具和热水器"),
            QT_TRANSLATE_NOOP("Phrases", "买的灶具想请人安装"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "买的灶具有问题"),
            QT_TRANSLATE_NOOP("Phrases", "说好的安装没有来"),
        ),
    },
    "settlement": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想了解怎样结算"),
            QT_TRANSLATE_NOOP("Phrases", "结算后的余额怎么退"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "结算的数不对"),
            QT_TRANSLATE_NOOP("Phrases", "结算等了太久"),
        ),
    },
    "title_transfer": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想办过户更名"),
            QT_TRANSLATE_NOOP("Phrases", "过户要带哪些材料"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "过户跑了几趟没有办成"),
            QT_TRANSLATE_NOOP("Phrases", "材料没有一次讲清"),
        ),
    },
    "insurance_sale": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想了解保险"),
            QT_TRANSLATE_NOOP("Phrases", "想了解怎样理赔"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "没有同意就加了保险"),
            QT_TRANSLATE_NOOP("Phrases", "想退保险，没有办成"),
        ),
    },
    "hose_handout": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想领免费胶管"),
            QT_TRANSLATE_NOOP("Phrases", "胶管想请人来换"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "胶管没有领到"),
            QT_TRANSLATE_NOOP("Phrases", "换胶管的人没有来"),
        ),
    },
    "ic_card_new": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "想办一张新卡"),
            QT_TRANSLATE_NOOP("Phrases", "新卡怎样充值"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "新卡不能用"),
            QT_TRANSLATE_NOOP("Phrases", "开卡等了太久"),
        ),
    },
    "ic_card_replace": {
        "question": (
            QT_TRANSLATE_NOOP("Phrases", "卡丢了，想补一张"),
            QT_TRANSLATE_NOOP("Phrases", "IC卡不能用"),
        ),
        "complaint": (
            QT_TRANSLATE_NOOP("Phrases", "补的卡不能用"),
            QT_TRANSLATE_NOOP("Phrases", "补卡跑了几趟"),
        ),
    },
}
"""Sentences for one service, offered before the general ones; none for help, where the service does not matter."""
TOPICS_BY_SERVICE = ("question", "complaint")
"""The topics with sentences for a service."""
OFFERED = 6
"""The number of sentences offered."""


def offered(topic: str, service: str) -> tuple[str, ...]:
    """The sentences to choose from: of the service first, then of any; the last one is always 其他…，请联系我."""
    *general, last = map(str, INQUIRY[topic])
    own = map(str, BY_SERVICE.get(service, {}).get(topic, ()))
    return (*tuple(dict.fromkeys((*own, *general)))[: OFFERED - 1], last)


def shown(phrase: object) -> str:
    """The phrase in the language of the screen."""
    return QCoreApplication.translate(CONTEXT, str(phrase))


def joined(sentences: Iterable[str], service: str = "") -> str:
    """The text to store: the service, chosen sentences and the customer's own."""
    return _BETWEEN.join([SERVICES[service].zh, *sentences] if service in SERVICES else sentences)


def read_back(stored: str) -> str:
    """A stored text in the language of the screen, for the customer to check before handing it in."""
    ready = {str(phrase) for phrases in (INQUIRY, *BY_SERVICE.values()) for of in phrases.values() for phrase in of}
    services = {name.zh: str(name) for name in SERVICES.values()}
    parts = (shown(part) if part in ready else services.get(part, part) for part in stored.split(_BETWEEN))
    return "\n".join(parts)
