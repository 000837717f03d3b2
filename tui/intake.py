"""How the reading goes: one row per input, and a sum for the status line."""

from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """Where an input is."""

    READING = "…"
    READ = "✓"
    FAILED = "✗"


@dataclass(frozen=True)
class Item:
    """An input."""

    origin: str
    state: State
    says: str = ""
    """What was found, or why it failed."""


@dataclass
class Intake:
    """All inputs of this session, in the order they were begun."""

    items: dict[str, Item] = field(default_factory=dict)
    total: int = 0
    """Of the job that is going on; 0 while it is not known."""
    done: int = 0
    running: bool = False

    @property
    def progress(self) -> str:
        """For the status line; empty when nothing goes on."""
        if not self.running:
            return ""
        return f"reading {self.done}/{self.total}" if self.total else "reading…"

    @property
    def failed(self) -> int:
        """How many could not be read."""
        return sum(item.state is State.FAILED for item in self.items.values())

    def start(self) -> None:
        """A job begins."""
        self.running, self.done, self.total = True, 0, 0

    def put(self, item: Item) -> None:
        """Another state of an input."""
        self.items[item.origin] = item
        if item.state is not State.READING:
            self.done += 1

    def stop(self) -> None:
        """The job is over; what was being read is not any more."""
        self.running = False
        self.items = {name: item for name, item in self.items.items() if item.state is not State.READING}
