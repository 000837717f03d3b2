"""The terminal as Textual drives it, and an end of the app when the terminal is gone or the system asks for it."""

import asyncio
import errno
import os
import selectors
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event, Thread
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.frugal_output import frugal

if TYPE_CHECKING:
    from tui.app import DatelineApp

_GONE = frozenset({errno.EIO, errno.EPIPE, errno.ENXIO})
_SIGNALS = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)
"""Of ctrl-c the app is told as of any key: a SIGINT comes from another program."""
_TURN = 0.0005
"""Seconds after which the thread that writes to the terminal has its turn while the app goes on: with Python's own 5 ms
a line that is painted waits for the page beside it."""
_TIDY = 0.8
"""Seconds that the app has to end by itself. Then the process ends: what was acknowledged is in the journal."""
_GIVEN_BACK = "\x1b[?1000;1002;1003;1006;1015;2004;2048l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
"""No mouse and no pasting is told any more; lines wrap, keys are plain, screen and cursor are those from before."""


class TerminalDriver(LinuxDriver):
    """Ends the app when its terminal hangs up or the system asks it to end: saved, within a second, obeying no more.

    A terminal can go without a SIGHUP: under `nohup`, or when a connection breaks. Then every read is at the end of the
    input at once, which `LinuxDriver` takes for nothing typed and reads again, for ever; and every write fails, which
    ends the thread that writes, while others wait for it. What was typed before may be still to be done then, and
    something that takes long be computed: a thread of its own sees to it that the process ends all the same.
    """

    _app: "DatelineApp"

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert self._file is not None
        self._output = _Output(self._file)
        self._file = cast("Any", self._output)  # all of a stream that is asked for
        self._is_to_end, self._has_ended = Event(), Event()
        self._watch: Thread | None = None

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        if self._watch is None:  # and not only come back to after ctrl+z
            self._watch = Thread(target=self._end_in_time, name="dateline-end", daemon=True)
            self._watch.start()
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` has it
                # The loop's own handler wakes it, but has its turn only after all that waits already; ours at once.
                asyncio.get_running_loop().add_signal_handler(number, partial(self._end, number))
                signal.signal(number, self._obey_no_more)
        sys.setswitchinterval(_TURN)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Let go of the terminal."""
        super().close()
        self._has_ended.set()

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

    def _obey_no_more(self, number: int, _: FrameType | None = None) -> None:
        """Have nothing done that was not begun; from any thread, whatever is done meanwhile."""
        if not self._app.ends_with:
            self._app.ends_with = 128 + number
            self._is_to_end.set()

    def _end(self, number: signal.Signals) -> None:
        """End the app with the status that a shell gives to what a signal has ended; from any thread."""
        self._obey_no_more(number)
        # By a message, which waits until the first screen is there.
        self._app.call_later(self._app.exit, return_code=self._app.ends_with)

    def _end_in_time(self) -> None:
        """Wait until the app is to end; if then it does not, end the process as if it had been killed."""
        self._is_to_end.wait()
        if not self._has_ended.wait(_TIDY):
            self._give_back()
            os._exit(self._app.ends_with)

    def _give_back(self) -> None:
        """Leave the terminal as it was, without a wait for one that takes nothing."""
        with suppress(OSError, termios.error):
            os.set_blocking(self._output.fileno(), False)
            os.write(self._output.fileno(), _GIVEN_BACK.encode())
        with suppress(OSError, termios.error):
            os.set_blocking(self._output.fileno(), True)  # the shell has it, too
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)


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
