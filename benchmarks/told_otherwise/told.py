"""An article as it was read: its text, its doc and its records."""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.extraction import from_doc
from extractors.pipeline import process
from timeline.model import Article, Extraction, article_id


@dataclass(frozen=True, slots=True)
class Told:
    """An article with what was read of it."""

    article: Article
    doc: Doc
    extraction: Extraction

    @property
    def text(self) -> str:
        """Its text."""
        return self.article.text

    def sentences(self) -> Iterator[Span]:
        """Its sentences, without the white space around them."""
        for sentence in self.doc.sents:
            words = [token.i for token in sentence if not token.is_space]
            if words:
                yield self.doc[words[0] : words[-1] + 1]


def told(nlp: Language, article: Article) -> Told:
    """The article read."""
    doc = process(nlp, article.text, article.name)
    return Told(article, doc, from_doc(article, doc, extractor=""))


def otherwise(article: Article, text: str, name: str = "") -> Article:
    """The article with another text and name, and nothing that was read of it."""
    other = replace(article, id=article_id(text), text=text, time_expressions=(), attributions=())
    return replace(other, name=name or article.name)


def small(words: Span) -> str:
    """The text of words that stood first in their sentence, as they are within one."""
    keeps = words[0].pos_ == "PROPN" or words[0].text == "I" or words[0].text[1:].lower() != words[0].text[1:]
    return words.text if keeps else words.text[:1].lower() + words.text[1:]


def large(text: str) -> str:
    """Words as they begin a sentence."""
    return text[:1].upper() + text[1:]
