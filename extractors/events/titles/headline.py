"""What a headline calls a thing that the text only calls by its noun: *the crash* is *the [Skerra ferry crash]*.

A headline is no sentence, and no parser was trained on many: it is read by its words alone. What stands before the
noun belongs to it as long as each word is one that the text uses of things, names or kinds, and never of what is done;
behind it *of* or *in* a name does.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from extractors.events.context.event_context import EventContext
from extractors.events.titles.mention_words import LONGEST
from extractors.mentions import mentions
from extractors.mentions.records import MentionForm

_WORDS = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*\.?(?:[’']s\b)?|[^\w\s]")
_OWNED = re.compile(r"[’']s$")
_NAMES = frozenset(("NNP", "NNPS"))
_THINGS = _NAMES | {"NN", "NNS"}
_KINDS = _THINGS | {"JJ"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_TYING = frozenset("of in at".split())
_POINTING = frozenset("the this that these those".split())
_LONGEST = 300
"""Characters of a headline that are looked at: what is longer is a text."""
_BARE = 2
"""Words of an article and a noun."""
_MOST_ALIKE = 2
"""Things with one noun among which that of the headline is surely meant."""
_MOST_BEFORE = 5
"""Words before a noun."""


class Headline:
    """The headline of one doc, `doc._.headline`; empty where it has none."""

    def __init__(self, context: EventContext) -> None:
        self.context = context
        self._words: Sequence[str] = _WORDS.findall((context.doc._.headline or "")[:_LONGEST])

    def calls(self, at: int) -> str:
        """The fuller words for the bare noun at a word, with no article; empty where the headline has none."""
        tree = self.context.tree
        if not self._words or not at or tree.tags[at] not in ("NN", "NNS"):
            return ""
        if tree.lowers[at - 1] not in _POINTING or self._things.get(tree.lemmas[at], 0) > _MOST_ALIKE:
            return ""
        if (at - 1, at + 1) not in self._bare:
            return ""
        places = (place for place, word in enumerate(self._words) if self._is(word, at))
        return max((self._around(place) for place in places), key=len, default="")

    def _is(self, word: str, at: int) -> bool:
        return word.lower() == self.context.tree.lowers[at]

    def _around(self, place: int) -> str:
        """A noun of the headline with what belongs to it; empty where nothing does that tells which is meant."""
        first = self._first(place)
        last = self._last(place)
        before, behind = self._words[first:place], self._words[place + 1 : last]
        if not behind and not any(self._tags(word) & _THINGS for word in before):
            return ""
        text = " ".join(self._words[first:last])
        if len(text) > LONGEST and before:
            text = " ".join(self._words[first : place + 1])
        return text if len(text) <= LONGEST else ""

    def _first(self, place: int) -> int:
        first = place
        while first and place - first < _MOST_BEFORE:
            word = self._words[first - 1]
            year = _YEAR.fullmatch(word) is not None
            owned = _OWNED.search(word) is not None
            if not year and not self._tags(word) & _KINDS:
                return place if word[0].isupper() and first > 1 else first  # *era plane* of *World War II era plane*
            if owned and first != place and not self._tags(word) & _NAMES:
                break
            first -= 1
        return first

    def _last(self, place: int) -> int:
        """The end of *of Zembla*, *in Port Skerra* behind a noun."""
        last = place + 1
        if last >= len(self._words) or self._words[last].lower() not in _TYING:
            return last
        end = last + 1
        while end < len(self._words) and self._tags(self._words[end]) & _NAMES and self._words[end][0].isupper():
            end += 1
        return end if end > last + 1 else last

    def _tags(self, word: str) -> set[str]:
        """What a word is in the text: its tags, if it is never a verb there."""
        return self._used.get(_OWNED.sub("", word).lower(), set())

    @cached_property
    def _used(self) -> Mapping[str, set[str]]:
        tree = self.context.tree
        wanted = {_OWNED.sub("", word).lower() for word in self._words}
        found: dict[str, set[str]] = {}
        for at, word in enumerate(tree.lowers):
            if word in wanted:
                found.setdefault(word, set()).add(tree.tags[at])
        return {word: tags for word, tags in found.items() if not any(tag.startswith("VB") for tag in tags)}

    @cached_property
    def _bare(self) -> set[tuple[int, int]]:
        ones = (one for one in mentions(self.context.doc) if one.form is MentionForm.DESCRIPTION)
        return {(one.start, one.end) for one in ones if one.end - one.start == _BARE}

    @cached_property
    def _things(self) -> Mapping[str, int]:
        """How many things are told of by a noun with more words than an article."""
        told = (one for one in mentions(self.context.doc) if one.end - one.start > _BARE)
        ones = {(self.context.tree.lemmas[one.head], one.cluster) for one in told}
        return Counter(noun for noun, _ in ones)
