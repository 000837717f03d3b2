"""Attributions: a spaCy component that finds who says what: source, cue and content (PARC's three parts).

`nlp.add_pipe("dateline_attributions")` fills `doc.spans["attribution_sources"]`, `["attribution_cues"]` and
`["attribution_contents"]`, whose spans share `span.id_` where they belong to one attribution; `attributions(doc)` gives
them as records. It stands on a parse and on the quotations; `extractors.attributions` has the rules, `verbs.toml` and
`nouns.toml` the words.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.attributions.match import match
from extractors.attributions.reading import Found, read_doc
from extractors.attributions.sources import main_subjects
from extractors.attributions.speakers import Speakers
from timeline.model import Attribution

KEYS = ("attribution_sources", "attribution_cues", "attribution_contents")
"""Where the spans are: `doc.spans[key]`."""

if not Doc.has_extension("attribution_speakers"):
    Doc.set_extension("attribution_speakers", default=None)


class Attributions:
    """Finds the attributions of a doc."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the three span groups and `doc._.attribution_speakers`."""
        reading = read_doc(doc)
        self.set_annotations(doc, match(reading), Speakers(doc, main_subjects(reading)))
        return doc

    def set_annotations(self, doc: Doc, found: Sequence[Found], speakers: Speakers) -> None:
        """Keep in `doc` what was found, with whom the sources mean."""
        spans: dict[str, list[Span]] = {key: [] for key in KEYS}
        for number, item in enumerate(found):
            parts = ([item.source.phrase] if item.source else [], [item.cue], item.content)
            for key, runs in zip(KEYS, parts, strict=True):
                spans[key] += [Span(doc, *run, label=key.rstrip("s"), span_id=str(number)) for run in runs]
        for key in KEYS:
            doc.spans[key] = spans[key]
        names = (speakers.name(item.source.name if item.source else None, embedded=item.embedded) for item in found)
        doc._.attribution_speakers = [list(name) for name in names]


def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """The attributions of a processed doc as records, in the order of the text."""
    speakers = doc._.attribution_speakers or ()
    parts: list[dict[str, list[tuple[int, int]]]] = [{key: [] for key in KEYS} for _ in speakers]
    for key in KEYS:
        for span in doc.spans.get(key, ()):
            parts[int(span.id_)][key].append((span.start_char, span.end_char))
    return tuple(
        Attribution(tuple(part[KEYS[0]]), tuple(part[KEYS[1]]), tuple(part[KEYS[2]]), name, actor)
        for part, (name, actor) in zip(parts, speakers, strict=True)
    )


@Language.factory("dateline_attributions", requires=["doc.spans"], assigns=["doc.spans"])
def make_attributions(nlp: Language, name: str) -> Attributions:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_attributions")`."""
    return Attributions()
