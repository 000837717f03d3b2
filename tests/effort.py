"""How much work something is, whatever else the machine does meanwhile."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def effort(run: Callable[[], object]) -> int:
    """How many lines of Python run. What C does in one line counts as one: `make bench-growth` has the seconds."""
    lines = 0

    def enter(frame: FrameType, event: str, argument: Any) -> Any:  # noqa: ARG001 - as `sys.settrace` has it
        return step

    def step(frame: FrameType, event: str, argument: Any) -> None:  # noqa: ARG001 - the end of a function counts as well
        nonlocal lines
        lines += 1

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        run()
    finally:
        sys.settrace(before)
    return lines
