"""What somebody says, with its saying at another place: *S, Y said*, *Y said that S*, *according to Y, S*."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

from benchmarks.told_otherwise.edits import Edit
from benchmarks.told_otherwise.told import Told, large, small
from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation

_PRONOUNS = re.compile(r"(?:he|she|it|they|we|I|who)$", re.IGNORECASE)
_BEHIND = re.compile(r"(?P<content>[^\"“”;:?]+), (?P<who>[^,;:\"“”]{2,60}) said\.$")
_BEFORE = re.compile(r"(?P<who>[^,;:\"“”]{2,60}) said (?P<that>that )?(?P<content>[^\"“”;:?]+)\.$")
_ACCORDING = re.compile(r"According to (?P<who>[^,;:\"“”]{2,60}), (?P<content>[^\"“”;:?]+)\.$")
_TIMES = re.compile(r"\b(?:\w+day|last|yesterday|today|that|who|which|and|but)\b")


class _Saying(NamedTuple):
    sentence: Span
    form: re.Pattern[str]
    who: Span
    content: Span


def said_behind(told: Told) -> list[Edit]:
    """*S, Y said.*"""
    return [
        edit
        for one in _sayings(told)
        if one.form is not _BEHIND
        for edit in _around(one, "", f", {small(one.who)} said")
    ]


def said_before(told: Told) -> list[Edit]:
    """*Y said S.*"""
    return [edit for one in _sayings(told) for edit in _around(one, f"{large(one.who.text)} said ", "")]


def said_that(told: Told) -> list[Edit]:
    """*Y said that S.*"""
    return [edit for one in _sayings(told) for edit in _around(one, f"{large(one.who.text)} said that ", "")]


def according_to(told: Told) -> list[Edit]:
    """*According to Y, S.*"""
    return [
        edit
        for one in _sayings(told)
        if not _PRONOUNS.match(one.who.text)
        for edit in _around(one, f"According to {small(one.who)}, ", "")
    ]


def _around(one: _Saying, before: str, behind: str) -> Iterator[Edit]:
    """The content of a saying with other words around it."""
    sentence, content = one.sentence, one.content
    first = content.text[:1]
    yield Edit(sentence.start_char, content.start_char + 1, before + (small(content)[:1] if before else first.upper()))
    if content.end_char + len(behind) != sentence.end_char - 1:
        yield Edit(content.end_char, sentence.end_char - 1, behind)


def _sayings(told: Told) -> Iterator[_Saying]:
    for sentence in told.sentences():
        for form in (_BEHIND, _BEFORE, _ACCORDING):
            match = form.match(sentence.text)
            if match is None:
                continue
            who, content = (_words(told, sentence, match, part) for part in ("who", "content"))
            if who is not None and content is not None and _is_whole(told, form, who, content):
                yield _Saying(sentence, form, who, content)
            break


def _words(told: Told, sentence: Span, match: re.Match[str], part: str) -> Span | None:
    start = sentence.start_char
    return told.doc.char_span(start + match.start(part), start + match.end(part))


def _is_whole(told: Told, form: re.Pattern[str], who: Span, content: Span) -> bool:
    """Whether a phrase says a clause: one that has a subject and isn't joined to another saying."""
    syntax = read_syntax(told.doc)
    clauses = [syntax.clauses[verb] for verb in range(content.start, content.end) if verb in syntax.clauses]
    if any(verb in syntax.clauses for verb in range(who.start, who.end)) or _TIMES.search(who.text):
        return False
    if content[0].pos_ in ("ADP", "CCONJ", "ADV") or _TIMES.match(content.text) or not clauses:
        return False
    said = next((at for at in range(who.end, who.end + 1) if told.doc[at].lower_ == "said"), None)
    top = next((one for one in clauses if one.parent is None or not content.start <= one.parent < content.end), None)
    if top is None or top.subject is None or not content.start <= top.subject < content.end:
        return False
    others = [one for one in clauses if one is not top and not content.start <= (one.parent or 0) < content.end]
    if others or top.relation is Relation.CONJUNCT:
        return False
    return form is _ACCORDING or said is not None
