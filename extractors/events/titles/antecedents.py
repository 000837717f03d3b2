"""Antecedents: whom a pronoun at the head of a title means, in the words of the article, or nobody where it isn't safe.

`dateline_mentions` finds whom; here is chosen how a title calls them: by the fullest name in the article, or by the
nearest description. Without that component no pronoun is named.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from extractors import actors
from extractors.events.event_context import EventContext
from extractors.mentions import mentions
from extractors.mentions.records import Being, Count, DocMention, MentionForm, Sieve
from extractors.syntax.clauses import is_reporting
from extractors.syntax.relations import SUBJECTS, Relation

PRONOUNS = frozenset("he his him she her it its they their them".split())
"""The pronouns that are looked after."""
OWNING = frozenset("his her its their".split())
SPOKEN = frozenset("it its they their them".split())
"""What these mean in somebody's own words is seldom in the article."""
_SEVERAL = frozenset("they their them".split())
_GENDERED = {**dict.fromkeys(("he", "his", "him"), "he"), **dict.fromkeys(("she", "her"), "she")}
_LEADING = SUBJECTS | {Relation.OBJECT}
_BEGINNING = frozenset("DT PRP$ CD NNS NNPS JJR PDT".split())
"""What a description begins with that can stand alone: *the judge*, *two sailors*, *protesters*."""
_SMALL = frozenset("DT CD NN NNS".split())
"""Tags of words that have a capital only where a sentence begins."""
_PLURAL = frozenset("NNS NNPS DT".split())
"""Tags of nouns for several; *20* and *more* mean nobody alone."""
_OFTEN = 6
"""Mentions of whoever an article is about."""
_MOST_BETWEEN = 40
"""Words between what somebody says and whom it is of."""
LONGEST = 45
"""Letters in square brackets."""
_POINTING = frozenset("this that these those such another other others some".split())
STOPS = frozenset(',"“”()[];:')
"""Marks that no words in square brackets have inside."""


class Called(NamedTuple):
    """Whom a pronoun means, in the words of the article."""

    name: str
    sure: bool
    """Whether nobody else can well be meant."""


class Described(NamedTuple):
    """The name of what a noun means."""

    name: str
    article: bool
    """Whether the noun's article stays: *the court* is *the [Supreme Court]*."""


