"""What a happening that a title only names was told of: *the crash [of a Skerra ferry]*, where a ferry crashed before.

A noun with *the* takes up a clause before it that has a verb of its family. Whom that befell is its object, or its
subject where it is passive, or where nobody decides what it tells: a ferry crashes, gunmen who attack are not attacked.
"""

from collections.abc import Mapping
from functools import cached_property

from extractors.events.context.event_context import EventContext
from extractors.events.titles.antecedents import Antecedents
from extractors.lexicons import nouns, verbs
from extractors.lexicons.kinship import roots
from extractors.mentions import mentions
from extractors.mentions.records import MentionForm
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.eventive import happens
from extractors.syntax.relations import Relation

_THE = frozenset("the this that".split())
_MOST = 8
"""Clauses with a verb of the family that are looked at."""


class Happenings:
    """The happenings of one doc that are named again."""

    def __init__(self, context: EventContext, antecedents: Antecedents) -> None:
        self.context, self.antecedents = context, antecedents

    def of(self, at: int) -> str:
        """*Crash [of a Skerra ferry]* for the bare noun at a word; empty where nobody is told of whom it befell."""
        tree = self.context.tree
        noun = tree.lemmas[at]
        if not at or tree.tags[at] != "NN" or tree.lowers[at - 1] not in _THE or noun in nouns.befalling("nobody"):
            return ""
        if not happens(tree, at) or (at - 1, at + 1) not in self._bare:
            return ""
        start = self.context.sentence(at)[0]
        before = [
            one for root in sorted(roots(noun)) for one in self._clauses.get(root, ())[:_MOST] if one.verb < start
        ]
        heads = (self._befallen(one) for one in sorted(before, key=lambda one: -one.verb))
        befallen = {self.antecedents.cluster(head): head for head in heads if head is not None}
        befallen.pop(None, None)
        if len(befallen) != 1:
            return ""
        (head,) = befallen.values()
        name = self.antecedents.called(head)
        return f"{self.context.doc[at].text} [{'on' if noun in nouns.befalling('on') else 'of'} {name}]" if name else ""

    def _befallen(self, clause: Clause) -> int | None:
        tree, subject = self.context.tree, clause.understood_subject
        objects = [at for at in clause.objects if tree.relations[at] is Relation.OBJECT]
        if objects or subject is None or clause.passive:
            return objects[0] if objects else subject
        undecided = tree.lemma_in(clause.verb, verbs.befalling()) is not None or self.antecedents.is_thing(subject)
        return subject if undecided else None

    @cached_property
    def _clauses(self) -> Mapping[str, list[Clause]]:
        """By lemma the clauses that tell, in the order of the text."""
        tree, found = self.context.tree, dict[str, list[Clause]]()
        for verb in sorted(self.context.syntax.clauses):
            clause = self.context.syntax.clauses[verb]
            if clause.negation is None and not is_reporting(tree, verb) and tree.pos[verb] == "VERB":
                found.setdefault(tree.lemmas[verb], []).append(clause)
        return found

    @cached_property
    def _bare(self) -> set[tuple[int, int]]:
        ones = (one for one in mentions(self.context.doc) if one.form is MentionForm.DESCRIPTION)
        return {(one.start, one.end) for one in ones if one.antecedent is None}
