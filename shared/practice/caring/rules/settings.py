"""The policy values of the caring award (resources/handbook/practices.en.md §6), each with its default."""

import msgspec


class Caring(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """贴心服务奖. A juror gives each of the three criteria 0 to `criterion_most`."""

    places: int = 5
    minimum: int = 18  # of 30
    criterion_most: int = 10
    trim: float = 0.2  # of the scores, at each end
    jurors_least: int = 3  # valid scores before an entry is ranked
    jury_least: int = 5
    jury_most: int = 9
    jury_odd: bool = True
    notice_days: int = 5  # working days
    text_limit: int = 2000
    titles: tuple[str, ...] = ("姐", "哥", "师傅", "老师")  # after a surname they name somebody

    def __post_init__(self) -> None:
        if not 0 <= self.trim < 0.5:
            raise ValueError("trim must leave something in the middle: 0 to below 0.5")
        if not 1 <= self.jurors_least <= self.jury_least <= self.jury_most:
            raise ValueError("1 ≤ jurors_least ≤ jury_least ≤ jury_most")
