"""The command `serve`: the app in a browser."""

import socket
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import typer

from timeline.inert import one_line
from tui.cli.browsing import ENVIRONMENT, own_timeline
from tui.cli.console import fail, tell

LOOPBACK = "127.0.0.1"

Timeline = Annotated[
    Path | None,
    typer.Argument(metavar="[TIMELINE]", envvar=ENVIRONMENT, help="The timeline, if not your own.", show_default=False),
]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Where it listens.")]
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Another address of this machine.")]
Write = Annotated[bool, typer.Option("--write", help="Let whoever reaches it do all that you can.", show_default=False)]


def serve(timeline: Timeline = None, *, port: Port = 8000, host: Host = LOOPBACK, write: Write = False) -> None:
    """Show a timeline in a browser, to be read.

    Only this machine reaches it, and nothing can be corrected, imported or exported, unless --host and --write say so.
    There is no password and no encryption. Needs more to be installed: pip install 'dateline[serve]'.
    """
    try:
        from tui.serving import TimelineServer
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.startswith("tui"):
            raise
        raise fail("serve needs more to be installed: pip install 'dateline[serve]'", 2) from None
    path = timeline or own_timeline()
    if not path.exists():
        raise fail(f"there is no timeline at {one_line(str(path))} yet: dateline add makes it")
    if _is_every_address(host):
        raise fail("name the one address by which others reach this machine: what calls it otherwise is refused", 2)
    if host not in (LOOPBACK, "localhost"):
        what = "read and change it, and files as you can" if write else "read it"
        tell(f"note: whoever reaches {one_line(host)} can {what}: there is no password")
    try:
        TimelineServer(path, host, port, write=write).serve()
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no name of a machine"
        raise fail(f"{one_line(host)}:{port} can't be listened at: {why or error}") from None


def _is_every_address(host: str) -> bool:
    """Whether it stands for all addresses of the machine, also as `0` or `0x0`."""
    if host in ("*", ""):
        return True
    try:
        return any(ip_address(str(found[4][0])).is_unspecified for found in socket.getaddrinfo(host, None))
    except (OSError, ValueError):  # listening says what is wrong with it
        return False
