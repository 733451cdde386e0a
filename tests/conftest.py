"""What every test needs of Qt: no screen, and constants that outlive PySide6."""

import os

# Before anything imports Qt: bare `pytest` must not open windows either.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shared.qt  # noqa: F401  # before a test calls Qt directly
