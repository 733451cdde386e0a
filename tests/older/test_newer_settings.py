"""Settings that a newer version wrote stay, and none of its values takes the others away."""

from pathlib import Path
from typing import Any

import msgspec

from counter.kit import personal
from counter.kit.personal import Order, Personal
from shared.device import config

NUMBER = "2001"
THEIRS: dict[str, Any] = {
    "widths": {"队列": {"姓名": 120, "票号": "auto"}, "当日日志": "narrow"},
    "order": {"队列": {"column": "票号", "down": True, "then": "姓名"}, "工单": ["号", "人"]},
    "hints_read": ["queue"],
    "large": "larger",
    "colours": "dark",
}


def written(folder: Path) -> Path:
    file = folder / personal.FOLDER / f"{NUMBER.encode().hex()}.json"
    file.parent.mkdir()
    file.write_bytes(msgspec.json.encode(THEIRS))
    return file


def test_a_value_that_cannot_be_read_takes_no_other_of_a_persons_settings_away(tmp_path: Path) -> None:
    """Widths, orders and hints of the person were all reset."""
    written(tmp_path)
    assert personal.read(tmp_path, NUMBER) == Personal(
        widths={"队列": {"姓名": 120}}, order={"队列": Order("票号", down=True)}, hints_read={"queue"}
    )


def test_what_a_newer_counter_wrote_of_a_person_stays(tmp_path: Path) -> None:
    file = written(tmp_path)
    theirs = personal.read(tmp_path, NUMBER)
    theirs.widths["队列"]["姓名"] = 200
    theirs.order = {}
    theirs.hints_read.add("day")
    personal.write(tmp_path, NUMBER, msgspec.json.encode(theirs))
    found = msgspec.json.decode(file.read_bytes())
    assert sorted(found.pop("hints_read")) == ["day", "queue"]
    assert found == {
        "widths": {"队列": {"姓名": 200, "票号": "auto"}, "当日日志": "narrow"},
        "order": {"工单": ["号", "人"]},
        "large": "larger",
        "colours": "dark",
    }
    assert personal.read(tmp_path, NUMBER) == theirs


def test_a_damaged_file_of_a_person_is_written_anew(tmp_path: Path) -> None:
    written(tmp_path).write_text('{"widths": ', encoding="utf-8")
    assert personal.read(tmp_path, NUMBER) == Personal()
    personal.write(tmp_path, NUMBER, msgspec.json.encode(Personal(large=True)))
    assert personal.read(tmp_path, NUMBER).large


def test_a_part_of_the_device_in_another_form_stays(tmp_path: Path) -> None:
    """It was overwritten with the defaults when another setting was changed."""
    (tmp_path / config.FILE).write_text('{"scanner": ["COM3", "COM4"]}', encoding="utf-8")
    device = config.load(tmp_path)
    config.save(tmp_path, msgspec.structs.replace(device, backups_kept=9))
    raw = msgspec.json.decode((tmp_path / config.FILE).read_bytes())
    assert (raw["scanner"], raw["backups_kept"]) == (["COM3", "COM4"], 9)
