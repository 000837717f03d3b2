"""Antecedents: whom a pronoun at the head of a title means, in the words of the article, or nobody where it isn't safe.

`dateline_mentions` finds whom; `mention_words.py` chooses how a title calls them. Without that component no pronoun is
named.

Of the gendered pronouns outside quotations in the open half of GUM's news, interviews and lives, names that are sure
are right for 256 of 266, those that are not for 45 of 62: hence the question mark of *[Rosa Lind?]*.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from extractors.events.context.event_context import EventContext
from extractors.events.titles.mention_words import MentionWords
from extractors.events.titles.mentioned import GENDERED, Mentioned
from extractors.events.titles.named_bodies import is_named_body, is_only_body
from extractors.mentions.records import Being, Count, DocMention, MentionForm, Sieve
from extractors.syntax.clauses import chain, is_reporting
from extractors.syntax.relations import SUBJECTS, Relation

PRONOUNS = frozenset("he his him she her it its they their them".split())
"""The pronouns that are looked after."""
OWNING = frozenset("his her its their".split())
SPOKEN = frozenset("it its they their them".split())
"""What these mean in somebody's own words is seldom in the article."""
_SEVERAL = frozenset("they their them".split())
_LOOSE = frozenset({Relation.ROOT, Relation.PREDICATE, Relation.CONJUNCT})
_LEADING = SUBJECTS | {Relation.OBJECT}
_SMALL = frozenset("DT CD NN NNS".split())
"""Tags of words that have a capital only where a sentence begins."""
_MOST_BETWEEN = 40
"""Words between what somebody says and whom it is of."""


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
        self.context = context
        self._known = Mentioned(context)
        self._words = MentionWords(context, self._known, names)
        self._named: dict[int, Called | None] = {}

    def named(self, at: int) -> Called | None:
        """Whom the pronoun at a word means."""
        if at not in self._named:
            self._named[at] = self._called(at)
        return self._named[at]

    def _called(self, at: int) -> Called | None:
        word = self.context.tree.lowers[at]
        teller = self._teller(at, word)
        if teller is not None and word not in GENDERED and self._means_other(at, teller):
            return None
        number = self._known.pronouns.get(at) if teller is None else teller
        if number is None:
            return None
        meant, sure = self._known.root(number)
        hero = word in GENDERED and meant.cluster == self._known.hero  # in news nearly always meant, whoever is near
        hero = hero and bool(self._words.fullest(meant.cluster)) and not self._is_beside(at, word, meant.cluster)
        safe = teller is not None or hero or (sure and self._is_sure(at, word, number, meant))
        name = self._words.fullest(meant.cluster)
        if not name and (safe or (sure and word in GENDERED and self._did_it(at, meant))):
            name = "" if self._tells_of(meant.head, at) else self._description(word, meant)
            return Called(name, sure=True) if name else None
        return Called(name, safe) if name and (safe or (sure and word in GENDERED)) else None

    def _did_it(self, at: int, meant: DocMention) -> bool:
        """Whether who did something, or stands beside a name, is meant: nobody else did anything since.

        Right in nine of nine lines of seven articles in which somebody else was near who did nothing.
        """
        relations = self.context.tree.relations
        placed = relations[meant.head] in (Relation.SUBJECT, Relation.APPOSITION)
        since = [head for head, cluster in self._known.people_between(meant.head + 1, at) if cluster != meant.cluster]
        if relations[at] is Relation.PASSIVE_SUBJECT and since:
            return False  # *a judge jailed a doctor. He was fined*
        return placed and not any(relations[head] in SUBJECTS for head in since)

    def _tells_of(self, head: int, at: int) -> bool:
        """*A reporter noted that papers said she was ill*: whoever tells of others is not meant by what others say."""
        clause = self.context.syntax.clause_of(at)
        above = [] if clause is None else list(chain(self.context.syntax, clause))
        told = bool(above) and is_reporting(self.context.tree, above[0].verb)
        return told and any(one.understood_subject == head for one in above[1:])

    def _description(self, word: str, meant: DocMention) -> str:
        """How the article describes whom a pronoun means.

        Of who is only described, the component is wrong for nine of eleven *he* and *she* of four articles where that
        is no part of a clause, as *a judge* of a heading, or joined to others; for one in 33 elsewhere.
        """
        loose = self.context.tree.relations[meant.head] in _LOOSE
        if meant.form is MentionForm.PRONOUN or (word in GENDERED and loose):
            return ""
        text = self._words.description(meant)
        first, _, rest = text.partition(" ")
        return f"{first.lower()} {rest}" if rest and first == "THE" else text

    def described(self, at: int) -> "Described | None":
        """The name of what a noun with an article means, *the court*, *the country*, where it surely is that.

        It has the noun in it, *the Supreme Court*, or is of the kind that the noun says, or a body that was called by
        the noun before.
        """
        number = self._known.heads.get(at)
        one = None if number is None else self._known.all[number]
        if one is None or one.form is not MentionForm.DESCRIPTION or (one.start, one.end) != (at - 1, at + 1):
            return None
        if self.context.tree.lowers[one.start] not in ("the", "this", "that"):
            return None
        known, relations = self._known, self.context.tree.relations
        name, noun = self._words.fullest(one.cluster).removeprefix("the "), self.context.tree.lowers[at]
        same = one.sieve is Sieve.SAME_WORDS and noun in name.lower().split()
        kind = (
            one.sieve is Sieve.KIND and one.sure and (one.being is Being.PLACE or is_only_body(relations, known, one))
        )
        role = one.sieve is Sieve.ROLE and one.sure
        again = is_named_body(relations, known, one)
        meant = same or kind or role or again
        return Described(name, article=same) if name and meant and name.lower() != noun else None

    def cluster(self, at: int | None) -> int | None:
        """The cluster of whom a word at the head of a mention means."""
        number = None if at is None else self._known.heads.get(at)
        return None if number is None else self._known.all[number].cluster

    def called(self, at: int) -> str:
        """What the article calls whom a word means: by name, or as it was first described."""
        cluster = self.cluster(at)
        if cluster is None:
            return ""
        told = (one for one in self._known.clusters[cluster] if one.form is MentionForm.DESCRIPTION)
        described = ((one.start, self._words.description(one)) for one in told)
        start, text = next((one for one in described if one[1]), (0, ""))
        small = self.context.tree.tags[start] in _SMALL
        return self._words.fullest(cluster) or (text[:1].lower() + text[1:] if small else text)

    def is_thing(self, at: int) -> bool:
        """Whether a word at the head of a mention means what acts by nobody's will."""
        number = self._known.heads.get(at)
        return number is not None and self._known.all[number].being is Being.THING

    def has_name(self, at: int) -> bool:
        """Whether the article names whom a pronoun means."""
        number = self._known.pronouns.get(at)
        return number is not None and bool(self._words.fullest(self._known.root(number)[0].cluster))

    def may_be(self, noun: int, at: int) -> bool:
        """Whether a noun before a pronoun may be whom it means, as far as the text shows who goes by it."""
        number, word = self._known.heads.get(noun), self.context.tree.lowers[at]
        if number is None or noun > at:
            return False
        one = self._known.all[number]
        if word in GENDERED:
            one_of = self.context.tree.tags[noun] == "CD"
            named = one.being is Being.UNKNOWN and one.form is MentionForm.NAME
            single = one_of or one.count is not Count.MANY
            return (
                single
                and (one_of or named or one.being is Being.PERSON)
                and self._known.going_by(one.cluster, at) <= {GENDERED[word]}
            )
        return one.count is not Count.ONE if word in _SEVERAL else one.being is not Being.PERSON

    def is_told(self, at: int, words: Sequence[int]) -> bool:
        """Whether other words of a title tell whom a pronoun means, or mean the same before it."""
        number = self._known.pronouns.get(at)
        if number is None:
            return False
        cluster, place = self._known.all[number].cluster, words.index(at)
        before = {self._known.all[self._known.heads[one]].cluster for one in words[:place] if one in self._known.heads}
        named = (self._known.all[self._known.heads[one]] for one in words[place + 1 :] if one in self._known.heads)
        return cluster in before or any(one.cluster == cluster and one.form is not MentionForm.PRONOUN for one in named)

    def _means_other(self, at: int, teller: int) -> bool:
        """*The union sued over the bill, saying it would harm them*: who says so is not all that can be meant."""
        number = self._known.pronouns.get(at)
        return number is not None and self._known.all[number].cluster != self._known.all[teller].cluster

    def _teller(self, at: int, word: str) -> int | None:
        """Who says it of themselves: *Lind said she would leave*; the subject of the clause above, if it agrees."""
        clause = self.context.syntax.clause_of(at)
        if clause is None or clause.relation is not Relation.COMPLEMENT or clause.parent is None:
            return None
        above = self.context.syntax.clauses[clause.parent]
        subject = -1 if above.understood_subject is None else above.understood_subject
        if above.subject is None and word in ("it", "its"):
            return None  # *the union sued over the bill, saying it would harm them*
        number = self._known.joined.get(subject) if word in _SEVERAL else None
        number = self._known.heads.get(subject) if number is None else number
        if number is None or not is_reporting(self.context.tree, above.verb) or at > clause.verb:
            return None
        one = self._known.all[number]
        if one.form is MentionForm.PRONOUN or not self.context.sentence(at)[0] <= one.head < at:
            return None
        if self._is_told_between(above.verb, at, one.cluster):
            return None
        several = one.count is Count.MANY or one.being is Being.BODY
        if word in GENDERED:
            agrees = one.being in (Being.PERSON, Being.UNKNOWN) and one.count is not Count.MANY
        else:
            agrees = one.being in (Being.BODY, Being.PLACE) if word in ("it", "its") else several
        return number if agrees else None

    def _is_told_between(self, verb: int, at: int, cluster: int) -> bool:
        """*Lind found when fish were plentiful, they ate more*: another subject stands nearer."""
        relations = self.context.tree.relations
        words = (one for one in range(max(verb + 1, at - _MOST_BETWEEN), at) if relations[one] in SUBJECTS)
        between = (self._known.heads[one] for one in words if one in self._known.heads)
        return any(self._known.all[other].cluster != cluster for other in between)

    def _is_sure(self, at: int, word: str, number: int, meant: DocMention) -> bool:
        if word in GENDERED:
            last = self._known.all[number].antecedent
            between = self._is_between(self._known.all[number if last is None else last].head, at, word, meant.cluster)
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
        others = {other for _, other in self._known.people_between(start + 1, at)} - {cluster}
        return any(self._known.going_by(one, at) <= {GENDERED[word]} for one in others)

    def _is_beside(self, at: int, word: str, cluster: int) -> bool:
        """*They asked Rask, and he declined*: somebody else in the sentence, who is no other party of the same verb."""
        tree, start = self.context.tree, self.context.sentence(at)[0]
        near = ((head, other) for head, other in self._known.people_between(start, at) if other != cluster)
        others = (other for head, other in near if tree.heads[head] != tree.heads[at] and tree.pos[head] == "PROPN")
        return any(self._known.going_by(other, at) <= {GENDERED[word]} for other in others)

    def _are_others(self, at: int, number: int, start: int) -> bool:
        """Whether others of whom there are several stand near: *rebels took dozens hostage. They were freed*."""
        meant = self._known.all[number].cluster
        chain = takewhile(lambda one: one.head >= start, self._known.chain(number))
        inside = {head for one in chain for head in range(one.start, one.end)}
        near = [(head, other) for head, other in self._known.groups_between(start, at) if head not in inside]
        if self._known.all[self._known.root(number)[0].cluster].being is not Being.THING and self._acts(at):
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
        if GENDERED[word] in self._known.going_by(cluster, at):
            return False
        near = {other for _, other in self._known.people_between(self._before(at), at)}
        return any(self._known.going_by(one, at) <= {GENDERED[word]} for one in near - {cluster})
