"""What the commands say: results on standard output, everything else on standard error, nothing read as markup."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer


def say(text: str = "") -> None:
    """Write a line of a result."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Tell the person something that is no result."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def fail(text: str, status: int = 1) -> "typer.Exit":
    """Tell what went wrong; raise what is returned. Status 2 is for wrong use."""
    import typer

    tell(f"dateline: {text}")
    return typer.Exit(status)


def on_terminal() -> bool:
    """Whether a person sees standard output directly."""
    return sys.stdout.isatty()


def width() -> int:
    """Columns of the terminal."""
    from shutil import get_terminal_size

    return get_terminal_size().columns


def folded(text: str, indent: str = "", hanging: str = "") -> str:
    """A paragraph, indented, later lines more; broken to the terminal's width, left on one line in a pipe."""
    if not on_terminal():
        return indent + text
    import textwrap

    return textwrap.fill(text, max(20, width()), initial_indent=indent, subsequent_indent=indent + hanging)
