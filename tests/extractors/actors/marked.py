"""Docs with entities as a pipeline may mark them: `read_marked("[Nicolas Maduro|PERSON] left [Caracas|GPE].")`."""

import re

import spacy
from spacy.tokens import Doc, Span

from extractors.actors.component import Actors

_MARKED = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")
_NLP = spacy.blank("en")


def mark(text: str) -> Doc:
    """The doc of a text with its marks as entities."""
    plain, spans, at = "", [], 0
    for match in _MARKED.finditer(text):
        plain += text[at : match.start()]
        spans.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        at = match.end()
    doc = _NLP.make_doc(plain + text[at:])
    marked = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans]
    doc.set_ents([span for span in marked if isinstance(span, Span)])
    return doc


def read_marked(text: str) -> Doc:
    """The same after our component."""
    return Actors()(mark(text))


def entities(text: str) -> list[tuple[str, str]]:
    """The names of a marked text after our component, with their kinds."""
    return [(entity.text, entity.label_) for entity in read_marked(text).ents]
