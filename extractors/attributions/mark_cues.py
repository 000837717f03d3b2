"""Marks as cues: *Rosa Lind: “…”*, *“…” – Rosa Lind*, *she took to the stage: “…”*; and a name below its words."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from extractors.attributions.sources import publisher_of, source_of, source_phrase
from extractors.attributions.speech_context import AttributionCandidate, SourcePhrase, SpeechContext
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_DASHES = frozenset("- -- – — ―".split())
_ENDS = frozenset('. ! ? … ” "'.split())
_READS = frozenset("read reads".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NEAR = 5
"""Tokens between *read* and a colon: *read in part:*."""
_LONGEST_SIGNATURE = 12
"""Tokens: a name with what somebody is."""
_LONGEST_SENTENCE = 80
"""Tokens looked at before a colon."""
_SHORTEST_NAME, _LONGEST_NAME = 2, 5


def mark_cues(context: SpeechContext, cues: Collection[int]) -> Iterator[AttributionCandidate]:
    """The attributions that nothing but a mark or a place tells of.

    Args:
        context: the doc.
        cues: the words that are cues already; the colon behind one tells nothing more.
    """
    taken = sorted(cues)
    bounds = paragraphs(context.doc)
    starts = [start for start, _ in bounds]
    for runs in context.quotations:
        candidate = _introduced(context, runs[0][0], taken)
        if candidate is None:
            paragraph = bounds[max(0, bisect_right(starts, runs[-1][0]) - 1)]
            candidate = _signed(context, runs, paragraph[1]) or _read_out(context, runs, paragraph[1])
        if candidate is not None:
            yield candidate
    yield from (one for start, end in bounds if (one := _named_below(context, start, end)) is not None)


def _introduced(context: SpeechContext, start: int, cues: Sequence[int]) -> AttributionCandidate | None:
    """*She took to the stage: “…”*, *Rosa Lind: “…”*, *she spoke in Corran, “It …”*, where no cue stands before it."""
    colon = _skipping_space(context, start - 1, -1)
    mark = context.doc[colon].text if colon >= 0 else ""
    if mark != ":" and not (mark == "," and _is_sentence(context, start)):
        return None
    first, _ = context.sentence(colon)
    first = max(first, colon - _LONGEST_SENTENCE)
    if bisect_right(cues, colon) > bisect_right(cues, first - 1):
        return None
    read = next((at for at in range(colon - 1, max(first, colon - _NEAR), -1) if context.tree.lowers[at] in _READS), -1)
    name = context.extents.trimmed(first, read) if read > first and context.tree.is_nominal(read - 1) else None
    if name is not None and not any(context.tree.tags[at] in _FINITE for at in range(*name)):
        return AttributionCandidate(_publisher(context, name), (read, read + 1), ())  # *The ruling read in part: “…”*
    clauses = [context.syntax.clauses[at] for at in range(first, colon) if at in context.syntax.clauses]
    if not clauses and mark == ":":
        name = context.extents.trimmed(first, colon)
        named = name is not None and any(context.tree.pos[at] == "PROPN" for at in range(*name))
        return AttributionCandidate(SourcePhrase(name, name), (colon, colon + 1), ()) if name and named else None
    main = next((one for one in clauses if one.relation is Relation.ROOT), next(iter(clauses), None))
    if main is None or (mark == "," and main.verb != max(one.verb for one in clauses)):
        return None  # *she spoke, and when he left, “It …”*
    source = source_of(context, main) if _may_introduce(context, main, colon) else None
    return None if source is None else AttributionCandidate(source, (main.verb, main.verb + 1), ())


def _publisher(context: SpeechContext, name: Range) -> SourcePhrase:
    """*The family’s statement*: whose it is, where that is told."""
    inside = range(*name)
    head = next((at for at in inside if context.tree.heads[at] not in inside or context.tree.heads[at] == at), name[0])
    owner = publisher_of(context, head)
    by = None if owner is None or owner not in inside else source_phrase(context, owner, name[1])
    return SourcePhrase(name, name) if by is None else by


def _is_sentence(context: SpeechContext, start: int) -> bool:
    """Whether a quotation begins a sentence of its own: with a capital, and with a verb before it ends."""
    first = start + 1 if not context.doc[start].text[:1].isalpha() else start
    if first >= len(context.doc) or not context.doc[first].text[:1].isupper():
        return False
    after = range(first, min(first + _LONGEST_SENTENCE, context.sentence(first)[1]))
    return any(context.tree.tags[at] in _FINITE for at in after)


def _may_introduce(context: SpeechContext, clause: Clause, colon: int) -> bool:
    """Whether the subject of a clause can be who speaks behind its colon."""
    at = clause.understood_subject
    if at is None or clause.passive or at >= colon:
        return False
    if _is_announced(context, clause.verb, colon):
        return True
    return bool(context.doc[at].ent_type_) or context.tree.lowers[at] in ("he", "she", "they")


def _is_announced(context: SpeechContext, verb: int, colon: int) -> bool:
    """*An official account made the following statement: “…”*: whoever does so."""
    return context.doc[colon].text == ":" and "following" in context.tree.lowers[verb:colon]


def _signed(context: SpeechContext, runs: Sequence[Range], end: int) -> AttributionCandidate | None:
    """*“…” – Rosa Lind, the mayor*, at the end of a paragraph."""
    dash = _skipping_space(context, runs[-1][1], 1)
    if dash >= end or context.doc[dash].text not in _DASHES:
        return None
    name = context.extents.trimmed(dash + 1, end)
    if name is None or name[1] - name[0] > _LONGEST_SIGNATURE or not _is_name(context, name):
        return None
    return AttributionCandidate(SourcePhrase(name, name), (dash, dash + 1), tuple(runs))


def _read_out(context: SpeechContext, runs: Sequence[Range], end: int) -> AttributionCandidate | None:
    """*“…”, read the warning*: the phrase behind a verb that no parser takes for one of saying."""
    tree, read = context.tree, _skipping_space(context, runs[-1][1], 1)
    while read < end and tree.pos[read] == "PUNCT":
        read += 1
    if read >= end - 1 or tree.lowers[read] not in _READS or tree.tags[read + 1] not in ("DT", "PRP$", "NNP"):
        return None
    last = next((at for at in range(read + 1, min(end, read + _LONGEST_SIGNATURE)) if tree.pos[at] == "PUNCT"), end)
    name = context.extents.trimmed(read + 1, min(last, end))
    return AttributionCandidate(SourcePhrase(name, name), (read, read + 1), tuple(runs)) if name else None


def _is_name(context: SpeechContext, run: Range) -> bool:
    tree = context.tree
    return any(tree.pos[at] == "PROPN" for at in range(*run)) and not any(
        at in context.syntax.clauses for at in range(*run)
    )


def _named_below(context: SpeechContext, start: int, end: int) -> AttributionCandidate | None:
    """A paragraph that ends in the name of a person and no more, as quotations do that are set apart."""
    last = end
    while last > start and context.doc[last - 1].is_space:
        last -= 1
    first = last
    while first > start and last - first <= _LONGEST_NAME and context.doc[first - 1].ent_type_ == "PERSON":
        first -= 1
    before = _skipping_space(context, first - 1, -1)
    if not _SHORTEST_NAME <= last - first <= _LONGEST_NAME or before <= start or context.doc[before].text not in _ENDS:
        return None
    content = context.extents.trimmed(start, before + 1)
    return (
        AttributionCandidate(SourcePhrase((first, last), (first, last)), (first, last), (content,)) if content else None
    )


def _skipping_space(context: SpeechContext, at: int, step: int) -> int:
    while 0 <= at < len(context.doc) and context.doc[at].is_space:
        at += step
    return at
