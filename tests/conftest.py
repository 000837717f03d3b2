"""What holds for all tests."""

import gc
import os
import signal
import stat
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Hypothesis fails a case that takes 0.2 s, which on a busy machine any may.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# What a shell starts in the background ignores ctrl-c, what nohup starts SIGHUP; so would all that a test starts.
for _number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _number == signal.SIGINT else signal.SIG_DFL)

_sync = os.fsync


def _sync_if_special(file: int) -> None:
    """What `os.fsync` does, but where all it could do is to wait for a disk."""
    kind = os.fstat(file).st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        _sync(file)


@pytest.fixture(scope="session", autouse=True)
def _unhurried_disk() -> Iterator[None]:
    """No power fails here, and tests wait ten thousand times for a disk; processes of their own still do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", _sync_if_special)
        yield


@pytest.fixture(scope="session", autouse=True)
def _garbage_is_found() -> Iterator[None]:
    """What a test leaves is given back: an app keeps the search for garbage from all that is there once it is open.

    That is right for a program that opens one timeline, as `tui/settling.py` says. Here apps are opened one after the
    other, and none would ever be gone.
    """
    gc.collect()
    gc.freeze()  # modules: nothing of them is ever garbage
    gc.set_threshold(20_000, 20, 10)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "freeze", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test remembers anything where whoever runs it would find it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_STATE", str(tmp_path_factory.mktemp("state")))
        yield
