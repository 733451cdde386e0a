"""Signed codes: each reads back as it was written; changed, foreign and forged ones are told apart and refused."""

import base64
import hmac
import stat
import string
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from shared.device import codes, qr
from shared.device.codes import (
    Badge,
    Certificate,
    Fault,
    InquirySlip,
    NumberSlip,
    PrintedCard,
    Promotion,
    SignedCard,
    Training,
    Unreadable,
)
from shared.practice.cards.facts import P

ROOT = Path(__file__).parent.parent
KEY, OTHER = b"k" * 32, b"o" * 32
HEX = "0123456789abcdef0123456789abcdef"
CODES = (
    NumberSlip(f"number:{HEX}"),
    InquirySlip(f"inquiry:{HEX}"),
    Certificate(f"annal:{HEX}"),
    Promotion(f"promotion:{HEX}"),
    Training(f"training:{HEX}"),
    Badge("1001"),
    Badge("Ab-" + "9" * 17),
    PrintedCard("00ff00ff00ff00ff00ff"),
    SignedCard("00ff00ff00ff00ff", "polite"),
    SignedCard("00ff00ff00ff00ff", "professional", "z" * 20),
)
staff_numbers = st.text(string.ascii_letters + string.digits + "-", min_size=1, max_size=20)
signed_code = st.one_of(
    st.builds(lambda raw: NumberSlip(f"number:{raw.hex()}"), st.binary(min_size=16, max_size=16)),
    st.builds(lambda raw: InquirySlip(f"inquiry:{raw.hex()}"), st.binary(min_size=16, max_size=16)),
    st.builds(Badge, staff_numbers),
    st.builds(
        SignedCard, st.just("00ff00ff00ff00ff"), st.sampled_from([p.value for p in P]), st.just("") | staff_numbers
    ),
)
any_code = st.one_of(signed_code, st.builds(codes.new_card))


@given(any_code)
def test_every_code_comes_back_from_its_text(code):
    text = codes.text(code, KEY)
    assert len(text) <= codes.LONGEST
    assert codes.parse(text, KEY) == code


@given(signed_code, st.data())
def test_a_signed_code_with_one_wrong_character_is_unreadable(code, data):
    text = codes.text(code, KEY)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([c for c in string.digits + string.ascii_uppercase if c != text[place]]))
    assert isinstance(codes.parse(text[:place] + other + text[place + 1 :], KEY), Unreadable)


@given(st.text())
def test_any_other_text_is_unreadable_and_raises_nothing(text):
    assert isinstance(codes.parse(text, KEY), Unreadable)
    assert isinstance(codes.parse(codes.PREFIX + "C" + text, KEY), Unreadable)


def test_a_card_is_the_smallest_qr_code_and_a_wrong_character_makes_another_card():
    card = codes.new_card()
    text = codes.text(card, KEY)
    assert (len(text), len(qr.matrix(text))) == (20, 21 + 2 * 4)
    other = codes.parse(text[:-1] + ("0" if text[-1] != "0" else "1"), KEY)
    assert isinstance(other, PrintedCard)
    assert other.digest != card.digest
    for short in (text[:-1], text[:-2], text + "0", text + "00"):
        assert codes.parse(short, KEY) == Unreadable(Fault.JUNK)


@pytest.mark.parametrize("code", [code for code in CODES if not isinstance(code, PrintedCard)])
def test_a_code_of_another_site_is_reported_as_forged(code):
    assert codes.parse(codes.text(code, OTHER), KEY) == Unreadable(Fault.FORGED)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.JUNK),
        ("\r\n\t", Fault.JUNK),
        ("6901234567892", Fault.FOREIGN),
        ("https://example.com/WW1", Fault.FOREIGN),
        ("WW2N" + "0" * 40, Fault.NEWER),
        ("WW1", Fault.JUNK),
        ("WW1Z0000", Fault.JUNK),
        ("WW1N0", Fault.FORGED),
        ("WW1B" + "0" * 20, Fault.FORGED),
        ("WW1B" + "0" * 61, Fault.JUNK),
        ("WW1N" + "0" * 100_000, Fault.JUNK),
    ],
)
def test_what_is_not_ours_is_told_apart_for_the_log(text, fault):
    assert codes.parse(text, KEY) == Unreadable(fault)


@pytest.mark.parametrize("dress", ["{}\r\n", "\x02{}\x03", " {} ", "\x1d{}"])
def test_control_characters_and_blanks_around_a_code_are_dropped(dress):
    text = codes.text(CODES[0], KEY)
    assert codes.parse(dress.format(text), KEY) == CODES[0]
    assert codes.parse(dress.format(text.lower()), KEY) == CODES[0]  # a scanner with caps lock on


