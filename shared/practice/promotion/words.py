"""Words for promotions: the certificate and the refusals."""

from collections.abc import Mapping

from shared.domain.text import Text, named

LABELS: Mapping[str, Text] = {
    "certificate": Text("晋级证书", "Certificate"),
    "award": Text("5P卡累计进阶", "The ladder of 5P cards"),
    "comrade": Text("{name} 同志：", "{name}"),
    "honoured": Text(
        "您用真心服务用户，累计获得用户5P卡{total}张，晋升为{level}。特发此证，以资鼓励。",
        "For heartfelt service that earned {total} 5P cards from customers, and promotion to the level {level}.",
    ),
    "verify": Text("扫码可在“晋级”核验", "Scan it on the page Promotion to verify it"),
    "office": Text("经营管理部", "Operations Management Office"),
}
REFUSALS: Mapping[str, Text] = {
    "nothing_due": Text("没有待确认的晋级。", "No promotion is due."),
    "unknown_promotion": Text("没有这次晋级，或已撤回。", "There is no such promotion, or it was withdrawn."),
    "same_person_promoted": Text(
        "撤回须由另一位同事办理，不能是确认晋级的人。",
        "It must be withdrawn by a colleague other than the one who confirmed it.",
    ),
}


def label(name: str) -> str:
    """A text of the certificate."""
    return named(LABELS, name)
