"""The wall before standard output and standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, TextIO, cast

from timeline.inert import inert


class UnwrittenError(OSError):
    """Standard output or standard error takes no more: the disk behind it is full, for one."""


class _InertStream:
    """A text stream that only inert text gets into; it has no `buffer`, through which bytes would pass by."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write `text`, whoever it comes from."""
        with _telling_whose_fault():
            self._stream.write(inert(text))
        return len(text)

    def flush(self) -> None:
        """Have it written."""
        with _telling_whose_fault():
            self._stream.flush()

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of `lines`."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - it is what the stream has
        if name == "buffer":
            raise AttributeError(name)
        return getattr(self._stream, name)


@contextmanager
def _telling_whose_fault() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwrittenError(error.errno, error.strerror) from error


def open_closed() -> None:
    """Have standard streams that were closed, as under cron they may be, lead nowhere.

    The numbers that belong to them are taken, so that no file that is opened later is written to as standard output.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - open as long as the process
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def inert_stream(stream: TextIO) -> TextIO:
    """`stream` behind the wall that all output passes: results, messages, wrong use told by click, tracebacks."""
    return stream if isinstance(stream, _InertStream) else cast("TextIO", _InertStream(stream))


@contextmanager
def inert_output() -> Iterator[None]:
    """Have standard output and standard error, whatever they are now, take only inert text."""
    with redirect_stdout(inert_stream(sys.stdout)), redirect_stderr(inert_stream(sys.stderr)):
        yield
