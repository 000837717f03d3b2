"""Speakers where no parse gives a cue its subject: by names and marks beside it."""

from extractors.attributions.speech_context import SpeechContext
from extractors.lexicons import verbs
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.relations import Relation

_PARTS_OF_NAMES = frozenset(
    {Relation.COMPOUND, Relation.FLAT, Relation.MODIFIER, Relation.NUMBER, Relation.POSSESSOR, Relation.CASE}
)
_FAR = 25
"""Tokens before a cue in which its speaker is looked for."""
_NEAR = 12
"""Tokens behind a cue in which a name ends what its bearer is."""
_IN_OFFICES = frozenset(("NN", "NNP", "NNPS", "JJ", "DT", "HYPH", "PRP$"))
_DEEPEST = 8
"""Clauses up, more than a reader follows, so that no text costs more than in proportion to its length."""


def named_before(context: SpeechContext, clause: Clause) -> int | None:
    """*…; its spokeswoman, Petra Noor, denied it*: a name between commas before a verb without a subject of its own."""
    tree, verb = context.tree, clause.verb
    if clause.subject is not None or tree.tags[verb] not in ("VBD", "VBZ") or tree.lowers[verb - 1] != ",":
        return None
    at = verb - 2
    named = at >= 0 and context.doc[at].ent_type_ == "PERSON" and context.quoted[at] < 0
    return _top_of_name(context, at) if named else None


def _top_of_name(context: SpeechContext, at: int) -> int:
    """The word of a name that its others hang on."""
    tree = context.tree
    for _ in range(_DEEPEST):
        above = tree.heads[at]
        if above == at or context.doc[above].ent_type_ != "PERSON":
            break
        at = above
    return at


def named_last(context: SpeechContext, clause: Clause) -> int | None:
    """Who is named last before a cue that a parse leaves without a subject: *the minister, Ana Idan, said that*."""
    tree, verb = context.tree, clause.verb
    if clause.passive or tree.tags[verb] not in ("VBD", "VBZ"):
        return None
    first = max(context.sentence(verb)[0], verb - _FAR)
    people = (at for at in range(verb - 1, first - 1, -1) if context.doc[at].ent_type_ == "PERSON")
    last = next((at for at in people if context.quoted[at] < 0), None)
    return None if last is None else _top_of_name(context, last)


def named_next(context: SpeechContext, clause: Clause) -> int | None:
    """*“…,” said study co-author Ana Idan*, *…, stated Minister of Trade Otto Rask*: a name that ends what follows."""
    tree, verb = context.tree, clause.verb
    last = verb - 1 if verb and context.doc[verb - 1].is_punct else -1
    if last < 0 or tree.tags[verb] not in ("VBD", "VBZ") or not is_reporting(tree, verb):
        return None
    if clause.subject is not None and clause.subject < verb:
        return None
    for at in range(verb + 1, min(verb + _NEAR, len(tree))):
        if context.doc[at].ent_type_ == "PERSON":
            end = at + 1
            while end < len(tree) and context.doc[end].ent_type_ == "PERSON":
                end += 1
            owns = end < len(tree) and (tree.tags[end] in ("POS", "NN", "NNS") or tree.lowers[end] == "and")
            return None if owns else _top_of_name(context, at)
        of = tree.lowers[at] == "of" and context.doc[at - 1].is_title
        if not of and tree.tags[at] not in _IN_OFFICES and tree.lowers[at] != "-":
            return None
    return None


def inverted(context: SpeechContext, clause: Clause) -> int | None:
    """*“…,” said the mayor*, where a parse has the quotation apart, or gives the speaker to another word."""
    tree = context.tree
    before, after = clause.verb - 1, clause.verb + 1
    comma = before >= 0 and tree.relations[before] is Relation.PUNCTUATION and context.quoted[before] < 0
    if comma and before > 0 and context.quoted[before - 1] >= 0:
        before -= 1
    quoted = before >= 0 and context.quoted[before] >= 0
    said = is_reporting(tree, clause.verb) and comma and tree.lowers[before] == ","
    if (
        clause.auxiliaries
        or not (quoted or said)
        or after >= len(tree)
        or tree.tags[clause.verb] not in ("VBD", "VBZ", "VBP", "VBN")
    ):
        return None
    at = after
    for _ in range(_DEEPEST):
        if tree.relations[at] not in _PARTS_OF_NAMES or tree.heads[at] < after:
            break
        at = tree.heads[at]
    if not tree.is_nominal(at) or context.extents.below[at][0] != after:
        return None
    goes_on = tree.relations[at] is Relation.SUBJECT and "," not in tree.lowers[at : tree.heads[at]]
    closed = tree.lemmas[clause.verb] == "say" and tree.lowers[context.extents.below[at][1]] in (",", ".")
    return at if quoted or ((context.doc[after].ent_type_ or closed) and not goes_on) else None


def cited(context: SpeechContext, clause: Clause) -> int | None:
    """*The paper quoted an officer as saying that …*: the one who is quoted says it."""
    tree = context.tree
    marks = [at for at in (clause.verb - 1, clause.verb - 2) if at >= 0 and tree.lowers[at] == "as"]
    if tree.tags[clause.verb] != "VBG" or not marks:
        return None
    above: Clause | None = clause
    for _ in range(_DEEPEST):
        parent = above.parent if above is not None else None
        if parent is None:
            return None
        above = context.syntax.clauses[parent]
        if tree.lemma_in(parent, verbs.quoting()) is None:
            continue
        own = above.understood_subject if above.passive else next((at for at in above.objects if at > parent), None)
        return own if own is not None and own < clause.verb else None
    return None


def who_is_meant(context: SpeechContext, clause: Clause) -> int | None:
    """*It was led by Ana Idan, a biologist, who said …*, where a parse does not hang the clause on who it tells of.

    Whom the clause is about that it is joined to: *the families, who fight it and who say …*; else who is named last
    before it, where no other clause stands between.
    """
    over = None if clause.parent is None else context.syntax.clauses[clause.parent]
    if over is not None and clause.relation is Relation.CONJUNCT and over.relation is Relation.RELATIVE:
        return over.attached
    if clause.relation is Relation.RELATIVE or clause.subject is None:
        return None
    first = max(context.sentence(clause.verb)[0], clause.subject - _FAR)
    for at in range(clause.subject - 1, first - 1, -1):
        if context.doc[at].ent_type_ == "PERSON" and context.quoted[at] < 0:
            return _top_of_name(context, at)
        if at in context.syntax.clauses and context.quoted[at] < 0:
            return None
    return None
