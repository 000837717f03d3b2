"""Who makes a correction, for the history of the timeline."""

import getpass
import os

ENVIRONMENT = "DATELINE_AUTHOR"


def author() -> str:
    """The name that the person has chosen, or else that of their login; empty where there is none."""
    chosen = os.environ.get(ENVIRONMENT)
    if chosen is not None:
        return chosen.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # nobody's process, as in some containers
        return ""
