"""How much work something is, whatever else the machine does meanwhile."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def effort(run: Callable[[], object]) -> int:
    """How many lines of Python run. What C does in one line counts as one: `make bench-growth` has the seconds."""
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:  # noqa: ARG001 - as `sys.settrace` has it
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return lines
