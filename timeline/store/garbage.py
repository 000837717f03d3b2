"""The search for garbage, which takes half of the time of loading many records."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Spare the search among many new records, now and later."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()


def collecting_again() -> None:
    """Have garbage looked for from now on, where it was not, but not among what is there: nearly all of that stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
