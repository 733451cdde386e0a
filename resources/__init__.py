"""Files the apps need: policy, theme, translations, printable templates."""

from pathlib import Path

FOLDER = Path(__file__).parent
