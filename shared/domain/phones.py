"""Phone numbers: one parser for every form and import, one way to show them. The PRC's numbering plan; pure.

Stored as digits without the country's code, an extension behind a dash: 13812345678, 02488886666-8012, 96177; a number
of another country keeps its plus.
"""

import re
from unicodedata import normalize

from shared.domain.refusal import Refusal
from shared.domain.spelling import tidy
from shared.domain.text import Text

LONGEST = 12  # digits of a number without its extension: area code 0411 and eight
_MOBILE = r"1[3-9]\d{9}"
_AREA = r"(?:010|02\d|0[3-9]\d\d)"
_WHOLE = re.compile(
    rf"(?:{_MOBILE}|{_AREA}[2-9]\d{{6,7}}|[2-9]\d{{6,7}}|[48]00\d{{7}}|1[02]\d{{3}}|9[56]\d{{3,4}})"
)  # mobile, landline with and without area code, 400 and 800, service numbers such as 12345, 96177
_WITH_AREA = re.compile(rf"{_MOBILE}|{_AREA}[2-9]\d{{6,7}}")
_ABROAD = re.compile(r"\+[1-9]\d{6,14}")
_EXTENSION = re.compile(r"(?:转|分机号?|ext\.?|x|#)[:\-]?(\d{1,6})$", re.I)
_DASHED = re.compile(r"^((?:\(?0\d{2,3}\)?-?)?\d{7,8})-(\d{1,6})$")
_BETWEEN = re.compile(r"[/、,;|\n]|或者?|和|及")
_NAMES = re.compile(r"^(?:手机|电话|联系电话|Tel|Mobile|Phone)[.:]?", re.I)
_COUNTRY = re.compile(r"^(?:\+|00)?86")

REFUSALS = {
    "phone_invalid": Text(
        "电话号码不完整或有误：手机 11 位，固定电话带区号。",
        "The phone number is incomplete or wrong: a mobile has 11 digits, a landline needs its area code.",
    ),
    "phone_two": Text("这里有两个电话号码，请只留一个。", "These are two phone numbers; please give one."),
}


def phone(text: str) -> str | Refusal:
    """The number as it is stored and found again; `""` stays `""`. Refused: `phone_invalid`, `phone_two`."""
    plain = normalize("NFKC", text).strip()
    if not tidy(plain):
        return ""
    parts = [part for part in _BETWEEN.split(plain) if len(re.findall(r"\d", part)) >= 5]
    if len(parts) > 1:
        return Refusal("phone_two")
    compact = _NAMES.sub("", re.sub(r"\s|·", "", tidy(plain)))
    number, extension = _apart(compact)
    digits = re.sub(r"[-().]", "", number)
    if _ABROAD.fullmatch(digits) and not digits.startswith("+86"):
        return digits + extension
    if found := _domestic(digits):
        return found + extension
    return Refusal("phone_two" if _are_two(digits) else "phone_invalid")


def shown(number: str) -> str:
    """A stored number as people read it aloud: 138 1234 5678, 024 8888 6666 转 8012."""
    main, _, extension = number.partition("-")
    return _grouped(main) + (_EXTENDED.format(extension=extension) if extension else "")


def typed(digits: str) -> str:
    """Digits while they are typed, in the groups that the whole number will have."""
    return _grouped(digits)


def spellings(number: str) -> tuple[str, ...]:
    """The forms in which a number may have been stored: today's, and those of versions that read less."""
    plain = number.replace("-", "").removeprefix("+")
    return tuple(dict.fromkeys((number, plain, f"86{plain}", f"86{plain.removeprefix('0')}", f"0{plain}")))


def _apart(compact: str) -> tuple[str, str]:
    """Number and extension, the latter with its dash."""
    found = _EXTENSION.search(compact)
    if found:
        return compact[: found.start()].rstrip("-"), f"-{found[1]}"
    if found := _DASHED.match(_COUNTRY.sub("", compact).lstrip("-")):
        return found[1], f"-{found[2]}"
    return compact, ""


def _domestic(digits: str) -> str:
    """The number without country code or the 0 before a mobile; "" for what is none."""
    if _WHOLE.fullmatch(digits):
        return digits
    rest = _COUNTRY.sub("", digits)
    tries = (rest, f"0{rest}") if rest != digits else (digits.removeprefix("0"),)
    return next((each for each in tries if _WITH_AREA.fullmatch(each)), "")


def _are_two(digits: str) -> bool:
    return any(_domestic(digits[:cut]) and _domestic(digits[cut:]) for cut in range(7, len(digits) - 6))


_EXTENDED = Text(" 转 {extension}", " ext. {extension}")
_GROUPS = (
    (re.compile(r"1[3-9]\d*"), (3, 4, 4)),
    (re.compile(r"[48]00\d*"), (3, 3, 4)),
    (re.compile(r"(?:010|02\d)\d{7}|\d{7}|0[3-9]\d\d\d{7}"), (-7, 3, 4)),
    (re.compile(r"(?:010|02\d)\d*"), (3, 4, 4)),
    (re.compile(r"0[3-9]\d*"), (4, 4, 4)),
    (re.compile(r"\d{8}"), (4, 4)),
)  # a negative size: all but so many digits at the end


def _grouped(digits: str) -> str:
    sizes = next((sizes for form, sizes in _GROUPS if form.fullmatch(digits)), ())
    groups, rest = [], digits
    for size in sizes:
        groups.append(rest[:size])
        rest = rest[len(groups[-1]) :]
    return " ".join(group for group in (*groups, rest) if group)
