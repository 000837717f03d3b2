"""The word lists of `data/lexicons`: a file here for each, which says what may stand in it and refuses the rest.

Begin with `verbs.py` and the rows of `verbs.toml`; `files.py` reads. A word is one row, with all that is known of it.
"""

from extractors.lexicons.files import LexiconError, lexicon, words

__all__ = ["LexiconError", "lexicon", "words"]
