"""A command typed wrongly is answered in the user's language, also where the library answers for us."""

import ast
import inspect

import polib
import pytest
from click import exceptions, parser, types

from build_spec.translate import CLICK_SOURCE

_WRONG = [
    (["repot"], "没有“repot”这个命令。", "No such command 'repot'."),
    (["report", "cards", "--yaer", "2014"], "没有 --yaer 这个选项。", "No such option '--yaer'."),
    (["report", "cards", "--year", "abc"], "'--year' 填得不对：“abc”不是数字。", "'abc' is not a valid integer"),
    (["report", "cards", "--year", "1900"], "1900 不在范围 2000<=x<=2200 之内。", "1900 is not in the range"),
    (["report", "cards", "--by", "hal"], "没有“hal”，可选：'staff', 'hall'", "'hal' is not one of 'staff', 'hall'"),
    (["pay", "preview", "--month", "3"], "看不懂这个月份：3。例：2026-03", "Not a month: 3. Example: 2026-03"),
    (["set-pin"], "缺少参数 'NUMBER'", "Missing argument 'NUMBER'"),
    (["log", "--date"], "选项 --date 后面缺少内容。", "Option '--date' requires an argument."),
    (["verify", "now"], "多出了参数：now", "Got unexpected extra argument (now)"),
    (["import", "staff", "none.csv"], "“none.csv”不存在。", "File 'none.csv' does not exist."),
    (["publish", "x" * 5000], "太长", "too long"),
]


@pytest.mark.parametrize(("words", "chinese", "english"), _WRONG, ids=[" ".join(each[0])[:30] for each in _WRONG])
def test_wrong_words_are_answered_in_the_users_language(run, words, chinese, english):
    assert chinese in run(*words, code=2).output
    assert english in run("--lang", "en", *words, code=2).output


def test_the_help_has_chinese_headings(run):
    assert {"选项:", "命令:"} <= set(run("--help").output.splitlines())
    assert {"Options:", "Commands:"} <= set(run("--lang", "en", "--help").output.splitlines())


def _said_by(module):
    """Each text that a module of click hands to gettext."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
            yield ast.literal_eval(node.args[0])


@pytest.mark.parametrize("module", [exceptions, parser, types], ids=lambda module: module.__name__)
def test_nothing_that_the_library_says_lacks_its_chinese(module):
    known = {entry.msgid for entry in polib.pofile(str(CLICK_SOURCE))}
    assert set(_said_by(module)) - known == set()
