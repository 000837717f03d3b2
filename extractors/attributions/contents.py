"""Contents: what of the words below a verb is what somebody says."""

from extractors.attributions.clause_contents import answers, has_that, is_said, of_clause, second_contents, spoken
from extractors.attributions.speech_context import SpeechContext
from extractors.lexicons import nouns, verbs
from extractors.lexicons.verb_rows import Content
from extractors.syntax.clauses import Clause, is_reporting, sets_a_scene
from extractors.syntax.phrases import Range
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import Tree

_WHOLE = frozenset(
    {
        Relation.COMPLEMENT,
        Relation.ADVERBIAL,
        Relation.OBJECT,
        Relation.OBLIQUE,
        Relation.OPEN_COMPLEMENT,
        Relation.PREDICATE,
        Relation.RECIPIENT,
    }
)
_EMPTY = frozenset({Relation.EXPLETIVE, Relation.CLAUSAL_SUBJECT})
_NEAR = 3
"""Tokens behind a verb in which an adjective makes an idiom of it."""
_OF_OBJECTS = frozenset("as of for to".split())


def content_of(context: SpeechContext, clause: Clause) -> tuple[Range, ...]:
    """What a cue introduces, in the order in which it is looked for: clause, infinitive, object."""
    lemma = context.tree.lemma_in(clause.verb, verbs.verbs()) or ""
    below = [context.syntax.clauses[verb] for verb in context.syntax.below.get(clause.verb, ())]
    if lemma in verbs.raising():
        return _of_raising(context, clause, below)
    complements = [
        other
        for other in below
        if (other.relation is Relation.COMPLEMENT and is_said(context, clause, other))
        or answers(context, clause, other)
    ]
    known = lemma in verbs.taking(Content.CLAUSE)
    speaks = known or lemma in verbs.speaking() or _is_idiom(context, clause)
    if complements and (known or (speaks and any(has_that(context, one) for one in complements))):
        complements += second_contents(context, clause, complements)
        return spoken(context, clause, [run for other in complements for run in of_clause(context, clause, other)])
    open_ = [other for other in below if _is_told_to(context, clause, other)]
    if (
        open_
        and not (clause.passive and lemma in verbs.taking(Content.SUBJECT))
        and lemma in verbs.taking(Content.INFINITIVE)
    ):
        return tuple(run for other in open_ for run in _of_open(context, clause, other))
    gerunds = [other for other in below if _is_gerund(context, clause, other)]
    if gerunds and lemma in verbs.taking(Content.GERUND) and not clause.passive:
        return tuple(run for other in gerunds for run in _of_open(context, clause, other))
    if clause.passive and clause.subject is not None:
        return _of_passive(context, clause, open_, lemma)
    if lemma in verbs.taking(Content.OBJECT) or verbs.prepositions(lemma):
        introduced = _of_object(context, clause, lemma)
        if introduced:
            return introduced
    if lemma in verbs.counting() and _has_tally(context, clause):
        return _of_object(context, clause, lemma)
    if lemma in verbs.taking(Content.CLAUSE):
        return _beside(context, clause) or (_aside(context, clause) if is_reporting(context.tree, clause.verb) else ())
    return ()


def _is_idiom(context: SpeechContext, cue: Clause) -> bool:
    """Whether more than a verb tells: *made out that he left*, *made it clear that*, *gave notice that*."""
    tree = context.tree
    beside = range(cue.verb + 1, min(cue.verb + _NEAR, len(tree)))
    return cue.particle is not None or any(tree.pos[at] == "ADJ" and tree.heads[at] == cue.verb for at in beside)


def _of_raising(context: SpeechContext, cue: Clause, below: list[Clause]) -> tuple[Range, ...]:
    """*The vote seems rigged*, *it appears that they left*: the subject with what is said of it."""
    tree, extents = context.tree, context.extents
    complements = [other for other in below if other.relation is Relation.COMPLEMENT and other.verb > cue.verb]
    if complements:
        return tuple(run for other in complements for run in of_clause(context, cue, other))
    heads = [other.verb for other in below if other.relation is Relation.OPEN_COMPLEMENT and other.verb > cue.verb]
    heads += [] if cue.predicate is None else [cue.predicate]
    if not heads or cue.subject is None or tree.relations[cue.subject] in _EMPTY:
        return ()
    runs = [extents.trimmed(*extents.below[at]) for at in (cue.subject, *heads)]
    return tuple(run for run in runs if run and not run[0] <= cue.verb < run[1])