class Antecedents:
    """The pronouns of one doc."""

    def __init__(self, context: EventContext, names: Mapping[str, str]) -> None:
        """Args: the doc; by actor the name that they go by in titles."""
        self.context, self._names = context, names
        self._by_pronoun: dict[int, dict[str, int]] = {}
        self._by_cluster: dict[int, str] = {}
        self._roots: dict[int, tuple[DocMention, bool]] = {}
        self._named: dict[int, Called | None] = {}

    def named(self, at: int) -> Called | None:
        """Whom the pronoun at a word means."""
        if at not in self._named:
            self._named[at] = self._called(at)
        return self._named[at]

    def _called(self, at: int) -> Called | None:
        word = self.context.tree.lowers[at]
        teller = self._teller(at, word)
        if teller is not None and word not in _GENDERED and self._means_other(at, teller):
            return None
        number = self._pronouns.get(at) if teller is None else teller
        if number is None:
            return None
        meant, sure = self._root(number)
        hero = word in _GENDERED and meant.cluster == self._hero  # in news nearly always meant, however many are near
        hero = hero and bool(self._fullest(meant.cluster)) and not self._is_beside(at, word, meant.cluster)
        safe = teller is not None or hero or (sure and self._is_sure(at, word, number, meant))
        if not safe and not (sure and word in _GENDERED):
            return None
        name = self._fullest(meant.cluster)
        if not name and safe and meant.form is not MentionForm.PRONOUN:
            name = self._description(meant)
        return Called(name, safe) if name else None

    def described(self, at: int) -> "Described | None":
        """The name of what a noun with an article means, *the court*, *the country*, where it surely is that.

        It has the noun in it, *the Supreme Court*, or is of the kind that the noun says.
        """
        number = self._heads.get(at)
        one = None if number is None else self._mentions[number]
        if one is None or one.form is not MentionForm.DESCRIPTION or (one.start, one.end) != (at - 1, at + 1):
            return None
        if self.context.tree.lowers[one.start] not in ("the", "this", "that"):
            return None
        name, noun = self._fullest(one.cluster).removeprefix("the "), self.context.tree.lowers[at]
        same = one.sieve is Sieve.SAME_WORDS and noun in name.lower().split()
        kind = one.sieve is Sieve.KIND and one.sure and one.being in (Being.BODY, Being.PLACE)
        role = one.sieve is Sieve.ROLE and one.sure
        return Described(name, article=same) if name and (same or kind or role) and name.lower() != noun else None

    def cluster(self, at: int | None) -> int | None:
        """The cluster of whom a word at the head of a mention means."""
        number = None if at is None else self._heads.get(at)
        return None if number is None else self._mentions[number].cluster

    def called(self, at: int) -> str:
        """What the article calls whom a word means: by name, or as it was first described."""
        cluster = self.cluster(at)
        if cluster is None:
            return ""
        told = (one for one in self._clusters[cluster] if one.form is MentionForm.DESCRIPTION)
        described = ((one.start, self._description(one)) for one in told)
        start, text = next((one for one in described if one[1]), (0, ""))
        small = self.context.tree.tags[start] in _SMALL
        return self._fullest(cluster) or (text[:1].lower() + text[1:] if small else text)

    def is_thing(self, at: int) -> bool:
        """Whether a word at the head of a mention means what acts by nobody's will."""
        number = self._heads.get(at)
        return number is not None and self._mentions[number].being is Being.THING

    def has_name(self, at: int) -> bool:
        """Whether the article names whom a pronoun means."""
        number = self._pronouns.get(at)
        return number is not None and bool(self._fullest(self._root(number)[0].cluster))

    def may_be(self, noun: int, at: int) -> bool:
        """Whether a noun before a pronoun may be whom it means, as far as the text shows who goes by it."""
        number, word = self._heads.get(noun), self.context.tree.lowers[at]
        if number is None or noun > at:
            return False
        one = self._mentions[number]
        if word in _GENDERED:
            one_of = self.context.tree.tags[noun] == "CD"
            named = one.being is Being.UNKNOWN and one.form is MentionForm.NAME
            single = one_of or one.count is not Count.MANY
            return (
                single
                and (one_of or named or one.being is Being.PERSON)
                and self._going_by(one.cluster, at) <= {_GENDERED[word]}
            )
        return one.count is not Count.ONE if word in _SEVERAL else one.being is not Being.PERSON

    def is_told(self, at: int, words: Sequence[int]) -> bool:
        """Whether other words of a title tell whom a pronoun means, or mean the same before it."""
        number = self._pronouns.get(at)
        if number is None:
            return False
        cluster, place = self._mentions[number].cluster, words.index(at)
        before = {self._mentions[self._heads[one]].cluster for one in words[:place] if one in self._heads}
        named = (self._mentions[self._heads[one]] for one in words[place + 1 :] if one in self._heads)
        return cluster in before or any(one.cluster == cluster and one.form is not MentionForm.PRONOUN for one in named)

    def _means_other(self, at: int, teller: int) -> bool:
        """*The union sued over the bill, saying it would harm them*: who says so is not all that can be meant."""
        number = self._pronouns.get(at)
        return number is not None and self._mentions[number].cluster != self._mentions[teller].cluster

    def _teller(self, at: int, word: str) -> int | None:
        """Who says it of themselves: *Lind said she would leave*; the subject of the clause above, if it agrees."""
        clause = self.context.syntax.clause_of(at)
        if clause is None or clause.relation is not Relation.COMPLEMENT or clause.parent is None:
            return None
        above = self.context.syntax.clauses[clause.parent]
        subject = -1 if above.understood_subject is None else above.understood_subject
        if above.subject is None and word in ("it", "its"):
            return None  # *the union sued over the bill, saying it would harm them*
        number = self._joined.get(subject) if word in _SEVERAL else None
        number = self._heads.get(subject) if number is None else number
        if number is None or not is_reporting(self.context.tree, above.verb) or at > clause.verb:
            return None
        one = self._mentions[number]
        if one.form is MentionForm.PRONOUN or not self.context.sentence(at)[0] <= one.head < at:
            return None
        if self._is_told_between(above.verb, at, one.cluster):
            return None
        several = one.count is Count.MANY or one.being is Being.BODY
        if word in _GENDERED:
            agrees = one.being in (Being.PERSON, Being.UNKNOWN) and one.count is not Count.MANY
        else:
            agrees = one.being in (Being.BODY, Being.PLACE) if word in ("it", "its") else several
        return number if agrees else None

    def _is_told_between(self, verb: int, at: int, cluster: int) -> bool:
        """*Lind found when fish were plentiful, they ate more*: another subject stands nearer."""
        relations = self.context.tree.relations
        words = (one for one in range(max(verb + 1, at - _MOST_BETWEEN), at) if relations[one] in SUBJECTS)
        between = (self._heads[one] for one in words if one in self._heads)
        return any(self._mentions[other].cluster != cluster for other in between)

    def _is_sure(self, at: int, word: str, number: int, meant: DocMention) -> bool:
        if word in _GENDERED:
            last = self._mentions[number].antecedent
            between = self._is_between(self._mentions[number if last is None else last].head, at, word, meant.cluster)
            return not between and not self._is_open(at, word, meant.cluster)
        if word in ("it", "its") and self.context.tree.relations[meant.head] not in _LEADING:
            return False
        return word not in _SEVERAL or self._are_meant(at, word, number, meant)

    def _are_meant(self, at: int, word: str, number: int, meant: DocMention) -> bool:
        """Whether several are surely meant: the subject of the sentence, or of one near that tells of no others."""
        tree = self.context.tree
        joined = tree.relations[meant.head] is Relation.CONJUNCT
        if tree.relations[tree.heads[meant.head] if joined else meant.head] not in SUBJECTS:
            return False
        start = self.context.sentence(at)[0]
        inside = meant.head >= start and word != "them" and meant.being is not Being.THING
        inside = inside and meant.count is not Count.ONE
        return not self._are_others(at, number, start if inside else self._before(at))

    def _is_between(self, start: int, at: int, word: str, cluster: int) -> bool:
        """Whether somebody else is named nearer who may go by the same pronoun."""
        first, last = (bisect_left(self._people, (bound, 0)) for bound in (start + 1, at))
        others = {other for _, other in self._people[first:last]} - {cluster}
        return any(self._going_by(one, at) <= {_GENDERED[word]} for one in others)

    def _is_beside(self, at: int, word: str, cluster: int) -> bool:
        """*They asked Rask, and he declined*: somebody else in the sentence, who is no other party of the same verb."""
        tree, start = self.context.tree, self.context.sentence(at)[0]
        first, last = (bisect_left(self._people, (bound, 0)) for bound in (start, at))
        near = ((head, other) for head, other in self._people[first:last] if other != cluster)
        others = (other for head, other in near if tree.heads[head] != tree.heads[at] and tree.pos[head] == "PROPN")
        return any(self._going_by(other, at) <= {_GENDERED[word]} for other in others)

    def _are_others(self, at: int, number: int, start: int) -> bool:
        """Whether others of whom there are several stand near: *rebels took dozens hostage. They were freed*."""
        meant = self._mentions[number].cluster
        first, last = (bisect_left(self._groups, (bound, 0)) for bound in (start, at))
        inside = [range(one.start, one.end) for one in takewhile(lambda one: one.head >= start, self._chain(number))]
        near = [(head, other) for head, other in self._groups[first:last] if not any(head in run for run in inside)]
        if self._mentions[self._root(number)[0].cluster].being is not Being.THING and self._acts(at):
            relations = self.context.tree.relations
            near = [one for one in near if relations[one[0]] in SUBJECTS or not self.is_thing(one[0])]
        return any(other != meant for _, other in near)

    def _acts(self, at: int) -> bool:
        """*They found two wrecks*: what does something to others is hardly a thing."""
        clause = self.context.syntax.clause_of(at)
        if clause is None or clause.subject != at or clause.passive:
            return False
        return bool(clause.objects) or is_reporting(self.context.tree, clause.verb)

    def _before(self, at: int) -> int:
        """Where the sentence before that of a word begins."""
        start, _ = self.context.sentence(at)
        return self.context.sentence(start - 1)[0] if start else 0

    def _is_open(self, at: int, word: str, cluster: int) -> bool:
        """Whether somebody else who is near may go by the same pronoun, and nothing before shows that this one does."""
        if _GENDERED[word] in self._going_by(cluster, at):
            return False
        first, last = (bisect_left(self._people, (bound, 0)) for bound in (self._before(at), at))
        near = {other for _, other in self._people[first:last]}
        return any(self._going_by(one, at) <= {_GENDERED[word]} for one in near - {cluster})

    def _going_by(self, cluster: int, end: int) -> set[str]:
        """The pronouns that somebody is meant by before a word."""
        return {pronoun for pronoun, first in self._gendered(cluster).items() if first < end}

    def _gendered(self, cluster: int) -> dict[str, int]:
        """By pronoun the first word at which it surely means somebody."""
        if cluster not in self._by_pronoun:
            words = ((self.context.tree.lowers[one.head], one.head) for one in self._clusters[cluster] if one.sure)
            found = [(_GENDERED[word], at) for word, at in words if word in _GENDERED]
            self._by_pronoun[cluster] = dict(sorted(found, reverse=True))
        return self._by_pronoun[cluster]

    def _fullest(self, cluster: int) -> str:
        if cluster not in self._by_cluster:
            names = (self._name(one) for one in self._clusters[cluster])
            self._by_cluster[cluster] = max(names, key=len, default="")
        return self._by_cluster[cluster]

    @cached_property
    def _mentions(self) -> tuple[DocMention, ...]:
        return mentions(self.context.doc)

    @cached_property
    def _people(self) -> list[tuple[int, int]]:
        """Where somebody is mentioned, and in which cluster."""
        people = (one for one in self._mentions if one.being is Being.PERSON and one.count is not Count.MANY)
        return sorted((one.head, one.cluster) for one in people)

    @cached_property
    def _hero(self) -> int | None:
        """Whom an article is about: somebody told of again and again, and twice as often as anybody else."""
        counts = Counter(cluster for _, cluster in self._people).most_common(2)
        if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
            return None
        return counts[0][0]

    @cached_property
    def _groups(self) -> list[tuple[int, int]]:
        """Where several are mentioned, and in which cluster."""
        tags = self.context.tree.tags
        counted = (one for one in self._mentions if one.count is Count.MANY)
        groups = (one for one in counted if one.being is not Being.UNKNOWN or one.members or tags[one.head] in _PLURAL)
        return sorted((one.head, one.cluster) for one in groups if one.head not in self.context.timed)

    @cached_property
    def _pronouns(self) -> dict[int, int]:
        return {one.head: n for n, one in enumerate(self._mentions) if one.form is MentionForm.PRONOUN}

    @cached_property
    def _heads(self) -> dict[int, int]:
        return {one.head: n for n, one in enumerate(self._mentions)}

    @cached_property
    def _joined(self) -> dict[int, int]:
        """By the head of the first of several that are joined all of them."""
        return {one.head: n for n, one in enumerate(self._mentions) if one.members}

    @cached_property
    def _clusters(self) -> dict[int, list[DocMention]]:
        clusters: dict[int, list[DocMention]] = {}
        for one in self._mentions:
            clusters.setdefault(one.cluster, []).append(one)
        return clusters

    def _root(self, number: int) -> tuple[DocMention, bool]:
        """The last of a chain, and whether each pronoun of it is surely meant."""
        path: dict[int, DocMention] = {}
        known = self._roots.get(number)
        while known is None:
            one = path[number] = self._mentions[number]
            above = one.antecedent if one.form is MentionForm.PRONOUN else None
            if above is None or above in path:
                known = one, True
            else:
                number, known = above, self._roots.get(above)
        meant, sure = known
        for place, one in reversed(path.items()):
            sure = sure and (one.sure or one.form is not MentionForm.PRONOUN)
            self._roots[place] = meant, sure
        return meant, sure

    def _chain(self, number: int | None) -> Iterator[DocMention]:
        """A pronoun, what it takes up, what that takes up, up to the first that is no pronoun."""
        seen: set[int] = set()
        while number is not None and number not in seen:
            seen.add(number)
            one = self._mentions[number]
            yield one
            number = one.antecedent if one.form is MentionForm.PRONOUN else None

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

    def _description(self, one: DocMention) -> str:
        first, tag = self.context.tree.lowers[one.start], self.context.tree.tags[one.start]
        if first in ("a", "an") and self.context.tree.relations[one.head] is Relation.POSSESSOR:
            return ""  # *a bachelor’s degree*
        plural = tag == "JJ" and self.context.tree.tags[one.head] in ("NNS", "NNPS")
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
