"""Which times a story tells aside: *the firm, founded in 1952, was sold on Monday*, *she had been appointed in May*."""

from collections.abc import Sequence

from spacy.tokens import Doc

from extractors.syntax.clauses import read_syntax
from extractors.syntax.phrases import governor
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Tense
from extractors.time_expressions.records import KEY
from extractors.verb_groups import verb_groups
from extractors.verb_groups.factuality import sense
from timeline.model import Sense


def told_aside(doc: Doc, places: Sequence[int]) -> frozenset[int]:
    """Of these time expressions those in a clause that says more of a noun, or that goes back from a past.

    None where there is no parse.
    """
    if not places or not doc.has_annotation("DEP"):
        return frozenset()
    syntax, groups, spans = read_syntax(doc), verb_groups(doc), doc.spans[KEY]

    def is_aside(place: int) -> bool:
        at = governor(syntax, spans[place].start, spans[place].end)
        clause = None if at is None else syntax.clause_of(at)
        if clause is None:
            return False
        group = groups.get(clause.verb)
        while clause.relation is Relation.CONJUNCT and clause.parent is not None and clause.parent in syntax.clauses:
            clause = syntax.clauses[clause.parent]
        above = (
            groups.get(clause.parent) if clause.relation is Relation.COMPLEMENT and clause.parent is not None else None
        )
        reported = above is not None and above.tense is Tense.PAST  # *said that she had left on Monday*
        perfect = group is not None and group.tense is Tense.PAST and group.aspect is Aspect.PERFECT
        goes_back = perfect and not reported
        return goes_back or clause.relation in NOUN_CLAUSES

    return frozenset(place for place in places if is_aside(place))


def told_as_ahead(doc: Doc, places: Sequence[int]) -> frozenset[int]:
    """Of these time expressions those of a verb that lies ahead: none of them counts from what is over."""
    if not places or not doc.has_annotation("DEP"):
        return frozenset()
    syntax, groups, spans = read_syntax(doc), verb_groups(doc), doc.spans[KEY]
    above = {place: governor(syntax, spans[place].start, spans[place].end) for place in places}
    of_verbs = {place: groups.get(syntax.owners[at]) for place, at in above.items() if at is not None}
    return frozenset(place for place, one in of_verbs.items() if one is not None and sense(groups, one) is Sense.FUTURE)


def told_as_past(doc: Doc, places: Sequence[int]) -> frozenset[int]:
    """Of these time expressions those of a verb in the past: none of them counts from what is still to come."""
    if not places or not doc.has_annotation("DEP"):
        return frozenset()
    syntax, groups, spans = read_syntax(doc), verb_groups(doc), doc.spans[KEY]
    above = {place: governor(syntax, spans[place].start, spans[place].end) for place in places}
    of_verbs = {place: groups.get(syntax.owners[at]) for place, at in above.items() if at is not None}
    return frozenset(place for place, one in of_verbs.items() if one is not None and one.tense is Tense.PAST)