def _is_told_to(context: SpeechContext, cue: Clause, other: Clause) -> bool:
    """Whether an infinitive can be a content; who *asked not to be named* said nothing by it."""
    tree = context.tree
    unnamed = other.passive and tree.lemmas[other.verb] in verbs.identifying()
    if other.relation is Relation.OPEN_COMPLEMENT:
        return not unnamed
    to = any(tree.tags[at] == "TO" for at in other.markers)
    behind = context.extents.below[other.verb][0]
    addressed = any(context.extents.below[at][1] == behind for at in cue.objects if at > cue.verb)
    asks = tree.lemma_in(cue.verb, verbs.addressing() | verbs.asking()) is not None
    return other.relation is Relation.ADVERBIAL and to and addressed and asks and not unnamed


def _is_gerund(context: SpeechContext, cue: Clause, other: Clause) -> bool:
    """*Suggested closing the port*: a gerund right behind its verb, and no second act, *said, adding*."""
    tree = context.tree
    start = context.extents.below[other.verb][0]
    follows = cue.verb < start and all(
        tree.relations[at] in (Relation.ADVERB, Relation.PARTICLE) for at in range(cue.verb + 1, start)
    )
    inner = other.relation in (Relation.OPEN_COMPLEMENT, Relation.COMPLEMENT, Relation.ADVERBIAL)
    bare = other.subject is None and not other.auxiliaries and not other.markers
    return follows and inner and bare and tree.tags[other.verb] == "VBG"


def _has_tally(context: SpeechContext, cue: Clause) -> bool:
    """*Put the number of dead at 40*."""
    return any(context.tree.lemmas[at] in nouns.totals() for at in cue.objects)


def _aside(context: SpeechContext, cue: Clause) -> tuple[Range, ...]:
    """The clause that a cue stands beside: *as police said, …*; *…, police said*, where a parse sees an adverbial."""
    if cue.relation is not Relation.ADVERBIAL or cue.parent is None:
        return ()
    markers = {context.tree.lowers[at] for at in cue.markers}
    if markers == {"as"} and cue.subject is None and cue.agent is not None:
        return context.extents.without(context.extents.below[cue.parent], context.clause_run(cue))
    if cue.subject is None or cue.subject > cue.verb or markers - {"as"}:
        return ()
    start, end = context.extents.below[cue.subject][0], context.extents.below[cue.verb][1]
    start -= markers == {"as"}
    apart = bool(markers) or (start > 0 and context.tree.lowers[start - 1] == ",")
    return context.extents.without(context.extents.below[cue.parent], (start, end)) if apart and not cue.objects else ()


def _of_passive(context: SpeechContext, cue: Clause, below: list[Clause], lemma: str) -> tuple[Range, ...]:
    """The subject with what is said of it: *he is said to have fled*, *the plan was condemned by all parties*."""
    tree, extents = context.tree, context.extents
    if cue.subject is None:
        return ()
    if lemma in verbs.taking(Content.SUBJECT):
        heads = [other.verb for other in below]
    elif lemma in verbs.taking(Content.OBJECT):
        heads = [at for at in tree.children[cue.verb] if at > cue.verb and prepositions_of(tree, at) & _OF_OBJECTS]
        if (not heads and cue.agent is None) or any(
            at in context.syntax.clauses and is_reporting(tree, at) for at in heads
        ):
            return ()  # *Was quoted as saying*: the second verb is the cue.
    else:
        return ()
    runs = [extents.trimmed(*extents.below[at]) for at in (cue.subject, *heads) if not context.timed[at]]
    return tuple(run for run in runs if run and not run[0] <= cue.verb < run[1]) if heads or cue.agent else ()


def _beside(context: SpeechContext, cue: Clause) -> tuple[Range, ...]:
    """What a parse has below the cue but takes for no clause: a noun that completes it, or all before its comma."""
    tree, extents = context.tree, context.extents
    children = [at for at in tree.children[cue.verb] if tree.relations[at] is not Relation.PUNCTUATION]
    completing = [at for at in children if at > cue.verb and tree.relations[at] is Relation.COMPLEMENT]
    if completing:
        run = extents.trimmed(extents.below[completing[0]][0], extents.below[completing[-1]][1])
        return (run,) if run else ()
    stated = [run for at in children if at > cue.verb and (run := _in_medium(context, at))]
    if stated:
        return (stated[0],)
    if cue.subject is None or cue.markers:
        return ()
    start = extents.below[cue.subject][0] if cue.subject < cue.verb else cue.verb
    before = [at for at in children if extents.below[at][1] <= start and _may_be_said(context, at)]
    if before and context.doc[start - 1].text in (",", "”", '"'):
        run = extents.trimmed(extents.below[before[0]][0], start)
        return (run,) if run else ()
    return ()


