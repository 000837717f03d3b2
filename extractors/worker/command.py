"""How a reading process is started, so that it imports nothing but what is installed."""

import sys


def command(*, gentle: bool = False) -> tuple[str, ...]:
    """The command of a reading process.

    `-P` keeps the current folder off the module path, where `-m` puts it first: a folder of clippings may hold a
    `json.py`. `-E` ignores `PYTHONPATH` and all other `PYTHON…` variables. `-I` would imply both, but leave out the
    packages of the user too, where dateline itself may be installed; they are left out where this process does so.

    Args:
        gentle: It gives way to all other processes.
    """
    without_the_users = ("-s",) if sys.flags.no_user_site else ()
    options = ("--gentle",) if gentle else ()
    return (sys.executable, "-P", "-E", *without_the_users, "-m", "extractors.worker", *options)
