"""The paragraphs of a doc: those of its text, by tokens."""

from spacy.tokens import Doc

from extractors.once import once_per_text
from timeline.paragraphs import paragraphs as paragraphs_of_text


@once_per_text
def paragraphs(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Token ranges of the paragraphs, without the white space between them."""
    places, lengths = doc.to_array(["IDX", "LENGTH"]).reshape(-1, 2).T
    spans = paragraphs_of_text(doc.text)
    firsts = places.searchsorted([start for start, _ in spans]).tolist()
    ends = (places + lengths).searchsorted([end for _, end in spans], side="right").tolist()
    return tuple(zip(firsts, ends, strict=True))
