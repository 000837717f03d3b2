"""A time at another place of its sentence, where that is one clause: *On Tuesday, he left*, *he left on Tuesday*."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

from benchmarks.told_otherwise.edits import Edit
from benchmarks.told_otherwise.told import Told, large, small
from extractors.syntax.clauses import Clause, read_syntax

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TIME = rf"(?:[Oo]n\ (?:{_DAY}|{_MONTH}\ \d\d?)|[Yy]esterday|[Ii]n\ {_MONTH})(?:\ (?:morning|afternoon|evening|night))?"
_FRONTED = re.compile(rf"(?P<time>{_TIME}),?\ (?=\w)")
_AT_END = re.compile(rf"\ (?P<time>{_TIME})(?=\.$)")


class _Plain(NamedTuple):
    """A sentence that is one clause, with its only time of this kind."""

    sentence: Span
    clause: Clause
    time: re.Match[str]


def to_end(told: Told) -> list[Edit]:
    """*He left on Tuesday* for *On Tuesday, he left*."""
    edits = []
    for sentence, _, time in _plain(told, _FRONTED):
        start, end = sentence.start_char, sentence.end_char - 1
        first = start + time.end()
        edits.append(Edit(start, first + 1, told.text[first].upper()))
        edits.append(Edit(end, end, f" {_small(time['time'])}"))
    return edits


def to_front(told: Told) -> list[Edit]:
    """*On Tuesday, he left* for *he left on Tuesday*."""
    edits = []
    for sentence, _, time in _plain(told, _AT_END):
        start = sentence.start_char
        edits.append(Edit(start, start + 1, f"{large(time['time'])}, {small(sentence)[:1]}"))
        edits.append(Edit(start + time.start(), start + time.end(), ""))
    return edits


def before_verb(told: Told) -> list[Edit]:
    """*He on Tuesday left* for *he left on Tuesday*."""
    edits = []
    for sentence, clause, time in _plain(told, _AT_END):
        start = sentence.start_char
        verb = min([*clause.auxiliaries, clause.verb])
        if clause.subject is None or told.doc[clause.subject].pos_ == "PRON" or verb < clause.subject:
            continue
        at = told.doc[verb].idx
        edits.append(Edit(at, at, f"{time['time']} "))
        edits.append(Edit(start + time.start(), start + time.end(), ""))
    return edits


def _plain(told: Told, pattern: re.Pattern[str]) -> Iterator[_Plain]:
    syntax = read_syntax(told.doc)
    for sentence in told.sentences():
        text = sentence.text
        time = pattern.search(text) if pattern is _AT_END else pattern.match(text)
        clauses = [one for verb, one in syntax.clauses.items() if sentence.start <= verb < sentence.end]
        if time is None or len(clauses) != 1 or not text.endswith(".") or re.search('[,;:"“”—–(]', text[time.end() :]):
            continue
        if len(list(re.finditer(rf"{_TIME}|\ (?:at|before|after|until|by)\ ", text))) == 1:
            yield _Plain(sentence, clauses[0], time)


def _small(time: str) -> str:
    return time[:1].lower() + time[1:]
