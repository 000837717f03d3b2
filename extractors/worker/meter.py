"""What a process takes, read from outside of it."""

from contextlib import suppress

import psutil


class Meter:
    """Counts the computing of a process since it began with something, and its memory beside what it has at rest."""

    def __init__(self, pid: int) -> None:
        """Measure the process with that id; one that has ended takes nothing."""
        self._process: psutil.Process | None = None
        self._seconds = self._memory = 0.0
        with suppress(psutil.Error):
            self._process = psutil.Process(pid)

    def begin(self) -> None:
        """Count the computing from here."""
        self._seconds, _ = self._taken()

    def rest(self) -> None:
        """Count the memory beside what the process has now."""
        _, self._memory = self._taken()

    @property
    def taken(self) -> tuple[float, float]:
        """Seconds of computing, by the system for it too, and bytes of memory that is not only reserved."""
        seconds, memory = self._taken()
        return seconds - self._seconds, memory - self._memory

    def _taken(self) -> tuple[float, float]:
        if self._process is None:
            return 0.0, 0.0
        try:
            with self._process.oneshot():
                times = self._process.cpu_times()
                return times.user + times.system, self._process.memory_info().rss
        except psutil.Error:
            return 0.0, 0.0
