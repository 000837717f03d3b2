import pytest

pytest.register_assert_rewrite("tests.fuzz.harmless", "tests.fuzz.sandbox")

from spacy.language import Language  # noqa: E402

from extractors import load_pipeline  # noqa: E402


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()
