"""The wall before standard output and standard error."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO, cast

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
