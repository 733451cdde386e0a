"""Where this device's data lies. A module of its own: the kiosk asks before it has loaded anything else."""

import os
from pathlib import Path

VARIABLE = "WARM_WINDOW_DATA"


def data_folder(given: str | Path | None = None) -> Path:
    """The data folder: as given, else WARM_WINDOW_DATA, else the platform's own place for this user's data."""
    if chosen := given or os.environ.get(VARIABLE):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # late: most starts name their folder

    return user_data_path("warm-window", appauthor=False)
