"""What a sentence reports, behind the verb that reports it, as a sentence of its own.

*Lind indicated on Monday the chances of those trapped were slim* says who says so at its beginning, however a parse
hangs the rest; the line has that as its source.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.titles.drafts import Draft
from extractors.syntax.clauses import is_reporting
from extractors.syntax.tenses import Modality
from extractors.syntax.trees import BE
from timeline.model import Polarity

_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_SKIPPED = frozenset(("that", "on"))
_BEGINNING = frozenset("DET NOUN PROPN NUM ADJ PRON".split())
_JOINING = frozenset("or if whether unless".split())


def reported_draft(context: EventContext, sentence: Draft, trigger: int) -> Draft | None:
    """The part of a sentence that is reported, of the last verb before an event that reports; None where there is none.

    Args:
        context: the doc.
        sentence: all words of a sentence that a title may have.
        trigger: the word that tells the event.
    """
    tree = context.tree
    saying = [at for at in range(sentence.bounds[0], trigger) if _says(context, at)]
    if not saying:
        return None
    words = [at for at in sentence.words if at > saying[-1]]
    while words and (words[0] in context.timed or tree.lowers[words[0]] in _SKIPPED):
        words = words[1:]
    tense = next((at for at in words if tree.tags[at] in _WITH_TENSE), None)
    if tense is None or trigger not in words or tree.pos[words[0]] not in _BEGINNING:
        return None
    told = any(tree.is_nominal(at) and at not in context.timed for at in words if at < tense)
    apart = any(tree.tags[at] == "CC" and tree.lowers[at - 1] == "," for at in words if at < tense)
    if not told or apart or any(tree.lowers[at] in _JOINING for at in words if at <= tense):
        return None
    return Draft(tuple(words), frozenset({trigger}), sentence.bounds, trigger)


def _says(context: EventContext, verb: int) -> bool:
    """Whether a verb reports what is behind it as so: not *did not say*, *may say*, *denied*, *is said*."""
    group = context.groups.get(verb)
    if group is None or not is_reporting(context.tree, verb) or not context.is_finite(verb):
        return False
    plain = group.modality is Modality.INDICATIVE and group.polarity is Polarity.POSITIVE
    passive = any(context.tree.lowers[at] in BE for at in context.syntax.clauses[verb].auxiliaries)
    return plain and not passive and not context.quoted[verb] and not context.sayings.is_denied(verb + 1)
