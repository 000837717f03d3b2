"""Text in, findings out: reading articles, and a spaCy pipeline of a folder for each component.

`load_pipeline()` gives the pipeline, `extract(article)` the records of one article. Importing this package imports
nothing heavy; spaCy comes with the first call. Begin with `pipeline.py`, which has the components in their order.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from timeline.model import Article, Extraction


def load_pipeline(name: str | None = None) -> "Language":
    """A spaCy pipeline that ends in our components; see `extractors.pipeline.load_pipeline`.

    >>> from extractors.time_expressions import time_expressions
    >>> doc = load_pipeline()("She left on Saturday.")
    >>> [(found.text, found.direction.because) for found in time_expressions(doc)]
    [('Saturday', '“left” is past')]
    """
    from extractors.pipeline import load_pipeline as load  # noqa: PLC0415 - spaCy takes a second to import

    return load(name)


def extract(article: "Article", nlp: "Language | None" = None) -> "Extraction":
    """All that is read from one article; see `extractors.extraction.extract`.

    >>> from timeline.model import Article
    >>> found = extract(Article(id="a", name="a", text="Ada Fenwick resigned on 26 January 2019."))
    >>> [(claim.title, claim.when.edtf) for claim in found.assertions]
    [('Ada Fenwick resigned', '2019-01-26')]
    """
    from extractors.extraction import extract as run  # noqa: PLC0415 - spaCy takes a second to import

    return run(article, nlp)
