"""What each word means where it stands: a spaCy component, `dateline_vectors`, that sets `Doc.tensor`."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extractors.encoder.encoder import WIDTH, Vectors, encoder


class WordVectors:
    """Sets `Doc.tensor`: a row for each token, its vector for grammar and that for events; zeros for white space."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc`."""
        # Half of the bits are kept, as texts may be long.
        doc.tensor = encoder().vectors([token.text for token in doc]).astype(np.float16)
        return doc


def word_vectors(doc: Doc) -> Vectors:
    """What says how each token stands in its sentence; zeros where the doc was never read."""
    return _both(doc)[:, :WIDTH]


def event_vectors(doc: Doc) -> Vectors:
    """What says what is told of each token, and when; zeros where the doc was never read."""
    return _both(doc)[:, WIDTH:]


def _both(doc: Doc) -> Vectors:
    shape = len(doc), 2 * WIDTH
    return np.asarray(doc.tensor) if doc.tensor.shape == shape else np.zeros(shape, dtype=np.float32)


@Language.factory("dateline_vectors", assigns=["doc.tensor"])
def make_word_vectors(nlp: Language, name: str) -> WordVectors:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_vectors")`."""
    return WordVectors()
