"""The terminal as Textual drives it, and an end of the app when the terminal is gone."""

import asyncio
import errno
import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.frugal_output import frugal

_GONE = frozenset({errno.EIO, errno.EPIPE, errno.ENXIO})
_SIGNALS = (signal.SIGHUP, signal.SIGTERM)
_TURN = 0.0005
"""Seconds after which the thread that writes to the terminal has its turn while the app goes on: with Python's own 5 ms
a line that is painted waits for the page beside it."""


class TerminalDriver(LinuxDriver):
    """Ends the app, saved and tidy, when its terminal hangs up or the system asks it to end.

    A terminal can go without a SIGHUP: under `nohup`, or when a connection breaks. Then every read is at the end of the
    input at once, which `LinuxDriver` takes for nothing typed and reads again, for ever; and every write fails, which
    ends the thread that writes, while others wait for it.
    """

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert self._file is not None
        self._file = cast("Any", _Output(self._file))  # all of a stream that is asked for

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` has it
                asyncio.get_running_loop().add_signal_handler(number, partial(self._end, number))
        sys.setswitchinterval(_TURN)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Take in what is typed, until the app ends or the terminal does."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    if not (typed := self._read()):
                        self._end(signal.SIGHUP)
                        return
                    if text := decode(typed):  # to the parser, nothing would be the end
                        for message in parser.feed(text):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError as error:
            if error.errno in _GONE:
                return b""
            raise

    def _end(self, number: signal.Signals) -> None:
        """End the app with the status that a shell gives to what a signal has ended; from any thread."""
        # By a message, which waits until the first screen is there.
        self._app.call_later(self._app.exit, return_code=128 + number)


class _Output:
    """A stream on the terminal. What is written when that is gone goes nowhere."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, if there is somebody to read it, in as few bytes as it takes."""
        with self._where_it_may_be_gone():
            self._file.write(frugal(text))

    def flush(self) -> None:
        """Have it read."""
        with self._where_it_may_be_gone():
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()

    @contextmanager
    def _where_it_may_be_gone(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno not in _GONE:
                raise
            # So that what is still to be written, when Python ends too, is no error either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
