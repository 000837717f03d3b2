"""Mentions: a spaCy component that finds which words of an article mean the same, by sieves, the surest first.

`nlp.add_pipe("dateline_mentions")` fills `doc.spans["mentions"]`: names, descriptions and pronouns, labelled by which
of them they are; those of one cluster share `span.id_`. `mentions(doc)` gives them as records, each with the mention
that it was linked to, by which sieve and why, and whether nothing else near could be meant; `clusters(doc)` gives those
together that mean the same. It stands on a parse and on names: those of `dateline_actors`, or a pipeline's entities;
*I* and *we* mean somebody where `dateline_attributions` has run before it. What isn't safe to link stands for itself.

The sieves are in the manner of Raghunathan et al. (2010) and Lee et al. (2013), that of pronouns in that of Lappin and
Leass (1994). What pronoun somebody goes by is used to find out whom a pronoun can mean, and kept nowhere.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractors.component import Component
from extractors.mentions.records import DocMention, keep
from extractors.mentions.resolution import resolve


class Mentions(Component[DocMention]):
    """Finds the mentions of a doc, and which of them mean the same."""

    def match(self, doc: Doc) -> list[DocMention]:
        """The mentions of a doc in the order of its text, without changing it; none of one that has no parse."""
        return list(resolve(doc)) if doc.has_annotation("DEP") else []

    def set_annotations(self, doc: Doc, records: Sequence[DocMention]) -> None:
        """Set `doc.spans["mentions"]` and `doc._.dateline_mentions`."""
        keep(doc, records)


@Language.factory("dateline_mentions", assigns=["doc.spans"])
def make_mentions(nlp: Language, name: str) -> Mentions:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_mentions")`."""
    return Mentions()
