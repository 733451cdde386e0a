"""The checklist shipped (《窗口单位考核标准》): the paper's words first. The office publishes others as documents."""

from shared.practice.assessment.facts import CheckLine, Checklist, Item

NAME = "standard"
_ENVIRONMENT = {
    "signs": "标识",
    "hygiene": "卫生",
    "seats": "座椅",
    "notices": "公示",
    "access": "无障碍",
}
_SERVICE = {
    "smile": "微笑",
    "warm_reception": "温情接待",
    "patience": "耐心",
    "care": "细致",
    "consideration": "体谅",
    "first_inquiry": "首问",
    "discovery": "主动发现",
    "both_hands": "双手递接",
    "greeting": "来有迎声去有送声",
}


def shipped() -> Checklist:
    """Each line is worth 4 points."""
    lines = [CheckLine(code, Item.ENVIRONMENT, text, "4") for code, text in _ENVIRONMENT.items()]
    return Checklist(1, (*lines, *(CheckLine(code, Item.SERVICE, text, "4") for code, text in _SERVICE.items())))
