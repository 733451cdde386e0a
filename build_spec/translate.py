"""Keeps the English translation in step with the code, whose own language is Chinese.

The command line's library is the other way round: resources/i18n/click_zh.po has its messages in Chinese.

no option   collects the texts of kiosk, counter and shared/qt into resources/i18n/*_en.ts and compiles them
--release   only compiles what is older than its source (set-up does this)
--check     changes nothing; fails if a text lacks its translation, a file lacks a text, or a text cannot be collected
"""

import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import polib

from build_spec.texts import Source

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
SOURCES = {"kiosk_en.ts": "kiosk", "counter_en.ts": "counter", "shared_en.ts": "shared/qt"}
CLICK_SOURCE = FOLDER / "click_zh.po"
CLICK = FOLDER / "zh" / "LC_MESSAGES" / "messages.mo"  # where gettext looks
SHOWN = 10  # of each fault; the first ones tell enough


def tool(name: str, *words: str | Path) -> None:
    """Run one of Qt's translation tools from the same environment as this Python; silent unless it fails."""
    program = shutil.which(f"pyside6-{name}", path=sysconfig.get_path("scripts"))
    done = subprocess.run([str(program), *words], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"pyside6-{name} failed:\n{done.stdout}{done.stderr}")


def python_files(source: str) -> list[Path]:
    return sorted((ROOT / source).rglob("*.py"))


def collect(folder: Path) -> None:
    """Bring the three files in `folder` up to date. No line numbers in them, so that only real changes show."""
    for name, source in SOURCES.items():
        code = [str(p.relative_to(ROOT)) for p in python_files(source)]
        languages = ["-source-language", "zh_CN", "-target-language", "en"]
        tool("lupdate", *code, *languages, "-locations", "none", "-no-obsolete", "-ts", folder / name)


def release() -> None:
    for source in (FOLDER / name for name in SOURCES):
        compiled = source.with_suffix(".qm")
        if source.exists() and is_older(compiled, source):
            tool("lrelease", source, "-qm", compiled)
    if is_older(CLICK, CLICK_SOURCE):
        CLICK.parent.mkdir(parents=True, exist_ok=True)
        polib.pofile(str(CLICK_SOURCE)).save_as_mofile(str(CLICK))


def is_older(compiled: Path, source: Path) -> bool:
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def is_translated(message: ElementTree.Element) -> bool:
    """Finished, and no form of it (singular, plural) left empty."""
    translation = message.find("translation")
    forms = [] if translation is None or translation.get("type") else list(translation) or [translation]
    return bool(forms) and all((form.text or "").strip() for form in forms)


def texts(file: Path) -> Iterator[tuple[str, str, bool]]:
    """Each text of a file: its context, the Chinese, and whether it has a finished translation."""
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message.findtext("source", ""), is_translated(message)


def problems() -> Iterator[str]:
    """What is missing or superfluous in the translation, by comparison with a fresh collection."""
    with tempfile.TemporaryDirectory() as fresh:
        for name in SOURCES:
            if (FOLDER / name).exists():
                shutil.copy(FOLDER / name, fresh)
        collect(Path(fresh))
        for name, source in SOURCES.items():
            yield from compare(FOLDER / name, Path(fresh) / name)
            collected = {text[:2] for text in texts(Path(fresh) / name)}
            for file in python_files(source):
                yield from Source.read(file).faults(collected)


def compare(kept: Path, fresh: Path) -> Iterator[str]:
    known = {text[:2] for text in texts(kept)} if kept.exists() else set()
    wanted = {text[:2]: text[2] for text in texts(fresh)} if fresh.exists() else {}
    found = {
        "not collected yet": sorted(wanted.keys() - known),
        "no longer in the code": sorted(known - wanted.keys()),
        "not translated": [text for text, done in wanted.items() if text in known and not done],
    }
    for what, those in found.items():
        yield from (f"{kept.name}: {what}: {text}" for text in those[:SHOWN])
        if len(those) > SHOWN:
            yield f"{kept.name}: {what}: {len(those) - SHOWN} more"


def main(words: list[str]) -> int:
    """Do what the option says; 1 if the check found something."""
    if "--check" in words:
        found = list(problems())
        print(*found or ["every text has its translation"], sep="\n")
        if any("collected" in line or "no longer" in line for line in found):
            print("python3 dev.py translate brings the files up to date")
        return 1 if found else 0
    if "--release" not in words:
        FOLDER.mkdir(parents=True, exist_ok=True)
        collect(FOLDER)
    release()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
