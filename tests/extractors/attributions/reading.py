"""What is read of a doc, in words."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc

from extractors.attributions.component import attributions

Read = Callable[[str], Doc]


class Said(NamedTuple):
    """An attribution in words."""

    source: str
    cue: str
    content: str
    speaker: str


def parts(doc: Doc) -> list[Said]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(doc.text[start:end] for start, end in spans)

    return [Said(words(a.source), words(a.cue), words(a.content), a.speaker) for a in attributions(doc)]
