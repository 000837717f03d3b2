"""The search for garbage, which takes half of the time of loading many records."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress


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


def settle() -> None:
    """After loading: give back to the system what only that took, and look for garbage again, where that was not done.

    It is not looked for among what is there, as nearly all of that stays.
    """
    import ctypes  # noqa: PLC0415 - not before a screen is painted

    with suppress(AttributeError, OSError, TypeError):  # there is no such thing in other C libraries than GNU's
        ctypes.CDLL(None).malloc_trim(0)
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
