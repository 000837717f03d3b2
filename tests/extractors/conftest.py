from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractors import load_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], Doc]:
    return nlp
