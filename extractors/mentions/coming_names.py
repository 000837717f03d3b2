"""Pronouns that stand before the name that they mean, *in her speech, Lind said …*, by the subject behind them.

They do so where a paragraph begins, and nobody of it has been told of yet: what stands before the comma is no news, and
whose it is, the subject behind it says.
"""

from collections.abc import Iterator

from extractors.mentions.entities import Entities, agrees
from extractors.mentions.pronoun_forms import PRONOUNS, REFLEXIVE, THIRD
from extractors.mentions.records import MentionForm
from extractors.mentions.text_view import TextView
from extractors.syntax.clauses import Clause

_MARKS = frozenset('"“”')
_MOST = 12
"""Mentions before the subject of a sentence."""
_DEEPEST = 8
"""Words between a pronoun and the verb of the clause that it stands before."""


def coming_names(view: TextView, entities: Entities) -> dict[int, int]:
    """By number of a pronoun the name behind it that it means."""
    found: dict[int, int] = {}
    for clause in view.syntax.clauses.values():
        subject = _name_behind_comma(view, clause)
        if subject is None:
            continue
        start = view.mentions[subject].start
        for number in _before(view, subject):
            at = view.mentions[number].head
            word = view.tree.lowers[at]
            person = PRONOUNS.get(word)
            if person is None or person not in THIRD or word in REFLEXIVE:
                continue
            if agrees(entities.of(subject), person) and _belongs_to(view, at, clause.verb, start):
                found.setdefault(number, subject)
    return found


def _name_behind_comma(view: TextView, clause: Clause) -> int | None:
    """The subject of a clause that begins a paragraph, if that is a name behind a comma."""
    number = None if clause.subject is None else view.by_head.get(clause.subject)
    if number is None or view.mentions[number].form is not MentionForm.NAME:
        return None
    start = view.mentions[number].start
    behind = start > 0 and view.tree.lowers[start - 1] == ","
    return number if behind and view.begins_paragraph(start) else None


def _before(view: TextView, number: int) -> Iterator[int]:
    """The pronouns of a sentence before a mention; none where another name of it stands among them."""
    start = view.mentions[number].start
    here = view.sentence(start)
    for other in range(number - 1, max(-1, number - _MOST), -1):
        one = view.mentions[other]
        if view.sentence(one.head) != here:
            return
        if one.form is MentionForm.PRONOUN and one.end <= start:
            yield other


def _belongs_to(view: TextView, at: int, verb: int, before: int) -> bool:
    """Whether a word stands in what opens the clause of a verb, outside of quotations."""
    tree = view.tree
    if any(tree.lowers[one] in _MARKS for one in range(at, before)):
        return False
    for _ in range(_DEEPEST):
        if at == verb:
            return True
        at = tree.heads[at]
    return False
