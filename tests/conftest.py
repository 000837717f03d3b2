"""What holds for all tests."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

# Hypothesis fails a case that takes 0.2 s, which on a busy machine any may.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def _state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test remembers anything where whoever runs it would find it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_STATE", str(tmp_path_factory.mktemp("state")))
        yield
