import os
from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.fuzz.harmless", "tests.fuzz.sandbox")

from spacy.language import Language  # noqa: E402

from extractors import load_pipeline  # noqa: E402
from tests.fuzz.amount import LONG, SHARE  # noqa: E402


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the cases a share within `make test`, the same each time; all of them under `make fuzz`."""
    if LONG in os.environ:
        return
    here = Path(__file__).parent
    cases = [item for item in items if item.path.is_relative_to(here) and "[" in item.name]
    left = [item for number, item in enumerate(cases) if number % SHARE]
    config.hook.pytest_deselected(items=left)
    gone = set(left)
    items[:] = [item for item in items if item not in gone]
