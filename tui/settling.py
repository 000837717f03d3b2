"""What the app does with its memory once its one timeline is loaded."""

import gc
from contextlib import suppress


def settle() -> None:
    """Give back to the system what only loading took, and look for garbage again, where that was not done.

    It is not looked for among what is there, as nearly all of that stays until the app ends.
    """
    import ctypes  # noqa: PLC0415 - not before a screen is painted

    with suppress(AttributeError, OSError, TypeError):  # there is no such thing in other C libraries than GNU's
        ctypes.CDLL(None).malloc_trim(0)
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
