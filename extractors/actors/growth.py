"""Names joined with the words beside them that are plainly theirs: given names, *Ministry*, what a hyphen ties."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.actors.gazetteer import NameKind, look_up
from extractors.actors.names import Edges
from extractors.actors.wording import Words, is_acronym
from extractors.lexicons.beings import person_nouns
from extractors.lexicons.names import landmark_words, name_words, organisation_words, small_titles, titles

_TIED = frozenset("-‑–")
_LONGEST_TIED = 5
"""Letters of a small word after a hyphen that ends a given name: *Ki-moon*."""
_SMALL = frozenset("of the and for &".split())
_TWOFOLD = (("Fire", "and", "Rescue"), ("Search", "and", "Rescue"))
_LONGEST = 8
"""Tokens of the name of an organisation before its last word: more is a headline rather than a name."""


@cache
def _no_persons() -> frozenset[str]:
    """Words that are parts of other names than a person's, or of none."""
    lists = name_words()
    others = lists.openers | lists.nobody | lists.companies | lists.portfolios
    return organisation_words() | landmark_words() | titles() | others


def grow(words: Words, edges: Sequence[Edges]) -> Iterator[Edges]:
    """The names, each as far as it reaches; in the order of the text, without overlaps."""
    taken = bytearray(len(words.texts) + 1)
    for start, end, _ in edges:
        taken[start:end] = b"\x01" * (end - start)
    starts = {edge[0]: edge for edge in edges}
    acronyms = frozenset(text for text in words.texts if is_acronym(text))
    done = 0
    for start, end, kind in edges:
        if start < done:
            continue
        first, last = _tie(words, (start, end, kind), starts, taken)
        if kind is not NameKind.ORG and words.at(last) in name_words().companies and not taken[last]:
            kind = NameKind.ORG  # noqa: PLW2901 - *Kesk Inc.*, whatever a model takes Kesk for
        grown = _grow_person(words, first, last, kind, taken) if kind is not NameKind.ORG else (first, last)
        if grown != (first, last):
            grown = _grow_person(words, *_tie(words, (*grown, kind), starts, taken), kind, taken)
        if grown == (first, last) and kind is not NameKind.PERSON:
            grown = _grow_organisation(words, first, last, taken, acronyms)
            grown = _grow_over_places(words, (*grown, kind), starts, taken)
            kind = NameKind.ORG if grown != (first, last) else kind  # noqa: PLW2901 - another name, another kind
        taken[grown[0] : grown[1]] = b"\x01" * (grown[1] - grown[0])
        done = grown[1]
        yield *grown, kind


def is_free_capital(words: Words, at: int, covered: Sequence[int]) -> bool:
    """Whether a capitalised word belongs to no name yet, and its capital shows that it might."""
    return (
        words.is_capital(at)
        and not covered[at]
        and not words.opens[at]
        and not words.headline[at]
        and words.texts[at] not in name_words().nobody
    )


def _tie(words: Words, edge: Edges, starts: Mapping[int, Edges], taken: Sequence[int]) -> tuple[int, int]:
    """A name with what a hyphen ties to it: *Kim Jong-un*, *El-Hassan Mohamed*, *Ole-Erik Dahl*; not *Trump-led*."""
    start, end, kind = edge
    while is_tied(words, end):
        after = words.at(end + 1)
        second = kind is not NameKind.ORG and end - start > 1 and is_second_half(after)
        if end + 1 in starts:
            end = starts[end + 1][1]
        elif second or (after.isalpha() and words.is_capital(end + 1)):
            end += 2
        else:
            break
    while is_tied(words, start - 1) and not taken[start - 2]:
        before = words.at(start - 2)
        first = kind is NameKind.PERSON and words.is_capital(start - 2) and before.isalpha() and look_up(before) is None
        if not (first or before.lower() in name_words().particles):
            break
        start -= 2
    return start, end


def is_tied(words: Words, at: int) -> bool:
    """Whether a hyphen at `at` ties the words beside it."""
    return at > 0 and words.at(at) in _TIED and not words.doc[at - 1].whitespace_ and not words.doc[at].whitespace_


def is_second_half(text: str) -> bool:
    """Whether a small word after a hyphen may end a given name, as in *Ki-moon*."""
    return text.isalpha() and len(text) <= _LONGEST_TIED and text not in name_words().after_hyphens


