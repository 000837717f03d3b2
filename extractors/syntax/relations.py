"""Grammatical relations, and the labels that name them in the two schemes that English pipelines of spaCy use.

Universal Dependencies (ours) and CLEAR (`en_core_web_*`) share many labels and contradict each other in none, so that
one table reads both. What differs is the shape of the tree, which `extractors.syntax.trees` makes alike.
"""

from enum import StrEnum


class Relation(StrEnum):
    """What a word is to the word it hangs on."""

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive subject"
    CLAUSAL_SUBJECT = "clausal subject"
    EXPLETIVE = "expletive"
    OBJECT = "object"
    RECIPIENT = "recipient"
    """The indirect object: *gave him the keys*."""
    OBLIQUE = "oblique"
    """A nominal of a clause that is no argument: *met in Oslund*, *met Friday*."""
    NOUN_MODIFIER = "noun modifier"
    """A nominal on a noun: *the mayor of Oslund*, *a meeting Friday*."""
    AGENT = "agent"
    PREDICATE = "predicate"
    """Noun or adjective that the verb says of its subject or object: *is ready*, *became mayor*."""
    COMPLEMENT = "complement"
    OPEN_COMPLEMENT = "open complement"
    ADVERBIAL = "adverbial clause"
    RELATIVE = "relative clause"
    ADNOMINAL = "adnominal clause"
    PARATAXIS = "parataxis"
    CONJUNCT = "conjunct"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive auxiliary"
    COPULA = "copula"
    MARKER = "marker"
    CASE = "case"
    NEGATION = "negation"
    PARTICLE = "particle"
    ADVERB = "adverb"
    POSSESSOR = "possessor"
    APPOSITION = "apposition"
    COMPOUND = "compound"
    FLAT = "flat"
    NUMBER = "number"
    COORDINATOR = "coordinator"
    PUNCTUATION = "punctuation"
    PREPOSITION = "preposition"
    PREPOSITION_OBJECT = "object of a preposition"
    PREPOSITION_CLAUSE = "clause of a preposition"
    MODIFIER = "modifier"
    """Everything else: determiners, adjectives, what no table knows."""


_LABELS: dict[str, Relation] = {
    "root": Relation.ROOT,
    "nsubj": Relation.SUBJECT,
    "nsubj:pass": Relation.PASSIVE_SUBJECT,
    "nsubjpass": Relation.PASSIVE_SUBJECT,
    "csubj": Relation.CLAUSAL_SUBJECT,
    "csubjpass": Relation.CLAUSAL_SUBJECT,
    "expl": Relation.EXPLETIVE,
    "obj": Relation.OBJECT,
    "dobj": Relation.OBJECT,
    "iobj": Relation.RECIPIENT,
    "dative": Relation.RECIPIENT,
    "obl": Relation.OBLIQUE,
    "nmod": Relation.NOUN_MODIFIER,
    "npadvmod": Relation.OBLIQUE,
    "npmod": Relation.NOUN_MODIFIER,
    "obl:agent": Relation.AGENT,
    "agent": Relation.AGENT,
    "attr": Relation.PREDICATE,
    "acomp": Relation.PREDICATE,
    "oprd": Relation.PREDICATE,
    "ccomp": Relation.COMPLEMENT,
    "xcomp": Relation.OPEN_COMPLEMENT,
    "advcl": Relation.ADVERBIAL,
    "acl": Relation.ADNOMINAL,
    "acl:relcl": Relation.RELATIVE,
    "relcl": Relation.RELATIVE,
    "parataxis": Relation.PARATAXIS,
    "conj": Relation.CONJUNCT,
    "aux": Relation.AUXILIARY,
    "aux:pass": Relation.PASSIVE_AUXILIARY,
    "auxpass": Relation.PASSIVE_AUXILIARY,
    "cop": Relation.COPULA,
    "mark": Relation.MARKER,
    "complm": Relation.MARKER,
    "case": Relation.CASE,
    "possessive": Relation.CASE,
    "neg": Relation.NEGATION,
    "prt": Relation.PARTICLE,
    "compound:prt": Relation.PARTICLE,
    "advmod": Relation.ADVERB,
    "poss": Relation.POSSESSOR,
    "nmod:poss": Relation.POSSESSOR,
    "appos": Relation.APPOSITION,
    "compound": Relation.COMPOUND,
    "nmod:desc": Relation.COMPOUND,
    "flat": Relation.FLAT,
    "nummod": Relation.NUMBER,
    "cc": Relation.COORDINATOR,
    "preconj": Relation.COORDINATOR,
    "punct": Relation.PUNCTUATION,
    "prep": Relation.PREPOSITION,
    "pobj": Relation.PREPOSITION_OBJECT,
    "pcomp": Relation.PREPOSITION_CLAUSE,
}

SUBJECTS = frozenset({Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.CLAUSAL_SUBJECT})
AUXILIARIES = frozenset({Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY})
NOUN_CLAUSES = frozenset({Relation.RELATIVE, Relation.ADNOMINAL})
"""The clauses that hang on a noun."""


def relation(label: str) -> Relation:
    """What a label of either scheme means; a subtype that the table lacks means what its type does."""
    known = _LABELS.get(label) or _LABELS.get(label.lower())
    return known or _LABELS.get(label.lower().partition(":")[0], Relation.MODIFIER)
