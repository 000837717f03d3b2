"""Clauses as contents: how far what somebody says goes, on one side of its cue or on both."""

from extractors.attributions.joined_cues import joined_cue
from extractors.attributions.sources import subject_of_content
from extractors.attributions.speech_context import SpeechContext
from extractors.lexicons import nouns, verbs
from extractors.syntax.clauses import Clause, is_reporting, sets_a_scene
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

WH = frozenset(("WDT", "WP", "WP$", "WRB"))
_ADJUNCTS = frozenset({Relation.OBLIQUE, Relation.ADVERB, Relation.ADVERBIAL})
_PRONOUNS = frozenset("he she it they".split())
_SHIFTED = frozenset("had would".split())
_NEAR = 5
"""Tokens behind a verb in which a reaction must come."""
_FAR = 60
"""Tokens that are looked through for a second speaker."""


def answers(context: SpeechContext, cue: Clause, other: Clause) -> bool:
    """*Remembers when they came*, *knows where it is*, where a parse takes it for the time or place."""
    tree = context.tree
    start = context.extents.below[other.verb][0]
    asks = tree.tags[start] in WH and tree.lemma_in(cue.verb, verbs.knowing()) is not None
    return asks and start == cue.verb + 1 and other.relation is Relation.ADVERBIAL


def second_contents(context: SpeechContext, cue: Clause, complements: list[Clause]) -> list[Clause]:
    """*Said he had left, and that nobody stayed*, where a parse joins the second to the cue."""
    last = max(other.verb for other in complements)
    joined = (context.syntax.clauses[verb] for verb in context.syntax.below.get(cue.verb, ()))
    second = (one for one in joined if one.relation is Relation.CONJUNCT and one.verb > last)
    return [one for one in second if (one.subject is not None and has_that(context, one)) or _shifts(context, cue, one)]


def _shifts(context: SpeechContext, cue: Clause, other: Clause) -> bool:
    """*Said he was in debt and had sold it*, *said it was old and it would go*: in the tense of what is said.

    No comma parts the two, and what has no subject of its own shows by its tense that it does not go on from the cue.
    """
    tree = context.tree
    start = context.extents.below[other.verb][0]
    if tree.lowers[start] != "and" or tree.lowers[start - 1] == "," or cue.auxiliaries or tree.tags[cue.verb] != "VBD":
        return False
    if context.quoted[start - 1] >= 0:
        return False
    if other.subject is not None:
        return tree.lowers[other.subject] in _PRONOUNS and not is_reporting(tree, other.verb)
    return bool(other.auxiliaries) and tree.lowers[min(other.auxiliaries)] in _SHIFTED


def before_others(context: SpeechContext, cue: Clause, run: Range) -> Range:
    """A run up to a semicolon behind which others speak: *said it was over; the mayor denied it*."""
    start, end = run
    for at in range(max(start, cue.verb), min(end, start + _FAR)):
        if context.tree.lowers[at] == ";" and context.quoted[at] < 0:
            inside = (context.syntax.clauses.get(verb) for verb in range(at + 1, min(end, at + _FAR)))
            speaking = (one for one in inside if one is not None and is_reporting(context.tree, one.verb))
            if any(one.subject is not None and one.subject > at for one in speaking):
                return context.extents.trimmed(start, at) or run
    return run


def has_that(context: SpeechContext, other: Clause) -> bool:
    """Whether a clause begins with *that*."""
    return any(context.tree.lowers[at] == "that" for at in other.markers)


def spoken(context: SpeechContext, cue: Clause, runs: list[Range]) -> tuple[Range, ...]:
    """What is said; where a quotation comes first, no more of what follows than is quoted too."""
    quoted = any(end <= cue.verb and context.quoted[end - 1] >= 0 for _, end in runs)
    return tuple(run for run in runs if run[1] <= cue.verb or not quoted or context.quoted[run[0]] >= 0)


def is_said(context: SpeechContext, cue: Clause, other: Clause) -> bool:
    """Whether a clause is what a cue says; one that is only set beside it needs somebody who says it."""
    tree = context.tree
    if sets_a_scene(tree, other) and other.verb > cue.verb:
        return False
    if _is_behind_semicolon(context, cue, other):
        return False
    aside = other.verb < cue.verb and other.subject is None and not other.auxiliaries
    participle = tree.tags[other.verb] in ("VBN", "VBG") or (
        tree.tags[other.verb] == "VBD" and other.verb == context.sentence(cue.verb)[0]
    )
    if aside and participle and context.quoted[other.verb] < 0:
        return False  # *Asked about it, she said they would leave.*
    return cue.subject is not None or context.tree.relations[other.verb] is not Relation.PARATAXIS


def _is_behind_semicolon(context: SpeechContext, cue: Clause, other: Clause) -> bool:
    """*Is believed to be the oldest; she was born in 1903*: a sentence of its own, whatever a parse makes of it."""
    start = context.extents.below[other.verb][0]
    parted = context.tree.lowers[start - 1] == ";" and context.quoted[start - 1] < 0
    return parted and cue.verb < start - 1 and not has_that(context, other)