def _in_medium(context: SpeechContext, noun: int) -> Range | None:
    """*Said in a statement that*, *said outside the court that*: parsers often give the clause to the noun."""
    tree = context.tree
    medium = tree.lemmas[noun] in nouns.media()
    for child in tree.children[noun]:
        start, end = context.extents.below[child]
        clause = context.syntax.clauses.get(child)
        whole = clause is not None and clause.subject is not None and tree.lowers[clause.subject] != "that"
        that = child > noun and tree.relations[child] in NOUN_CLAUSES and tree.lowers[start] == "that"
        if that and (medium or whole):
            return context.extents.trimmed(start + 1, end)
    return None


def _may_be_said(context: SpeechContext, at: int) -> bool:
    """Whether a word before the speaker heads what is said, and not a setting such as *in a statement*."""
    tree = context.tree
    if at in context.syntax.clauses:
        return not context.syntax.clauses[at].markers and tree.relations[at] is not Relation.ADVERBIAL
    cased = any(tree.relations[child] is Relation.CASE for child in tree.children[at])
    return tree.is_nominal(at) and not cased and not context.timed[at]


def _of_open(context: SpeechContext, cue: Clause, complement: Clause) -> tuple[Range, ...]:
    """*Claims to have won*, *urged them to leave*: with those who are to do it."""
    start, end = context.clause_run(complement)
    addressed = [at for at in (*cue.objects, cue.recipient) if at is not None and cue.verb < at < start]
    start = min([context.extents.below[at][0] for at in addressed], default=start)
    run = context.extents.trimmed(max(start, cue.verb + 1), end) if start > cue.verb else None
    return (run,) if run else ()


def _of_object(context: SpeechContext, cue: Clause, lemma: str) -> tuple[Range, ...]:
    """The object with what is said of it: *accused him of fraud*, *called the vote a farce*, *called for a vote*."""
    tree = context.tree
    tally = lemma in verbs.counting()
    introduced = (tally or lemma in verbs.taking(Content.OBJECT)) and any(at > cue.verb for at in cue.objects)
    heads: list[int] = []
    for child in tree.children[cue.verb]:
        if child <= cue.verb or context.timed[child] or tree.relations[child] not in _WHOLE:
            continue
        before = prepositions_of(tree, child)
        if before & verbs.prepositions(lemma):
            introduced = True
            heads.append(child)
        elif before & _OF_OBJECTS or (tally and "at" in before):
            heads += [child] if tree.relations[child] is not Relation.ADVERBIAL or _is_bare(tree, child) else []
        elif not before and tree.relations[child] is not Relation.ADVERBIAL:
            heads.append(child)
    before_scene = _scene(context, cue)
    heads = [at for at in heads if context.extents.below[at][0] < before_scene]
    if not introduced or not heads:
        return ()
    start = max(cue.verb + 1, min(context.extents.below[at][0] for at in heads))
    end = context.before_time(min(before_scene, max(context.extents.below[at][1] for at in heads)))
    run = context.extents.trimmed(start, end)
    return (run,) if run is not None and any(tree.pos[at] not in ("PRON", "ADP") for at in range(*run)) else ()


def _scene(context: SpeechContext, cue: Clause) -> int:
    """Where a clause begins that tells when something was said: *threatened the paper after it had named him*."""
    below = (context.syntax.clauses[verb] for verb in context.syntax.below.get(cue.verb, ()))
    scenes = (
        context.clause_run(one)[0]
        for one in below
        if one.verb > cue.verb and one.subject and sets_a_scene(context.tree, one)
    )
    return min(scenes, default=len(context.tree))


def prepositions_of(tree: Tree, word: int) -> set[str]:
    """What stands before a word as its preposition or marker."""
    below = (at for at in tree.children[word] if at < word)
    return {tree.lowers[at] for at in below if tree.relations[at] in (Relation.CASE, Relation.MARKER)}


def _is_bare(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in ("VBG", "VB")
