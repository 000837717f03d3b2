"""What a pipeline keeps of the words that it has read, within bounds: a process may read articles for ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.pipeline import Lemmatizer

MOST_STRINGS = 80_000
"""Strings that a pipeline keeps from article to article, two or three a word: frequent words are among the first."""

LONG_TEXT = 200_000
"""Characters; the new words of a longer text are never kept."""

_loaded: WeakKeyDictionary[Language, int] = WeakKeyDictionary()
"""How many strings a pipeline came with."""


@contextmanager
def bounded_vocabulary(nlp: Language, text: str) -> Iterator[None]:
    """Read one text within; afterwards its new words are forgotten if the pipeline has kept enough already.

    No doc made within may be used afterwards: see `spacy.Language.memory_zone`. Some 40 bytes stay of a forgotten word,
    where 2,000 stay of one that is kept.
    """
    strings = len(nlp.vocab.strings)
    enough = strings - _loaded.setdefault(nlp, strings) >= MOST_STRINGS or len(text) > LONG_TEXT
    if not enough or nlp.vocab.in_memory_zone:  # type: ignore[attr-defined]  # the stub lacks it
        yield
        return
    try:
        with nlp.memory_zone():
            yield
    finally:
        for _, pipe in nlp.pipeline:
            if isinstance(pipe, Lemmatizer) and len(pipe.cache) > MOST_STRINGS:
                pipe.cache.clear()
