"""Phrases as cues: *according to the mayor*, *in the words of her aide*, *allegedly*."""

from collections.abc import Iterator

from extractors.attributions.reading import Found, Reading, Source
from extractors.attributions.sources import source_phrase
from extractors.lexicons import modifiers
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_HIGHEST = 40
"""Steps up, more than any phrase nests."""
_PHRASES = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)
_SUBORDINATE = frozenset(
    {
        Relation.OPEN_COMPLEMENT,
        Relation.ADVERBIAL,
        Relation.CONJUNCT,
        Relation.COMPLEMENT,
        Relation.ADNOMINAL,
    }
)
_STARTS = frozenset(cue[0] for cue in _PHRASES)


def phrase_cues(reading: Reading) -> Iterator[Found]:
    """The attributions whose cue is a phrase before a noun, or an adverb."""
    lowers = reading.tree.lowers
    for at, lower in enumerate(lowers):
        if reading.quoted[at] >= 0:
            continue
        if lower in _STARTS:
            for cue in _PHRASES:
                if tuple(lowers[at : at + len(cue)]) == cue:
                    found = _before_noun(reading, (at, at + len(cue)))
                    if found is not None:
                        yield found
        elif lower in modifiers.cue_adverbs() and reading.tree.relations[at] is Relation.ADVERB:
            found = _hearsay(reading, at)
            if found is not None:
                yield found


def _before_noun(reading: Reading, cue: Range) -> Found | None:
    noun = _noun_of(reading, cue)
    found = None if noun is None else source_phrase(reading, noun, cue[0])
    if noun is None or found is None:
        return None
    start, end = reading.extents.below[noun]
    content = _around(reading, noun, (min(cue[0], start), max(end, cue[1])))
    if not content:
        return None
    # The words of the cue stand inside the phrase of the noun.
    name = reading.extents.trimmed(max(found.name[0], cue[1]), found.name[1]) or (noun, noun + 1)
    return Found(Source((name[0], max(found.phrase[1], name[1])), name), cue, content)


def _noun_of(reading: Reading, cue: Range) -> int | None:
    """The noun that the phrase introduces: the first nominal after it that a word of it hangs on."""
    tree = reading.tree
    for start in range(*cue):
        word = start
        for _ in range(_HIGHEST):
            if (word >= cue[1] and tree.is_nominal(word)) or tree.heads[word] == word or word < cue[0]:
                break
            word = tree.heads[word]
        if word >= cue[1] and tree.is_nominal(word):
            return word
    return None


def _around(reading: Reading, word: int, hole: Range) -> tuple[Range, ...]:
    """The clause that a word hangs on, with all below it but the phrase; the sentence where it hangs on none."""
    above = reading.tree.heads[word]
    verb = reading.syntax.owners[above] if above != word else -1
    start, end = sentence = reading.sentence(hole[0])
    if verb >= 0:
        start, end = reading.extents.below[_main(reading, verb)]
    return reading.extents.without((max(start, sentence[0]), min(end, sentence[1])), hole)


def _main(reading: Reading, verb: int) -> int:
    """The verb of the clause that a phrase speaks of: the one above a participle or an infinitive."""
    for _ in range(_HIGHEST):
        clause = reading.syntax.clauses[verb]
        if clause.relation not in _SUBORDINATE or clause.parent is None:
            break
        verb = clause.parent
    return verb


def _hearsay(reading: Reading, at: int) -> Found | None:
    """*Allegedly*: nobody is named, and the clause that it stands in is the content."""
    clause = reading.syntax.clause_of(at)
    if clause is None:
        return None
    content = reading.extents.without(reading.extents.below[clause.verb], (at, at + 1))
    return Found(None, (at, at + 1), content) if content else None
