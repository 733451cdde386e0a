"""From letters to Chinese: how letters are divided, what the table answers, what a customer's choices teach."""

import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.keyboard import pinyin
from kiosk.keyboard.composition import Composition
from kiosk.keyboard.pinyin import WordTable, candidates
from kiosk.keyboard.syllables import INITIALS, SEPARATOR, SYLLABLES, divisions_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
syllables = st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=6)
typed = st.text(LETTERS + SEPARATOR, max_size=pinyin.MOST_LETTERS)


@pytest.fixture(scope="module")
def table() -> WordTable:
    found = pinyin.read()
    assert found is not None
    return found


def texts(table: WordTable, letters: str, most: int = 8) -> Sequence[str]:
    return [each.text for each in candidates(table, letters, {})][:most]


# ---- dividing --------------------------------------------------------------------------------------------------------


@given(typed)
def test_parts_are_the_letters_in_their_order_and_each_is_a_syllable_or_begins_one(letters):
    for parts in divisions_of(letters):
        joined = "".join(part.letters for part in parts)
        assert letters.replace(SEPARATOR, "").startswith(joined)
        for place, part in enumerate(parts):
            last = place == len(parts) - 1
            assert (part.letters in SYLLABLES) is part.whole
            assert part.whole or part.letters in INITIALS or last or SEPARATOR in letters
            assert any(each.startswith(part.letters) for each in SYLLABLES)


@given(syllables)
def test_separators_divide_exactly_where_they_stand(words):
    assert [part.letters for part in divisions_of(SEPARATOR.join(words))[0]] == words


@given(syllables)
def test_whole_syllables_are_always_divided_to_the_end(words):
    """Even without separators there is a way that leaves no letter over and no syllable half."""
    ways = divisions_of("".join(words))
    assert all("".join(part.letters for part in way) == "".join(words) for way in ways)
    assert all(part.whole for part in ways[0])


@pytest.mark.parametrize(
    ("letters", "best"),
    [
        ("fuwu", "fu wu"),
        ("xian", "xian"),
        ("xi'an", "xi an"),
        ("fwtd", "f w t d"),
        ("fuwtd", "fu w t d"),
        ("zhzh", "zh zh"),
        ("zhon", "zhon"),
        ("lv", "lv"),
        ("", ""),
        ("i", ""),
        ("fui", "fu"),
        ("''", ""),
    ],
)
def test_letters_are_divided_as_people_mean_them(letters, best):
    assert " ".join(part.letters for part in next(iter(divisions_of(letters)), ())) == best


# ---- the table -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("letters", "wanted"),
    [
        ("fuwu", "服务"),
        ("xiexie", "谢谢"),
        ("nihao", "你好"),
        ("fwtd", "服务态度"),
        ("fuwtd", "服务态度"),
        ("fuwutaidu", "服务态度"),
        ("ranqi", "燃气"),
        ("gqk", "购气卡"),
        ("xian", "先"),
        ("xi'an", "西安"),
        ("nv", "女"),
        ("lue", "略"),
        ("dengdetaijiu", "等的太久"),
        ("jintianshangwuwolaijiaofei", "今天上午我来交费"),
    ],
)
def test_the_first_candidate_is_what_a_customer_means(table, letters, wanted):
    assert texts(table, letters, 1) == [wanted]


def test_a_character_is_offered_for_each_of_its_readings(table):
    for letters in ("xing", "hang"):
        assert "行" in texts(table, letters, 60)
    assert "重" in texts(table, "zhong", 60)
    assert "重" in texts(table, "chong", 60)


def entries(table_bytes: bytes, count: int) -> list[tuple[str, str]]:
    lines = random.Random(16).choices(table_bytes.decode().splitlines(), k=count)
    return [tuple(random.Random(line).choice(line.split("\t")[1:]).split(" ")[:2]) for line in lines]


def test_every_word_is_found_by_its_syllables_and_by_their_first_letters(table):
    for word, reading in entries(pinyin.FILE.read_bytes(), 150):
        parts = divisions_of(reading)[0]
        assert word in [each.text for each in table.words(parts)], (word, reading)
        initials = SEPARATOR.join(syllable[0] for syllable in reading.split(SEPARATOR))
        assert word in [each.text for each in table.words(divisions_of(initials)[0])] or {*"aeo"} & {*initials}


@settings(max_examples=60, deadline=None)
@given(letters=typed)
def test_choosing_always_comes_to_an_end_and_leaves_nothing_that_was_understood(table, letters):
    composition = Composition()
    composition.set_table(table)
    for letter in letters:
        composition.type(letter)
    while composition.candidates:
        before = len(composition.typed)
        first = composition.candidates[0]
        assert 0 < first.typed <= before
        composition.choose(first)
        assert len(composition.typed) == before - first.typed
    assert composition.typed.startswith((SEPARATOR, "")) or not divisions_of(composition.typed)


def test_a_long_sentence_is_answered_while_the_finger_is_still_on_the_key(table):
    composition = Composition()
    composition.set_table(table)
    slowest = 0.0
    for letter in "qingbangwokanyixiaqibiaoxiexie":
        begun = time.process_time()
        composition.type(letter)
        slowest = max(slowest, time.process_time() - begun)
    assert slowest < 0.1  # some 10 ms; far above, because the machine that tests is busy


def test_the_table_is_small_enough_and_in_order(table):
    data = pinyin.FILE.read_bytes()
    assert len(data) == len(table) < 15_000_000
    keys = [line.split(b"\t", 1)[0] for line in data.splitlines()]
    assert keys == sorted(set(keys))


def test_an_installation_without_the_table_offers_no_pinyin(monkeypatch, tmp_path):
    monkeypatch.setattr(pinyin, "FILE", tmp_path / "words.tsv")
    assert pinyin.read() is None


# ---- learning --------------------------------------------------------------------------------------------------------


def typing(composition: Composition, letters: str) -> Composition:
    for letter in letters:
        composition.type(letter)
    return composition


def test_what_was_put_together_once_is_offered_whole_to_this_customer_alone(table):
    composition = Composition()
    composition.set_table(table)
    typing(composition, "liyuanfang")
    for wanted in ("李", "元", "芳"):
        composition.choose(next(each for each in composition.candidates if each.text == wanted))
    assert composition.typed == ""
    typing(composition, "liyuanfang")
    assert composition.candidates[0] == ("李元芳", len("liyuanfang"))
    composition.reset()
    typing(composition, "liyuanfang")
    assert composition.candidates[0].text != "李元芳"


def test_a_word_chosen_before_comes_first_next_time(table):
    composition = Composition()
    composition.set_table(table)
    typing(composition, "fu")
    composition.choose(next(each for each in composition.candidates if each.text == "付"))
    typing(composition, "fu")
    assert composition.candidates[0].text == "付"
    typing(composition, "wu")
    assert composition.candidates[0].text == "服务"  # not 付 before the word that all the letters mean
