"""Where a person's own settings lie: the folder of their platform, or the one that a variable names."""

import os
from pathlib import Path

ENVIRONMENT = "DATELINE_CONFIG"


def settings_folder() -> Path:
    """The folder; it need not be there."""
    chosen = os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path  # noqa: PLC0415 - not every command needs it

    return user_config_path("dateline", appauthor=False)
