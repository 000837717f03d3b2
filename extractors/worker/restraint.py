"""What a reading process denies itself, where the system can.

Its supervisor measures the memory and ends the process above the limit. The system's own limits of memory are no
replacement: `RLIMIT_AS` and `RLIMIT_DATA` count what libraries of linear algebra reserve for each core and never touch.
"""

import math
import sys
import time
from contextlib import suppress
from pathlib import Path

SECONDS_OF_GRACE = 60
"""A supervisor comes first, and tells the reason; where it is gone, the process ends all the same."""


def restrain() -> None:
    """Leave no image of the memory on the disk after a crash; be the first to go when the machine has none left."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def allow(seconds: float) -> None:
    """Compute not much longer from now on than the reading of an article may take, and then the extraction from it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(time.process_time() + 2 * seconds + SECONDS_OF_GRACE)
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
