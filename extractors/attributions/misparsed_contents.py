"""Contents where a parse gives what is said to another word, or more than is said: by marks and places."""

from extractors.attributions.speech_context import SpeechContext
from extractors.lexicons import nouns
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.phrases import Range

_IN_PHRASES = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CC", "POS", "PRP$", "PRP", "CD", "HYPH"))
_OPENING = frozenset(("IN", "WRB", "TO", "VBG", "VBN"))
_BEFORE_TIMES = frozenset(("on",))
_BEFORE_MEDIA = frozenset("on in a an the its his her their".split())
_FEWEST = 3
"""Tokens before a comma that may be all that is said."""
_LONGEST = 12
"""Tokens of a source without a comma in it."""
_FAR = 60
"""Tokens that are looked back for a semicolon."""


def said_before(context: SpeechContext, clause: Clause) -> tuple[Range, Range] | None:
    """*…, police and party sources said Monday.*: who says it and what, where a cue that ends its sentence has none."""
    tree, verb = context.tree, clause.verb
    start, end = context.sentence(verb)
    if tree.tags[verb] not in ("VBD", "VBZ") or clause.auxiliaries or not is_reporting(tree, verb):
        return None
    if not tree.is_nominal(verb - 1) or not _closes(context, verb, end):
        return None
    at = verb - 1
    while max(start, verb - _LONGEST) < at and tree.tags[at] in _IN_PHRASES and context.quoted[at] < 0:
        at -= 1
    if tree.lowers[at] != "," or at - start < _FEWEST or (clause.subject is not None and clause.subject < at):
        return None
    opens = tree.tags[start] in _OPENING
    main = max((n for n in range(start, at) if tree.lowers[n] == ","), default=at) if opens else start
    inside = (context.syntax.clauses.get(n) for n in range(main, at))
    content = context.extents.trimmed(start, at)
    told = any(one is not None and one.subject is not None and main <= one.subject for one in inside)
    return ((at + 1, verb), content) if content and told else None


def _closes(context: SpeechContext, verb: int, end: int) -> bool:
    """Whether nothing but a time, and in what it was said, follows a verb in its sentence: *said in a statement*."""
    behind, tree = range(verb + 1, end), context.tree
    small = _BEFORE_MEDIA if any(tree.lemmas[at] in nouns.media() for at in behind) else _BEFORE_TIMES
    return len(behind) <= _LONGEST and all(
        context.timed[at]
        or tree.lowers[at] in small
        or tree.lemmas[at] in nouns.media()
        or context.doc[at].is_punct
        or context.doc[at].is_space
        for at in behind
    )


def behind_semicolon(context: SpeechContext, clause: Clause, run: Range) -> Range:
    """Of what stands before its cue no more than what no semicolon parts from it: *he fell; it was late, she said*.

    Nothing, where another says what stands before the semicolon: *“It sank,” said Lind; she blamed the crew*.
    """
    start, end = run
    first = clause.verb if clause.subject is None else min(clause.verb, context.extents.below[clause.subject][0])
    if clause.passive or end > first or context.quoted[end - 1] >= 0:
        return run
    tree, nearest = context.tree, max(start, first - _FAR)
    mark = next((at for at in range(first - 1, nearest, -1) if tree.lowers[at] == ";"), -1)
    behind = None if mark < 0 else context.extents.trimmed(mark + 1, first)
    said = mark >= 0 and any(tree.is_verb(at) and is_reporting(tree, at) for at in range(nearest, mark))
    return behind or ((first, first) if said else run)
