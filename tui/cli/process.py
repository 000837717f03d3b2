"""The command as a process: its output, the short way into the app, and how it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from timeline.inert import one_line
from tui.cli.console import fail, tell
from tui.cli.interrupts import Interrupts
from tui.cli.streams import UnwrittenError, inert_stream, open_closed

_COMPLETING = "_DATELINE_COMPLETE"
"""Set by the shell, which wants to know what a command line could go on with."""


def main() -> None:
    """Run the command line; what was interrupted ends with the status of that, whatever became of it."""
    interrupts = Interrupts()
    try:
        try:
            _main()
        finally:
            interrupts.over()
    except BaseException as error:
        if not interrupts.came:
            raise
        if isinstance(error, Exception):
            with suppress(OSError):
                tell(f"dateline: interrupted, and then {type(error).__name__}: {one_line(str(error))}")
    interrupts.end()


def _main() -> None:
    open_closed()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")  # type: ignore[union-attr]
    # For all of the process: the interpreter writes tracebacks after the command line has ended.
    sys.stdout, sys.stderr = inert_stream(sys.stdout), inert_stream(sys.stderr)
    try:
        try:
            _run(sys.argv[1:])
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # a reader that has gone, such as `head`, is no error
        _drop_output()
    except UnwrittenError as error:
        _drop_output()
        says = f"standard output can't be written to: {error.strerror or error}. What this command changed is kept"
        raise SystemExit(fail(says).exit_code) from None
    except OSError as error:
        _drop_output()
        raise SystemExit(fail(f"cannot go on: {error.strerror or error}").exit_code) from None


def _run(words: list[str]) -> None:
    if (path := _timeline_alone(words)) is not None:
        from tui.cli.browsing import browse

        sys.exit(browse(path))
    from tui.cli import commands

    commands.app(prog_name="dateline")


def _timeline_alone(words: list[str]) -> Path | None:
    """The timeline that is to be opened in the app, where nothing else is said and it is there.

    Then the table of commands, which takes longer to make than the screen, is not needed.
    """
    from tui.cli.browsing import own_timeline

    if len(words) > 1 or _COMPLETING in os.environ or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    try:
        path = Path(words[0]) if words else own_timeline()
        return path if path.suffix == ".json" and not path.name.startswith("-") and path.is_file() else None
    except (OSError, ValueError):
        return None


def _drop_output() -> None:
    """Let what is left to write go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
