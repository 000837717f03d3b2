"""What each word means where it stands: a spaCy component, `dateline_vectors`, that sets `Doc.tensor`."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extractors.encoder.encoder import WIDTH, Vectors, encoder


class WordVectors:
    """Sets `Doc.tensor`: a row for each token, zeros for white space."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc`."""
        # Half of the bits are kept, as texts may be long.
        doc.tensor = encoder().vectors([token.text for token in doc]).astype(np.float16)
        return doc


def word_vectors(doc: Doc) -> Vectors:
    """The vectors of the tokens of a doc, which are zeros where it was never read."""
    if doc.tensor.shape != (len(doc), WIDTH):
        return np.zeros((len(doc), WIDTH), dtype=np.float32)
    return np.asarray(doc.tensor)


@Language.factory("dateline_vectors", assigns=["doc.tensor"])
def make_word_vectors(nlp: Language, name: str) -> WordVectors:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_vectors")`."""
    return WordVectors()
