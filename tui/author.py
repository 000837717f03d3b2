"""Who makes a correction, for the history of the timeline."""

import getpass
import os

from timeline.edit_kinds import PROGRAM

ENVIRONMENT = "DATELINE_AUTHOR"


def author() -> str:
    """The name that the person has chosen, or else that of their login; empty where there is none.

    One that is called as the program is told apart from it: what that does is nobody's wish, and conflicts with none.
    """
    chosen = os.environ.get(ENVIRONMENT)
    name = _login() if chosen is None else chosen.strip()
    return f"{name} (person)" if name == PROGRAM else name


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # nobody's process, as in some containers
        return ""
