"""What ends a command before its time, ctrl-c and the like: none of it is lost, wherever it comes.

Python raises `KeyboardInterrupt` between any two steps. What is raised by something that is done on the side, such as
the callback of a weak reference that each import has, or a `__del__`, is told as a traceback and dropped, and the
command would go on as if nobody had asked it to end: it is raised again then. And where a library raises something else
in its place, or keeps it to itself, the status says all the same that the command was interrupted.
"""

import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl-c, what a system asks with, and a terminal that was closed. Others end the process at once."""
_STATUS = 128
"""What a shell adds to the number of the signal that ended a program."""
_AGAIN = 0.001
"""Seconds after which one that was dropped is raised again: what is done on the side takes less."""


class Interrupts:
    """Those of this process, from now on until `over`."""

    def __init__(self) -> None:
        self._came: int | None = None
        self._tell_unraisable = sys.unraisablehook
        sys.unraisablehook = self._unraisable
        there: list[int] = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._signals = [number for number in there if _is_heard(number)]
        for number in self._signals:
            signal.signal(number, self._interrupt)
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, self._interrupt_again)

    @property
    def came(self) -> bool:
        """Whether there was one."""
        return self._came is not None

    def over(self) -> None:
        """Nothing is left to be put in order: a first one ends the process at once, another adds nothing."""
        for number in self._signals:
            signal.signal(number, signal.SIG_IGN if self.came else signal.SIG_DFL)
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)

    def end(self) -> None:
        """End the process at once, if there was one, with the status that a shell gives to what it has ended."""
        if self._came is not None:
            os._exit(_STATUS + self._came)

    def _interrupt(self, number: int, _: FrameType | None) -> None:
        self._came = number
        raise KeyboardInterrupt

    def _interrupt_again(self, _: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    def _unraisable(self, dropped: "UnraisableHookArgs") -> None:
        if not issubclass(dropped.exc_type, KeyboardInterrupt):
            self._tell_unraisable(dropped)
        elif hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, _AGAIN)


def _is_heard(number: int) -> bool:
    """Whether a signal ends this process: `nohup`, and a shell that starts it in the background, have some ignored."""
    return signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler)
