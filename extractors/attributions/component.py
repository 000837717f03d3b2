"""Attributions: a spaCy component that finds who says what: source, cue and content (PARC's three parts).

`nlp.add_pipe("dateline_attributions")` fills `doc.spans["attribution_sources"]`, `["attribution_cues"]` and
`["attribution_contents"]`, whose spans share `span.id_` where they belong to one attribution; `attributions(doc)` gives
them as records. It stands on a parse and on the quotations; `extractors.attributions` has the rules, `verbs.toml` and
`nouns.toml` the words.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractors.attributions.cues import attribution_candidates
from extractors.attributions.records import DocAttribution, attributions, keep
from extractors.attributions.sources import main_subjects
from extractors.attributions.speakers import Speakers
from extractors.attributions.speech_context import AttributionCandidate, SpeechContext, read_speech_context
from extractors.component import Component
from extractors.syntax.eventive import is_hearsay

__all__ = ["Attributions", "DocAttribution", "attributions"]


class Attributions(Component[DocAttribution]):
    """Finds the attributions of a doc."""

    def match(self, doc: Doc) -> list[DocAttribution]:
        """The attributions of a doc, in the order of its text, without changing it."""
        context = read_speech_context(doc)
        speakers = Speakers(doc, main_subjects(context))
        records = []
        for one in attribution_candidates(context):
            speaker, actor = speakers.name(one.source.name if one.source else None, embedded=one.embedded)
            source = one.source.phrase if one.source else None
            records.append(
                DocAttribution(source, one.cue, one.content, speaker or _hearsay(context, one), actor, one.vouches)
            )
        return records

    def set_annotations(self, doc: Doc, records: Sequence[DocAttribution]) -> None:
        """Set the three groups of spans and `doc._.dateline_attributions`."""
        keep(doc, records)


def _hearsay(context: SpeechContext, one: AttributionCandidate) -> str:
    """*Reports that he left*: all that is known of who says so."""
    word = one.cue[0]
    return context.doc[word].text if one.source is None and is_hearsay(context.tree, word) else ""


@Language.factory("dateline_attributions", requires=["doc.spans"], assigns=["doc.spans"])
def make_attributions(nlp: Language, name: str) -> Attributions:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_attributions")`."""
    return Attributions()
