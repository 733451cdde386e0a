"""Who is named in a text: colleagues as 〔1001〕 until it is printed, as they agree to; customers never."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from shared.domain import blinding
from shared.domain.refusal import Refusal
from shared.practice.column.facts import Naming

_MARK = re.compile(r"〔([0-9A-Za-z]{1,20})〕")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


class Colleague(msgspec.Struct, frozen=True):
    """Somebody of the roster; `post` as it is printed, e.g. 购气员."""

    number: str
    name: str
    post: str


def marked(text: str, people: Sequence[Colleague], titles: Sequence[str]) -> str | Refusal:
    """The text with colleagues' names as 〔number〕. Refused for phone numbers, ambiguous names and titles (王姐)."""
    if phones := blinding.phones(text):
        return Refusal("phone_in_text", {"phones": phones})
    pieces, at = [], 0
    for each in blinding.named(text, [blinding.Person(one.number, one.name) for one in people]):
        if not each.number:  # two colleagues have this name
            return Refusal("several_called_so", {"name": each.original})
        inside = text[each.start - 1 : each.start] == "〔" and text[each.end : each.end + 1] == "〕"
        pieces += [text[at : each.start], each.number if inside else f"〔{each.number}〕"]
        at = each.end
    found = "".join([*pieces, text[at:]])
    called = re.search(rf"[{_SURNAMES}](?:{'|'.join(map(re.escape, titles))})", found) if titles else None
    if called:
        return Refusal("somebody_called", {"name": called[0]})
    return found


def numbers(text: str) -> tuple[str, ...]:
    """The staff numbers of the colleagues in a text, in order, each once."""
    return tuple(dict.fromkeys(_MARK.findall(text)))


def shown(text: str, people: Mapping[str, Colleague], agreed: Mapping[str, Naming]) -> str:
    """The text as it is printed: everybody as they agree to appear; whoever has not answered is 同事.

    Two who would read alike are told apart: 同事甲, 同事乙.
    """
    words = _words(numbers(text), people, agreed)
    return _MARK.sub(lambda mark: words[mark[1]], text)


def edited(text: str, people: Mapping[str, Colleague]) -> str:
    """The text as its editor reads it: with names, but marks where two people have the same name."""
    names = Counter(each.name for each in people.values())
    known = {number: each.name for number, each in people.items() if names[each.name] == 1}
    return _MARK.sub(lambda mark: known.get(mark[1], mark[0]), text)


def _words(found: Sequence[str], people: Mapping[str, Colleague], agreed: Mapping[str, Naming]) -> dict[str, str]:
    plain = {number: _word(people.get(number), agreed.get(number)) for number in found}
    alike: dict[str, list[str]] = {}
    for number, word in plain.items():
        if agreed.get(number) is not Naming.NAMED:
            alike.setdefault(word, []).append(number)
    several = {number: place for group in alike.values() if len(group) > 1 for place, number in enumerate(group)}
    return {number: word + _stem(several.get(number)) for number, word in plain.items()}


def _word(colleague: Colleague | None, naming: Naming | None) -> str:
    if colleague is not None and naming is Naming.NAMED:
        return colleague.name
    if colleague is not None and naming is Naming.POST:
        return colleague.post
    return "同事"


def _stem(place: int | None) -> str:
    if place is None:
        return ""
    return _STEMS[place] if place < len(_STEMS) else str(place + 1)
