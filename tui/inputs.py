"""How the reading goes: one row per input, and a sum for the status line."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class State(StrEnum):
    """Where an input is."""

    WAITING = "·"
    READING = "…"
    READ = "✓"
    FAILED = "✗"


LONG = 3
"""From so many seconds on it is told how long nothing more was read: what reads takes its time to begin."""


@dataclass(frozen=True)
class Item:
    """An input, or an article in it, as one job reads it: the next job may read it again."""

    job: int
    origin: str
    state: State = State.WAITING
    says: str = "waits"
    """What was found, or why it failed."""

    @property
    def key(self) -> tuple[int, str]:
        """What no other item has."""
        return self.job, self.origin


@dataclass
class Inputs:
    """All inputs of this session."""

    items: dict[tuple[int, str], Item] = field(default_factory=dict)
    reading: Item | None = None
    """What is being read now."""
    total: int = 0
    """Inputs of the job that goes on; 0 while they are not known."""
    done: int = 0
    """How many of them were read, or could not be."""
    waiting: int = 0
    """Jobs that wait for this one to end."""
    running: bool = False
    since: float = 0.0
    """When the last input began, or the job."""

    @property
    def progress(self) -> str:
        """For the status line; empty when nothing goes on."""
        if not self.running:
            return ""
        reading = f"reading {self.done}/{self.total}" if self.total else "reading…"
        if (seconds := int(time.monotonic() - self.since)) >= LONG:
            reading += f" · {seconds} s"
        return f"{reading}, then {self.waiting} more" if self.waiting else reading

    @property
    def listed(self) -> list[Item]:
        """All of them, job by job."""
        return sorted(self.items.values(), key=lambda item: item.job)

    def expect(self, job: int, origins: Iterable[str]) -> None:
        """The job will read `origins`, whatever was thought before."""
        for item in self._left(job):
            del self.items[item.key]
        for origin in origins:
            self.put(Item(job, origin))

    def start(self, total: int) -> None:
        """The job that goes on has so many inputs; 0 if it does not say yet."""
        self.total, self.done, self.reading = total, 0, None
        self.since = time.monotonic()

    def begin(self, job: int, origin: str) -> None:
        """An input is being read, and the one before is not any more."""
        self.settle()
        self.since = time.monotonic()
        self.reading = Item(job, origin, State.READING, "reading…")
        self.put(self.reading)

    def settle(self) -> None:
        """What was being read is done; where it held articles of names of their own, their rows stand for it."""
        if self.reading is not None:
            self.done += 1
            if self.items[self.reading.key] is self.reading:
                del self.items[self.reading.key]
        self.reading = None

    def put(self, item: Item) -> None:
        """Another state of an input."""
        self.items[item.key] = item

    def give_up(self, job: int, why: str) -> int:
        """What the job has not read will not be read; returns how many inputs that are."""
        left = self._left(job)
        for item in left:
            self.put(replace(item, state=State.FAILED, says=why))
        self.reading = None
        return len(left)

    def _left(self, job: int) -> list[Item]:
        waits = (State.WAITING, State.READING)
        return [item for item in self.items.values() if item.job == job and item.state in waits]