def _grow_person(words: Words, start: int, end: int, kind: NameKind | None, taken: Sequence[int]) -> tuple[int, int]:
    """A lone given name on to the surname, and back to the given name; a person's with what is no other's."""
    person, given = kind is NameKind.PERSON, name_words().given
    if (words.at(start - 1) in given or (person and _stands_under_title(words, start - 1))) and not taken[start - 1]:
        return start - 1, end
    if end - start > 1 or words.at(end) in _TIED:
        return start, end
    text = words.texts[start]
    titled = words.at(start - 1) in titles()
    if (person or text in given) and _may_be_part(words, end, taken):
        end += 1
    elif person and not titled and text not in given and _may_be_part(words, start - 1, taken):
        start -= 1
    return start, end


def _stands_under_title(words: Words, at: int) -> bool:
    """Whether a capitalised word follows what somebody is, so that it begins their name: *the director Fumi Sato*."""
    under = words.at(at - 1) in person_nouns() or words.at(at - 1) in small_titles()
    return under and words.is_capital(at) and words.texts[at] not in _no_persons() and look_up(words.texts[at]) is None


def _may_be_part(words: Words, at: int, taken: Sequence[int]) -> bool:
    """Whether a capitalised word may be a part of a person's name, and is nothing else."""
    if not words.is_capital(at) or taken[at] or words.headline[at] or not words.texts[at].isalpha():
        return False
    tag = words.doc[at].tag_
    if (words.opens[at] and tag != "NNP") or (tag and not tag.startswith("NNP")):
        return False
    text = words.texts[at]
    return text not in _no_persons() and look_up(text) is None and not is_acronym(text)


def _grow_organisation(
    words: Words, start: int, end: int, taken: Sequence[int], acronyms: frozenset[str]
) -> tuple[int, int]:
    """An organisation up to its last word, *Ministry*, and back to the first letter of its acronym in the article."""
    organisation = organisation_words() - {"Administration"}
    while is_free_capital(words, end, taken) and words.texts[end] in organisation:
        end += 1
    if words.texts[end - 1 : end + 2] in _TWOFOLD:
        end += 2
    end = _grow_by_of(words, end, taken)
    company = end + 1 if words.at(end) == "," else end
    if words.at(company) in name_words().companies and not taken[company]:
        end = company + 1
    first = start
    if end - start == 1 and words.texts[start] in organisation:
        while is_free_capital(words, first - 1, taken) and words.texts[first - 1] not in name_words().openers:
            first -= 1
    letters = "".join(text[0] for text in words.texts[first:end] if text[0].isupper())
    at = first
    while at and end - at < _LONGEST and not taken[at - 1]:
        text = words.texts[at - 1]
        if not words.is_capital(at - 1) and text not in _SMALL:
            break
        at -= 1
        letters = text[0] + letters if words.is_capital(at) else letters
        first = at if len(letters) > 2 and letters in acronyms and words.is_capital(at) else first
    return first, end


def _grow_over_places(words: Words, edge: Edges, starts: Mapping[int, Edges], taken: Sequence[int]) -> tuple[int, int]:
    """A place back to the body whose it is, with a second one: *the High Court of Velmark and Ilva*."""
    start, end, kind = edge
    place, of = kind in (NameKind.GPE, NameKind.LOC), start - 1
    if place and words.at(of) == "of" and words.at(of - 1) in organisation_words() and words.is_capital(of - 1):
        start = of - 1
        while start and words.is_capital(start - 1) and not taken[start - 1] and not words.opens[start - 1]:
            start -= 1
    elif "of" not in words.texts[start:end] or look_up(words.at(end - 1)) is None:
        return start, end
    second = end + 1 + (words.at(end + 1) == "the")
    other = starts.get(second) if words.at(end) == "and" else None
    if other is not None and other[2] in (NameKind.GPE, NameKind.LOC) and not words.is_capital(other[1]):
        end = other[1]
    return start, end


def _grow_by_of(words: Words, end: int, taken: Sequence[int]) -> int:
    """*Observatory* on to *of Social Conflict*."""
    strong = organisation_words() - name_words().organisations.weak
    if words.at(end - 1) in strong and words.at(end) in ("of", "for") and is_free_capital(words, end + 1, taken):
        end += 2
        while is_free_capital(words, end, taken):
            end += 1
    return end
