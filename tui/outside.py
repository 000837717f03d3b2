"""Opening a web address in the person's browser, and knowing whether one was there."""

import os
import subprocess
import sys

from timeline.inert import inert

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
_SECONDS = 5
"""A browser that runs longer than that in front of whoever opened it is there to stay."""


def opened(address: str) -> bool:
    """Whether a browser took the address; it may take seconds.

    Another process asks for it: what a browser says there is written over no screen, and without the name of a terminal
    none is chosen that would draw in it. It looks for modules in no folder that somebody is in.
    """
    surroundings = {name: value for name, value in os.environ.items() if name != "TERM"}
    try:
        asked = subprocess.Popen(  # noqa: S603 - the interpreter that runs this, and an address that is no option
            [sys.executable, "-I", "-c", _OPEN, inert(address)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            start_new_session=True,
        )
        return asked.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
