"""What every test needs: no screen."""

import os

# Before anything imports Qt: bare `pytest` must not open windows either.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
