"""A checklist filled in by digits: what each key means, for lists of few and of many points."""

import pytest

from counter.kit.digits import Sheet, SheetLine

REASONS, SKIPS = ("未做到", "不整洁"), ("没有这项设施",)


def sheet(*points: int, may_skip: bool = True) -> Sheet:
    return Sheet([SheetLine(f"l{n}", each, may_skip) for n, each in enumerate(points)], REASONS, SKIPS)


def typed(of: Sheet, keys: str) -> Sheet:
    for key in keys:
        of.press(key) if key.isdigit() else of.enter()
    return of


@pytest.mark.parametrize(
    ("points", "keys", "answers"),
    [
        ((4, 4), "44", [("4", ""), ("4", "")]),
        ((4, 4), "324", [("3", "不整洁"), ("4", "")]),  # 3 points for reason 2, then 4
        ((4, 4), "914", [("", "没有这项设施"), ("4", "")]),  # 9: does not apply
        ((4,), "7", []),  # neither points nor 不适用
        ((4,), "74", [("4", "")]),
        ((4,), "01", [("0", "未做到")]),
        ((9,), "9\n", [("9", "")]),  # 9 is full marks here
        ((9,), "991", [("", "没有这项设施")]),
        ((10, 4), "104", [("10", ""), ("4", "")]),
        ((10,), "1\n1", [("1", "未做到")]),
        ((10,), "51", [("5", "未做到")]),  # nothing begins with 5 but 5
        ((10,), "991", [("", "没有这项设施")]),
        ((4, 4), "39", [("3", "")]),  # there is no reason 9: still asked
    ],
)
def test_digits_mark_the_lines_of_a_checklist(points, keys, answers):
    found = typed(sheet(*points), keys)
    given = [found.answers[line.code] for line in found.lines if line.code in found.answers]
    assert [(each.earned, each.reason) for each in given if each.given] == answers


def test_a_line_that_always_applies_takes_no_9():
    assert typed(sheet(4, may_skip=False), "9").missing == 1


def test_a_reason_in_own_words():
    found = sheet(4, 4)
    assert not found.press("2")
    assert found.press("0")
    found.write("  ")
    assert found.asks
    found.write("地面有水")
    assert (found.answers["l0"].reason, found.place, found.missing) == ("地面有水", 1, 1)


def test_a_corrected_score_keeps_its_reason_and_is_asked_again():
    found = typed(sheet(4, 4), "324")
    found.move_to(0)
    found.press("2")
    assert (found.answers["l0"].earned, found.answers["l0"].reason, found.asks) == ("2", "不整洁", True)
