"""The words of a filter, each with its place: what the language is made of, and what can be wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r'"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<sign>[()|])|(?P<word>[^\s()|"]+)')
WORDS = re.compile(r'(?:"[^"]*"?|[^\s"])+')
"""What stands between spaces, quoted spaces left out."""
FIELD = re.compile(r"([^\W\d_]+):")


class QueryError(ValueError):
    """A filter that cannot be understood: `text[start:end]` is the part, `reason` says why, to a person."""

    def __init__(self, start: int, end: int, reason: str) -> None:
        super().__init__(reason)
        self.start = start
        self.end = end
        self.reason = reason


@dataclass(frozen=True)
class Token:
    """A word, a phrase in quotation marks, a sign, or the name of a field with its colon."""

    start: int
    end: int
    text: str
    is_phrase: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a filter. A minus at the start of a word and the name of a field are tokens of their own."""
    for match in _TOKEN.finditer(text):
        start, end = match.start(match.lastgroup or 0), match.end()
        if match["phrase"] is not None:
            start = match.start("phrase") - 1
            if not match["closed"]:
                raise QueryError(start, end, "the quotation mark is not closed")
            yield Token(start, end, match["phrase"], is_phrase=True)
        elif match["sign"]:
            yield Token(start, end, match["sign"])
        else:
            word, start = match["word"], match.start("word")
            at_start = start == 0 or text[start - 1] == "(" or text[start - 1].isspace()
            while at_start and word.startswith("-"):
                yield Token(start, start + 1, "-")
                word, start = word[1:], start + 1
            if at_start and (name := FIELD.match(word)):
                yield Token(start, start + name.end(), name[0])
                word, start = word[name.end() :], start + name.end()
            if word:
                yield Token(start, end, word)
