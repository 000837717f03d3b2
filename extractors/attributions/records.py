"""Attributions as a doc keeps them: spans, and plain mappings so that docs can be serialized; and as records."""

from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Span

from extractors.syntax.phrases import Range
from timeline.model import Attribution

SOURCES = "attribution_sources"
CUES = "attribution_cues"
CONTENTS = "attribution_contents"
"""Where the spans are: `doc.spans[key]`; `span.id_` is the number of the attribution."""

if not Doc.has_extension("dateline_attributions"):
    Doc.set_extension("dateline_attributions", default=None)


class DocAttribution(msgspec.Struct, frozen=True):
    """One attribution by token indices of the doc; the source may be missing."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    speaker: str = ""
    """Whom the source means, by name; empty where that is not known."""
    actor: str = ""
    """The id of the actor that it means."""
    vouches: bool = True
    """Whether the source tells the content as true, rather than wants it, or is for or against what it names."""


def keep(doc: Doc, records: Sequence[DocAttribution]) -> None:
    """Keep attributions in `doc`."""
    sources = [(n, record.source) for n, record in enumerate(records) if record.source is not None]
    cues = [(n, record.cue) for n, record in enumerate(records)]
    contents = [(n, run) for n, record in enumerate(records) for run in record.content]
    for key, parts in ((SOURCES, sources), (CUES, cues), (CONTENTS, contents)):
        doc.spans[key] = [Span(doc, *run, label=key.removesuffix("s"), span_id=str(n)) for n, run in parts]
    doc._.dateline_attributions = [msgspec.to_builtins(record) for record in records]


def doc_attributions(doc: Doc) -> tuple[DocAttribution, ...]:
    """The attributions of a processed doc by its tokens, in the order of the text."""
    return tuple(msgspec.convert(row, DocAttribution) for row in doc._.dateline_attributions or ())


def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """The attributions of a processed doc as records, in the order of the text."""
    return tuple(
        Attribution(
            source=() if one.source is None else (_characters(doc, one.source),),
            cue=(_characters(doc, one.cue),),
            content=tuple(_characters(doc, run) for run in one.content),
            speaker=one.speaker,
            actor=one.actor,
            vouches=one.vouches,
        )
        for one in doc_attributions(doc)
    )


def _characters(doc: Doc, run: Range) -> tuple[int, int]:
    span = doc[run[0] : run[1]]
    return span.start_char, span.end_char
