"""How a title calls whom a mention means: by the fullest name in the article, or by a description that stands there."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from extractors import actors
from extractors.events.context.event_context import EventContext
from extractors.events.titles.mentioned import Mentioned
from extractors.mentions.records import Count, DocMention, MentionForm
from extractors.syntax.relations import Relation

_BEGINNING = frozenset("DT PRP$ CD NNS NNPS JJR PDT".split())
"""What a description begins with that can stand alone: *the judge*, *two sailors*, *protesters*."""
LONGEST = 45
"""Letters in square brackets."""
_POINTING = frozenset("this that these those such another other others some".split())
STOPS = frozenset(',"“”()[];:')
"""Marks that no words in square brackets have inside."""


class MentionWords:
    """The words for the mentions of one doc."""

    def __init__(self, context: EventContext, mentioned: Mentioned, names: Mapping[str, str]) -> None:
        """Args: the doc; its mentions; by actor the name that they go by in titles."""
        self.context, self._known, self._names = context, mentioned, names
        self._by_cluster: dict[int, str] = {}

    def fullest(self, cluster: int) -> str:
        """The longest name of a cluster; empty where the article has none, or none that is short enough."""
        if cluster not in self._by_cluster:
            names = (self._name(one) for one in self._known.clusters[cluster])
            self._by_cluster[cluster] = max(names, key=len, default="")
        return self._by_cluster[cluster]

    def _name(self, one: DocMention) -> str:
        if one.form is not MentionForm.NAME or one.count is Count.MANY:
            return ""
        name = self._names.get(one.actor, "") or self._text(one)
        name = f"the {name}" if (one.actor, name) in self._with_article else name
        return name if len(name) <= LONGEST else ""

    @cached_property
    def _with_article(self) -> set[tuple[str, str]]:
        """The names, with their actors, that mostly stand behind *the*: *the Coast Guard*."""
        counts: Counter[tuple[str, str]] = Counter()
        for span in self.context.doc.spans.get(actors.KEY, ()):
            before = self.context.tree.lowers[span.start - 1] if span.start else ""
            counts[span.id_, span.text] += 1 if before == "the" else -1
        return {name for name, count in counts.items() if count > 0}

    def description(self, one: DocMention) -> str:
        """The words that describe somebody; empty where they can't stand alone."""
        first, tag = self.context.tree.lowers[one.start], self.context.tree.tags[one.start]
        if first in ("a", "an") and self.context.tree.relations[one.head] is Relation.POSSESSOR:
            return ""  # *a bachelor’s degree*
        plural = tag in ("JJ", "NNP") and self.context.tree.tags[one.head] in ("NNS", "NNPS")  # *Oslund officials*
        owned = any(self.context.tree.relations[at] is Relation.POSSESSOR for at in range(one.start, one.head))
        if one.form is MentionForm.DESCRIPTION and not (plural or owned or tag in _BEGINNING):
            return ""
        asking = any(self.context.tree.tags[at] in ("WP", "WDT", "WRB") for at in range(one.start, one.end))
        return "" if first in _POINTING or asking else self._text(one)

    def _text(self, one: DocMention) -> str:
        """A mention as it is written, or its part up to its noun; empty where that can't be quoted."""
        doc = self.context.doc
        for end in (one.end,) if one.members else (one.end, one.head + 1):
            words = doc[one.start : end]
            timeless = self.context.timed.isdisjoint(range(one.start, end))
            plain = timeless and not any(word.pos_ == "PRON" or word.is_space or word.text in STOPS for word in words)
            if plain and len(words.text) <= LONGEST:
                return words.text
        return ""
