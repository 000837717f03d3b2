"""What the commands say: results on standard output, everything else on standard error, nothing read as markup."""

import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from shutil import get_terminal_size
from typing import Any, TextIO, cast

import typer

from timeline.inert import inert


class _InertStream:
    """A text stream that only inert text gets into; it has no `buffer`, through which bytes would pass by."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write `text`, whoever it comes from."""
        self._stream.write(inert(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of `lines`."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - it is what the stream has
        if name == "buffer":
            raise AttributeError(name)
        return getattr(self._stream, name)


def inert_stream(stream: TextIO) -> TextIO:
    """`stream` behind the wall that all output passes: results, messages, wrong use told by click, tracebacks."""
    return stream if isinstance(stream, _InertStream) else cast("TextIO", _InertStream(stream))


@contextmanager
def inert_output() -> Iterator[None]:
    """Have standard output and standard error, whatever they are now, take only inert text."""
    with redirect_stdout(inert_stream(sys.stdout)), redirect_stderr(inert_stream(sys.stderr)):
        yield


def say(text: str = "") -> None:
    """Write a line of a result."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Tell the person something that is no result."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def fail(text: str, status: int = 1) -> typer.Exit:
    """Tell what went wrong; raise what is returned. Status 2 is for wrong use."""
    tell(f"dateline: {text}")
    return typer.Exit(status)


def on_terminal() -> bool:
    """Whether a person sees standard output directly."""
    return sys.stdout.isatty()


def width() -> int:
    """Columns of the terminal."""
    return get_terminal_size().columns


def folded(text: str, indent: str = "", hanging: str = "") -> str:
    """A paragraph, indented, later lines more; broken to the terminal's width, left on one line in a pipe."""
    if not on_terminal():
        return indent + text
    return textwrap.fill(text, max(20, width()), initial_indent=indent, subsequent_indent=indent + hanging)