SAID = "暖窗排队号 A005，请到自助屏扫码"
SPOILT = {
    "as it is": str,
    "the number alone": lambda text: text[text.index("WW1") :],  # a slip of earlier versions
    "no Chinese": lambda text: "".join(letter for letter in text if letter.isascii()),
    "question marks": lambda text: text.encode("ascii", "replace").decode(),
    "a serial line": lambda text: text.encode().decode("ascii", "replace"),
    "as Latin": lambda text: text.encode().decode("latin1"),
    "as GBK": lambda text: text.encode().decode("gbk", "replace"),
    "in small letters": str.lower,
    "behind an AIM identifier": lambda text: f"]Q1{text}",
    "no blank": lambda text: text.replace(" ", ""),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
@pytest.mark.parametrize("code", [CODES[0], CODES[1], CODES[4]], ids=["number", "inquiry", "card"])
def test_words_before_a_code_keep_no_scanner_from_reading_it(code, spoil):
    scanned = spoil(codes.worded(SAID, codes.text(code, KEY)))
    assert codes.parse(scanned, KEY) == code
    assert codes.ends(scanned)


def test_words_before_a_code_make_no_bad_code_valid():
    text = codes.text(CODES[0], OTHER)
    assert codes.parse(codes.worded(SAID, text), KEY) == Unreadable(Fault.FORGED)
    assert codes.parse(codes.worded(SAID, text[:-1]), OTHER) == Unreadable(Fault.FORGED)
    assert codes.parse(codes.worded(text, SAID), OTHER) == Unreadable(Fault.JUNK)
    assert codes.parse("暖" * 300 + text, OTHER) == Unreadable(Fault.JUNK)


def test_a_signed_code_whose_kind_was_changed_is_forged():
    slip = codes.text(NumberSlip(f"number:{HEX}"), KEY)
    assert codes.parse(slip.replace("WW1N", "WW1I"), KEY) == Unreadable(Fault.FORGED)


def test_there_is_a_signed_card_of_each_p_and_of_nothing_else():
    signed = [SignedCard("00ff00ff00ff00ff", p.value) for p in P]
    assert [codes.parse(codes.text(card, KEY), KEY) for card in signed] == signed
    assert len({codes.new_card().id for _ in range(1000)}) == 1000
    with pytest.raises(ValueError, match="not a P"):
        codes.text(SignedCard("00ff00ff00ff00ff", "perfect"), KEY)


@pytest.mark.parametrize(
    "code",
    [
        NumberSlip("inquiry:" + HEX),
        NumberSlip("number:1"),
        NumberSlip(f"number:{HEX}00"),
        NumberSlip(f"a number:{HEX}"),
        Badge("张敏"),
        Badge("9" * 21),
        PrintedCard("1"),
        SignedCard("1", "polite"),
    ],
)
def test_subjects_that_fit_no_code_are_refused(code):
    with pytest.raises(ValueError, match="not a"):
        codes.text(code, KEY)


@pytest.mark.parametrize(
    "payload", [b"\x05" + bytes(8), b"\xff" + bytes(8), bytes(8), bytes(9) + b"1 1", bytes(9) + b"1" * 21]
)
def test_a_signed_card_with_an_unknown_p_or_an_impossible_number_is_refused(payload):
    """As another program that has our key might print it."""
    assert codes.parse(signed("C", payload), KEY) == Unreadable(Fault.JUNK)


@pytest.mark.parametrize("kind", "NIAGT")
@pytest.mark.parametrize("length", [0, 15, 17])
def test_what_names_no_record_is_refused_however_well_it_is_signed(kind, length):
    assert codes.parse(signed(kind, bytes(length)), KEY) == Unreadable(Fault.JUNK)


@pytest.mark.parametrize(
    ("typed", "begun"),
    [("", False), ("\r", False), ("w", True), ("WW1", True), ("WW1N0", True), ("]", True), ("】q", True), ("A", False)],
)
def test_keys_that_could_still_become_a_code_are_told_from_others(typed, begun):
    assert codes.could_begin(typed) is begun


def test_a_paper_card_may_be_for_whoever_is_named_on_it_or_for_anybody():
    assert codes.parse(signed("C", b"\x04" + bytes(8)), KEY) == SignedCard("00" * 8, "professional")
    assert codes.parse(signed("C", b"\x00" + bytes(8) + b"1001"), KEY) == SignedCard("00" * 8, "polite", "1001")


def signed(kind, payload):
    """A code as the module's first lines describe it, made by hand."""
    tag = hmac.digest(KEY, kind.encode() + payload, "sha256")[:8]
    plain = base64.b32encode(payload + tag).decode().rstrip("=")
    rfc, crockford = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return "WW1" + kind + plain.translate(str.maketrans(rfc, crockford))


def test_a_folder_has_one_key_which_is_not_its_pepper(tmp_path):
    first = codes.key(tmp_path)
    assert first == codes.key(tmp_path)
    pepper = tmp_path / "pepper"
    assert not hmac.compare_digest(first, bytes.fromhex(pepper.read_text()))
    if sys.platform != "win32":
        assert stat.S_IMODE(pepper.stat().st_mode) == 0o600


MAKE = """
import sys, pathlib
from shared.device import codes, qr
sys.stdin.read()
print(codes.key(pathlib.Path(sys.argv[1])).hex())
"""


def test_programs_that_start_at_the_same_moment_have_one_key(tmp_path):
    command = [sys.executable, "-c", MAKE, str(tmp_path)]
    starting = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(6)
    ]
    for each in starting:
        each.stdin.close()
    keys = set()
    for each in starting:
        with each:
            keys.add(each.stdout.read().strip())
    assert keys == {codes.key(tmp_path).hex()}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["pepper", "pepper.mark"]


@pytest.mark.parametrize("code", CODES)
def test_the_qr_code_of_each_code_is_read_back(code):
    text = codes.text(code, KEY)
    matrix = qr.matrix(text)
    picture = Image.new("L", (len(matrix), len(matrix)))
    picture.putdata([0 if module else 255 for row in matrix for module in row])
    found = zxingcpp.read_barcodes(picture.resize((len(matrix) * 4, len(matrix) * 4), Image.Resampling.NEAREST))
    assert [result.text for result in found] == [text]
