import pytest
import spacy
from spacy.language import Language


@pytest.fixture(scope="module")
def plain() -> Language:
    """A pipeline of the date grammar alone, without a parse."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("dateline_time_expressions")
    return nlp