def of_clause(context: SpeechContext, cue: Clause, complement: Clause) -> tuple[Range, ...]:
    """A complement, without its *that*, and without the cue where that interrupts it."""
    start, end = context.clause_run(complement)
    if start <= cue.verb < complement.verb and _is_adjunct_before(context, cue, complement):
        start = cue.verb + 1
    if start <= cue.verb < end:
        own, after = _speaking(context, cue)
        asked = start < own < cue.verb < complement.verb  # *the bill, which critics said was unfair*
        first, last = context.clause_run(cue)
        whole = asked or first <= start < end <= last
        hole = (own, after) if whole else (first, last)
        parts = _interrupted(context, (start, end), hole)
        inverted = cue.subject is not None and complement.verb < cue.verb < cue.subject
        # *It sank, said Ana Idan, whose crew had left*: what follows tells of who says it.
        return parts[:1] if inverted and parts and context.quoted[parts[-1][0]] < 0 else parts
    if start > cue.verb:
        start = _after_time(context, start, complement.verb)
        if context.tree.tags[min(cue.verb + 1, start)] in WH:
            start = cue.verb + 1  # *asked which of them she would back*
        start += start < end and context.tree.relations[start] is Relation.COORDINATOR
        start += start < end and context.tree.lowers[start] == "that" and start in complement.markers
        end = _before_contrast(context, complement, _with_adjuncts(context, cue, end))
        end = _before_reaction(context, complement.verb, end)
        if complement.subject is None and cue.objects:
            start = min(start, *(context.extents.below[at][0] for at in cue.objects if at > cue.verb), start)
    run = context.extents.trimmed(start, end)
    subject = subject_of_content(context, cue)
    lead = context.extents.trimmed(*context.extents.below[subject]) if subject is not None else None
    return tuple(part for part in (lead, run) if part)


def _speaking(context: SpeechContext, cue: Clause) -> Range:
    """A cue with its subject, on whichever side that stands."""
    if cue.subject is None:
        return cue.verb, cue.verb + 1
    start, end = context.extents.below[cue.subject]
    return (start, cue.verb + 1) if cue.subject < cue.verb else (cue.verb, max(end, cue.verb + 1))


def _is_adjunct_before(context: SpeechContext, cue: Clause, complement: Clause) -> bool:
    """*Asked about it, she said they would leave*: what a parse gives to what is said, though its cue has no comma."""
    tree = context.tree
    subject = complement.subject
    whole = subject is not None and subject > cue.verb and cue.subject is not None and cue.subject < cue.verb
    return whole and tree.lowers[cue.verb + 1] != "," and context.quoted[context.extents.below[complement.verb][0]] < 0


def _with_adjuncts(context: SpeechContext, cue: Clause, end: int) -> int:
    """Where a clause ends with what follows it without a comma: *said she would stay* | *for a week*."""
    for child in context.tree.children[cue.verb]:
        start, last = context.extents.below[child]
        follows = start >= end and context.tree.relations[child] in _ADJUNCTS
        if follows and all(token.is_space for token in context.doc[end:start]):
            end = last
    return end


def _before_contrast(context: SpeechContext, complement: Clause, end: int) -> int:
    """What is said ends where others are set against it: *said nine had died, while the army put the toll at 29*.

    So it does where a second cue goes on from the first: *said it was over but argued that it might come back*.
    """
    for verb in context.syntax.below.get(complement.verb, ()):
        start = context.extents.below[verb][0]
        if joined_cue(context, context.syntax.clauses[verb]) is not None:
            end = min(end, start)
            continue
        after_comma = complement.verb < start < end and context.tree.lowers[start - 1] in (",", ";", "—", "–")
        if (
            after_comma
            and context.quoted[start] < 0
            and (context.tree.lowers[start] in ("while", "whereas") or context.tree.lowers[start - 1] == ";")
        ):
            end = start
    return end


def _before_reaction(context: SpeechContext, start: int, end: int) -> int:
    """What came of a saying is no part of it: *said he would resign, prompting protests*; *which drew criticism*."""
    tree = context.tree
    for at in range(start, min(end, start + _FAR) - 1):
        if tree.lowers[at] != "," or context.quoted[at] >= 0:
            continue
        verb = at + 1 + (tree.lowers[at + 1] == "which")
        reacts = tree.lemma_in(verb, verbs.arousing()) if verb < end else None
        if reacts is not None and not nouns.reactions().isdisjoint(tree.lemmas[verb + 1 : min(end, verb + _NEAR)]):
            return at
    return end


def _interrupted(context: SpeechContext, run: Range, cue: Range) -> tuple[Range, ...]:
    """What is said on both sides of its cue; after a quotation only what is quoted too: *“…,” he said, leaving*."""
    parts = context.extents.without(run, cue)
    if len(parts) > 1 and context.quoted[parts[0][1] - 1] >= 0:
        start, end = parts[1]
        start += context.tree.relations[start] is Relation.COORDINATOR
        return parts if start < end and context.quoted[start] >= 0 else parts[:1]
    return parts


def _after_time(context: SpeechContext, start: int, end: int) -> int:
    """Past a time that a parse gives to what is said: *said on Saturday they would leave*."""
    at = start + (context.tree.lowers[start] == "on")
    if at >= end or not context.timed[at]:
        return start
    while at < end and context.timed[at]:
        at += 1
    return at
