"""Phrases as cues: *according to the mayor*, *in the words of her aide*, *allegedly*."""

from collections.abc import Iterator

from extractors.attributions.sources import publisher_of, source_phrase
from extractors.attributions.speech_context import AttributionCandidate, SourcePhrase, SpeechContext
from extractors.lexicons import modifiers, nouns
from extractors.syntax.clauses import is_reporting
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_HIGHEST = 40
"""Steps up, more than any phrase nests."""
_PHRASES = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
    ("as", "per"),
    ("per",),
)
_ACCOUNTS = frozenset("account telling version reckoning".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_KNOWN = frozenset("the this his her its their".split())
"""What stands before a noun that somebody means: *per the decree*; not *per day*."""
_SUBORDINATE = frozenset(
    {
        Relation.OPEN_COMPLEMENT,
        Relation.ADVERBIAL,
        Relation.CONJUNCT,
        Relation.COMPLEMENT,
        Relation.ADNOMINAL,
    }
)
_JOINING = frozenset("and but or then which who that".split())
PHRASES = frozenset(cue[0] for cue in _PHRASES)
"""The words that phrases as cues begin with."""


def phrase_cues(context: SpeechContext) -> Iterator[AttributionCandidate]:
    """The attributions whose cue is a phrase before a noun, or an adverb."""
    lowers = context.tree.lowers
    for at, lower in enumerate(lowers):
        if context.quoted[at] >= 0:
            continue
        if lower in PHRASES:
            cue = next((cue for cue in _PHRASES if tuple(lowers[at : at + len(cue)]) == cue), None)
            if cue is None:
                candidate = _in_survey(context, at) if lower == "in" else None
            else:
                candidate = _before_noun(context, (at, at + len(cue))) if _is_phrase(context, at, cue) else None
            if candidate is not None:
                yield candidate
        elif lower == "by":
            candidate = _by_account(context, at)
            if candidate is not None:
                yield candidate
        elif lower in modifiers.cue_adverbs() and context.tree.relations[at] is Relation.ADVERB:
            candidate = _hearsay(context, at)
            if candidate is not None:
                yield candidate


def _is_phrase(context: SpeechContext, at: int, cue: tuple[str, ...]) -> bool:
    """Whether a phrase is none that only looks like one: *per day*, *as per usual*, *200 per the hour*."""
    if cue[-1] != "per":
        return context.tree.lowers[at - 1 : at] != ["as"] or cue[0] != "per"
    after = at + len(cue)
    known = after < len(context.doc) and (context.tree.lowers[after] in _KNOWN or bool(context.doc[after].ent_type_))
    opens = at == context.sentence(at)[0] or context.tree.lowers[at - 1] == ","
    return known and opens


def _in_survey(context: SpeechContext, at: int) -> AttributionCandidate | None:
    """*In a survey of crews, 40 percent were for it*: a figure is told by what counted it."""
    tree = context.tree
    noun = tree.heads[at]
    if tree.relations[at] is not Relation.CASE or noun < at or tree.lemmas[noun] not in nouns.surveys():
        return None
    own = {tree.relations[child] for child in tree.children[noun]}
    if tree.lemmas[noun] in nouns.happening() and not own & {Relation.COMPOUND, Relation.ADNOMINAL}:
        return None  # *In a poll on Sunday* they may have elected somebody.
    candidate = _before_noun(context, (at, at + 1))
    if candidate is None:
        return None
    counts = any(
        tree.tags[word] == "CD" and not context.timed[word] for run in candidate.content for word in range(*run)
    )
    told = any(is_reporting(tree, word) for run in candidate.content for word in range(*run))
    return candidate if counts and not told else None


def _by_account(context: SpeechContext, at: int) -> AttributionCandidate | None:
    """*By his account they left at nine*, *by the crew’s telling*: whose account it is."""
    tree, noun = context.tree, context.tree.heads[at]
    if tree.relations[at] is not Relation.CASE or noun < at or tree.lemmas[noun] not in _ACCOUNTS:
        return None
    owner = next((one for one in tree.children[noun] if tree.relations[one] is Relation.POSSESSOR), None)
    source = None if owner is None else source_phrase(context, owner, at)
    start, end = context.extents.below[noun]
    content = _around(context, noun, (min(at, start), end))
    return AttributionCandidate(source, (at, at + 1), content) if source and content else None


def _before_noun(context: SpeechContext, cue: Range) -> AttributionCandidate | None:
    noun = _noun_of(context, cue)
    if noun is not None and _tells_who(context, noun):
        noun = context.tree.heads[noun]
    source = None if noun is None else source_phrase(context, noun, cue[0])
    if noun is None or source is None:
        return None
    start, end = context.extents.below[noun]
    if context.tree.heads[noun] == noun and cue[0] == context.sentence(noun)[0]:
        return _before_comma(context, cue, noun)
    content = _around(context, noun, (min(cue[0], start), max(end, cue[1])))
    if _is_within(context, cue[0]):
        content = tuple(run for run in content if run[0] > cue[0])
    if not content:
        return None
    if cue[0] == context.sentence(noun)[0] and _lacks_its_head(context, noun, content[0][0]):
        return _before_comma(context, cue, noun)
    # The words of the cue stand inside the phrase of the noun.
    name = context.extents.trimmed(max(source.name[0], cue[1]), source.name[1]) or (noun, noun + 1)
    publisher = publisher_of(context, noun)
    by = None if publisher is None else source_phrase(context, publisher, cue[0])
    if by is not None and by.name[0] >= cue[1]:  # *according to a statement by the court*
        return AttributionCandidate(SourcePhrase((name[0], max(source.phrase[1], by.name[1])), by.name), cue, content)
    return AttributionCandidate(SourcePhrase((name[0], max(source.phrase[1], name[1])), name), cue, content)


def _is_within(context: SpeechContext, at: int) -> bool:
    """*She left and, according to the crew, came back*; *books which, according to him, were lost*: of that alone.

    In the open gold six lines in three articles stand before such a phrase: five are the article's own, and of the
    sixth it may be.
    """
    lowers = context.tree.lowers
    return lowers[at - 1 : at] == [","] and bool(_JOINING.intersection(lowers[max(0, at - 2) : at - 1]))


def _tells_who(context: SpeechContext, noun: int) -> bool:
    """*According to prosecutor Ana Idan*: whether a noun says what somebody is whose name follows it."""
    tree, name = context.tree, context.tree.heads[noun]
    bare = tree.relations[noun] is Relation.COMPOUND and tree.pos[noun] == "NOUN"
    return bare and noun < name and all(word.ent_type_ == "PERSON" for word in context.doc[noun + 1 : name + 1])


def _lacks_its_head(context: SpeechContext, noun: int, start: int) -> bool:
    """Whether the first words behind the comma went to the noun: *per the order, captains and crews are*."""
    lowers = context.tree.lowers
    if context.tree.tags[start] in _FINITE:
        return True
    at = start - 1
    while at > noun and (context.doc[at].is_quote or context.doc[at].is_space):
        at -= 1
    if noun > at or lowers[at] in (",", ")"):
        return False
    if "," in lowers[noun:at]:
        return True
    comma = next((n for n in range(noun, context.sentence(noun)[1]) if lowers[n] == ","), -1)
    return comma > noun and not any(context.tree.is_verb(n) for n in range(noun + 1, comma))


def _before_comma(context: SpeechContext, cue: Range, noun: int) -> AttributionCandidate | None:
    """*According to the crew, …*, where a parse makes of all that follows a part of the noun."""
    last = context.sentence(noun)[1]
    comma = next((at for at in range(noun, last) if context.tree.lowers[at] == ","), None)
    if comma is None:
        return None
    clauses = (at for at in range(noun + 1, comma) if context.tree.is_verb(at))
    source, name = context.extents.trimmed(cue[1], comma), context.extents.trimmed(cue[1], next(clauses, comma))
    content = context.extents.trimmed(comma + 1, last)
    return AttributionCandidate(SourcePhrase(source, name), cue, (content,)) if source and name and content else None


def _noun_of(context: SpeechContext, cue: Range) -> int | None:
    """The noun that the phrase introduces: the first nominal after it that a word of it hangs on."""
    tree = context.tree
    for start in range(*cue):
        word = start
        for _ in range(_HIGHEST):
            if (word >= cue[1] and tree.is_nominal(word)) or tree.heads[word] == word or word < cue[0]:
                break
            word = tree.heads[word]
        if word >= cue[1] and tree.is_nominal(word):
            return word
    return None


def _around(context: SpeechContext, word: int, hole: Range) -> tuple[Range, ...]:
    """The clause that a word hangs on, with all below it but the phrase; the sentence where it hangs on none."""
    above = context.tree.heads[word]
    verb = context.syntax.owners[above] if above != word else -1
    start, end = sentence = context.sentence(hole[0])
    if verb >= 0:
        apart = context.tree.lowers[max(hole[0] - 1, 0)] == ","
        start, end = context.extents.below[_main(context, verb, through_relatives=apart)]
    return context.extents.without((max(start, sentence[0]), min(end, sentence[1])), hole)


def _main(context: SpeechContext, verb: int, *, through_relatives: bool) -> int:
    """The verb of the clause that a phrase speaks of: the one above a participle or an infinitive.

    Behind a comma it speaks of the whole: *she met a man who had fled, according to police*.
    """
    for _ in range(_HIGHEST):
        clause = context.syntax.clauses[verb]
        inner = clause.relation in _SUBORDINATE or (through_relatives and clause.relation is Relation.RELATIVE)
        if not inner or clause.parent is None:
            break
        verb = clause.parent
    return verb


def _hearsay(context: SpeechContext, at: int) -> AttributionCandidate | None:
    """*Allegedly*: nobody is named, and the clause that it stands in is the content."""
    clause = context.syntax.clause_of(at)
    if clause is None:
        return None
    content = context.extents.without(context.extents.below[clause.verb], (at, at + 1))
    return AttributionCandidate(None, (at, at + 1), content) if content else None
