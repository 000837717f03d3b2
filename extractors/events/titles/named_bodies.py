"""Bodies told of by a noun after their name: *the company* of *Oslund Ferries sold two boats. The company hired nine*.

Of bodies that are only of the kind that a noun says, titles named 21 in the open gold, of which nine were others. None
was another where a single body had been named and had done something; the names of six of the others had only stood
beside a noun (*the KZT union*) or below one, and three were those of one body among several.
"""

from collections.abc import Sequence

from extractors.events.titles.mentioned import Mentioned
from extractors.mentions.records import Being, DocMention, MentionForm, Sieve
from extractors.syntax.relations import SUBJECTS, Relation

_TOLD_OF = SUBJECTS | {Relation.POSSESSOR}


def is_only_body(relations: Sequence[Relation], known: Mentioned, one: DocMention) -> bool:
    """Whether a description means the only body named before, which did something or has something there."""
    if one.being is not Being.BODY or one.antecedent is None or one.head > known.second_body:
        return False
    return relations[known.all[one.antecedent].head] in _TOLD_OF


def is_named_body(relations: Sequence[Relation], known: Mentioned, one: DocMention) -> bool:
    """Whether a description with the noun of an earlier mention surely means the body that has its name there.

    Each mention back to the name surely means the same, the last of them did something, and no other body is named
    since.
    """
    if one.sieve is not Sieve.SAME_WORDS or one.being is not Being.BODY or one.antecedent is None:
        return False
    if relations[known.all[one.antecedent].head] not in SUBJECTS:
        return False  # *bought Oslund Ferries; the company said*, which may be who bought it
    between = known.all[one.antecedent + 1 : known.heads.get(one.head, one.antecedent)]
    named = (other for other in between if other.form is MentionForm.NAME and other.being is Being.BODY)
    return all(other.cluster == one.cluster for other in named) and _is_sure(known, one)


def _is_sure(known: Mentioned, one: DocMention) -> bool:
    seen = set[int]()
    while one.antecedent is not None and one.antecedent not in seen:
        if not one.sure or one.sieve is Sieve.KIND:
            return False
        seen.add(one.antecedent)
        one = known.all[one.antecedent]
    return True
